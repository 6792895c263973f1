"""The stack that a resource makes out of a template cannot be created.

A resource whose type is a template becomes a stack of its own. That template is checked with the values that the
resource's properties give to its parameters. Each of its faults is told at its place in the nested template too.

Bad, when `member.yaml` refers to a resource that it does not have:

```yaml
resources:
  member:
    type: member.yaml
    properties: {flavor: m1.small}
```

Source: heat.engine.resources.stack_resource, StackResource.validate_nested_stack
"""

from __future__ import annotations

SEVERITY = "error"


def message(name: str, count: int, line: int, message_of_first: str, **_: object) -> str:
    more = "" if count == 1 else f" It has {count - 1} more."
    return f"`{name}`, with what is given here, has an error in line {line}: {message_of_first}{more}"
