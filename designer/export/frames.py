"""What stands behind the cards: containers, and the columns of waves."""

from __future__ import annotations

from designer.export.icons import path_of
from designer.export.text import escape, shorten, shown

TYPE_CHECKING = False
if TYPE_CHECKING:
    from designer.layout import Container, Scene

    Positions = dict[str, tuple[float, float]]

FRAME = 18
TITLE = 18


def container_markup(container: Container, scene: Scene, positions: Positions) -> str:
    """A container's frame around wherever its members stand, with its name."""
    places = [(*positions[id], *scene.size(id)) for id in container.members if id in scene.cards]
    left = min([x for x, _, _, _ in places]) - FRAME
    top = min([y for _, y, _, _ in places]) - FRAME - TITLE
    width = max([x + width for x, _, width, _ in places]) + FRAME - left
    height = max([y + height for _, y, _, height in places]) + FRAME - top
    return (f'<g class="container" data-container="{escape(container.id)}" transform="translate({left:g} {top:g})">'
            f'<rect width="{width:g}" height="{height:g}" rx="10"/>'
            f'<g class="title" data-toggle-cluster="{escape(container.id)}">'
            f'<path class="sign" transform="translate(12 9) scale(.875)" d="{path_of(container.icon)}"/>'
            f'<text x="32" y="21">{shown(shorten(container.label, width - 44))}</text></g></g>')


def wave_markup(scene: Scene, positions: Positions) -> list[str]:
    """A band behind each column, with what it is."""
    from designer.layout.waves import column_of

    columns: dict[int, list[str]] = {}
    for id in scene.cards:
        columns.setdefault(column_of(scene, id), []).append(id)
    if not columns:
        return []
    last = max(scene.waves.values(), default=-1)
    top = min([y for _, y in positions.values()]) - FRAME - TITLE
    bottom = max([y + scene.size(id)[1] for id, (_, y) in positions.items()]) + FRAME
    found = []
    for column, ids in sorted(columns.items()):
        left = min([positions[id][0] for id in ids]) - FRAME
        right = max([positions[id][0] + scene.size(id)[0] for id in ids]) + FRAME
        words = ("Parameters" if column < 0 else f"Wave {column + 1}" if column <= last
                 else "Switched off" if column == last + 1 else "Outputs")
        found.append(f'<g class="wave" data-wave="{column}" transform="translate({left:g} {top:g})">'
                     f'<rect width="{right - left:g}" height="{bottom - top:g}" rx="10"/>'
                     f'<text x="14" y="21">{words}</text></g>')
    return found
