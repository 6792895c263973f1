"""A key is a list or a map.

YAML allows any value as a key; Heat's templates are JSON at heart, where keys are strings. What looks like a
list or a map before a colon is mostly a template engine's placeholder, as in `{{ name }}:`, which was not
filled in.

Bad:

```yaml
resources:
  {{ name }}:
    type: OS::Heat::None
```

Good:

```yaml
resources:
  front:
    type: OS::Heat::None
```

Source: YAML 1.1's map type, as PyYAML constructs it
"""

from __future__ import annotations

SEVERITY = "error"


def message(**_: object) -> str:
    return "A key must be a single word or text, not a list or a map."
