"""Containers drawn as one card each."""

from __future__ import annotations

from designer.layout.scene import COLLAPSED, STYLES, Bundle, Card, Link
from designer.text.counting import counted

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

    from designer.layout.draft import Draft
    from designer.layout.scene import Container, Scene

SEVERITIES = ("error", "warning", "unfinished", "info", "")


def collapse_containers(scene: Scene, draft: Draft, order: Iterable[str], changed: Collection[str] | None) -> None:
    """Fill a scene from its draft: the members of a collapsed container are one card, what leads to one leads there.

    `order` are the ids of the cards in the order of the text, `changed` those whose card or links are others than in
    the draft before; None: all.
    """
    inside = {member: container.id for container in scene.collapsed for member in container.members}
    stale = draft.outer if changed is None else _touched(draft, inside, changed)
    kept = {id: known for id, known in draft.outer.items() if id not in stale}
    containers = {container.id: container for container in scene.collapsed}
    outer: dict[str, tuple[Card, list[Link]]] = {}
    for id in order:
        around = inside.get(id)
        if around is None:
            scene.cards[id] = _open_card(id, draft, inside)
            scene.links += _links(id, (id,), draft, inside)
        elif around not in outer:
            known = kept.get(around)
            if known is None:
                container = containers[around]
                known = _card_of(container, draft, inside), _links(around, container.members, draft, inside)
            outer[around] = known
            scene.cards[around] = known[0]
            scene.links += known[1]
    draft.inside, draft.outer = inside, outer
    _bundle(scene, draft, inside)


def retouch(scene: Scene, draft: Draft, names: Iterable[str]) -> None:
    """Have the cards of some resources, or of the containers that they are in, say what the draft's cards say."""
    touched = set()
    for name in names:
        around = draft.inside.get(name)
        if around is not None:
            touched.add(around)
        elif name in scene.cards:
            scene.cards[name] = _open_card(name, draft, draft.inside)
    for container in scene.collapsed:
        if container.id in touched:
            card = scene.cards[container.id] = _card_of(container, draft, draft.inside)
            draft.outer[container.id] = card, draft.outer[container.id][1]


def _touched(draft: Draft, inside: dict[str, str], changed: Collection[str]) -> set[str]:
    """The ids of collapsed containers of which a member, its card, or where its links lead is another than before."""
    before = draft.inside
    touched = set(changed)
    if before != inside:
        moved = {id for id, _ in before.items() ^ inside.items()}
        touched |= moved
        for table in (draft.links, draft.hidden):
            for source, links in table.items():
                targets = links if isinstance(links, dict) else [link.target for link in links]
                if not moved.isdisjoint(targets):
                    touched.add(source)
    return {around[id] for id in touched for around in (before, inside) if id in around}


def _links(id: str, members: Iterable[str], draft: Draft, inside: dict[str, str]) -> list[Link]:
    """The links from what one card stands for, those to one card merged into one."""
    found: dict[str, Link] = {}
    for member in members:
        for link in (*draft.shown.get(member, ()), *draft.hidden.get(member, {}).values()):
            target = inside.get(link.target, link.target)
            if target == id and link.source != link.target:
                continue
            known = found.get(target)
            if known is None:
                found[target] = link if (id, target) == (link.source, link.target) else _moved(link, id, target)
            else:
                found[target] = _merged(known, link)
    return list(found.values())


def _moved(link: Link, source: str, target: str) -> Link:
    return Link(source, target, link.kinds, link.style, link.enabled)


def _merged(known: Link, link: Link) -> Link:
    kinds = known.kinds + [kind for kind in link.kinds if kind not in known.kinds]
    enabled = True if known.enabled or link.enabled else None if None in (known.enabled, link.enabled) else False
    merged = Link(known.source, known.target, kinds, min(known.style, link.style, key=STYLES.index), enabled)
    merged.count = known.count + 1
    return merged


def _bundle(scene: Scene, draft: Draft, inside: dict[str, str]) -> None:
    """Take in the bundles; one of whose sides a single card is left becomes links."""
    linked: set[tuple[str, str]] | None = None
    for bundle in draft.bundles:
        sources = list(dict.fromkeys(inside.get(id, id) for id in bundle.sources))
        targets = list(dict.fromkeys(inside.get(id, id) for id in bundle.targets))
        if sources == targets and len(sources) == 1:
            continue
        if len(sources) > 1 and len(targets) > 1:
            scene.bundles.append(Bundle(bundle.id, bundle.words, sources, targets))
            continue
        if linked is None:
            linked = {(link.source, link.target) for link in scene.links}
        for source in sources:
            for target in targets:
                if source != target and (source, target) not in linked:
                    linked.add((source, target))
                    scene.links.append(Link(source, target, ["hidden"], "hidden", True))


def _open_card(id: str, draft: Draft, inside: dict[str, str]) -> Card:
    """A card that stands for itself; its badges are those that are drawn."""
    card = draft.cards[id]
    if not inside.keys().isdisjoint(card.badges):
        card = card.copy()
        card.badges = list(dict.fromkeys(inside.get(badge, badge) for badge in card.badges))
    return card


def _card_of(container: Container, draft: Draft, inside: dict[str, str]) -> Card:
    """The card that stands for a collapsed container."""
    label = counted(len(container.members), "resource")
    card = Card(container.id, COLLAPSED, container.label, "", label, "tier", container.icon)
    card.members = container.members
    badges: dict[str, None] = {}
    waits: dict[str, None] = {}
    for member in container.members:
        own = draft.cards[member]
        if own.severity:
            card.severity = min(card.severity, own.severity, key=SEVERITIES.index)
        for badge in own.badges:
            badges[inside.get(badge, badge)] = None
        if own.waits:
            waits.update(dict.fromkeys(own.waits))
    badges.pop(container.id, None)
    card.badges, card.waits = list(badges), list(waits)
    return card
