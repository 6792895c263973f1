"""A resource's name holds a slash.

Heat uses names in paths, and refuses `/` in them. Any other sign will do.

Bad:

```yaml
resources:
  web/1:
    type: OS::Nova::Server
```

Good:

```yaml
resources:
  web_1:
    type: OS::Nova::Server
```

Source: heat.engine.resource (Resource.__init__)
"""

from __future__ import annotations

SEVERITY = "error"


def message(resource: str, **_: object) -> str:
    return f"The resource `{resource}` cannot be named so: a name may not hold `/`."
