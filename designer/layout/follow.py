"""The scene after an edit: what the edit left alone is taken over from the one before."""

from __future__ import annotations

from designer.layout.options import HIDDEN, OUTPUTS, PARAMETERS, REDUNDANT
from designer.layout.scene import Link, Scene
from designer.layout.shared import find_shared

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

    from designer.analysis import Analysis
    from designer.layout.draft import Draft
    from designer.layout.options import Options
    from designer.layout.scene import Bundle


def follow(before: Scene, analysis: Analysis, options: Options, severities: Mapping[str, str]) -> Scene | None:
    """The scene that `compose` makes of an analysis, out of the one before the edit, which gives its draft away.

    None where it has to be composed: something else is asked for, more than resources are shown, the order was made
    anew, or other resources are badges now.
    """
    # of two that ask at once one gets it
    draft, before.draft = before.draft, None
    graph = analysis.graph
    if draft is None or graph is None or draft.graph is not graph or draft.order is not graph.order \
            or not options.alike(before.options) or PARAMETERS in options.layers or OUTPUTS in options.layers:
        return None
    edited, changed = analysis.edited_since(draft.moment), draft.order.changed_since(draft.version)
    if edited is None or changed is None:
        return None
    redundant = REDUNDANT in options.layers
    names = {*edited, *changed, *[name for name, _ in severities.items() ^ draft.severities.items()]}
    draft.severities = severities
    renewed = _renew_links(draft, names, redundant)
    for name in names:
        if name in graph.nodes:
            draft.card(name, analysis.evaluation)
        else:
            for table in (draft.cards, draft.links, draft.shown):
                table.pop(name, None)
    shared = find_shared(draft.users, draft.cards) if options.badges else set()
    if shared != draft.shared:
        return None
    for name in names:
        if name in graph.nodes:
            draft.show(name)
    waits = draft.waits
    if HIDDEN in options.layers and (renewed or changed):
        from designer.layout.bundles import add_hidden

        add_hidden(draft, redundant, names)
    for name in {*waits, *draft.waits}:
        if waits.get(name) != draft.waits.get(name):
            renewed.add(name)
    for name in renewed - names:
        if name in graph.nodes:
            draft.card(name, analysis.evaluation)
            draft.show(name)
    names |= renewed
    for name in names:
        if name in graph.nodes:
            draft.mark(name)
    if not options.waves and changed:
        draft.tiers.renew(draft.shared, changed)
    scene = Scene(options)
    draft.fill(scene, analysis.moment, names)
    _take_over(scene, before)
    return scene


def _renew_links(draft: Draft, names: Collection[str], redundant: bool) -> set[str]:
    """Bring up to date the links from some resources; yields the badges that others refer to than before."""
    counted = set()
    for name in names:
        old = draft.links.get(name, [])
        new = draft.links_of(name, redundant) if name in draft.graph.nodes else []
        draft.links[name] = new
        if len(old) != len(new) or not all(map(Link.alike, old, new)):
            draft.use(old, -1)
            draft.use(new, 1)
            counted.update([link.target for link in (*old, *new)])
    return counted & draft.shared


def _take_over(scene: Scene, before: Scene) -> None:
    """Have what is the same be the very thing, so that who draws it sees that at once."""
    for part in ("containers", "collapsed", "links"):
        if getattr(scene, part) == getattr(before, part):
            setattr(scene, part, getattr(before, part))
    if [*map(_facts, scene.bundles)] == [*map(_facts, before.bundles)]:
        scene.bundles = before.bundles


def _facts(bundle: Bundle) -> tuple[object, ...]:
    return bundle.id, bundle.words, bundle.sources, bundle.targets
