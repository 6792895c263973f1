"""Containers drawn as one card each."""

from __future__ import annotations

from designer.layout.scene import COLLAPSED, STYLES, Bundle, Card, Link
from designer.text.counting import counted

TYPE_CHECKING = False
if TYPE_CHECKING:
    from designer.layout.scene import Container, Scene

SEVERITIES = ("error", "warning", "info", "")


def collapse_containers(scene: Scene) -> None:
    """Replace the members of collapsed containers by one card each, and what leads to them by links to that card."""
    stands_for: dict[str, str] = {}
    collapsed: dict[str, Card] = {}
    for container in scene.collapsed:
        collapsed[container.id] = _card_of(container)
        for member in container.members:
            stands_for[member] = container.id
    cards: dict[str, Card] = {}
    for id, card in scene.cards.items():
        inside = stands_for.get(id)
        if inside is None:
            cards[id] = card
            continue
        outer = cards.setdefault(inside, collapsed[inside])
        outer.severity = min(outer.severity, card.severity, key=SEVERITIES.index)
        for badge in card.badges:
            if stands_for.get(badge, badge) not in (*outer.badges, inside):
                outer.badges.append(stands_for.get(badge, badge))
        outer.waits += [words for words in card.waits if words not in outer.waits]
    for card in cards.values():
        card.badges = list(dict.fromkeys(stands_for.get(badge, badge) for badge in card.badges))
    scene.cards = cards
    links: dict[tuple[str, str], Link] = {}
    for link in scene.links:
        source, target = stands_for.get(link.source, link.source), stands_for.get(link.target, link.target)
        if source == target and link.source != link.target:
            continue
        known = links.get((source, target))
        if known is None:
            links[source, target] = link
            link.source, link.target = source, target
        else:
            _merge(known, link)
    scene.links = list(links.values())
    scene.bundles = _bundles(scene, stands_for, links)


def _merge(known: Link, link: Link) -> None:
    known.count += 1
    known.kinds += [kind for kind in link.kinds if kind not in known.kinds]
    known.style = min(known.style, link.style, key=STYLES.index)
    known.enabled = True if known.enabled or link.enabled else None if None in (known.enabled, link.enabled) else False


def _bundles(scene: Scene, stands_for: dict[str, str], links: dict[tuple[str, str], Link]) -> list[Bundle]:
    kept = []
    for bundle in scene.bundles:
        sources = list(dict.fromkeys(stands_for.get(id, id) for id in bundle.sources))
        targets = list(dict.fromkeys(stands_for.get(id, id) for id in bundle.targets))
        if sources == targets and len(sources) == 1:
            continue
        if len(sources) > 1 and len(targets) > 1:
            kept.append(Bundle(bundle.id, bundle.words, sources, targets))
            continue
        for source in sources:
            for target in targets:
                if source != target and (source, target) not in links:
                    link = links[source, target] = Link(source, target, ["hidden"], "hidden", True)
                    scene.links.append(link)
    return kept


def _card_of(container: Container) -> Card:
    """The card that stands for a collapsed container."""
    label = counted(len(container.members), "resource")
    card = Card(container.id, COLLAPSED, container.label, "", label, "tier", container.icon)
    card.members = container.members
    return card
