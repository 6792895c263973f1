"""Who waits for the next change of a template.

A change made by this process wakes them at once; one that another server made in the same database is found when they
look by themselves, each second.
"""

from __future__ import annotations

from collections import Counter
from threading import Condition


class Listeners:
    """Waiting pages, at most so many at once, and of one browser at most MOST_OF_ONE."""

    MOST_OF_ONE = 4

    __slots__ = ("_most", "_count", "_by_browser", "_news", "_condition", "_closed")

    def __init__(self, most: int) -> None:
        self._most = most
        self._count = 0
        self._by_browser: Counter[str] = Counter()
        self._news: Counter[str] = Counter()
        self._condition = Condition()
        self._closed = False

    @property
    def count(self) -> int:
        """How many listen now."""
        return self._count

    def enter(self, browser: str) -> bool:
        """Whether there is room for one more; `leave` follows when there was."""
        with self._condition:
            if self._closed or self._count >= self._most or (browser and self._by_browser[browser] >= self.MOST_OF_ONE):
                return False
            self._count += 1
            self._by_browser[browser] += 1
            return True

    def leave(self, browser: str) -> None:
        with self._condition:
            self._count -= 1
            self._by_browser[browser] -= 1
            self._by_browser += Counter()  # drops those at nought

    def tell(self, template: str) -> None:
        """Say that a template has changed."""
        with self._condition:
            self._news[template] += 1
            if len(self._news) > 10_000:
                self._news.clear()
            self._condition.notify_all()

    def heard(self, template: str) -> int:
        """A number that changes when a template does."""
        with self._condition:
            return self._news[template]

    def wait(self, template: str, heard: int, seconds: float) -> bool:
        """Wait until that number is another one, or for so long; False once the server closes."""
        with self._condition:
            self._condition.wait_for(lambda: self._closed or self._news[template] != heard, seconds)
            return not self._closed

    def close(self) -> None:
        """Send everybody away, and let nobody in any more."""
        with self._condition:
            self._closed = True
            self._condition.notify_all()
