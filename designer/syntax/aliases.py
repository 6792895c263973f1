"""Composing a document that holds aliases.

`compose` of PyYAML shares one node between an anchor and its aliases, so the place of an alias is lost. Here
an alias becomes a node of its own: its place is the alias', its content the anchor's.
"""

from __future__ import annotations

import sys

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any


def compose_with_aliases(parser: Any) -> Any:
    """PyYAML's nodes of the one document that a parser (cparser.composer) reads; None where it is empty.

    Raises PyYAML's errors for bad syntax, an unknown or recursive alias, an anchor given twice, a second document.
    """
    return _Composition(parser).document()


class _Composition:
    __slots__ = ("parser", "anchors", "open", "nodes", "error")

    def __init__(self, parser: Any) -> None:
        self.parser = parser
        self.anchors: dict[str, Any] = {}
        self.open: set[str] = set()
        self.nodes: Any = sys.modules["yaml.nodes"]
        composer: Any = sys.modules.get("yaml._yaml") or sys.modules["yaml.composer"]
        self.error = composer.ComposerError

    def document(self) -> Any:
        get = self.parser.get_event
        get()  # the start of the stream
        event = get()
        if event.__class__.__name__ == "StreamEndEvent":
            return None
        node = self.node(get())
        get()  # the end of the document
        event = get()
        if event.__class__.__name__ != "StreamEndEvent":
            raise self.error("expected a single document in the stream", node.start_mark,
                             "but found another document", event.start_mark)
        return node

    def node(self, event: Any) -> Any:
        kind = event.__class__.__name__
        anchor = event.anchor
        if kind == "AliasEvent":
            return self.alias(anchor, event)
        parser = self.parser
        if anchor is not None and anchor in self.anchors:
            raise self.error("found duplicate anchor; first occurrence", self.anchors[anchor].start_mark,
                             "second occurrence", event.start_mark)
        parser.descend_resolver(None, None)
        tag = event.tag
        node: Any
        if kind == "ScalarEvent":
            if tag is None or tag == "!":
                tag = parser.resolve(self.nodes.ScalarNode, event.value, event.implicit)
            node = self.nodes.ScalarNode(tag, event.value, event.start_mark, event.end_mark, event.style)
            if anchor is not None:
                self.anchors[anchor] = node
        else:
            node = self.collection(kind, tag, anchor, event)
        parser.ascend_resolver()
        return node

    def collection(self, kind: str, tag: Any, anchor: str | None, event: Any) -> Any:
        mapping = kind == "MappingStartEvent"
        shape = self.nodes.MappingNode if mapping else self.nodes.SequenceNode
        if tag is None or tag == "!":
            tag = self.parser.resolve(shape, None, event.implicit)
        children: list[Any] = []
        node = shape(tag, children, event.start_mark, None, flow_style=event.flow_style)
        if anchor is not None:
            self.anchors[anchor] = node
            self.open.add(anchor)
        get = self.parser.get_event
        event = get()
        while not event.__class__.__name__.endswith("EndEvent"):
            child = self.node(event)
            children.append((child, self.node(get())) if mapping else child)
            event = get()
        node.end_mark = event.end_mark
        if anchor is not None:
            self.open.discard(anchor)
        return node

    def alias(self, anchor: str, event: Any) -> Any:
        target = self.anchors.get(anchor)
        if target is None:
            raise self.error(None, None, f"found undefined alias {anchor!r}", event.start_mark)
        if anchor in self.open:
            raise self.error(None, None, f"the alias {anchor!r} stands inside what it stands for", event.start_mark)
        if isinstance(target, self.nodes.ScalarNode):
            return self.nodes.ScalarNode(target.tag, target.value, event.start_mark, event.end_mark, target.style)
        # written in one place, so the builder must not take its end from the anchor's items: as if in brackets
        return target.__class__(target.tag, target.value, event.start_mark, event.end_mark, flow_style=True)
