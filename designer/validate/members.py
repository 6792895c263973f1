"""What `get_attr` asks of the members of a group, and of the outputs of a deployment's configuration.

Source: heat.engine.resources.openstack.heat (ResourceGroup, ResourceChain, AutoScalingGroup, SoftwareDeployment),
heat.common.grouputils.
"""

from __future__ import annotations

from designer.syntax import Mapping, Sequence
from designer.template import Resource
from designer.values import Placeholder, kind_of

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import Any

    from designer.catalog import ResourceType
    from designer.functions import OutputValues, Reference, ResourceValues
    from designer.syntax import Node
    from designer.validate.view import View

VALUE = "OS::Heat::Value"
GROUP, CHAIN, SCALING = "OS::Heat::ResourceGroup", "OS::Heat::ResourceChain", "OS::Heat::AutoScalingGroup"
DEPLOYMENTS = ("OS::Heat::SoftwareDeployment", "OS::Heat::StructuredDeployment", "OS::Heat::SoftwareDeploymentGroup",
               "OS::Heat::StructuredDeploymentGroup")
CONFIGS = ("OS::Heat::SoftwareConfig", "OS::Heat::StructuredConfig")
_DEFINED = {GROUP: "resource_def", SCALING: "resource"}


class Asked:
    """What a reference asks of members: `attribute` of the one called `member`, of all where that is None.

    `prefix` is what stands before the attribute in the text at `place`; `index` where the reference picks one of
    the members' IDs; `own` says that the group itself is asked, which has no such attribute.
    """

    __slots__ = ("attribute", "member", "prefix", "place", "index", "own")

    def __init__(self, place: Node, attribute: str | None = None, member: str | None = None, prefix: str = "",
                 index: int | str | None = None, own: bool = False) -> None:
        self.place = place
        self.attribute = attribute
        self.member = member
        self.prefix = prefix
        self.index = index
        self.own = own


def asked_of(reference: Reference, kind: ResourceType) -> Asked | None:
    """What a reference asks of a group's members, None where it asks the group itself."""
    argument = reference.call.index.get("get_attr") if isinstance(reference.call, Mapping) else None
    if not isinstance(argument, Sequence) or not reference.steps or not isinstance(reference.steps[0], str):
        return None
    key, path = reference.steps[0], reference.steps[1:]
    places = argument.items[1:]
    if key.startswith("resource."):
        _, member, *rest = key.split(".", 2)
        if rest:
            return Asked(places[0], rest[0], member, f"resource.{member}.")
        inner = path[0] if path and isinstance(path[0], str) else None
        return Asked(places[1] if inner is not None and len(places) > 1 else places[0], inner, member)
    if key in ("refs", "refs_map") and path and path[0] is not None and len(places) > 1:
        return Asked(places[1], index=path[0])
    if key == "attributes" if kind.name != SCALING else key in ("outputs", "outputs_list"):
        return Asked(places[1], path[0]) if path and isinstance(path[0], str) and len(places) > 1 else None
    return None if key in kind.attributes else Asked(places[0], key, own=kind.name == SCALING)


def members_of(name: str, kind: ResourceType, view: View) -> dict[str, ResourceType | None]:
    """The types of the members that a group has when it is made, by name; of one member, "", where all are alike."""
    values = view.evaluation.resources[name]
    properties, node = values.properties, values.resource.properties
    if not isinstance(properties, dict) or not isinstance(node, Mapping):
        return {}
    if kind.name == CHAIN:
        types, written = properties.get("resources"), node.index.get("resources")
        if not isinstance(types, list) or not isinstance(written, Sequence) or len(types) != len(written.items):
            return {}
        return {str(index): _type_of(values.resource, each, types[index], view)
                for index, each in enumerate(written.items)}
    section = _DEFINED[kind.name]
    definition, holder = properties.get(section), node.index.get(section)
    if not isinstance(definition, dict) or not isinstance(holder, Mapping) or "type" not in holder.index:
        return {}
    return {"": _type_of(values.resource, holder.index["type"], definition.get("type"), view)}


def count_of(name: str, kind: ResourceType, view: View) -> Any:
    """How many members a group has when it is made: a number, a placeholder, or None where it says nothing right."""
    properties = view.evaluation.resources[name].properties
    given = properties if isinstance(properties, dict) else {}
    if kind.name == CHAIN:
        listed = given.get("resources")
        return len(listed) if isinstance(listed, list) else None
    if kind.name == GROUP:
        count = given.get("count", 1)
    else:
        count = given.get("desired_capacity")
        count = given.get("min_size") if count is None else count
    if count.__class__ is Placeholder:
        return count
    try:
        return int(count)
    except (TypeError, ValueError):
        return None


def outputs_of(name: str, view: View) -> tuple[str, ...] | None:
    """The outputs that the configuration of a deployment has, None where it is not in the template or not known."""
    properties = view.evaluation.resources[name].properties
    config = properties.get("config") if isinstance(properties, dict) else None
    if config.__class__ is not Placeholder or config.origin != "get_resource" or not config.of:
        return None
    source = view.template.resources.get(str(config.of[0]))
    kind = view.types(source) if source is not None else None
    if source is None or kind is None or kind.name not in CONFIGS or kind.origin == "template":
        return None
    given = view.evaluation.resources[source.name].properties
    outputs = given.get("outputs", []) if isinstance(given, dict) else []
    if not isinstance(outputs, list):
        return None
    names = [each.get("name") if isinstance(each, dict) else None for each in outputs]
    return tuple(map(str, names)) if all(isinstance(each, str) for each in names) else None


def references_to(names: set[str], view: View) -> Iterator[tuple[Reference, bool, bool]]:
    """Each `get_attr` of one of some resources; whether it is surely evaluated, and whether a property needs it."""
    evaluation = view.evaluation
    owners: list[ResourceValues | OutputValues] = [*evaluation.resources.values(), *evaluation.outputs.values()]
    for owner in owners:
        for reference in owner.references:
            if reference.kind == "get_attr" and reference.target in names and reference.enabled is not False:
                if owner.enabled is not False:
                    certain = reference.enabled is True and owner.enabled is True
                    yield reference, certain, reference.section == "properties"


def _type_of(group: Resource, written: Node, type_name: Any, view: View) -> ResourceType | None:
    if not isinstance(type_name, str):
        return None
    member = Resource(group.name, group.key, group.node)
    member.type, member.type_node = type_name, written
    return view.types(member)


def lost_step(reference: Reference, view: View) -> tuple[str, Any, Any] | None:
    """Where a path into what an OS::Heat::Value holds leads to nothing: the kind of what the step is in, the step, and
    how long that is. None where it does not, or nobody knows.
    """
    if len(reference.steps) < 2 or reference.steps[0] != "value":
        return None
    properties = view.evaluation.resources[reference.target].properties
    value = properties.get("value") if isinstance(properties, dict) else None
    for step in reference.steps[1:]:
        if step is None or value.__class__ is Placeholder:
            return None
        if not isinstance(value, (dict, list, str)):
            return kind_of(value), step, None
        try:
            value = value[step]  # type: ignore[index]
        except (KeyError, IndexError, TypeError):
            return kind_of(value), step, len(value)
    return None
