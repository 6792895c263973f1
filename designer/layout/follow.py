"""The scene after an edit: what the edit left alone is taken over from the one before."""

from __future__ import annotations

from designer.layout.collapse import retouch
from designer.layout.options import HIDDEN, OUTPUTS, PARAMETERS, REDUNDANT
from designer.layout.scene import Link, Scene
from designer.layout.shared import find_shared

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

    from designer.analysis import Analysis
    from designer.functions import Evaluation
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
    names = {*edited, *changed, *[name for name, _ in severities.items() ^ draft.severities.items()]}
    draft.severities = severities
    scene = Scene(options)
    if not changed:
        # nothing waits for anything else: only cards look otherwise
        draft.moment = analysis.moment
        _renew_cards(draft, names, analysis.evaluation)
        scene.draft, scene.waves, scene.cards = draft, before.waves, before.cards.copy()
        scene.links, scene.bundles = before.links, before.bundles
        scene.containers, scene.collapsed = before.containers, before.collapsed
        retouch(scene, draft, names)
        return scene
    redundant = REDUNDANT in options.layers
    counted = _renew_links(draft, names, redundant)
    _renew_cards(draft, names, analysis.evaluation)
    if options.badges and find_shared(draft.users, draft.cards) != draft.shared:
        return None
    if HIDDEN in options.layers:
        from designer.layout.bundles import add_hidden

        waits, hidden = draft.waits, draft.hidden
        add_hidden(draft, redundant, names)
        counted.update([name for name in {*waits, *draft.waits} if waits.get(name) != draft.waits.get(name)])
        counted.update([name for name in {*hidden, *draft.hidden}
                        if not _alike([*hidden.get(name, {}).values()], [*draft.hidden.get(name, {}).values()])])
    names |= counted
    _renew_cards(draft, names, analysis.evaluation)
    if not options.waves:
        draft.tiers.renew(draft.shared, changed)
    draft.fill(scene, analysis.moment, names)
    _take_over(scene, before)
    return scene


def _renew_cards(draft: Draft, names: Collection[str], evaluation: Evaluation | None) -> None:
    """Make the cards of some resources anew, and see which of their links are drawn."""
    for name in names:
        if name in draft.graph.nodes:
            draft.card(name, evaluation)
            draft.show(name)
            draft.mark(name)
        else:
            for table in (draft.cards, draft.links, draft.shown):
                table.pop(name, None)


def _renew_links(draft: Draft, names: Collection[str], redundant: bool) -> set[str]:
    """Bring up to date the links from some resources; yields the badges that others refer to than before."""
    counted = set()
    for name in names:
        old = draft.links.get(name, [])
        new = draft.links_of(name, redundant) if name in draft.graph.nodes else []
        draft.links[name] = new
        if not _alike(old, new):
            draft.use(old, -1)
            draft.use(new, 1)
            counted.update([link.target for link in (*old, *new)])
    return counted & draft.shared


def _alike(old: list[Link], new: list[Link]) -> bool:
    return len(old) == len(new) and all(map(Link.alike, old, new))


def _take_over(scene: Scene, before: Scene) -> None:
    """Have what is the same be the very thing, so that who draws it sees that at once."""
    for part in ("containers", "collapsed", "links"):
        if getattr(scene, part) == getattr(before, part):
            setattr(scene, part, getattr(before, part))
    if [*map(_facts, scene.bundles)] == [*map(_facts, before.bundles)]:
        scene.bundles = before.bundles


def _facts(bundle: Bundle) -> tuple[object, ...]:
    return bundle.id, bundle.words, bundle.sources, bundle.targets
