"""What could be meant by dropping a parameter on a resource: the properties that can take its value.

    takings(analysis, "server", "flavor")     # server comes to use the parameter flavor: where

An offer has the form of those of `designer.edit.offers`; the best is first.
"""

from __future__ import annotations

from designer.assist.fitting import entity_words, parameter_rank
from designer.edit.slots import GROWS, HELD, property_slots
from designer.syntax import Mapping, Sequence

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, TypeAlias

    from designer.analysis import Analysis
    from designer.catalog import PropertySchema
    from designer.edit.change import Path
    from designer.edit.slots import PropertySlot
    from designer.template import Parameter

    Offer: TypeAlias = dict[str, Any]

PARAMETER = "parameter"
_MOST = 12
_GUESS = 3
"""From this rank on nothing speaks for a property but that its type fits."""


def takings(analysis: Analysis, resource: str, parameter: str) -> list[Offer]:
    """How a resource can take the value of a parameter; none where either is not there, or nothing fits.

    Where something more than the type speaks for a property, those where nothing does are left out.
    """
    template = analysis.template
    there = template.resources.get(resource) if template is not None else None
    given = template.parameters.get(parameter) if template is not None else None
    type_ = analysis.types(there) if there is not None else None
    if there is None or given is None or type_ is None or type_.placeholder:
        return []
    entity = _entity(given)
    found: list[tuple[tuple[int, ...], Offer]] = []
    for slot in property_slots(type_.properties, there.properties):
        rank = _rank(slot, given, entity)
        if rank is not None and not _holds(slot, parameter):
            found.append((rank, _offer(resource, parameter, slot)))
    found.sort(key=lambda pair: pair[0])
    certain = [offer for rank, offer in found if rank[0] < _GUESS]
    return (certain or [offer for _, offer in found])[:_MOST]


def _rank(slot: PropertySlot, parameter: Parameter, entity: str | None) -> tuple[int, ...] | None:
    if slot.state == GROWS and (slot.node is not None or slot.schema.type != "List"):
        return None  # a list that is there takes one more item from the inspector
    rank = parameter_rank(slot.schema, parameter, entity)
    if rank is None:
        return None
    deep = len(slot.path)
    return rank, slot.state == HELD, not slot.schema.required, deep


def _holds(slot: PropertySlot, parameter: str) -> bool:
    return isinstance(slot.node, Mapping) and slot.node.plain() == {"get_param": parameter}


def _offer(resource: str, parameter: str, slot: PropertySlot) -> Offer:
    path: Path = ("resources", resource, "properties", *slot.path)
    return {"operations": [{"op": "set", "path": list(path), "value": {"get_param": parameter}}],
            "title": _dotted(slot.path), "path": list(slot.path), "kind": PARAMETER, "why": _why(slot.schema),
            "replaces": slot.state == HELD, "grows": False, "circular": False, "required": slot.schema.required}


def _why(schema: PropertySchema) -> str:
    words = entity_words(schema) or schema.type.lower()
    return f"takes {'an' if words[:1] in 'aeiouAEIO' else 'a'} {words}"


def _entity(parameter: Parameter) -> str | None:
    """What a parameter names, by its own constraints."""
    constraints = parameter.part("constraints")
    for each in constraints.items if isinstance(constraints, Sequence) else ():
        value = each.plain()
        if isinstance(value, dict) and isinstance(value.get("custom_constraint"), str):
            return str(value["custom_constraint"])
    return None


def _dotted(path: Path) -> str:
    words = ""
    for step in path:
        words += f"[{step}]" if isinstance(step, int) else f".{step}" if words else step
    return words
