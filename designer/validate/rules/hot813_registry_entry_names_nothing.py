"""An entry of the resource registry names neither a type nor a template.

The registry maps a resource type to another type or to the file of a template; under `resources` stand the names of
resources, each with such entries of its own. Heat's client stops at anything else, an empty entry included.

Bad:

```yaml
resource_registry:
  My::Server: [server.yaml]
```

Good:

```yaml
resource_registry:
  My::Server: server.yaml
```

Source: heatclient.common.template_utils (resolve_environment_urls), heat.engine.environment (ResourceRegistry)
"""

from __future__ import annotations

SEVERITY = "error"


def message(name: str, **_: object) -> str:
    if name == "resources":
        return "`resources` in the resource registry must be a map of resources' names."
    return f"`{name[:80]}` in the resource registry must name a resource type or the file of a template."
