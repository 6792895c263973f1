"""A YAQL expression fails on its data.

The expression can be parsed, but not evaluated with the data that it is given: a function is not there, or not for
such values.

Bad:

```yaml
value: {yaql: {expression: $.data.total(), data: [1, 2]}}
```

Good:

```yaml
value: {yaql: {expression: $.data.sum(), data: [1, 2]}}
```

Source: heat.engine.hot.functions.Yaql; the yaql library
"""

from __future__ import annotations

SEVERITY = "error"


def message(problem: str, **_: object) -> str:
    return f"The expression fails: {problem}."
