"""A template used as a resource type cannot be used itself.

A resource whose type is a template becomes a stack of its own. Heat reads that template to learn which
properties the resource has; a fault there is a fault of the resource. Check the nested template by itself to
see all its faults.

Bad, when `member.yaml` is no HOT template:

```yaml
resources:
  member:
    type: member.yaml
```

Source: heat.engine.resources.template_resource
"""

from __future__ import annotations

SEVERITY = "error"


def message(name: str, problem: str, **_: object) -> str:
    return f"The template `{name}` cannot be used as a resource type: {problem}"
