"""An argument of a function is of the wrong type.

A function was given a list where it takes a text, a text where it takes a list, and so on. Heat fails when it
computes the value.

Bad:

```yaml
value: {str_replace: {template: [a], params: {a: b}}}
```

Good:

```yaml
value: {str_replace: {template: a, params: {a: b}}}
```

Source: heat.engine.hot.functions, heat.engine.cfn.functions
"""

from __future__ import annotations

SEVERITY = "error"


def message(function: str, what: str, expects: str, found: str | None = None, **_: object) -> str:
    tail = f", not {found}" if found else ""
    return f"The {what} of `{function}` must be {expects}{tail}."
