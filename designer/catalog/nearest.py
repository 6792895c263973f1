"""The name that somebody probably meant."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable


def nearest(name: str, candidates: Iterable[str]) -> str | None:
    """The candidate most like `name`, or None if none is like enough to be worth suggesting.

    Differences of case, and of dashes for underscores, weigh least. Long names are cut before comparing, so
    that a hostile one costs nothing.
    """
    wanted = _folded(name)
    best: str | None = None
    best_distance = max(1, len(wanted) // 3) + 1
    for candidate in candidates:
        folded = _folded(candidate)
        if abs(len(folded) - len(wanted)) >= best_distance:
            continue
        distance = _distance(wanted, folded, best_distance)
        if distance < best_distance:
            best, best_distance = candidate, distance
            if distance == 0:
                break
    return best


def _folded(name: str) -> str:
    return name[:120].lower().replace("-", "_")


def _distance(a: str, b: str, limit: int) -> int:
    """How many letters must be put in, taken out, changed or swapped; at least `limit` if it is so many."""
    if a == b:
        return 0
    before: list[int] = []
    previous = list(range(len(b) + 1))
    for i, letter in enumerate(a, 1):
        current = [i]
        for j, other in enumerate(b, 1):
            cost = min(previous[j] + 1, current[j - 1] + 1, previous[j - 1] + (letter != other))
            if i > 1 and j > 1 and letter == b[j - 2] and a[i - 2] == other:
                cost = min(cost, before[j - 2] + 1)
            current.append(cost)
        if min(current) >= limit:
            return limit
        before, previous = previous, current
    return previous[-1]
