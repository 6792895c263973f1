"""A replaced key collides with another key.

`map_replace` refuses to give a key a name that the map has already, or that another key was given.

Bad:

```yaml
value: {map_replace: [{a: 1, b: 2}, {keys: {a: b}}]}
```

Good:

```yaml
value: {map_replace: [{a: 1, b: 2}, {keys: {a: c}}]}
```

Source: heat.engine.hot.functions.MapReplace
"""

from __future__ import annotations

SEVERITY = "error"


def message(key: object, **_: object) -> str:
    return f"The map has a key `{str(key)[:80]}` already."
