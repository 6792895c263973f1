"""A text to be replaced is empty.

An empty text is found everywhere and nowhere. Heat fails when it computes the value.

Bad:

```yaml
value: {str_replace: {template: a, params: {'': b}}}
```

Good:

```yaml
value: {str_replace: {template: a, params: {a: b}}}
```

Source: heat.engine.hot.functions.Replace
"""

from __future__ import annotations

SEVERITY = "error"


def message(function: str, **_: object) -> str:
    return f"`{function}` cannot replace an empty text."
