"""A graph to the scene that a picture of it shows."""

from __future__ import annotations

from designer.catalog.services import group_of, label_of
from designer.layout.marks import COUNTS, condition_of, count_of, sign_of
from designer.layout.options import EVERY, HIDDEN, MANY, OUTPUTS, PARAMETERS, REDUNDANT, Options
from designer.layout.scene import (
    OUTPUT,
    OUTPUT_ID,
    PARAMETER,
    PARAMETER_ID,
    RESOURCE,
    Card,
    Container,
    Link,
    Origin,
    Scene,
    style_of,
)
from designer.layout.shared import find_shared

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from typing import Any

    from designer.functions import Evaluation
    from designer.graph import Graph

SEVERITIES = ("error", "warning", "info")


def compose(graph: Graph, options: Options | None = None, evaluation: Evaluation | None = None,
            severities: Mapping[str, str] | None = None, moment: object = None) -> Scene:
    """The cards, links, bundles and containers of a picture.

    `evaluation` gives the marks and the layers of parameters and outputs; `severities` the worst severity of each
    resource that has a diagnostic; `moment` is that of the analysis.
    """
    options = options or Options()
    scene = Scene(options)
    scene.origin = Origin(graph.shape, moment, severities or {})
    looks: dict[str, tuple[str, str, str]] = {}
    for name, node in graph.nodes.items():
        type_name = node.resource.type or ""
        look = looks.get(type_name)
        if look is None:
            group = group_of(type_name)
            look = looks[type_name] = (label_of(type_name), group, sign_of(type_name, group))
        card = Card(name, RESOURCE, name, type_name, *look, node.enabled)
        if node.resource.condition is not None:
            card.condition = condition_of(node.resource)
        if evaluation is not None and type_name in COUNTS and name in evaluation.resources:
            card.count = count_of(type_name, evaluation.resources[name].properties)
        scene.cards[name] = card
    for name, severity in (severities or {}).items():
        if name in scene.cards:
            scene.cards[name].severity = severity
    links = _explicit_links(graph, REDUNDANT in options.layers)
    if evaluation is not None:
        links += _layer_links(graph, evaluation, scene, options)
    shared = find_shared(scene, links) if options.badges else set()
    for link in links:
        if link.target in shared:
            scene.cards[link.source].badges.append(link.target)
            scene.cards[link.target].shared += 1
        else:
            scene.links.append(link)
    if HIDDEN in options.layers and graph.groups:
        from designer.layout.bundles import add_hidden

        add_hidden(scene, graph, REDUNDANT in options.layers)
    if options.waves:
        for number, wave in enumerate(graph.waves):
            for name in wave:
                scene.waves[name] = number
    else:
        from designer.layout.tiers import tiers_of

        _contain(scene, tiers_of(graph, shared))
    return scene


def severities_of(diagnostics: Iterable[Any]) -> dict[str, str]:
    """The worst severity of each resource among diagnostics."""
    found: dict[str, str] = {}
    for diagnostic in diagnostics:
        path = diagnostic.path
        if len(path) > 1 and path[0] == "resources" and diagnostic.file is None:
            name, severity = str(path[1]), diagnostic.severity
            if name not in found or SEVERITIES.index(severity) < SEVERITIES.index(found[name]):
                found[name] = severity
    return found


def _explicit_links(graph: Graph, redundant: bool) -> list[Link]:
    """The explicit edges; those that other explicit ones imply only where that is asked for."""
    implied = None if redundant else graph.order.implied_by_text
    links = []
    for edge in graph.edges:
        if implied is not None and edge.source != edge.target and graph.order.among(implied, edge.source, edge.target):
            continue
        kinds = edge.kinds
        links.append(Link(edge.source, edge.target, kinds, style_of(kinds), edge.enabled))
    return links


def _layer_links(graph: Graph, evaluation: Evaluation, scene: Scene, options: Options) -> list[Link]:
    """The cards of the layers asked for, and the links of parameters and outputs with resources."""
    links: dict[tuple[str, str], Link] = {}
    if PARAMETERS in options.layers:
        for name, parameter in graph.template.parameters.items():
            kind = parameter.type or ""
            card = Card(PARAMETER_ID + name, PARAMETER, name, kind, kind, "parameter", "parameter")
            scene.cards[card.id] = card
        for name, values in evaluation.resources.items():
            _refer(links, scene, name, values, PARAMETER_ID, "get_param")
    if OUTPUTS in options.layers:
        for name, output in evaluation.outputs.items():
            card = Card(OUTPUT_ID + name, OUTPUT, name, "", "output", "output", "output", output.enabled)
            scene.cards[card.id] = card
            _refer(links, scene, card.id, output, "", "")
            if PARAMETERS in options.layers:
                _refer(links, scene, card.id, output, PARAMETER_ID, "get_param")
    return list(links.values())


def _refer(links: dict[tuple[str, str], Link], scene: Scene, source: str, values: Any, prefix: str, kind: str) -> None:
    for reference in values.references:
        if reference.kind != kind if kind else reference.kind in ("get_param", "condition", "get_file"):
            continue
        target = prefix + reference.target
        if target not in scene.cards or source == target:
            continue
        link = links.get((source, target))
        if link is None:
            kinds = [reference.kind]
            links[source, target] = Link(source, target, kinds, style_of(kinds), reference.enabled)
        elif reference.kind not in link.kinds:
            link.kinds.append(reference.kind)
            link.style = style_of(link.kinds)


def _contain(scene: Scene, containers: list[Container]) -> None:
    """Take in the containers; those to be collapsed become one card each."""
    collapse = scene.options.collapse
    for container in containers:
        collapsed = len(scene.cards) > MANY if collapse is None else container.id in collapse or EVERY in collapse
        (scene.collapsed if collapsed else scene.containers).append(container)
    if scene.collapsed:
        from designer.layout.collapse import collapse_containers

        collapse_containers(scene)
