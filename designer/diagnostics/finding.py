"""A finding: a diagnostic before its words are chosen."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any, Protocol, TypeAlias

    class Place(Protocol):
        """What a finding stands at: a node or a span."""

        @property
        def start(self) -> int: ...

        @property
        def end(self) -> int: ...

        def path(self) -> tuple[str | int, ...]: ...

    # report(code, place, **facts): how every room says what it found
    Report: TypeAlias = Callable[..., None]


class Finding:
    """A fault met at a place: the code of its rule, and the facts that the rule's message is made of.

    The place is asked for its range and path only when the diagnostic is made, so that a finding
    stays true when the text before it changes.
    """

    __slots__ = ("code", "place", "facts")

    def __init__(self, code: str, place: Place, facts: dict[str, Any]) -> None:
        self.code = code
        self.place = place
        self.facts = facts

    def __repr__(self) -> str:
        return f"<Finding {self.code} {self.facts}>"
