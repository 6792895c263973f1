"""The parts of a template. Each knows its nodes; nothing here is judged, and nothing missing is made up."""

from __future__ import annotations

from designer.syntax import Document, Mapping, Node, Scalar
from designer.syntax.ordered import Ordered

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable
    from typing import Any


class Entry:
    """A named entry of a section: `key` is the node of its name, `node` that of its definition."""

    __slots__ = ("name", "key", "node")

    def __init__(self, name: str, key: Scalar, node: Node) -> None:
        self.name = name
        self.key = key
        self.node = node

    def part(self, keyword: str) -> Node | None:
        """The node under a keyword; None where it is missing or null, or the definition is no mapping."""
        if not isinstance(self.node, Mapping):
            return None
        part = self.node.index.get(keyword)
        if part is not None and part.__class__ is Scalar and part.value is None:
            return None
        return part

    def __repr__(self) -> str:
        return f"<{type(self).__name__} {self.name}>"


class Parameter(Entry):
    """A parameter's schema as written."""

    __slots__ = ()

    @property
    def type(self) -> str | None:
        return text_of(self.part("type"))


class Condition(Entry):
    """A condition: its definition is an expression."""

    __slots__ = ()


class Output(Entry):
    """An output: `value`, and since 2016-10-14 a condition."""

    __slots__ = ()


class Resource(Entry):
    """A resource: its type, and the nodes of its sections, None where a section is not there.

    `depends_on` lists the names it says it depends on, each with its node; what is no string is left out.
    """

    __slots__ = ("type", "type_node", "properties", "metadata", "depends_on", "condition")

    def __init__(self, name: str, key: Scalar, node: Node) -> None:
        self.name = name
        self.key = key
        self.node = node
        type_node = properties = metadata = condition = depends_on = None
        if node.__class__ is Mapping:
            # as `part` does it, for the thousands that there are
            for keyword, part in node.index.items():
                if part.__class__ is Scalar and part.value is None:
                    continue
                if keyword == "type":
                    type_node = part
                elif keyword == "properties":
                    properties = part
                elif keyword == "depends_on":
                    depends_on = part
                elif keyword == "metadata":
                    metadata = part
                elif keyword == "condition":
                    condition = part
        self.type_node: Node | None = type_node
        self.type = text_of(type_node)
        self.properties: Node | None = properties
        self.metadata: Node | None = metadata
        self.condition: Node | None = condition
        self.depends_on = _names(depends_on) if depends_on is not None else []


class Template:
    """A template as its parts.

    `version` is the date of its version, None where it is missing or unknown; `effective_version` is what its functions
    are judged by then: the latest. Sections hold what can be used; a section that is no mapping counts as empty.
    `sections` leads from a section's name to its key and value nodes. Names are as Heat sees them: strings.
    `by_type` leads from a type, as it is written, to the names of its resources, in no order.
    """

    __slots__ = ("document", "root", "version", "version_node", "description", "sections", "parameters",
                 "parameter_groups", "conditions", "resources", "outputs", "_by_type")

    def __init__(self, document: Document, root: Mapping) -> None:
        self.document = document
        self.root = root
        self.version: str | None = None
        self.version_node: Node | None = None
        self.description: Node | None = None
        self.sections: dict[str, tuple[Scalar, Node]] = {}
        self.parameters: Ordered[Parameter] = self._ordered("parameters")
        self.parameter_groups: Node | None = None
        self.conditions: Ordered[Condition] = self._ordered("conditions")
        self.resources: Ordered[Resource] = self._ordered("resources")
        self.outputs: Ordered[Output] = self._ordered("outputs")
        self._by_type: dict[str | None, dict[str, None]] | None = None

    def _ordered(self, section: str) -> Ordered[Any]:
        def like() -> Any:
            return getattr(self.root.index.get(section), "index", ())

        return Ordered(like)

    @property
    def by_type(self) -> dict[str | None, dict[str, None]]:
        if self._by_type is None:
            self._by_type = {}
            for name, resource in self.resources.items():
                names = self._by_type.get(resource.type)
                if names is None:
                    self._by_type[resource.type] = {name: None}
                else:
                    names[name] = None
        return self._by_type

    def written_resources(self) -> list[tuple[Scalar, Node]]:
        """The resources in the order of the text, each as its key and its definition."""
        section = self.root.index.get("resources")
        if isinstance(section, Mapping) and not self.document.aliases and len(section.entries) == len(self.resources):
            return section.entries
        # what a merge brings does not stand where it counts
        return sorted([(each.key, each.node) for each in self.resources.values()], key=_start)

    def take_outer(self, section: str) -> None:
        """Take in a section that is no map, and that was read again."""
        value = self.root.index[section]
        self.sections[section] = self.sections[section][0], value
        if section == "description":
            self.description = value
        elif section == "parameter_groups":
            self.parameter_groups = value
        elif section == "heat_template_version":
            self.version_node = value

    def replace(self, section: str, removed: Iterable[str], added: Iterable[Any]) -> None:
        """Let entries of a section go and put in others; their nodes stand in the document already."""
        entries: Ordered[Any] = getattr(self, section)
        types = self._by_type if section == "resources" else None
        for name in removed:
            gone = entries.pop(name, None)
            if types is not None and gone is not None:
                del types[gone.type][name]
                if not types[gone.type]:
                    del types[gone.type]
        for entry in added:
            entries[entry.name] = entry
            if types is not None:
                types.setdefault(entry.type, {})[entry.name] = None
        entries.disorder()

    @property
    def effective_version(self) -> str:
        from designer.template.versions import LATEST

        return self.version or LATEST


def text_of(node: Node | None) -> str | None:
    """The text of a scalar that is a string, None for anything else."""
    if node is not None and node.__class__ is Scalar and isinstance(node.value, str):
        return node.value
    return None


def _start(entry: tuple[Scalar, Node]) -> int:
    return entry[0].start


def _names(node: Node | None) -> list[tuple[str, Scalar]]:
    if node is None:
        return []
    items = getattr(node, "items", None) if not isinstance(node, Mapping) else None
    nodes = items if isinstance(items, list) else [node]
    return [(item.value, item) for item in nodes if item.__class__ is Scalar and isinstance(item.value, str)]
