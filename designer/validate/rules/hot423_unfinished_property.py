"""A property that the resource type requires stands there without a value.

An empty value is null. Heat does not take null for missing: of a required property it makes an empty text, zero, false,
an empty list or an empty map. That is hardly ever what was meant, and mostly it is refused at once, by the property's
constraints, or later, because nothing in the cloud has an empty name. So what is written without a value counts as
unfinished: as an error where Heat refuses it, else as a warning. Hot Designer writes such a place for each
required property of a new resource, to be filled in.

Bad:

```yaml
type: OS::Nova::Server
properties:
  flavor:
```

Good:

```yaml
type: OS::Nova::Server
properties:
  flavor: m1.small
```

Source: heat.engine.properties (Property.get_value), heat.engine.constraints
"""

from __future__ import annotations

TAGS = ("unfinished",)
_TAKEN = {"String": "an empty text", "Integer": "0", "Number": "0", "Boolean": "false", "List": "an empty list",
          "Map": "an empty map", "Any": "null"}


def severity(refused: str | None, **_: object) -> str:
    return "error" if refused is not None else "warning"


def message(path: tuple[str | int, ...], wanted: str, refused: str | None, **_: object) -> str:
    from designer.validate.values.words import path_text

    why = f"and {refused}" if refused is not None else "which is hardly what is meant"
    return f"`{path_text(path)}` has no value yet: Heat would take it for {_TAKEN[wanted]}, {why}."
