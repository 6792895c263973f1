"""A property that the resource type requires is not given.

Heat refuses to create a resource without its required properties; the same goes for the required keys of
maps inside them. `template-validate` does not look.

Bad:

```yaml
type: OS::Nova::Server
properties:
  image: cirros
```

Good:

```yaml
type: OS::Nova::Server
properties:
  image: cirros
  flavor: m1.small
```

Source: heat.engine.properties (Properties._get_property_value)
"""

from __future__ import annotations

SEVERITY = "error"
TAGS = ("unfinished",)


def message(name: str, type: str, path: tuple[str | int, ...], wanted: str = "Any", **_: object) -> str:
    from designer.validate.values.words import path_text, type_text

    kind = f", {type_text(wanted)}" if wanted != "Any" else ""
    if path:
        return f"`{path_text(path)}` of {type} requires the key `{name}`{kind}."
    return f"{type} requires the property `{name}`{kind}."
