"""Cards: icon, name, short type, quiet marks and badges."""

from __future__ import annotations

from functools import lru_cache

from designer.export.icons import drawn
from designer.export.text import escape, shorten, shown
from designer.layout.scene import COLLAPSED, OUTPUT, PARAMETER, RESOURCE

TYPE_CHECKING = False
if TYPE_CHECKING:
    from designer.export.boxes import Box
    from designer.layout import Card

MOST_BADGES = 5
BADGE = 18
ROLES = {RESOURCE: "resource", PARAMETER: "parameter", OUTPUT: "output", COLLAPSED: "tier"}


def card_markup(card: Card, cards: dict[str, Card], box: Box, names: dict[str, str], live: bool) -> str:
    """One card, drawn about its own corner and moved to its place; a live one can be acted on.

    `cards` are those that its badges stand for, `names` the escaped ids.
    """
    x, y, width, height = box
    kind = card.kind
    classes = f"node {kind} g-{card.group}"
    data = ""
    if card.severity:
        classes += f" severity-{card.severity}"
        data = f' data-severity="{card.severity}"'
    if card.enabled is not True:
        classes += " off" if card.enabled is False else " open"
    id = names[card.id]
    if kind == RESOURCE:
        data = f' data-node="{id}" data-type="{escape(card.type)}"{data}'
    elif kind == COLLAPSED:
        data = f' data-container="{id}" data-toggle-cluster="{id}"{data}'
    else:
        data = f' data-{kind}="{escape(card.name)}" data-node="{id}"{data}'
    role = f'data-key="n:{id}" tabindex="-1" role="button"' if live else 'role="img"'
    head = (f'<g class="{classes}"{data} {role} aria-label="{shown(spoken(card))}" '
            f'transform="translate({x} {y})">')
    if kind in (PARAMETER, OUTPUT):
        return (f'{head}<rect class="card" width="{width}" height="{height}" rx="8"/>'
                '<rect class="tile" x="6" y="6" width="20" height="20" rx="5"/>'
                f'{drawn(card.icon, 9, 9, 14)}'
                f'<text class="name" x="33" y="20">{shown(shorten(card.name, width - 42))}</text></g>')
    room = width
    marks = ""
    if card.severity or card.condition or card.count or card.shared:
        marks, room = _marks(card, width)
    if card.badges or card.waits:
        marks += _badges(card, cards, names, width, height)
    back = f'<rect class="card" x="4" y="4" width="{width}" height="{height}" rx="8"/>' if kind == COLLAPSED else ""
    return (f"{head}{back}{_front(card.icon, card.label, bool(card.count or card.shared), width, height)}"
            f'<text class="name" x="54" y="25">{shown(shorten(card.name, room - 60))}</text>{marks}</g>')


@lru_cache(1024)
def _front(icon: str, label: str, counted: bool, width: int, height: int) -> str:
    """What all cards of a type have alike."""
    words = shown(shorten(label, width - 58 - (34 if counted else 0), 10.4))
    return (f'<rect class="card" width="{width}" height="{height}" rx="8"/>'
            '<rect class="tile" x="10" y="11" width="34" height="34" rx="8"/>'
            f'{drawn(icon, 17, 18, 20)}'
            f'<text class="type" x="54" y="41">{words}</text>')


def spoken(card: Card) -> str:
    """What a card is to someone who hears it."""
    words = f"{card.name}, {card.label if card.kind == RESOURCE else ROLES[card.kind]}"
    if card.count:
        words += f", times {card.count}"
    if card.enabled is False:
        words += ", switched off"
    elif card.condition:
        words += f", if {card.condition}"
    return f"{words}, {card.severity}" if card.severity else words


def _marks(card: Card, width: int) -> tuple[str, int]:
    """The marks at a card's right: severity, condition, how many; and where the name must end."""
    parts = ""
    right = width - 8
    if card.severity:
        right -= 14
        parts += drawn(card.severity, right, 8, 14, "mark severity")
        right -= 4
    if card.condition:
        right -= 14
        parts += (f"<g><title>{shown('if ' + card.condition)}</title>"
                  f"{drawn('condition', right, 8, 14, 'mark')}</g>")
        right -= 4
    if card.count:
        parts += f'<text class="count" x="{width - 10}" y="41" text-anchor="end">×{shown(card.count)}</text>'
    elif card.shared:
        parts += (f'<text class="count" x="{width - 10}" y="41" text-anchor="end">'
                  f"<title>{card.shared} refer to it</title>←{card.shared}</text>")
    return parts, right


def _badges(card: Card, cards: dict[str, Card], names: dict[str, str], width: int, height: int) -> str:
    """Small signs on the lower edge for what everything refers to."""
    parts = ""
    x = width - 12
    y = height - BADGE // 2
    for id in card.badges[:MOST_BADGES]:
        other = cards.get(id)
        if other is None:
            continue
        x -= BADGE
        parts += (f'<g class="badge g-{other.group}" data-badge="{names[id]}" transform="translate({x} {y})">'
                  f'<title>{shown(other.name)}</title><rect width="{BADGE}" height="{BADGE}" rx="5"/>'
                  f'{drawn(other.icon, 3, 3, 12)}</g>')
        x -= 3
    left_out = len(card.badges) - MOST_BADGES
    if left_out > 0:
        parts += f'<text class="more" x="{x}" y="{height + 4}" text-anchor="end">+{left_out}</text>'
        x -= 20
    if card.waits:
        x -= BADGE
        parts += (f'<g class="badge waits g-other" transform="translate({x} {y})"><title>'
                  f"{shown('; '.join(card.waits))}"
                  f'</title><rect width="{BADGE}" height="{BADGE}" rx="5"/>'
                  f"{drawn('waits', 3, 3, 12)}</g>")
    return parts
