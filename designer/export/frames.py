"""What stands behind the cards: containers, and the columns of waves."""

from __future__ import annotations

from designer.export.boxes import FRAME, TITLE, around
from designer.export.icons import drawn
from designer.export.text import escape, shorten, shown

TYPE_CHECKING = False
if TYPE_CHECKING:
    from designer.export.boxes import Boxes
    from designer.layout import Container, Scene


def container_markup(container: Container, boxes: Boxes, live: bool = False) -> str:
    """A container's frame around wherever its members stand, with its name; a live one wears its key."""
    left, top, right, bottom = around([boxes[id] for id in container.members if id in boxes])
    width, height = right - left + 2 * FRAME, bottom - top + 2 * FRAME + TITLE
    id = escape(container.id)
    key = f' data-key="c:{id}"' if live else ""
    place = f'transform="translate({left - FRAME} {top - FRAME - TITLE})"'
    return (f'<g class="container" data-container="{id}"{key} {place}>'
            f'<rect width="{width}" height="{height}" rx="10"/><g class="title" data-toggle-cluster="{id}">'
            f'{drawn(container.icon, 12, 9, 14)}'
            f'<text x="32" y="21">{shown(shorten(container.label, width - 44))}</text></g></g>')


def wave_pieces(scene: Scene, boxes: Boxes, live: bool = False) -> dict[str, str]:
    """A band behind each column, with what it is, by key."""
    from designer.layout.waves import column_of

    columns: dict[int, list[str]] = {}
    for id in scene.cards:
        columns.setdefault(column_of(scene, id), []).append(id)
    if not columns:
        return {}
    last = max(scene.waves.values(), default=-1)
    _, top, _, bottom = around(boxes.values())
    found = {}
    for column, ids in sorted(columns.items()):
        left, _, right, _ = around([boxes[id] for id in ids])
        words = ("Parameters" if column < 0 else f"Wave {column + 1}" if column <= last
                 else "Switched off" if column == last + 1 else "Outputs")
        place = f'transform="translate({left - FRAME} {top - FRAME - TITLE})"'
        key = f' data-key="w:{column}"' if live else ""
        found[f"w:{column}"] = (
            f'<g class="wave" data-wave="{column}"{key} {place}>'
            f'<rect width="{right - left + 2 * FRAME}" height="{bottom - top + 2 * FRAME + TITLE}" rx="10"/>'
            f'<text x="14" y="21">{words}</text></g>')
    return found
