"""A resource is named that its condition switches off.

A resource whose condition is false does not exist for Heat: `get_resource` and `get_attr` of it are refused like
those of an unknown resource. `depends_on` may name it, and in an output `get_resource` yields no more than its name.
Guard the reference by the same condition.

Bad:

```yaml
resources:
  net: {type: OS::Neutron::Net, condition: own_net}
outputs:
  net: {value: {get_attr: [net, name]}}
```

Good:

```yaml
resources:
  net: {type: OS::Neutron::Net, condition: own_net}
outputs:
  net: {condition: own_net, value: {get_attr: [net, name]}}
```

Source: heat.engine.stk_defn.StackDefinition
"""

from __future__ import annotations

SEVERITY = "error"


def severity(function: str, section: str = "", **_: object) -> str:
    return "info" if _is_name_only(function, section) else SEVERITY


def message(resource: str, function: str, section: str = "", **_: object) -> str:
    if _is_name_only(function, section):
        return f"Resource `{resource}` is switched off by its condition, so this output is no more than its name."
    return f"Resource `{resource}` is switched off by its condition, so {function} cannot name it."


def _is_name_only(function: str, section: str) -> bool:
    return function == "get_resource" and section == "output"
