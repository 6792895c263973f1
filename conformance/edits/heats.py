"""Texts as Heat reads them, and where things stand in them: PyYAML alone, nothing of ours.

Source: heat.common.template_format (simple_parse): JSON first, else YAML, in which dates are texts.
"""

from __future__ import annotations

import json
import re
from typing import Any

import yaml

_BREAK = re.compile("\r\n|[\r\n\x85\u2028\u2029]")


class Loader(yaml.CSafeLoader):
    """PyYAML's loader with dates left as texts."""


def _text(loader: Any, node: Any) -> Any:
    return loader.construct_scalar(node)


Loader.add_constructor("tag:yaml.org,2002:str", _text)
Loader.add_constructor("tag:yaml.org,2002:timestamp", _text)


def load(text: str) -> Any:
    """What Heat makes of a text. Raises ValueError where it makes nothing of it."""
    try:
        return json.loads(text)
    except ValueError:
        try:
            found = yaml.load(text, Loader=Loader)
        except (yaml.YAMLError, ValueError, RecursionError) as error:
            raise ValueError(str(error)) from error
    return {} if found is None else unshared(found)


def unshared(value: Any) -> Any:
    """A value in which nothing is the same object twice, as aliases make it."""
    if isinstance(value, dict):
        return {key: unshared(each) for key, each in value.items()}
    return [unshared(each) for each in value] if isinstance(value, list) else value


def lines_of(text: str) -> list[str]:
    """The lines of a text as YAML counts them, without what breaks them."""
    return _BREAK.split(text)


def breaks_of(text: str) -> set[str]:
    """The kinds of line breaks in a text."""
    return set(_BREAK.findall(text))


class Node:
    """A node as it stands in the text, aliases too: its lines, counted from 0, and its children."""

    def __init__(self, first: int, last: int, flow: bool, kind: str) -> None:
        self.first = first
        self.last = last
        self.flow = flow
        self.kind = kind
        self.keys: list[tuple[Any, Node, Node]] = []
        self.items: list[Node] = []

    @property
    def empty(self) -> bool:
        return not self.keys and not self.items


class Lines:
    """A text's lines and nodes."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.lines = lines_of(text)
        self._events = iter(yaml.parse(text, Loader=yaml.CSafeLoader))
        self.root: Node | None = None
        for event in self._events:
            if isinstance(event, (yaml.ScalarEvent, yaml.MappingStartEvent, yaml.SequenceStartEvent)):
                self.root = self._node(event)

    def _node(self, event: Any) -> Node:
        start, end = event.start_mark, event.end_mark
        if isinstance(event, yaml.AliasEvent):
            return Node(start.line, end.line, False, "alias")
        if isinstance(event, yaml.ScalarEvent):
            return Node(start.line, self._last(event), False, "scalar")
        node = Node(start.line, end.line, bool(event.flow_style), "collection")
        while True:
            inner = next(self._events)
            if isinstance(inner, (yaml.MappingEndEvent, yaml.SequenceEndEvent)):
                break
            child = self._node(inner)
            if isinstance(event, yaml.MappingStartEvent):
                value = self._node(next(self._events))
                node.keys.append((getattr(inner, "value", None), child, value))
            else:
                node.items.append(child)
        if node.flow:
            node.last = int(inner.end_mark.line)  # type: ignore[union-attr]
        elif not node.empty:
            node.last = node.keys[-1][2].last if node.keys else node.items[-1].last
        return node

    def _last(self, event: Any) -> int:
        """The last line of a scalar: a literal text's mark stands behind what follows it."""
        last = int(event.end_mark.line)
        if event.style in ("|", ">"):
            last -= 0 if event.end_mark.column else 1
            keeps = "+" in self.lines[event.start_mark.line][event.start_mark.column:][:3]
            while not keeps and last > event.start_mark.line and not self.lines[last].strip():
                last -= 1
        return last

    def places(self, path: list[Any]) -> list[Node]:
        """Where an entry stands, with its key, or an item, with its dash: those that later ones hide too; the last is
        the one that counts. None where nothing stands there."""
        nodes = [self.root] if self.root is not None else []
        flow = False
        found: list[Node] = nodes
        for step in path:
            holder = nodes[-1] if nodes else None
            if holder is None:
                return []
            flow = flow or holder.flow
            if isinstance(step, int):
                nodes = holder.items[step:step + 1]
                found = [self._spread(self.dash(holder, step), node, flow) for node in nodes]
            else:
                pairs = [(key, value) for name, key, value in holder.keys if name == step]
                nodes = [value for _, value in pairs]
                found = [self._spread(key.first, value, flow) for key, value in pairs]
            if not nodes:
                return []
        return found

    def place(self, path: list[Any]) -> Node | None:
        """The place that counts."""
        found = self.places(path)
        return found[-1] if found else None

    def doubled(self, path: list[Any]) -> bool:
        """Whether a key stands twice in the map at a path."""
        node: Node | None = self.root
        for step in path:
            if node is None:
                return False
            inner = node.items[step:step + 1] if isinstance(step, int) else [
                value for name, _, value in node.keys if name == step]
            node = inner[-1] if inner else None
        names = [name for name, _, _ in node.keys] if node is not None else []
        return len(set(names)) < len(names)

    def dash(self, holder: Node, at: int) -> int:
        """The line of an item's dash, which may stand alone above it."""
        first = holder.items[at].first
        above = holder.items[at - 1].last if at else holder.first - 1
        for line in range(first - 1, above, -1):
            words = self.lines[line].strip()
            if words[:1] == "-" and words[1:].strip()[:1] in ("", "#", "&"):
                return line
            if words[:1] not in ("", "#"):
                break
        return first

    def _spread(self, first: int, node: Node, flow: bool) -> Node:
        place = Node(first, max(node.last, first), flow or node.flow, node.kind)
        place.keys, place.items = node.keys, node.items
        return place
