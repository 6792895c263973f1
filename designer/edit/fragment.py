"""Parts of a template as text of their own: what is copied, and what is pasted.

    fragment_of(subject, {"resources": ["server"]})    # YAML: entries as they are written, with their comments
    fragment_of(subject, {"parameter_groups": ["0"]})  # parameter groups by their places
    entries_of(fragment_text)                          # what a pasted text holds, by section
"""

from __future__ import annotations

from designer.edit.block import Block
from designer.edit.lines import lines_of
from designer.edit.refused import Refused
from designer.edit.rendering import entry_lines, item_lines
from designer.edit.style import Style, style_around
from designer.edit.subject import SECTIONS
from designer.edit.writing import key_text_of
from designer.syntax import Document, Mapping, Sequence, read, walk

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from designer.edit.subject import Subject

GROUPS = "parameter_groups"
_ORDER = (GROUPS, "parameters", "conditions", "resources", "outputs")


class Entry:
    """An entry of a fragment: its plain value, and its lines from the column of its key on, None where it has none."""

    __slots__ = ("name", "value", "lines")

    def __init__(self, name: str, value: Any, lines: list[str] | None) -> None:
        self.name = name
        self.value = value
        self.lines = lines


def fragment_of(subject: Subject, wanted: dict[str, list[str]]) -> str:
    """Entries of sections as text: as they are written where that stands by itself, else written anew."""
    lines: list[str] = []
    for section in _ORDER:
        names = wanted.get(section)
        if not names:
            continue
        lines.append(section + ":")
        if section == GROUPS:
            lines += _group_lines(subject, names)
            continue
        node = subject.section(section)
        style = style_around(subject.document, node)
        for name in names:
            entry = subject.entry(section, name)
            own = _own_lines(node, name, subject.document) if node is not None else None
            own = ["  " + line if line else "" for line in own or ()]
            if not own or read("\n".join([section + ":", *own])).root is None:
                style.json = False
                own = entry_lines(name, entry.plain(), style, 2)
            lines += own
    return "\n".join(lines) + "\n"


def _group_lines(subject: Subject, places: list[str]) -> list[str]:
    groups = subject.node((GROUPS,))
    if not isinstance(groups, Sequence):
        raise Refused("there are no parameter groups")
    style = style_around(subject.document, groups)
    style.json = False
    lines: list[str] = []
    for place in places:
        if not place.isdecimal() or int(place) >= len(groups.items):
            raise Refused(f"there is no parameter group number {place}")
        own = _own_lines(groups, int(place), subject.document)
        own = ["  " + line if line else "" for line in own or ()]
        if not own or read("\n".join([GROUPS + ":", *own])).root is None:
            own = item_lines(groups.items[int(place)].plain(), style, 2)
        lines += own
    return lines


def entries_of(text: str) -> tuple[Document, dict[str, list[str]]]:
    """The document that a pasted text makes, and the names that it holds by section; of parameter groups, their places.

    The text is a template or a part of one, resources without their section, or one resource without its name.
    Raises Refused where it is none of these.
    """
    document = read(text)
    root = document.root
    if not isinstance(root, Mapping) or not root.index:
        raise Refused("what is pasted is no part of a template")
    if not any(section in root.index for section in (GROUPS, *SECTIONS)):
        document = read(_wrapped(document, root))
        root = document.root
    names: dict[str, list[str]] = {}
    for section in _ORDER:
        node = root.index.get(section) if isinstance(root, Mapping) else None
        if isinstance(node, Mapping) and node.index:
            names[section] = list(node.index)
        elif section == GROUPS and isinstance(node, Sequence) and node.items:
            names[section] = [str(at) for at in range(len(node.items))]
    if not names:
        raise Refused("what is pasted holds no resource, parameter, parameter group, condition or output")
    return document, names


def _wrapped(document: Document, root: Mapping) -> str:
    """A text of bare resources as one of a section."""
    value = root.plain()
    style = Style()
    lines, indent = ["resources:"], "  "
    if isinstance(value.get("type"), str):
        name = value["type"].rpartition("::")[2].rpartition("/")[2].lower() or "resource"
        lines, indent = ["resources:", "  " + key_text_of(name) + ":"], "    "
        value = {name: value}
    elif not all(isinstance(each, dict) and "type" in each for each in value.values()):
        raise Refused("what is pasted is no part of a template")
    text = document.text.replace("\r\n", "\n").replace("\r", "\n").rstrip("\n")
    if not root.flow and not document.aliases and not text.startswith(("---", "%")):
        made = "\n".join([*lines, *(indent + line if line else "" for line in text.split("\n"))]) + "\n"
        if read(made).root is not None:
            return made
    every = [line for name, each in value.items() for line in entry_lines(name, each, style, 2)]
    return "\n".join(["resources:", *every]) + "\n"


def entry_in(document: Document, section: str, name: str) -> Entry:
    """An entry of a fragment as it is to be put in."""
    root = document.root
    node = root.index[section] if isinstance(root, Mapping) else None
    assert isinstance(node, Mapping)
    return Entry(name, node.index[name].plain(), _own_lines(node, name, document))


def group_in(document: Document, place: int) -> Entry:
    """A parameter group of a fragment as it is to be put in."""
    groups = document.root.index[GROUPS] if isinstance(document.root, Mapping) else None
    assert isinstance(groups, Sequence)
    return Entry(str(place), groups.items[place].plain(), _own_lines(groups, place, document))


def _own_lines(node: Mapping | Sequence, name: str | int, document: Document) -> list[str] | None:
    """The lines of a child and its comments, from the column of its key or dash on; None where they hold others too."""
    child = node.index[str(name)] if isinstance(node, Mapping) else node.items[int(name)]
    if node.flow or document.aliases or document.format == "json" or any(
            document.text.startswith("&", each.start) for each in walk(child)):
        return None  # an anchor may stand but once
    block = Block(document.text, node, False)
    lines = lines_of(block, name)
    found = []
    for line in lines:
        if line[:block.column].strip(" "):
            return None  # what stands further out than its key cannot be moved
        found.append(line[block.column:])
    return found
