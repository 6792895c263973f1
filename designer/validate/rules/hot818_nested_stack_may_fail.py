"""The stack that a resource makes out of a template may fail.

A resource whose type is a template becomes a stack of its own. With some values of what is given here, or where a
condition holds, something in that template fails. Each doubt is told at its place in the nested template too.

Doubtful, when `member.yaml` refers to a resource that is there only while its parameter `public` is true:

```yaml
resources:
  member:
    type: member.yaml
    properties: {public: {get_param: is_public}}
```

Good:

```yaml
resources:
  member:
    type: member.yaml
    properties: {public: true}
```

Source: heat.engine.resources.stack_resource, StackResource.validate_nested_stack
"""

from __future__ import annotations

SEVERITY = "warning"


def message(name: str, count: int, line: int, message_of_first: str, **_: object) -> str:
    more = "" if count == 1 else f" There are {count - 1} more such doubts."
    return f"`{name}`, with what is given here, may fail in line {line}: {message_of_first}{more}"
