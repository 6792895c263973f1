"""A file at a network address is not fetched.

Nothing is ever loaded from an address that a template names. Its content is a placeholder; a resource whose
type is such a template has unknown properties and attributes. Keep a copy beside the template to have it
checked.

```yaml
resources:
  member:
    type: https://example.com/member.yaml
```

Source: heatclient.common.template_utils
"""

from __future__ import annotations

SEVERITY = "info"


def message(name: str, **_: object) -> str:
    return f"`{name}` is a network address and is not fetched: what depends on it is not checked."
