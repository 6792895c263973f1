"""A constraint is wrong in itself.

Heat refuses a range or length without numbers, a length that is no whole number, a modulo whose step is zero, whose
offset is not smaller than its step or has another sign, allowed values that are no list, and a pattern that is no
regular expression; no value meets a custom constraint whose name is no text.

Bad:

```yaml
constraints:
  - allowed_pattern: '[a-z'
```

Good:

```yaml
constraints:
  - allowed_pattern: '[a-z]+'
```

Source: heat.engine.constraints (Range, Length, Modulo, AllowedValues, AllowedPattern)
"""

from __future__ import annotations

SEVERITY = "error"


PROBLEMS = {
    "list": "must be a list",
    "pattern": "must be a text",
    "name": "must be the name of a constraint",
    "expression": "is no regular expression",
    "mapping": "must be a map",
    "number": "must be a number",
    "empty": "needs `min` or `max`",
    "integral": "needs whole numbers",
    "both": "needs both `step` and `offset`",
    "integer": "needs whole numbers",
    "zero": "cannot have a step of 0",
    "offset": "needs an offset that is smaller than its step",
    "signs": "needs a step and an offset of the same sign",
}


def message(parameter: str, constraint: str, problem: str, **_: object) -> str:
    what = {"number": f"A bound of `{constraint}`"}.get(problem, f"`{constraint}`")
    return f"{what} {PROBLEMS[problem]} (parameter `{parameter}`)."
