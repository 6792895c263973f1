"""What could be meant by dropping an entry on a resource: a parameter on what it can be the value of, a condition.

    drops(analysis, "parameters", "flavor", "server")

An offer is what `offers` make; a resource that is dropped on another is a connection, which `offers.connections` tells.
"""

from __future__ import annotations

from designer.assist.fitting import named_by, parameter_rank
from designer.edit.offers import connections
from designer.edit.slots import GROWS, HELD, property_slots
from designer.syntax import Sequence

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from designer.analysis import Analysis
    from designer.edit.slots import PropertySlot
    from designer.template import Parameter

MOST = 20
_DEEPEST = 3
_WHY = {0: "asks for just this", 1: "has a name like it", 2: "has a name like it"}


def drops(analysis: Analysis, section: str, name: str, resource: str) -> list[dict[str, Any]]:
    """The ways, the best first; none where nothing can be meant or either is not there."""
    template = analysis.template
    if template is None or resource not in template.resources:
        return []
    if section == "resources":
        return connections(analysis, resource, name) if name != resource else []
    if section == "conditions" and name in template.conditions:
        held = template.resources[resource].part("condition") is not None
        path = ["resources", resource, "condition"]
        return [_offer([{"op": "set", "path": path, "value": name}], f"only where {name} holds", "its condition", held)]
    if section == "parameters" and name in template.parameters:
        return _parameter(analysis, template.parameters[name], resource)
    return []


def _parameter(analysis: Analysis, parameter: Parameter, name: str) -> list[dict[str, Any]]:
    assert analysis.template is not None
    resource = analysis.template.resources[name]
    kind = analysis.types(resource)
    if kind is None or kind.placeholder:
        return []
    entity = named_by(parameter)
    found: list[tuple[tuple[object, ...], dict[str, Any]]] = []
    for slot in property_slots(kind.properties, resource.properties):
        rank = parameter_rank(slot.schema, parameter, entity) if len(slot.path) <= _DEEPEST else None
        if rank is None or _holds(slot, parameter.name):
            continue
        wanted = slot.schema.required and slot.state != HELD
        path = ["resources", name, "properties", *slot.path]
        grown = slot.state == GROWS
        if grown:
            path.append(len(slot.node.items) if isinstance(slot.node, Sequence) else 0)
        offer = _offer([{"op": "set", "path": path, "value": {"get_param": parameter.name}}], ".".join(
            map(str, slot.path)), _WHY.get(rank, f"takes a {slot.schema.type.lower()}"), slot.state == HELD,
            grown, slot.schema.required)
        found.append(((min(rank, 3), not wanted, slot.state == HELD, len(slot.path), rank), offer))
    found.sort(key=lambda pair: pair[0])
    return [offer for _, offer in found[:MOST]]


def _holds(slot: PropertySlot, name: str) -> bool:
    return slot.node is not None and slot.node.plain() in ({"get_param": name}, [{"get_param": name}])




def _offer(operations: list[dict[str, Any]], title: str, why: str, replaces: bool, grows: bool = False,
           required: bool = False) -> dict[str, Any]:
    return {"operations": operations, "title": title, "why": why, "replaces": replaces, "grows": grows,
            "required": required, "circular": False}
