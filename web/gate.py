"""A bound on the work under way at once."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from threading import BoundedSemaphore, local

from web.refusals import Refusal


class Gate:
    """Lets so many threads work at once; a further one waits, and is refused (503) when it waited too long.

    A thread that is inside already goes through: one piece of work may ask for another.
    """

    def __init__(self, places: int, wait_seconds: float) -> None:
        self._places = BoundedSemaphore(places)
        self._early = BoundedSemaphore(places)
        self._wait = wait_seconds
        self._mine = local()

    @contextmanager
    def work(self) -> Iterator[None]:
        """Hold a place while the block runs. Raises Refusal when none became free in time."""
        if getattr(self._mine, "inside", False):
            yield
            return
        if not self._places.acquire(timeout=self._wait):
            raise Refusal(503, "The server is busy with other templates. Try again in a moment.")
        self._mine.inside = True
        try:
            yield
        finally:
            self._mine.inside = False
            self._places.release()

    def enter_early(self) -> bool:
        """Whether there is room for work that nobody waits for yet; `leave_early` follows when there was."""
        return self._early.acquire(blocking=False)

    def leave_early(self) -> None:
        self._early.release()
