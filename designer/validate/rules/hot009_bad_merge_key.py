"""A merge key does not bring a map.

`<<` takes over the keys of another map, or of several in a list. Heat's loader refuses anything else there.

Bad:

```yaml
properties:
  <<: common
  name: web
```

Good:

```yaml
properties:
  <<: *common
  name: web
```

Source: YAML 1.1's merge type, as PyYAML constructs it
"""

from __future__ import annotations

SEVERITY = "error"


def message(**_: object) -> str:
    return "A merge key (`<<`) takes a map or a list of maps, usually by their alias (`*name`)."
