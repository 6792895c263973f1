"""Positions from Graphviz: `dot` in a process of its own, with a time limit."""

from __future__ import annotations

import os
import shutil
import subprocess

TYPE_CHECKING = False
if TYPE_CHECKING:
    from designer.layout.parts import Part

    Centres = dict[int, tuple[float, float]]

POINTS = 72
# Space between cards above one another and between columns, in pixels; and what a container's frame and title take.
BETWEEN = 26
COLUMNS = 64
FRAME = 18
TITLE = 16
# Past this, `dot` takes longer than anyone waits.
LARGEST = 4000


def find_dot() -> str | None:
    """The program to run: HOT_DESIGNER_DOT where that is set (empty: none), else `dot` on the path."""
    chosen = os.environ.get("HOT_DESIGNER_DOT")
    if chosen is not None:
        return chosen or None
    return shutil.which("dot")


def arrange(parts: list[Part], seconds: float) -> list[Centres] | None:
    """The centre of each card of each part, y downwards; None where there is no `dot`, or it fails or is late.

    All parts go through one process; parts of the same shape are laid out once.
    """
    program = find_dot()
    if program is None or not parts or sum(len(part.ids) for part in parts) > LARGEST:
        return None
    texts = [source_of(part) for part in parts]
    unique = list(dict.fromkeys(texts))
    try:
        done = subprocess.run([program, "-Tplain"], input="\n".join(unique).encode(), capture_output=True,  # noqa: S603
                              timeout=seconds, check=False)
    except (OSError, subprocess.TimeoutExpired):
        return None
    if done.returncode != 0:
        return None
    pictures = _read(done.stdout.decode("utf-8", "replace"))
    if len(pictures) != len(unique):
        return None
    found = dict(zip(unique, pictures, strict=True))
    arranged = [found[text] for text in texts]
    return arranged if all(len(at) == len(part.ids) for at, part in zip(arranged, parts, strict=True)) else None


def source_of(part: Part) -> str:
    """The DOT source of a part: numbers and sizes only, nothing from the template."""
    # newrank: columns go by what waits for what even across containers
    lines = ["digraph {", f"rankdir=LR nodesep={BETWEEN / POINTS:.3f} ranksep={COLUMNS / POINTS:.3f}",
             "splines=false newrank=true", 'node [shape=box fixedsize=true label=""]', "edge [arrowhead=none]"]
    sizes: dict[tuple[int, int], list[int]] = {}
    for number, size in enumerate(part.sizes):
        sizes.setdefault(size, []).append(number)
    for (width, height), numbers in sizes.items():
        lines.append(f"{{ node [width={width / POINTS:.3f} height={height / POINTS:.3f}] "
                     + " ".join(f"n{number}" for number in numbers) + " }")
    for index, members in enumerate(part.containers):
        inside = " ".join(f"n{number}" for number in members)
        lines.append(f'subgraph cluster_{index} {{ margin={FRAME} label="t" fontsize={TITLE} {inside} }}')
    lines += [f"n{one}->n{other} [weight={weight}]" for one, other, weight in part.edges]
    lines.append("}")
    return "\n".join(lines)


def _read(output: str) -> list[Centres]:
    pictures: list[Centres] = []
    height = 0.0
    for line in output.splitlines():
        words = line.split()
        if words[:1] == ["graph"]:
            height = float(words[3])
            pictures.append({})
        elif words[:1] == ["node"]:
            pictures[-1][int(words[1][1:])] = (float(words[2]) * POINTS, (height - float(words[3])) * POINTS)
    return pictures
