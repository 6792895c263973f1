"""A scene as Graphviz source, for people who draw it themselves."""

from __future__ import annotations

from designer.export.text import printable

TYPE_CHECKING = False
if TYPE_CHECKING:
    from designer.layout import Scene

STYLES = {"reference": "", "attribute": "arrowtail=odot dir=both", "depends": "style=dashed", "hidden": "style=dotted"}


def scene_dot(scene: Scene) -> str:
    """DOT source: edges lead from what waits to what it waits for, which stands on its left."""
    numbers = {id: f"n{number}" for number, id in enumerate([*scene.cards, *[bundle.id for bundle in scene.bundles]])}
    lines = ["digraph template {", "  rankdir=RL;", '  node [shape=box style=rounded fontname="sans-serif"];',
             '  edge [fontname="sans-serif"];']
    for card in scene.cards.values():
        state = ' style="rounded,dashed"' if card.enabled is not True else ""
        label = quote(card.name)[:-1] + "\\n" + quote(card.label)[1:] if card.label else quote(card.name)
        lines.append(f"  {numbers[card.id]} [label={label} tooltip={quote(card.type or card.name)}{state}];")
    for bundle in scene.bundles:
        lines.append(f"  {numbers[bundle.id]} [shape=point tooltip={quote(bundle.words)}];")
    for index, container in enumerate(scene.containers):
        members = "; ".join(numbers[id] for id in container.members if id in numbers)
        lines.append(f"  subgraph cluster_{index} {{ label={quote(container.label)}; color=gray; {members}; }}")
    for link in scene.links:
        style = f"{STYLES[link.style]} tooltip={quote(', '.join(link.kinds))}".strip()
        lines.append(f"  {numbers[link.source]} -> {numbers[link.target]} [{style}];")
    for bundle in scene.bundles:
        junction = numbers[bundle.id]
        lines += [f"  {numbers[id]} -> {junction} [style=dotted arrowhead=none];" for id in bundle.sources]
        lines += [f"  {junction} -> {numbers[id]} [style=dotted];" for id in bundle.targets]
    lines.append("}")
    return "\n".join(lines) + "\n"


def quote(text: str) -> str:
    """Text as a quoted label in which nothing has a meaning."""
    return '"' + printable(text).replace("\\", "\\\\").replace('"', '\\"') + '"'
