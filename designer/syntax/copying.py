"""A document once more, to be read on from while the first stays as it is.

What `reread` makes a new document of is of no more use afterwards. A copy shares no node with the first; what is inside
of an entry is copied when somebody looks at it, so that a copy costs little more than the entries that are read again.
"""

from __future__ import annotations

from designer.syntax.document import Document
from designer.syntax.nodes import Mapping, Node, Scalar, Sequence, Unit

TYPE_CHECKING = False
if TYPE_CHECKING:
    from designer.syntax.nodes import Entry

    # of the units that were copied, by the ids of the first ones
    Units = dict[int, Unit]


def copy_of(document: Document) -> Document | None:
    """A document of the same text with nodes of its own; None where aliases make nodes stand in several places.

    What reading found wrong is told of the first one's nodes.
    """
    if document.aliases:
        return None
    units: Units = {}
    root = document.root
    made = Document(document.text, _sections(root, units) if isinstance(root, Mapping) and not root.flow else _copied(
        root, None, units) if root is not None else None, document.findings, document.format, document.bom)
    made.lines = document.lines
    return made


def fill(mapping: Mapping) -> None:
    """Put into a map that was copied without what is in it what the first one holds."""
    unit = mapping.unit
    _fill(mapping, unit.source, {id(unit.source.unit): unit})


def _sections(root: Mapping, units: Units) -> Mapping:
    made = _empty(root, None, units)
    entries: list[Entry] = []
    for key, value in root.entries:
        section: Node
        if isinstance(value, Mapping) and not value.flow:
            section = _empty(value, made, units)
            _take(section, value, [_entry(name, entry, section, units) for name, entry in value.entries])
        else:
            section = _copied(value, made, units)
        entries.append((_scalar(key, made, units), section))
    _take(made, root, entries)
    return made


def _entry(name: Scalar, node: Node, section: Mapping, units: Units) -> Entry:
    """A copy of an entry, which is filled when somebody looks into it where it is a unit of its own."""
    unit = name.unit
    if node.unit is not unit or not isinstance(node, Mapping) or id(unit) in units:
        return _scalar(name, section, units), _copied(node, section, units)
    own = Unit(unit.shelf.base + unit.base)
    own.source = node
    made: Mapping = Mapping.__new__(Mapping)
    made.unit = own
    made.rel_start = node.rel_start
    made.rel_end = node.rel_end
    made.parent = section
    made.flow = node.flow
    return Scalar(own, name.rel_start, name.rel_end, section, name.value, name.style), made


def _copied(node: Node, parent: Node | None, units: Units) -> Node:
    if isinstance(node, Scalar):
        return _scalar(node, parent, units)
    if isinstance(node, Sequence):
        listed = Sequence(_unit(node, units), node.rel_start, node.rel_end, parent, node.flow)
        listed.items = [_copied(item, listed, units) for item in node.items]
        return listed
    assert isinstance(node, Mapping)
    made = _empty(node, parent, units)
    _fill(made, node, units)
    return made


def _fill(made: Mapping, node: Mapping, units: Units) -> None:
    _take(made, node, [(_scalar(key, made, units), _copied(value, made, units)) for key, value in node.entries])


def _take(made: Mapping, node: Mapping, entries: list[Entry]) -> None:
    made.entries = entries
    if len(node.index) == len(entries):
        made.index = {str(key.value): value for key, value in entries}
    else:
        places = {id(value): at for at, (_, value) in enumerate(node.entries)}
        made.index = {name: entries[places[id(value)]][1] for name, value in node.index.items()}


def _empty(node: Mapping, parent: Node | None, units: Units) -> Mapping:
    made: Mapping = Mapping.__new__(Mapping)
    made.unit = _unit(node, units)
    made.rel_start = node.rel_start
    made.rel_end = node.rel_end
    made.parent = parent
    made.flow = node.flow
    return made


def _scalar(node: Scalar, parent: Node | None, units: Units) -> Scalar:
    return Scalar(_unit(node, units), node.rel_start, node.rel_end, parent, node.value, node.style)


def _unit(node: Node, units: Units) -> Unit:
    unit = node.unit
    made = units.get(id(unit))
    if made is None:
        made = units[id(unit)] = Unit(unit.shelf.base + unit.base)
    return made
