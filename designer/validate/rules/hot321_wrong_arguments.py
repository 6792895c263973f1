"""A function's arguments have the wrong shape.

Each function takes a list of so many arguments, a map with certain keys, or one value. Heat refuses the template.
Where the shape itself is looked at before anything is computed, another function's call cannot stand in for it.

Bad:

```yaml
name: {list_join: [a, b, c]}
```

Good:

```yaml
name: {list_join: ['-', [a, b, c]]}
```

Source: heat.engine.hot.functions, heat.engine.cfn.functions
"""

from __future__ import annotations

SEVERITY = "error"


def message(function: str, expects: str, call: bool = False, **_: object) -> str:
    hint = ", written out here, not computed" if call else ""
    return f"`{function}` takes {expects}{hint}."
