"""A file that the template names was not given, so what depends on it is not checked.

A template that is pasted or uploaded alone brings none of the files it names. Everything else is checked; the
content of the file is a placeholder, and a resource whose type is such a file has unknown properties and
attributes.

```yaml
resources:
  member:
    type: member.yaml      # open the folder that holds member.yaml, or check it on the command line
```

Source: heatclient.common.template_utils
"""

from __future__ import annotations

SEVERITY = "info"


def message(name: str, **_: object) -> str:
    return f"`{name}` was not given with the template: what depends on it is not checked."
