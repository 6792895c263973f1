"""YAML text to nodes."""

from __future__ import annotations

import sys

from designer.syntax import cparser
from designer.syntax.duplicates import report_duplicates
from designer.syntax.nodes import Mapping, Node, Scalar, Sequence, Unit
from designer.syntax.scalars import MAP, MERGE, SEQUENCE, STRING, UnknownTag, key_text, scalar_value

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from designer.diagnostics.finding import Report
    from designer.syntax.limits import Limits


class TooManyNodes(Exception):
    """Aliases, expanded, make more nodes than the limit allows."""


def compose(text: str, limits: Limits, report: Report) -> tuple[Node | None, bool]:
    """The root node of a YAML text and whether it may hold aliases.

    Yields None for an empty document. Raises PyYAML's errors on bad syntax, cparser.TooDeep and TooManyNodes
    beyond the limits. Tags and keys that Heat's loader refuses are reported, and read as the nearest plain value.
    """
    aliases = may_hold_alias(text)
    parser = cparser.composer()(text, limits.depth, aliases)
    if aliases:
        from designer.syntax.aliases import compose_with_aliases

        composed = compose_with_aliases(parser)
    else:
        composed = parser.get_single_node()
    if composed is None:
        return None, False
    return _Builder(report, limits.nodes + len(text)).build_root(composed), aliases


def compose_entries(text: str, section: Mapping, base: int, limits: Limits, report: Report) -> (
        list[tuple[Scalar, Node]] | None):
    """The entries that a part of a block section holds: whole lines that begin `base` code points into the document.

    Yields None where the part is no block mapping by itself, or holds merge keys. Raises as `compose` does.
    """
    composed = cparser.composer()(text, limits.depth - 1).get_single_node()
    if composed is None:
        return []
    builder = _Builder(report, limits.nodes + len(text))
    if composed.__class__ is not builder.mapping_node or composed.flow_style or composed.tag != MAP:
        return None
    entries = builder.build_entries(composed, section, base)
    return None if any(key.value == "<<" for key, _ in entries) else entries


def may_hold_alias(text: str) -> bool:
    """Whether an alias could stand in the text: a word behind `&`, and the same behind `*`."""
    return any("*" + anchor in text for anchor in _marked(text, "&"))


def _marked(text: str, sign: str) -> set[str]:
    """The words that stand behind a sign where an anchor could."""
    words = set()
    at = text.find(sign)
    while at >= 0:
        if at == 0 or text[at - 1] in " \t\r\n[,:{-?":
            end = at + 1
            while text[end:end + 1].isalnum() or text[end:end + 1] in ("_", "-"):
                end += 1
            if end > at + 1:
                words.add(text[at + 1:end])
        at = text.find(sign, at + 1)
    return words


class _Builder:
    """The state of one conversion of PyYAML's nodes into ours."""

    __slots__ = ("report", "room", "scalar_node", "mapping_node", "values")

    def __init__(self, report: Report, room: int) -> None:
        nodes: Any = sys.modules["yaml.nodes"]
        self.scalar_node = nodes.ScalarNode
        self.mapping_node = nodes.MappingNode
        self.report = report
        self.room = room
        self.values: dict[tuple[str, str], str | int | float | bool | None] = {}

    def build_root(self, composed: Any) -> Node:
        """The root: each entry of a section is a unit of its own, and so is a section that is no mapping."""
        unit = Unit(0)
        if composed.__class__ is not self.mapping_node:
            return self.build(composed, None, unit)
        root = self._open_mapping(composed, None, unit)
        for key_node, value_node in composed.value:
            key = self._build_key(key_node, root, unit)
            if key is None:
                continue
            value: Node
            if value_node.__class__ is self.mapping_node:
                value = self._open_mapping(value_node, root, unit)
                value.entries = self.build_entries(value_node, value, 0)
                self._close_mapping(value)
            else:
                value = self.build(value_node, root, Unit(value_node.start_mark.index))
            root.entries.append((key, value))
        self._close_mapping(root)
        return root

    def build_entries(self, composed: Any, section: Mapping, base: int) -> list[tuple[Scalar, Node]]:
        """The entries of a section, each a unit of its own, in a text that begins at `base` of the document."""
        entries = []
        for key_node, value_node in composed.value:
            own = Unit(key_node.start_mark.index)
            key = self._build_key(key_node, section, own)
            if key is not None:
                entries.append((key, self.build(value_node, section, own)))
            own.base += base
        return entries

    def build(self, composed: Any, parent: Node | None, unit: Unit) -> Node:
        base = unit.base
        kind = composed.__class__
        if kind is self.scalar_node:
            tag = composed.tag
            value = composed.value
            scalar = Scalar(unit, composed.start_mark.index - base, composed.end_mark.index - base, parent, value,
                            composed.style or None)
            if tag != STRING:
                scalar.value = self._value(tag, value, scalar)
            return scalar
        children = composed.value
        self.room -= 1 + len(children)
        if self.room < 0:
            raise TooManyNodes
        build = self.build
        if kind is self.mapping_node:
            mapping = Mapping(unit, composed.start_mark.index - base, composed.end_mark.index - base, parent,
                              composed.flow_style is True)
            if composed.tag != MAP:
                self.report("HOT006", mapping, tag=composed.tag)
            entries = mapping.entries
            index = mapping.index
            for key_node, value_node in children:
                if key_node.tag == STRING:
                    name = key_node.value
                    key = Scalar(unit, key_node.start_mark.index - base, key_node.end_mark.index - base, mapping, name,
                                 key_node.style or None)
                else:
                    odd = self._build_key(key_node, mapping, unit)
                    if odd is None:
                        continue
                    key = odd
                    name = key.value
                value = build(value_node, mapping, unit)
                entries.append((key, value))
                index[name] = value
            if not mapping.flow:
                # without entries, that are no words: the mark of its end lies behind comments that follow
                mapping.rel_end = value.rel_end if entries else mapping.rel_start + 1
            if len(index) != len(entries):
                report_duplicates(mapping, self.report)
            if "<<" in index:
                self._merge(mapping)
            return mapping
        sequence = Sequence(unit, composed.start_mark.index - base, composed.end_mark.index - base, parent,
                            composed.flow_style is True)
        if composed.tag != SEQUENCE:
            self.report("HOT006", sequence, tag=composed.tag)
        items = sequence.items = [build(item, sequence, unit) for item in children]
        if items and not sequence.flow:
            sequence.rel_end = items[-1].rel_end
        return sequence

    def _open_mapping(self, composed: Any, parent: Node | None, unit: Unit) -> Mapping:
        base = unit.base
        mapping = Mapping(unit, composed.start_mark.index - base, composed.end_mark.index - base,
                          parent, bool(composed.flow_style))
        if composed.tag != MAP:
            self.report("HOT006", mapping, tag=composed.tag)
        return mapping

    def _close_mapping(self, mapping: Mapping) -> None:
        """Build the index of a mapping of units, expand its merge keys, and end it where its last value ends."""
        entries = mapping.entries
        if not entries:
            if not mapping.flow:
                mapping.rel_end = mapping.rel_start + 1
            return
        if not mapping.flow:
            mapping.rel_end = entries[-1][1].end - mapping.unit.base
        mapping.index = {key.value: value for key, value in entries}  # type: ignore[misc]
        if len(mapping.index) != len(entries):
            report_duplicates(mapping, self.report)
        if "<<" in mapping.index:
            self._merge(mapping)

    def _merge(self, mapping: Mapping) -> None:
        brought: list[tuple[Scalar, Node]] = []
        own: list[tuple[Scalar, Node]] = []
        for key, value in mapping.entries:
            if key.value != "<<" or key.style is not None:
                own.append((key, value))
            elif isinstance(value, Mapping):
                brought += value.entries
            elif isinstance(value, Sequence) and all(isinstance(item, Mapping) for item in value.items):
                for item in reversed(value.items):
                    brought += item.entries  # type: ignore[attr-defined]
            else:
                self.report("HOT009", value)
        for _, value in brought:
            value.parent = mapping
        mapping.entries = brought + own
        mapping.index = {key.value: value for key, value in mapping.entries}  # type: ignore[misc]

    def _build_key(self, composed: Any, mapping: Mapping, unit: Unit) -> Scalar | None:
        base = unit.base
        key = Scalar(unit, composed.start_mark.index - base, composed.end_mark.index - base, mapping, None, None)
        tag = composed.tag
        if tag == STRING:
            key.value = composed.value
            key.style = composed.style or None
        elif composed.__class__ is not self.scalar_node:
            key.rel_end = key.rel_start + 1  # a block collection's own end lies behind the comments that follow
            self.report("HOT010", key)
            return None
        elif tag == MERGE or tag == "tag:yaml.org,2002:value":
            key.value = composed.value
        else:
            key.value = key_text(self._value(tag, composed.value, key))
        return key

    def _value(self, tag: str, text: str, scalar: Scalar) -> str | int | float | bool | None:
        known = (tag, text)
        if known in self.values:
            return self.values[known]
        try:
            value = self.values[known] = scalar_value(tag, text)
            return value
        except UnknownTag:
            self.report("HOT006", scalar, tag=tag)
        except ValueError:
            self.report("HOT011", scalar, tag=tag, text=text)
        return text
