"""What an operation comes to: the changes that it means, and its words."""

from __future__ import annotations

from designer.edit.change import Change

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from designer.edit.change import Path


class Intent:
    """A change of the template's root, what it is called, and the path of what it is about, as it is afterwards.

    `otherwise` is the change that comes to the same where the first cannot be written as it was meant.
    """

    __slots__ = ("change", "description", "focus", "notes", "otherwise")

    def __init__(self, change: Change, description: str, focus: Path = (), notes: Sequence[str] = (),
                 otherwise: Change | None = None) -> None:
        self.change = change
        self.description = description
        self.focus = focus
        self.notes = tuple(notes)
        self.otherwise = otherwise

    @property
    def doing(self) -> str:
        """The description as the beginning of a sentence that says why it is not done."""
        return self.description[:1].lower() + self.description[1:]
