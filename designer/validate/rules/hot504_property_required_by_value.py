"""A value makes another property required, and that one is missing.

The plug-in of the resource type checks it when a stack is created, and Heat refuses the resource.

Bad:

```yaml
type: OS::Octavia::L7Rule
properties:
  type: HEADER
```

Good:

```yaml
type: OS::Octavia::L7Rule
properties:
  type: HEADER
  key: X-Forwarded-For
```

Source: the `validate` of the plug-ins in heat.engine.resources
"""

from __future__ import annotations

SEVERITY = "error"
TAGS = ("unfinished",)


def message(name: str, other: str, value: object, type: str, inside: tuple[str | int, ...] = (), **_: object) -> str:
    from designer.constraints.words import quoted
    from designer.validate.values.words import path_text

    return f"{type} requires `{path_text((*inside, name))}` when `{path_text((*inside, other))}` is {quoted(value)}."
