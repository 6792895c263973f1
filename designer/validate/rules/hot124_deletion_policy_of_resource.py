"""A deletion policy is taken from a resource.

`deletion_policy` may be given by a function, so that a parameter decides. It is worked out while the
resources are still being read, so it cannot refer to one of them: Heat runs in a circle and gives up.

Bad:

```yaml
deletion_policy: {get_attr: [settings, value]}
```

Good:

```yaml
deletion_policy: {get_param: policy}
```

Source: heat.engine.template_common (_rsrc_defn_args)
"""

from __future__ import annotations

SEVERITY = "error"


def message(resource: str, function: str, **_: object) -> str:
    return f"The deletion policy of the resource `{resource}` cannot come from another resource (`{function}`)."
