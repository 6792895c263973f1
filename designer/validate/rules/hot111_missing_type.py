"""A resource has no type.

Every resource says by `type` what it is: one of Heat's types, a name that an environment's registry maps, or
the file of a nested template. An empty type counts as none.

Bad:

```yaml
resources:
  key:
    properties: {length: 20}
```

Good:

```yaml
resources:
  key:
    type: OS::Heat::RandomString
    properties: {length: 20}
```

Source: heat.engine.template (Template.validate), heat.engine.hot.template (validate_section)
"""

from __future__ import annotations

SEVERITY = "error"
TAGS = ("unfinished",)


def message(resource: str, other: str | None = None, **_: object) -> str:
    hint = f" HOT writes it `type`, not `{other}`." if other else ""
    return f"The resource `{resource}` has no type.{hint}"
