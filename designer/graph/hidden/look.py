"""What a rule about hidden dependencies may look at: resources by type, and what their properties are worth."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any

    from designer.catalog import ResourceType
    from designer.functions import Evaluation
    from designer.graph.hidden.sameness import Side
    from designer.graph.model import Graph
    from designer.template import Resource


class Look:
    """The resources of a graph that are not switched off, by the type that Heat takes them for.

    `plugins` leads from a type to those whose plug-in is that type's; `interfaces` to those that others take for
    one: a provider template that stands in for a type is taken for it without having its plug-in.
    Source: heat.engine.resource, Resource.has_interface.
    """

    __slots__ = ("graph", "values", "plugins", "interfaces", "port_names", "kept")

    def __init__(self, graph: Graph, evaluation: Evaluation,
                 types: Callable[[Resource], ResourceType | None] | None) -> None:
        self.graph = graph
        self.values = evaluation.resources
        self.plugins: dict[str, list[str]] = {}
        self.interfaces: dict[str, list[str]] = {}
        # What several rules look for, found once.
        self.kept: dict[str, Side] = {}
        known: dict[str, str] = {}
        for name, node in graph.nodes.items():
            written = node.resource.type
            if written is None or node.enabled is False:
                continue
            real: str | None
            if types is None:
                real = known.get(written)
                if real is None:
                    real = known[written] = _default_meaning(written)
            else:
                found = types(node.resource)
                real = written if found is None else found.name if found.origin != "template" else None
            if real is not None:
                _append(self.plugins, real, name)
            _append(self.interfaces, written, name)
            if real is not None and real != written:
                _append(self.interfaces, real, name)
        self.port_names = frozenset(self.interfaces.get("OS::Neutron::Port", ()))

    def plugins_of(self, type_name: str) -> list[str]:
        """The names of the resources with this type's plug-in, in the order of the text."""
        return self.plugins.get(type_name, [])

    def taken_for(self, type_name: str) -> list[str]:
        """The names of the resources that are taken for one of this type, in the order of the text."""
        return self.interfaces.get(type_name, [])

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


def _append(table: dict[str, list[str]], key: str, name: str) -> None:
    if key in table:
        table[key].append(name)
    else:
        table[key] = [name]
