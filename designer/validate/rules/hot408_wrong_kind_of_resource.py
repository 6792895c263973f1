"""The reference names a resource of the wrong kind.

The property asks for a certain thing in the cloud, such as an image, and the ID of another kind of thing is not
found there: the stack fails at deployment, while Heat's own validation accepts it. A parameter that must be one
kind of thing and feeds a property that asks for another is only suspicious: both might bear the same
name.

Bad:

```yaml
image: {get_resource: network}
```

Good:

```yaml
image: {get_resource: image}
```

Source: heat.engine.constraints (CustomConstraint), the custom constraints of heat.engine.clients
"""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from designer.values import Placeholder

SEVERITY = "error"


def message(path: tuple[str | int, ...], entity: str, target: str = "", target_type: str = "", found: str = "",
            value: Placeholder | None = None, **_: object) -> str:
    from designer.catalog import constraint_entity
    from designer.validate.values.words import path_text, placeholder_text

    wanted = constraint_entity(entity)
    label = wanted.label if wanted is not None else entity
    article = "an" if label[:1].lower() in "aeiou" else "a"
    where = path_text(path)
    if value is not None:
        return f"`{where}` takes {article} {label}; {placeholder_text(value)}, must be a {found}."
    return f"`{where}` takes {article} {label}; the resource `{target}` is of the type {target_type}."
