"""What a picture is to show."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable

HIDDEN = "hidden"
PARAMETERS = "parameters"
OUTPUTS = "outputs"
REDUNDANT = "redundant"
LAYERS = (HIDDEN, PARAMETERS, OUTPUTS, REDUNDANT)
EVERY = "*"

# Above this many cards, groups start collapsed.
MANY = 500


class Options:
    """What a picture is to show.

    layers    which of LAYERS: `hidden` dependencies (shown unless told otherwise), `parameters`, `outputs`, and
              `redundant` edges that others imply
    collapse  the ids of containers to draw as one card each; `*` for all; None leaves it to the picture: all of them
              above MANY cards
    waves     columns are waves of creation, and there are no containers
    badges    what everything refers to becomes a badge instead of a fan of edges
    """

    __slots__ = ("layers", "collapse", "waves", "badges")

    def __init__(self, layers: Iterable[str] = (HIDDEN,), collapse: Iterable[str] | None = None, waves: bool = False,
                 badges: bool = True) -> None:
        self.layers = frozenset(layers)
        self.collapse = None if collapse is None else frozenset(collapse)
        self.waves = waves
        self.badges = badges

    def alike(self, other: Options) -> bool:
        """Whether both ask for the same."""
        return (self.layers, self.collapse, self.waves, self.badges) == (
            other.layers, other.collapse, other.waves, other.badges)
