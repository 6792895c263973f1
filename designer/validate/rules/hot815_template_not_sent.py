"""A template is named where Heat's client does not look for one.

The client sends a nested template along where it is the text beside a key `type`, where `get_file` names it, or
where the registry of an environment maps a type to it. A name in a list, or one that a parameter gives, stays a name:
Heat has no such template and refuses the resource. Map a type to the template in an environment, and name that type.

Bad:

```yaml
type: OS::Heat::ResourceChain
properties:
  resources: [member.yaml]
```

Good, with `My::Member: member.yaml` in the environment's `resource_registry`:

```yaml
type: OS::Heat::ResourceChain
properties:
  resources: [My::Member]
```

Source: heatclient.common.template_utils (resolve_template_get_files), heat.engine.resources.template_resource
"""

from __future__ import annotations

SEVERITY = "error"


def message(name: str, **_: object) -> str:
    return f"Heat's client does not send `{name[:80]}` from here: map a type to it in an environment, and name that."
