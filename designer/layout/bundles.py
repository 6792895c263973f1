"""Hidden dependencies in a picture: a link where one waits, a bundle through a junction where many wait for many."""

from __future__ import annotations

from designer.graph.model import both
from designer.layout.scene import HIDDEN, JUNCTION_ID, Bundle, Link

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Collection

    from designer.graph import Graph, Group
    from designer.layout.draft import Draft

# A bundle with more ends than this is told by a mark on its cards.
WIDEST = 40


def add_hidden(draft: Draft, redundant: bool, changed: Collection[str] | None) -> None:
    """Add the hidden groups of its graph to a draft; pairs that are there anyway, or implied by others, are left out.

    Of groups that none of the resources `changed` is or was a source of it is known already what is left out; None is
    all of them.
    """
    graph = draft.graph
    known = draft.ends if changed is not None else {}
    others = set(changed or ())
    ends: dict[str, tuple[list[str], list[str]]] = {}
    hidden: dict[str, dict[str, Link]] = {}
    bundles: list[Bundle] = []
    waits: dict[str, list[str]] = {}
    for group in graph.groups:
        found = known.get(group.id)
        if found is None or not (dict.keys(group.sources).isdisjoint(others) and others.isdisjoint(found[0])):
            found = _needed_ends(graph, group, redundant)
        ends[group.id] = found
        sources, targets = found
        if not sources or not targets:
            continue
        if len(sources) == 1 or len(targets) == 1:
            for source in sources:
                links = hidden.setdefault(source, {})
                shown = {link.target for link in draft.shown.get(source, ())}
                for target in targets:
                    if target not in shown and target not in links and source != target:
                        enabled = both(group.sources[source], group.targets[target])
                        links[target] = Link(source, target, ["hidden"], HIDDEN, enabled)
        elif len(sources) + len(targets) > WIDEST:
            for source in sources:
                waits.setdefault(source, []).append(group.words)
        else:
            bundles.append(Bundle(f"{JUNCTION_ID}{group.id}", group.words, sources, targets))
    draft.ends, draft.hidden, draft.bundles, draft.waits = ends, hidden, bundles, waits


def _needed_ends(graph: Graph, group: Group, redundant: bool) -> tuple[list[str], list[str]]:
    """Those ends of a group of which not every pair is implied by other edges."""
    sources, targets = list(group.sources), list(group.targets)
    if redundant:
        return sources, targets
    order = graph.order
    every = 0
    for name in targets:
        every |= 1 << order.numbers[name]
    open_targets = 0
    kept = []
    for name in sources:
        missing = every & ~order.implied[order.numbers[name]]
        if missing:
            kept.append(name)
            open_targets |= missing
    return kept, [name for name in targets if open_targets >> order.numbers[name] & 1]
