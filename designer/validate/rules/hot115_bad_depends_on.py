"""`depends_on` is not a resource's name or a list of names.

It names resources as they are called in this template. A function such as `get_resource` cannot stand there,
and an empty `depends_on:` is null, which Heat refuses as well.

Bad:

```yaml
depends_on: {get_resource: network}
```

Good:

```yaml
depends_on: network
```

Source: heat.engine.template_common (_rsrc_defn_args)
"""

from __future__ import annotations

SEVERITY = "error"


def message(resource: str, found: str, item: bool = False, **_: object) -> str:
    if item:
        return f"Each item under `depends_on` of `{resource}` must be a resource's name, and this is {found}."
    return f"`depends_on` of `{resource}` must be a resource's name or a list of names, and this is {found}."
