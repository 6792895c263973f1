"""A function needs a value that is not there yet when Heat works it out.

When a stack is created, Heat works all properties out before it makes the first resource. An attribute is null then,
and so is the reference of most of Neutron's resources. Many functions take a null in their stride; others fail, and
Heat refuses the stack, even though all would be well once the other resource is there.

Let the expression bear a null: in YAQL with `coalesce($.data, [])` or `?.`. Or put the function in an output of a
nested template, which is worked out late.

Bad:

```yaml
resources:
  net: {type: OS::Neutron::Net}
  first:
    type: OS::Heat::Value
    properties: {value: {yaql: {expression: $.data.first(), data: {get_attr: [net, subnets]}}}}
```

Good:

```yaml
resources:
  net: {type: OS::Neutron::Net}
  first:
    type: OS::Heat::Value
    properties: {value: {yaql: {expression: "coalesce($.data, [null]).first()", data: {get_attr: [net, subnets]}}}}
```

Source: heat.engine.properties.Properties.validate, heat.engine.hot.functions (GetAttThenSelect, GetResource)
"""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

SEVERITY = "error"
_SHOWN = 3


def message(function: str, names: list[str], rule: str, fault: dict[str, Any], **_: object) -> str:
    from designer.validate.registry import find_rule

    found = find_rule(rule)
    why = found.module.message(**fault) if found is not None else ""
    shown = ", ".join(f"`{name}`" for name in names[:_SHOWN]) + (" ..." if len(names) > _SHOWN else "")
    return f"Heat works `{function}` out when it creates the stack, before {shown} is there, and refuses it: {why}"
