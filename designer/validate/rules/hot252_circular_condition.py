"""A condition is defined by itself.

Conditions may use others, but not in a circle. Heat refuses the template as soon as one of them is used.

Bad:

```yaml
conditions:
  a: {not: b}
  b: {not: a}
```

Good:

```yaml
conditions:
  a: {get_param: wanted}
  b: {not: a}
```

Source: heat.engine.conditions.Conditions.is_enabled
"""

from __future__ import annotations

SEVERITY = "error"


def message(condition: str, chain: tuple[str, ...], **_: object) -> str:
    if len(chain) < 2:
        return f"Condition `{condition}` is defined by itself."
    circle = chain[chain.index(condition):] if condition in chain else chain
    return f"Condition `{condition}` is defined by itself: {' -> '.join((*circle, condition))}."
