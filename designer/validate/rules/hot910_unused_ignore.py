"""An inline ignore ignores nothing.

`# ignore CODE - reason` stands at the end of the line with the fault, or alone in the line above it. When the
fault is gone, or the code is not the one that is reported there, the comment only hides what may come later.

Unused:

```yaml
type: OS::Heat::RandomString   # ignore HOT401 - comes with our own Heat
```

Source: this program
"""

from __future__ import annotations

SEVERITY = "info"


def message(wanted: str, **_: object) -> str:
    return f"There is no {wanted[:40]} to ignore here."
