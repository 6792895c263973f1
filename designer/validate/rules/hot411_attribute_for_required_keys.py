"""An attribute stands for a map that has required keys, and Heat looks for them too early.

While Heat validates a stack, nothing exists yet, and every attribute is null. A map that is null counts as
empty, so its required keys are missing, and Heat refuses the stack although the attribute would hold them later.
Write the map out, and take its values from the attribute.

Bad:

```yaml
workflow: {get_attr: [workflow, data]}
```

Good:

```yaml
workflow:
  name: {get_resource: workflow}
```

Source: heat.engine.properties (Property._get_map), heat.engine.hot.functions (GetAtt.result)
"""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from designer.values import Placeholder

SEVERITY = "error"


def message(path: tuple[str | int, ...], names: tuple[str, ...], value: Placeholder, **_: object) -> str:
    from designer.validate.values.words import path_text

    keys = " and ".join(f"`{name}`" for name in names)
    return (f"`{path_text(path)}` requires {keys}, and while Heat validates a stack the attribute "
            f"`{path_text(value.of[1:])}` of `{value.of[0] if value.of else ''}` is null: write the map out.")
