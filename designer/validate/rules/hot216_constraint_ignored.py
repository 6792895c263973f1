"""A constraint is ignored because another one stands in the same item.

Each item of `constraints` holds one constraint. Where it holds two, Heat looks for modulo, range, length,
allowed_values, allowed_pattern and custom_constraint in this order, takes the first and never looks at the other.

Bad:

```yaml
constraints:
  - length: {min: 8}
    allowed_pattern: '[a-z]+'
```

Good:

```yaml
constraints:
  - length: {min: 8}
  - allowed_pattern: '[a-z]+'
```

Source: heat.engine.hot.parameters.HOTParamSchema._constraint_from_def
"""

from __future__ import annotations

SEVERITY = "warning"


def message(parameter: str, taken: str, ignored: str, **_: object) -> str:
    return f"Heat ignores this `{ignored}`: it takes only `{taken}` from the same item. Make it an item of its own."
