"""A number with a fraction stands where an integer belongs, and its fraction is cut off.

Heat takes the number and drops what stands behind the point, without a word.

Bad:

```yaml
type: OS::Cinder::Volume
properties:
  size: 1.5
```

Good:

```yaml
type: OS::Cinder::Volume
properties:
  size: 2
```

Source: heat.engine.properties (Property._get_integer)
"""

from __future__ import annotations

SEVERITY = "warning"


def message(path: tuple[str | int, ...], value: float, made: int, **_: object) -> str:
    from designer.validate.values.words import path_text

    return f"`{path_text(path)}` takes an integer: Heat makes {made} of {value}."
