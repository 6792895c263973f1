"""A resource is named that some values of parameters switch off.

A resource whose condition is false does not exist for Heat, and what names it is refused. With the values at hand all
is well, but for others, which the message names, the resource is switched off while the expression that names it is
looked at. Put the reference behind the same condition: with `if`, or with a `condition:` for the whole resource or
output. `depends_on` may name what is switched off, and `get_resource` in an output yields nothing but a name then.

Bad:

```yaml
conditions:
  own_net: {equals: [{get_param: network}, ""]}
resources:
  net: {type: OS::Neutron::Net, condition: own_net}
  port:
    type: OS::Neutron::Port
    properties: {network: {get_resource: net}}
```

Good:

```yaml
  port:
    type: OS::Neutron::Port
    properties: {network: {if: [own_net, {get_resource: net}, {get_param: network}]}}
```

Source: heat.engine.stk_defn.StackDefinition, heat.engine.hot.functions (GetResource, GetAttThenSelect, If)
"""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from designer.diagnostics.finding import Place

SEVERITY = "warning"


def message(resource: str, function: str, when: str, **_: object) -> str:
    return f"Resource `{resource}` is switched off when {when}: {function} cannot name it then."


def related(resource: str, condition: Place, **_: object) -> Iterator[tuple[str, Place]]:
    yield f"the condition of `{resource}`", condition
