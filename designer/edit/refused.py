"""An edit that is not made, and why."""

from __future__ import annotations

from designer.errors import DesignerError

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from designer.edit.references import Use


class Refused(DesignerError):
    """What was meant cannot be done, or not for certain; its text says why in one line, and nothing is changed.

    `uses` are the places that stand in the way: what refers to a resource that was to be removed.
    """

    def __init__(self, reason: str, uses: Sequence[Use] = ()) -> None:
        # a name may hold anything: nothing in it may break the line, or write to a terminal
        super().__init__("".join(sign if sign.isprintable() else ascii(sign)[1:-1] for sign in reason))
        self.uses = tuple(uses)
