"""A resource's type is not a text.

The type is written out; neither a function nor a parameter can give it. To choose a type at deployment, give
the resource a name of your own as its type and map that in an environment's `resource_registry`.

Bad:

```yaml
type: {get_param: server_type}
```

Good:

```yaml
type: My::Server
```

Source: heat.engine.template_common (_rsrc_defn_args)
"""

from __future__ import annotations

SEVERITY = "error"


def message(resource: str, found: str, **_: object) -> str:
    return f"The type of the resource `{resource}` must be a text, and this is {found}."
