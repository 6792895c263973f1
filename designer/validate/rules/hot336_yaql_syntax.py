"""A YAQL expression cannot be parsed.

Heat parses the expression when it validates the template, and refuses it then.

Bad:

```yaml
value: {yaql: {expression: $.data.sum(, data: [1, 2]}}
```

Good:

```yaml
value: {yaql: {expression: $.data.sum(), data: [1, 2]}}
```

Source: heat.engine.hot.functions.Yaql
"""

from __future__ import annotations

SEVERITY = "error"


def message(problem: str, position: int | None = None, **_: object) -> str:
    where = f" at character {position + 1}" if position is not None else ""
    return f"The expression cannot be parsed{where}: {problem}."
