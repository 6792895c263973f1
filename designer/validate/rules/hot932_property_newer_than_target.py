"""A property is newer than the release that the template is checked for.

Asked for with `--target RELEASE`. That release of Heat refuses the template, or the resource when the stack is created.

Bad, with a release from before it came:

```yaml
server:
  type: OS::Nova::Server
  properties:
    tags: [web]
```

Source: the support status of the plug-in (heat.engine.support)
"""

from __future__ import annotations

SEVERITY = "error"


def message(property: str, type: str, release: str | None, target: str, **_: object) -> str:
    return f"`{property}` of {type} came with {release or 'a later release'}; {target} does not have it."
