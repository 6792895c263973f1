"""The signs on cards: simple line drawings on a 16 by 16 field, one path each.

    path_of("server")                # the path's data, drawn with a stroke of STROKE and no filling
    drawn("server", 17, 18, 20)      # the path at a place and of a size; a browser draws it sooner than a <use>
    sprite()                         # an SVG with a <symbol> for each, to be referred to by `#sign-server`
"""

from __future__ import annotations

import re
from functools import lru_cache

STROKE = 1.4
FIELD = 16

_PIECE = re.compile(r"([A-Za-z])|(-?(?:\d*\.\d+|\d+))")

# How many numbers a command of a path takes, and which of them are places across, places down, and lengths.
_COMMANDS = {"M": "xy", "L": "xy", "H": "x", "V": "y", "C": "xyxyxy", "S": "xyxy", "A": "ll---xy", "Z": ""}

SIGNS = {
    "server": "M3 2.5h10v5H3zM3 8.5h10v5H3zM5.2 5h.1M5.2 11h.1M8 5h3M8 11h3",
    "servers": "M4.5 4.5h9v3.5h-9zM4.5 9.5h9v3.5h-9zM2.5 11V2.5h9M6.5 6.25h.1M6.5 11.25h.1",
    "network": "M8 2.2a5.8 5.8 0 1 0 0 11.6A5.8 5.8 0 1 0 8 2.2zM2.2 8h11.6M8 2.2c-4 3.6-4 8 0 11.6"
               "M8 2.2c4 3.6 4 8 0 11.6",
    "subnet": "M6.2 2.5h3.6v3H6.2zM2 10.5h3.6v3H2zM10.4 10.5H14v3h-3.6zM8 5.5V8M3.8 10.5V8h8.4v2.5",
    "router": "M8 5.2V2.2M8 10.8v3M5.2 8h-3M10.8 8h3M8 5.2a2.8 2.8 0 1 0 0 5.6 2.8 2.8 0 1 0 0-5.6z"
              "M6.6 3.6L8 2.2l1.4 1.4"
              "M6.6 12.4L8 13.8l1.4-1.4",
    "port": "M2.5 4h11v8h-11zM5 12V9.5h6V12M5.5 4v2M8 4v2M10.5 4v2",
    "plug": "M6 2.5v3M10 2.5v3M4.5 5.5h7v2.2a3.5 3.5 0 0 1-7 0zM8 11.2v2.6",
    "address": "M8 13.8C5 10.4 3.4 8.4 3.4 6.4a4.6 4.6 0 0 1 9.2 0c0 2-1.6 4-4.6 7.4z"
               "M8 4.8a1.6 1.6 0 1 0 0 3.2 1.6 1.6 0 1 0 0-3.2z",
    "shield": "M8 2l5 1.8v3.9c0 3-2 5.2-5 6.3-3-1.1-5-3.3-5-6.3V3.8zM5.8 7.8l1.6 1.6 2.8-3",
    "key": "M5.2 7.2a2.7 2.7 0 1 0 0 5.4 2.7 2.7 0 1 0 0-5.4zM7.2 8L13 2.2M10.6 4.6l2 2M8.9 6.3l1.3 1.3",
    "balancer": "M8 2.5v3M8 5.5L3.5 10M8 5.5l4.5 4.5M8 5.5V10M2 10h3v3H2zM6.5 10h3v3h-3zM11 10h3v3h-3z",
    "pulse": "M1.8 8.5h3l1.6-4.3 2.8 7.6 1.7-3.3h3.3",
    "disk": "M3 4.2c0-2.3 10-2.3 10 0v7.6c0 2.3-10 2.3-10 0zM3 4.2c0 2.3 10 2.3 10 0M3 8c0 2.3 10 2.3 10 0",
    "bucket": "M2.8 4h10.4l-1.4 9.2H4.2zM2.8 4c2.4-1.8 8-1.8 10.4 0M3.3 7.2h9.4",
    "stack": "M8 2l6 3-6 3-6-3zM2.3 8.2L8 11l5.7-2.8M2.3 11L8 13.8 13.7 11",
    "script": "M4 2h5.5L12.5 5v9H4zM9.3 2v3.2h3.2M6 8l1.6 1.4L6 10.8M8.6 11.2h2",
    "scale": "M2.5 13.5V11h2.6v2.5zM6.7 13.5V8h2.6v5.5zM10.9 13.5V4.5h2.6v9zM2.6 6.5L7 2.5M4.8 2.4L7 2.5v2.3",
    "clock": "M8 2.2a5.8 5.8 0 1 0 0 11.6A5.8 5.8 0 1 0 8 2.2zM8 4.8V8l2.4 1.6",
    "person": "M8 2.3a2.7 2.7 0 1 0 0 5.4 2.7 2.7 0 1 0 0-5.4zM2.8 13.7c.4-3.2 2.5-4.4 5.2-4.4s4.8 1.2 5.2 4.4z",
    "gauge": "M2.4 11.5a5.8 5.8 0 1 1 11.2 0M8 10l2.8-3.6M8 9.2a.9.9 0 1 0 0 1.8.9.9 0 1 0 0-1.8z",
    "dice": "M3 3h10v10H3zM5.8 5.8h.1M10.2 5.8h.1M8 8h.1M5.8 10.2h.1M10.2 10.2h.1",
    "box": "M8 2l5.5 3v6L8 14l-5.5-3V5zM2.5 5L8 8l5.5-3M8 8v6",
    "parameter": "M2 5h6.2M11.8 5H14M10 3.2a1.8 1.8 0 1 0 0 3.6 1.8 1.8 0 1 0 0-3.6zM2 11h2.2M7.8 11H14"
                 "M6 9.2a1.8 1.8 0 1 0 0 3.6 1.8 1.8 0 1 0 0-3.6z",
    "output": "M8.5 3H3v10h5.5M6.5 8h7.3M11 5.2L13.8 8 11 10.8",
    "error": "M8 1.8a6.2 6.2 0 1 0 0 12.4A6.2 6.2 0 1 0 8 1.8zM5.8 5.8l4.4 4.4M10.2 5.8l-4.4 4.4",
    "warning": "M8 2.2l6.2 11.1H1.8zM8 6.6v3.2M8 11.7v.1",
    "unfinished": "M6.2 2.1a6.2 6.2 0 0 1 3.6 0M12.6 3.8a6.2 6.2 0 0 1 1.6 3.2M13.8 10a6.2 6.2 0 0 1-2.4 3"
                  "M8 14.2a6.2 6.2 0 0 1-3.6-1.2M2.2 10a6.2 6.2 0 0 1-.2-3.6M8 5.2v5.6M5.2 8h5.6",
    "info": "M8 1.8a6.2 6.2 0 1 0 0 12.4A6.2 6.2 0 1 0 8 1.8zM8 7.4v3.8M8 4.9v.1",
    "condition": "M2 8h4M6 8l4.5-4H14M6 8l4.5 4H14M12.4 2.4L14 4l-1.6 1.6M12.4 10.4L14 12l-1.6 1.6",
    "waits": "M4.5 2.5h7M4.5 13.5h7M5.5 2.5c0 3.5 5 3.5 5 5.5s-5 2-5 5.5M10.5 2.5c0 3.5-5 3.5-5 5.5s5 2 5 5.5",
}


def path_of(name: str) -> str:
    """The path data of a sign; a box where there is no such sign."""
    return SIGNS.get(name) or SIGNS["box"]


@lru_cache(512)
def drawn(name: str, x: int, y: int, size: int, classes: str = "sign") -> str:
    """A sign as a path, its corner at a place.

    The place is in the path and not a transform of it: a browser paints what shares one transform in one piece, and
    asks of each piece anew which layer it belongs to whenever something else moves.
    """
    scale = size / FIELD
    return f'<path class="{classes}" stroke-width="{STROKE * scale:.4g}" d="{moved(path_of(name), x, y, scale)}"/>'


def moved(path: str, x: float, y: float, scale: float) -> str:
    """The data of a path that is drawn `scale` times as large, its origin at (x, y)."""
    found: list[str] = []
    command, at = "M", 0
    for letter, number in _PIECE.findall(path):
        if letter:
            command, at = letter, 0
            found.append(letter)
            continue
        kinds = _COMMANDS[command.upper()]
        kind = kinds[at % len(kinds)]
        at += 1
        value = float(number)
        if kind != "-":
            value *= scale
        if command.isupper() and kind in "xy":
            value += x if kind == "x" else y
        found.append(f"{round(value, 3):g}")
    return re.sub(r" (?=[A-Za-z-])|(?<=[A-Za-z]) ", "", " ".join(found))


def sprite() -> str:
    """All signs as an SVG of symbols."""
    symbols = "".join([f'<symbol id="sign-{name}" viewBox="0 0 16 16"><path d="{path}"/></symbol>'
                       for name, path in SIGNS.items()])
    return f'<svg xmlns="http://www.w3.org/2000/svg">{symbols}</svg>\n'
