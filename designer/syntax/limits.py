"""How much of a template is read before it is refused."""

from __future__ import annotations


class Limits:
    """The bounds of reading: what is larger is one diagnostic, and nothing more is looked at.

    `size` counts code points of text, `depth` collections inside one another, `nodes` what aliases may add when they
    are expanded. Heat's own limit of size (`max_template_size`, 524,288 bytes as configured by default) is lower
    than ours: a larger template is read and drawn all the same.
    """

    __slots__ = ("size", "depth", "nodes")

    def __init__(self, size: int = 8_000_000, depth: int = 100, nodes: int = 50_000) -> None:
        self.size = size
        self.depth = depth
        self.nodes = nodes


DEFAULT_LIMITS = Limits()
