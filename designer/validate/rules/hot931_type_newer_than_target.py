"""A resource type is newer than the release that the template is checked for.

Asked for with `--target RELEASE`. That release of Heat refuses the template, or the resource when the stack is created.

Bad, with a release from before it came:

```yaml
resources:
  quota:
    type: OS::Nova::Quota
```

Source: the support status of the plug-in (heat.engine.support)
"""

from __future__ import annotations

SEVERITY = "error"


def message(type: str, release: str | None, target: str, **_: object) -> str:
    return f"`{type}` came with {release or 'a later release'}; {target} does not have it."
