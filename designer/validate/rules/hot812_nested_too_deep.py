"""Stacks nest in one another without end, or deeper than Heat allows.

A template that uses itself as a resource type, directly or through others, would never be finished. Heat gives up
where stacks nest deeper than its operator allows, five deep unless chosen otherwise.

Bad, in `member.yaml` itself:

```yaml
resources:
  inner:
    type: member.yaml
```

Source: heat.engine.resources.stack_resource, the option `max_nested_stack_depth`
"""

from __future__ import annotations

SEVERITY = "error"


def message(name: str, path: str, trail: tuple[str, ...], limit: int, **_: object) -> str:
    if path in trail:
        return f"`{name}` is made into a stack inside itself, without end."
    return f"`{name}` would be nested deeper than the {limit} stacks that Heat allows."
