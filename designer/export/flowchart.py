"""A scene as a Mermaid flowchart, for documents that draw it."""

from __future__ import annotations

from designer.export.style import COLOURS
from designer.export.text import printable

TYPE_CHECKING = False
if TYPE_CHECKING:
    from designer.layout import Scene

ARROWS = {"reference": "-->", "attribute": "--o", "depends": "-.->", "hidden": "-.->"}


def scene_mermaid(scene: Scene) -> str:
    """Mermaid source: edges lead from what waits to what it waits for, which stands on its left."""
    numbers = {id: f"n{number}" for number, id in enumerate([*scene.cards, *[bundle.id for bundle in scene.bundles]])}
    lines = ["flowchart RL"]
    contained = {id for container in scene.containers for id in container.members}
    cards = {card.id: _node(numbers[card.id], card.name, card.label) for card in scene.cards.values()}
    lines += [f"  {text}" for id, text in cards.items() if id not in contained]
    for index, container in enumerate(scene.containers):
        lines.append(f"  subgraph t{index} [{quote(container.label)}]")
        lines += [f"    {cards[id]}" for id in container.members if id in cards]
        lines.append("  end")
    lines += [f"  {numbers[bundle.id]}(( ))" for bundle in scene.bundles]
    for link in scene.links:
        arrow = "-->" if link.style == "attribute" else ARROWS[link.style]
        words = '|"attribute"|' if link.style == "attribute" else '|"hidden"|' if link.style == "hidden" else ""
        lines.append(f"  {numbers[link.source]} {arrow}{words} {numbers[link.target]}")
    for bundle in scene.bundles:
        lines += [f"  {numbers[id]} -.- {numbers[bundle.id]}" for id in bundle.sources]
        lines += [f"  {numbers[bundle.id]} -.-> {numbers[id]}" for id in bundle.targets]
    lines += _classes(scene, numbers)
    return "\n".join(lines) + "\n"


def quote(text: str) -> str:
    """Text as a quoted label in which nothing has a meaning: what could have one is written as its number."""
    return '"' + "".join([sign if sign.isalnum() or sign in " _-.:/,(){}" else f"#{ord(sign)};"
                          for sign in printable(text)]) + '"'


def _node(number: str, name: str, label: str) -> str:
    if not label:
        return f"{number}[{quote(name)}]"
    return f"{number}[{quote(name)[:-1]}<br/>{quote(label)[1:]}]"


def _classes(scene: Scene, numbers: dict[str, str]) -> list[str]:
    """The colour of each service."""
    groups: dict[str, list[str]] = {}
    for card in scene.cards.values():
        groups.setdefault(card.group, []).append(numbers[card.id])
    colours = {name: light for name, light, _ in COLOURS}
    lines = []
    for group, members in groups.items():
        if group in colours:
            lines.append(f"  classDef {group} stroke:{colours[group]},stroke-width:2px")
            lines.append(f"  class {','.join(members)} {group}")
    return lines
