"""What could be meant by drawing from one resource to another, or by dropping a new one between two.

    connections(analysis, "server", "port")            # server comes to need port: how
    between(analysis, "server", "net", "OS::Neutron::Port")   # a new port that server needs and that needs net

An offer is plain data: `operations` (for `plan_all`), `title`, `path` (below `properties`, None for depends_on), `kind`
(reference, attribute or depends_on), `why`, `replaces` (something that stands there goes), `grows` (a list has one
more), `required`, `circular` (the stack could not be made then). The best offer is first, `depends_on` the last.
"""

from __future__ import annotations

import re

from designer.assist.fitting import entity_words, fitting_attributes, takes_reference
from designer.edit.slots import GROWS, HELD, OPEN, PropertySlot, property_slots
from designer.syntax import Mapping, Sequence
from designer.syntax.paths import follow

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Collection, Iterator
    from typing import Any, TypeAlias

    from designer.analysis import Analysis
    from designer.catalog import ResourceType
    from designer.edit.change import Path
    from designer.graph import Graph
    from designer.syntax import Node
    from designer.template import Resource

    Offer: TypeAlias = dict[str, Any]

REFERENCE = "reference"
ATTRIBUTE = "attribute"
DEPENDS_ON = "depends_on"
_MOST = 20
_DEEPEST = 3
"""Attributes are not offered for what lies deeper: that would be a guess too many."""
_CAPITAL = re.compile(r"(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])")


class _End:
    """One end of a connection: a resource that is there, or one that is yet to be."""

    __slots__ = ("name", "type", "node")

    def __init__(self, name: str, type_: ResourceType | None, node: Node | None) -> None:
        self.name = name
        self.type = type_
        self.node = node


def connections(analysis: Analysis, source: str, target: str) -> list[Offer]:
    """How `source` can come to need `target`; none where either is not there, or both are the same."""
    one, other = _end(analysis, source), _end(analysis, target)
    if one is None or other is None or source == target:
        return []
    offers = _offers(one, other)
    if analysis.graph is not None and _needs(analysis.graph, target, source):
        for offer in offers:
            offer["circular"] = True
    return offers


def between(analysis: Analysis, source: str, target: str, type: str, name: str | None = None) -> list[Offer]:
    """How a new resource of a type can stand between two, the first of which needs the second.

    An offer that `replaces` takes out what refers from `source` to `target` now. Where the type is not known, the
    connections are by `depends_on`.
    """
    from designer import catalog

    one, other = _end(analysis, source), _end(analysis, target)
    if one is None or other is None or source == target:
        return []
    new = _End(name or name_for(analysis, type), catalog.find(type), None)
    add = {"op": "add_resource", "name": new.name, "type": type, "placeholders": True, "after": target}
    ways = []
    for first in _best(_offers(one, new), 3):
        for second in _best(_offers(new, other), 2):
            ways.append((first, second))
    # two references before one, one before none
    ways.sort(key=lambda way: (way[0]["kind"] == DEPENDS_ON) + (way[1]["kind"] == DEPENDS_ON))
    links = _old_links(analysis, source, target)
    offers = []
    for first, second in ways:
        for variant, drop in _variants(first, links, analysis, source, target):
            offers.append({
                "operations": [add, *second["operations"], *variant["operations"], *drop],
                "name": new.name, "kind": first["kind"], "path": variant["path"],
                "title": f"{source} by {variant['title']}, {new.name} by {second['title']}",
                "why": _both(first["why"], second["why"]),
                "replaces": bool(drop) or variant["replaces"], "grows": first["grows"], "required": first["required"],
                "circular": False})
    return offers


def name_for(analysis: Analysis, type: str, taken: Collection[str] = ()) -> str:
    """A name for a new resource of a type that nothing has yet: `router_interface`, `port_2`."""
    from designer.edit.intents.paste import free_name

    last = type.rpartition("/")[2].rpartition("::")[2].partition(".")[0]
    word = re.sub(r"\W+", "_", _CAPITAL.sub("_", last)).strip("_").lower() or "resource"
    there = analysis.template.resources if analysis.template is not None else {}
    if word not in there and word not in taken:
        return word
    return free_name(word, there, set(taken))


def _end(analysis: Analysis, name: str) -> _End | None:
    template = analysis.template
    resource: Resource | None = template.resources.get(name) if template is not None else None
    if resource is None:
        return None
    return _End(name, analysis.types(resource), resource.properties)


def _offers(source: _End, target: _End) -> list[Offer]:
    """Every way, the best first."""
    found: list[tuple[tuple[int, ...], Offer]] = []
    if source.type is not None and target.type is not None and not source.type.placeholder:
        for slot in property_slots(source.type.properties, source.node):
            found += _at(slot, source, target)
    found.sort(key=lambda pair: pair[0])
    offers = [offer for _, offer in found[:_MOST]]
    offers.append(_offer(source, target, None, DEPENDS_ON, {}, DEPENDS_ON, f"waits for {target.name} and uses nothing "
                                                                           "of it"))
    return offers


def _needs(graph: Graph, name: str, other: str) -> bool:
    """Whether a resource waits for another, near or far: walked from the one, as its needs are mostly few."""
    seen = {name}
    waiting = [name]
    while waiting:
        each = waiting.pop()
        if each == other:
            return True
        near = set(graph.needed.get(each, ()))
        for group in graph.groups:
            if each in group.sources:
                near |= group.targets.keys()
        waiting += near - seen
        seen |= near
    return False


def _at(slot: PropertySlot, source: _End, target: _End) -> Iterator[tuple[tuple[int, ...], Offer]]:
    """The offers at one place; none for what stands there already."""
    assert target.type is not None
    title = _title(slot)
    words = entity_words(slot.schema)
    if takes_reference(slot.schema, target.type.name):
        if not _holds(slot, {"get_resource": target.name}):
            yield _rank(slot, 0), _offer(source, target, slot, REFERENCE, {}, title,
                                         f"takes {_one(words)}, which {target.name} is")
        return
    if slot.state == GROWS and slot.schema.type == "List":
        return
    if slot.state == HELD or len(slot.path) > _DEEPEST:
        return  # what stands there says more than a likeness of names
    for steps in fitting_attributes(slot.schema, target.type)[:2]:
        shown = _dotted(steps)
        why = f"takes {_one(words)}, which {target.name} has as {shown}" if words else f"{target.name} has the same"
        yield _rank(slot, 1), _offer(source, target, slot, ATTRIBUTE, {
            "attribute": list(steps) if len(steps) > 1 else steps[0]}, f"{title}: {shown} of {target.name}", why)


def _rank(slot: PropertySlot, kind: int) -> tuple[int, ...]:
    """References before attributes; what lacks a value before what has one; the outer before the inner."""
    replaces = slot.state == HELD
    wanted = slot.state == OPEN or (slot.schema.required and not replaces and len(slot.path) == 1)
    return kind, replaces, not wanted, len(slot.path)


def _offer(source: _End, target: _End, slot: PropertySlot | None, kind: str, more: dict[str, Any], title: str,
           why: str) -> Offer:
    operation: dict[str, Any] = {"op": "connect", "from": source.name, "to": target.name, **more}
    if slot is not None:
        operation["property"] = list(slot.path)
    return {"operations": [operation], "title": title, "path": list(slot.path) if slot is not None else None,
            "kind": kind, "why": why, "replaces": slot is not None and slot.state == HELD,
            "grows": slot is not None and slot.state == GROWS, "circular": False,
            "required": slot is not None and slot.schema.required}


def _title(slot: PropertySlot) -> str:
    words = _dotted(slot.path)
    if slot.state == GROWS and isinstance(slot.node, Sequence) and slot.node.items:
        return words + ", one more"
    return words


def _dotted(path: Path | list[str | int]) -> str:
    words = ""
    for step in path:
        words += f"[{step}]" if isinstance(step, int) else f".{step}" if words else step
    return words


def _holds(slot: PropertySlot, value: Any) -> bool:
    if slot.node is None:
        return False
    if slot.state == GROWS:
        return isinstance(slot.node, Sequence) and any(
            isinstance(each, Mapping) and each.plain() == value for each in slot.node.items)
    return isinstance(slot.node, Mapping) and slot.node.plain() == value


def _best(offers: list[Offer], count: int) -> list[Offer]:
    """The first offers of the best kind there is."""
    return [offer for offer in offers if offer["kind"] == offers[0]["kind"]][:count]


def _one(words: str | None) -> str:
    words = words or "reference"
    return ("an " if words[:1] in "aeiouAEIO" else "a ") + words


def _both(one: str, other: str) -> str:
    return one if one == other else f"{one}; {other}"


def _old_links(analysis: Analysis, source: str, target: str) -> list[Path] | None:
    """The places in a resource that refer to another and nothing else; None where one is a part of an expression."""
    from designer.edit.references import DEPENDS_ON as NAMED
    from designer.edit.references import uses_of
    from designer.edit.subject import Subject

    subject = Subject(analysis.document, analysis)
    version = subject.template.effective_version
    gone: list[Path] = []
    for use in uses_of(subject, "resources", target, ("resources", source)):
        holder = use.path if use.kind == NAMED else use.holder(version)
        if use.call is not None and holder != use.path_of(use.call):
            return None
        gone.append(holder)
    return gone


def _variants(offer: Offer, links: list[Path] | None, analysis: Analysis, source: str,
              target: str) -> Iterator[tuple[Offer, list[dict[str, Any]]]]:
    """A connection with what refers to the old target going, and with it staying."""
    if not links:
        yield offer, []
        return
    below = ("resources", source, "properties")
    path = offer["path"]
    if path is not None and (*below, *path) in links:
        if len(links) == 1:
            yield offer, []
        else:
            yield offer, [{"op": "disconnect", "from": source, "to": target}]
        return
    yield _in_place(offer, links, analysis, below), [{"op": "disconnect", "from": source, "to": target}]
    yield offer, []


def _in_place(offer: Offer, links: list[Path], analysis: Analysis, below: Path) -> Offer:
    """An offer of one more item of a list, in the item that has the old link instead."""
    path = offer["path"]
    if path is None or len(path) < 2 or not isinstance(path[-2], int):
        return offer
    holder = (*below, *path[:-2])
    for link in links:
        at = link[len(holder)] if len(link) == len(holder) + 2 and link[:len(holder)] == holder else None
        if not isinstance(at, int):
            continue
        node = follow(analysis.document.root, (*holder, at))
        if isinstance(node, Mapping) and path[-1] not in node.index:
            new = [*path[:-2], at, path[-1]]
            return {**offer, "path": new, "title": offer["title"].replace(_dotted(path), _dotted(new)),
                    "operations": [{**offer["operations"][0], "property": new}]}
    return offer
