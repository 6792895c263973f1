"""An inline ignore gives no reason.

It is written `# ignore CODE - reason`: the next reader will want to know why the fault is none.

Bad:

```yaml
type: My::Server   # ignore HOT401
```

Good:

```yaml
type: My::Server   # ignore HOT401 - mapped by the environment of each site
```

Source: this program
"""

from __future__ import annotations

SEVERITY = "info"


def message(codes: list[str], **_: object) -> str:
    return f"Why is {', '.join(codes)} ignored? Write `# ignore {', '.join(codes)} - reason`."
