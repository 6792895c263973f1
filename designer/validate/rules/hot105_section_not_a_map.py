"""A section must be a map.

`parameters`, `resources`, `outputs` and `conditions` lead from names to definitions. Nothing at all counts as
an empty map, but for `conditions`: that section is left out when there are none.

Bad:

```yaml
resources:
  - server:
      type: OS::Nova::Server
```

Good:

```yaml
resources:
  server:
    type: OS::Nova::Server
```

Source: heat.engine.hot.template, heat.engine.template_common (conditions, outputs)
"""

from __future__ import annotations

SEVERITY = "error"


def message(section: str, found: str, **_: object) -> str:
    hint = " Leave it out if there are no conditions." if section == "conditions" and found == "nothing" else ""
    return f"The section `{section}` must be a map of names to definitions, and this is {found}.{hint}"
