"""What a rule about hidden dependencies may look at: resources by type, and what their properties are worth."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any, TypeAlias

    from designer.catalog import ResourceType
    from designer.functions import Evaluation
    from designer.graph.model import Graph, GraphNode
    from designer.template import Resource

    # Where a resource is noted: in which table, under which type
    Tables: TypeAlias = "tuple[tuple[dict[str, dict[str, None]], str], ...]"


class Look:
    """The resources of a graph that are not switched off, by the type that Heat takes them for.

    `plugins` leads from a type to those whose plug-in is that type's; `interfaces` to those that others take for
    one: a provider template that stands in for a type is taken for it without having its plug-in.
    Source: heat.engine.resource, Resource.has_interface.
    """

    __slots__ = ("graph", "values", "types", "plugins", "interfaces")

    def __init__(self, graph: Graph, evaluation: Evaluation,
                 types: Callable[[Resource], ResourceType | None] | None) -> None:
        self.graph = graph
        self.values = evaluation.resources
        self.types = types
        self.plugins: dict[str, dict[str, None]] = {}
        self.interfaces: dict[str, dict[str, None]] = {}
        self.fill()

    def fill(self) -> None:
        """Take in all resources of the graph; `clear` forgets them, to save their room."""
        known: dict[str, Tables] = {}
        registry = getattr(getattr(self.types, "environment", None), "registry", None)
        alike = registry is None or not registry.resources  # a registry may name one resource
        for name, node in self.graph.nodes.items():
            written = node.resource.type
            if written is None or node.enabled is False:
                continue
            tables = known.get(written) if alike else None
            if tables is None:
                tables = known[written] = self._tables_of(node)
            for table, type_name in tables:
                if type_name in table:
                    table[type_name][name] = None
                else:
                    table[type_name] = {name: None}

    def clear(self) -> None:
        self.plugins.clear()
        self.interfaces.clear()

    def add(self, name: str, node: GraphNode) -> None:
        """Take in a resource."""
        for table, type_name in self._tables_of(node):
            table.setdefault(type_name, {})[name] = None

    def drop(self, name: str, node: GraphNode) -> None:
        """Leave out a resource that was taken in as `node`."""
        for table, type_name in self._tables_of(node):
            del table[type_name][name]
            if not table[type_name]:
                del table[type_name]

    def _tables_of(self, node: GraphNode) -> Tables:
        written = node.resource.type
        if written is None or node.enabled is False:
            return ()
        real: str | None
        if self.types is None:
            real = _default_meaning(written)
        else:
            found = self.types(node.resource)
            real = written if found is None else found.name if found.origin != "template" else None
        if real == written:
            return (self.plugins, written), (self.interfaces, written)
        if real is None:
            return ((self.interfaces, written),)
        return (self.plugins, real), (self.interfaces, written), (self.interfaces, real)

    def is_taken_for(self, name: str, type_name: str) -> bool:
        """Whether a resource is taken for one of a type."""
        return name in self.interfaces.get(type_name, ())

    def properties(self, name: str) -> dict[str, Any]:
        """The values of a resource's properties; none where they cannot be made out."""
        values = self.values.get(name)
        properties = None if values is None else values.properties
        return properties if isinstance(properties, dict) else {}


def _default_meaning(type_name: str) -> str:
    if not type_name.startswith(("OS::Quantum", "OS::Metering", "OS::Ceilometer")):
        return type_name
    from designer.catalog import resolve_alias

    return resolve_alias(type_name)
