"""A template and its evaluation to a dependency graph."""

from __future__ import annotations

from designer.graph.model import DEPENDS_ON, Edge, Graph, GraphNode, Reason, any_of, both

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import TypeAlias

    from designer.catalog import ResourceType
    from designer.functions import Evaluation
    from designer.functions.evaluation import ResourceValues
    from designer.template import Resource, Template

    Types: TypeAlias = Callable[[Resource], ResourceType | None]

# The parts of a resource whose references make it wait.
# Source: heat.engine.rsrc_defn, ResourceDefinition.required_resource_names.
WAITING_SECTIONS = ("properties", "metadata")
# Functions that name something else than a resource.
OTHERS = frozenset(("get_param", "condition", "get_file"))


def build_graph(template: Template, evaluation: Evaluation, types: Types | None = None) -> Graph:
    """The dependency graph of a template, as Heat draws it up when it creates the stack.

    `evaluation` knows each resource's values, references and whether it is switched on; `types` what a resource's type
    stands for under the environment given, without it Heat's default environment counts. A name that is no resource is
    left out: that it dangles is for the rules to say. Source: heat.engine.stack, Stack.dependencies.
    """
    graph = Graph(template)
    fill(graph, evaluation, types)
    return graph


def fill(graph: Graph, evaluation: Evaluation, types: Types | None) -> None:
    """Draw up nodes, edges and hidden groups of a graph that has only its template."""
    from designer.graph.hidden.groups import Hidden

    template = graph.template
    nodes = graph.nodes
    evaluated = evaluation.resources
    for name, resource in template.resources.items():
        values = evaluated.get(name)
        nodes[name] = GraphNode(resource, True if values is None else values.enabled)
    for name in nodes:
        graph.needed[name] = edges_of(name, graph, evaluated)
    graph.hidden = Hidden(graph, evaluation, types)


def edges_of(name: str, graph: Graph, evaluated: dict[str, ResourceValues]) -> dict[str, Edge]:
    """The explicit edges of one resource, by what it waits for."""
    nodes = graph.nodes
    node = nodes[name]
    found: dict[str, list[Reason]] = {}
    values = evaluated.get(name)
    # What stands for a thing that exists already waits for nothing.
    if values is not None and values.references and not values.external_id:
        for reference in values.references:
            kind = reference.kind
            if kind in OTHERS or reference.target not in nodes or reference.section not in WAITING_SECTIONS:
                continue
            reason = Reason(kind, reference.call or reference.place, reference.enabled)
            target = reference.target
            if target in found:
                found[target].append(reason)
            else:
                found[target] = [reason]
    for target, place in node.resource.depends_on:
        if target in nodes:
            found.setdefault(target, []).append(Reason(DEPENDS_ON, place))
    edges = {}
    enabled = node.enabled
    for target, reasons in found.items():
        holds = nodes[target].enabled
        if not (enabled and holds and reasons[0].enabled):
            holds = both(both(enabled, holds), any_of(reasons))
        edges[target] = Edge(name, target, reasons, holds, graph)
    return edges
