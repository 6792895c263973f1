"""Cards: icon, name, short type, quiet marks and badges."""

from __future__ import annotations

from designer.export.icons import path_of
from designer.export.text import escape, shorten, shown
from designer.layout.scene import CONTAINER, OUTPUT, PARAMETER, RESOURCE

TYPE_CHECKING = False
if TYPE_CHECKING:
    from designer.layout import Card, Scene

MOST_BADGES = 5
BADGE = 18
ROLES = {RESOURCE: "resource", PARAMETER: "parameter", OUTPUT: "output", CONTAINER: "tier"}


def card_markup(card: Card, scene: Scene, corner: tuple[float, float], live: bool) -> str:
    """One card, drawn about its own corner and moved to its place; a live one can be acted on."""
    small = card.kind in (PARAMETER, OUTPUT)
    width, height = card.size
    classes = f"node {card.kind} g-{card.group}"
    data = ""
    if card.severity:
        classes += f" severity-{card.severity}"
        data = f' data-severity="{card.severity}"'
    if card.enabled is False:
        classes += " off"
    elif card.enabled is None:
        classes += " open"
    if card.kind == RESOURCE:
        data = f' data-node="{escape(card.id)}" data-type="{escape(card.type)}"{data}'
    elif card.kind == CONTAINER:
        data = f' data-container="{escape(card.id)}" data-toggle-cluster="{escape(card.id)}"{data}'
    else:
        data = f' data-{card.kind}="{escape(card.name)}" data-node="{escape(card.id)}"{data}'
    role = 'tabindex="-1" role="button"' if live else 'role="img"'
    place = f'transform="translate({corner[0]:g} {corner[1]:g})"'
    parts = [f'<g class="{classes}"{data} {role} aria-label="{shown(spoken(card))}" {place}>']
    if card.kind == CONTAINER:
        parts.append(f'<rect class="card" x="4" y="4" width="{width}" height="{height}" rx="8"/>')
    parts.append(f'<rect class="card" width="{width}" height="{height}" rx="8"/>')
    if small:
        parts.append(f'<rect class="tile" x="6" y="6" width="20" height="20" rx="5"/>'
                     f'<path class="sign" transform="translate(9 9) scale(.875)" d="{path_of(card.icon)}"/>'
                     f'<text class="name" x="33" y="20">{shown(shorten(card.name, width - 42))}</text></g>')
        return "".join(parts)
    marks, room = _marks(card, width)
    name = shown(shorten(card.name, room - 50 - 4))
    label = shown(shorten(card.label, width - 50 - 8 - (34 if card.count else 0), 10.4))
    parts.append(f'<rect class="tile" x="10" y="11" width="34" height="34" rx="8"/>'
                 f'<path class="sign" transform="translate(17 18) scale(1.25)" d="{path_of(card.icon)}"/>'
                 f'<text class="name" x="54" y="25">{name}</text><text class="type" x="54" y="41">{label}</text>')
    parts += marks
    if card.badges or card.waits:
        parts += _badges(card, scene, width, height)
    parts.append("</g>")
    return "".join(parts)


def spoken(card: Card) -> str:
    """What a card is to someone who hears it."""
    words = [card.name, card.label if card.kind == RESOURCE else ROLES[card.kind]]
    if card.count:
        words.append(f"times {card.count}")
    if card.enabled is False:
        words.append("switched off")
    elif card.condition:
        words.append(f"if {card.condition}")
    if card.severity:
        words.append(card.severity)
    return ", ".join(words)


def _marks(card: Card, width: int) -> tuple[list[str], float]:
    """The marks at a card's right: severity, condition, how many; and where the name must end."""
    parts = []
    right = width - 8.0
    if card.severity:
        right -= 14
        parts.append(f'<path class="mark severity" transform="translate({right:g} 8) scale(.875)" '
                     f'd="{path_of(card.severity)}"/>')
        right -= 4
    if card.condition:
        right -= 14
        parts.append(f'<g><title>{shown("if " + card.condition)}</title><path class="mark" '
                     f'transform="translate({right:g} 8) scale(.875)" d="{path_of("condition")}"/></g>')
        right -= 4
    if card.count:
        parts.append(f'<text class="count" x="{width - 10}" y="41" text-anchor="end">×{shown(card.count)}</text>')
    elif card.shared:
        parts.append(f'<text class="count" x="{width - 10}" y="41" text-anchor="end">'
                     f'<title>{card.shared} refer to it</title>←{card.shared}</text>')
    return parts, right


def _badges(card: Card, scene: Scene, width: int, height: int) -> list[str]:
    """Small signs on the lower edge for what everything refers to."""
    parts = []
    x = width - 12.0
    left_out = len(card.badges) - MOST_BADGES
    for id in card.badges[:MOST_BADGES]:
        other = scene.cards.get(id)
        if other is None:
            continue
        x -= BADGE
        parts.append(f'<g class="badge g-{other.group}" data-badge="{escape(id)}" '
                     f'transform="translate({x:g} {height - BADGE / 2:g})"><title>{shown(other.name)}</title>'
                     f'<rect width="{BADGE}" height="{BADGE}" rx="5"/>'
                     f'<path class="sign" transform="translate(3 3) scale(.75)" d="{path_of(other.icon)}"/></g>')
        x -= 3
    if left_out > 0:
        parts.append(f'<text class="more" x="{x:g}" y="{height + 4}" text-anchor="end">+{left_out}</text>')
        x -= 20
    if card.waits:
        x -= BADGE
        parts.append(f'<g class="badge waits g-other" transform="translate({x:g} {height - BADGE / 2:g})">'
                     f'<title>{shown("; ".join(card.waits))}</title><rect width="{BADGE}" height="{BADGE}" rx="5"/>'
                     f'<path class="sign" transform="translate(3 3) scale(.75)" d="{path_of("waits")}"/></g>')
    return parts
