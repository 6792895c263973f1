"""A group has no member of this number.

The members of a resource group are numbered from 0. `get_attr` asks for one that the group does not have when it is
made: an attribute of it cannot be had, and its ID is null.

Bad:

```yaml
resources:
  group:
    type: OS::Heat::ResourceGroup
    properties: {count: 2, resource_def: {type: OS::Heat::RandomString}}
outputs:
  last: {value: {get_attr: [group, resource.2.value]}}
```

Good:

```yaml
outputs:
  last: {value: {get_attr: [group, resource.1.value]}}
```

Source: heat.engine.resources.openstack.heat.resource_group (ResourceGroup.get_attribute)
"""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from designer.catalog import ResourceType
    from designer.diagnostics.finding import Report
    from designer.functions import Reference
    from designer.validate.members import Asked
    from designer.validate.view import View

SEVERITY = "error"
_GROUPS = ("OS::Heat::ResourceGroup", "OS::Heat::ResourceChain", "OS::Heat::AutoScalingGroup")
_DEPLOYMENTS = ("Deployment", "DeploymentGroup")


def check(view: View, report: Report) -> None:
    """Report what is asked of members that are not there or have no such thing, and of deployments and values."""
    names = {name for type_, named in view.template.by_type.items() if type_ is not None and (
        type_ in _GROUPS or type_.endswith(_DEPLOYMENTS) or type_ == "OS::Heat::Value") for name in named}
    if not names:
        return
    from designer.validate.members import DEPLOYMENTS, VALUE, lost_step, references_to

    for reference, certain, needed in references_to(names, view):
        kind = view.types(view.template.resources[reference.target])
        if kind is None or kind.origin == "template" or view.enabled(reference.target) is False:
            continue
        certain = certain and view.enabled(reference.target) is True
        if kind.name in DEPLOYMENTS:
            _check_deployment(reference, kind, certain and needed, view, report)
        elif kind.name == VALUE:
            lost = lost_step(reference, view)
            if lost is not None and reference.call is not None:
                report("HOT306", reference.call.index["get_attr"], resource=reference.target, attribute="value",
                       kind=lost[0], step=lost[1], length=lost[2])
        elif kind.name in _GROUPS:
            _check_group(reference, kind, certain, needed, view, report)


def _check_group(reference: Reference, kind: ResourceType, certain: bool, needed: bool, view: View,
                 report: Report) -> None:
    from designer.validate.members import CHAIN, GROUP, asked_of, count_of, members_of

    asked = asked_of(reference, kind)
    if asked is None:
        return
    name = reference.target
    if asked.own:
        _tell_unknown(reference, asked, kind, certain and needed, report)
        return
    count = count_of(name, kind, view)
    if asked.attribute is not None and count != 0:
        members = members_of(name, kind, view)
        chosen = members.get(asked.member) if asked.member in members else None
        # Heat looks at what the group's own stack gives when the group is created
        for type_ in [chosen] if chosen is not None else members.values():
            if type_ is not None and not _has(type_, asked.attribute):
                sure = certain and isinstance(count, int) and type_.origin != "template"
                _tell_unknown(reference, asked, type_, sure, report)
                return
    member = asked.member if asked.member is not None else asked.index
    if kind.name in (GROUP, CHAIN) and isinstance(count, int) and member is not None and not _is_there(member, count):
        report("HOT342", asked.place, resource=name, member=str(member), count=count,
               certain=certain and needed and asked.member is not None and _is_fixed(name, view))


def _has(type_: ResourceType, attribute: str) -> bool:
    return type_.any_attribute or type_.placeholder or attribute in type_.attributes


def _tell_unknown(reference: Reference, asked: Asked, type_: ResourceType, certain: bool, report: Report) -> None:
    report("HOT304", asked.place, attribute=f"{asked.prefix}{asked.attribute}", resource=reference.target,
           type=type_.name, known=tuple(asked.prefix + name for name in type_.attributes), certain=certain)


def _is_there(member: Any, count: int) -> bool:
    text = str(member)
    return (text.isdecimal() and text.isascii() and int(text) < count) or (
        isinstance(member, int) and -count <= member < 0)


def _is_fixed(name: str, view: View) -> bool:
    """Whether the number of members stands in the template itself."""
    node = view.template.resources[name].properties
    count = getattr(node, "index", {}).get("count")
    return count is None or not hasattr(count, "index")


def _check_deployment(reference: Reference, kind: ResourceType, certain: bool, view: View, report: Report) -> None:
    from designer.validate.members import asked_of, outputs_of

    attribute = reference.steps[0] if reference.steps else None
    if not isinstance(attribute, str) or attribute in kind.attributes:
        return
    known = outputs_of(reference.target, view)
    asked = asked_of(reference, kind)
    if known is not None and asked is not None and attribute not in known:
        report("HOT304", asked.place, attribute=attribute, resource=reference.target, type=kind.name,
               known=(*known, *kind.attributes), certain=certain)


def message(resource: str, member: str, count: int, **_: object) -> str:
    have = "no members" if count == 0 else "one member, `0`" if count == 1 else f"{count} members, `0` to `{count - 1}`"
    return f"The group `{resource}` has no member `{member}`: it begins with {have}."
