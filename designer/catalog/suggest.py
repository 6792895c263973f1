"""The name that somebody probably meant."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable

NAME_LIMIT = 120
FURTHEST = 3
SHORTEST = 3


def nearest(name: str, candidates: Iterable[str]) -> str | None:
    """The candidate most like `name`, or None if none is like enough to be worth suggesting.

    Differences of case, and of dashes for underscores, do not count. Where no candidate is like it, one that the
    name begins (`key` of `key_name`) or that begins the name (`flavor` of `flavor_id`) is meant. Long names are
    cut before comparing, so that a hostile one costs nothing.
    """
    wanted = _folded(name)
    best: str | None = None
    limit = min(max(1, len(wanted) // 3), FURTHEST) + 1
    longer: list[str] = []
    shorter = ""
    for candidate in candidates:
        folded = _folded(candidate)
        if folded.startswith(wanted):
            longer.append(candidate)
        elif wanted.startswith(folded) and len(folded) > len(shorter):
            shorter = candidate
        if abs(len(folded) - len(wanted)) < limit:
            distance = _distance(wanted, folded, limit)
            if distance < limit:
                best, limit = candidate, distance
                if distance == 0:
                    break
    if best is not None or len(wanted) < SHORTEST:
        return best
    if len(longer) == 1:
        return longer[0]
    return shorter if len(shorter) >= SHORTEST and 2 * len(shorter) > len(wanted) else None


def _folded(name: str) -> str:
    return name[:NAME_LIMIT].lower().replace("-", "_")


def _distance(a: str, b: str, limit: int) -> int:
    """How many letters must be put in, taken out, changed or swapped; `limit` if it is so many or more."""
    start = 0
    while start < len(a) and start < len(b) and a[start] == b[start]:
        start += 1
    end = 0
    while end < min(len(a), len(b)) - start and a[-1 - end] == b[-1 - end]:
        end += 1
    a, b = a[start : len(a) - end], b[start : len(b) - end]
    if not a or not b:
        return min(max(len(a), len(b)), limit)
    before: list[int] = []
    previous = list(range(len(b) + 1))
    for i, letter in enumerate(a, 1):
        # Only cells near the diagonal can hold a distance below the limit.
        current = [limit] * (len(b) + 1)
        current[0] = i
        for j in range(max(1, i - limit + 1), min(len(b), i + limit - 1) + 1):
            other = b[j - 1]
            cost = min(previous[j] + 1, current[j - 1] + 1, previous[j - 1] + (letter != other))
            if i > 1 and j > 1 and letter == b[j - 2] and a[i - 2] == other:
                cost = min(cost, before[j - 2] + 1)
            current[j] = cost
        if min(current) >= limit:
            return limit
        before, previous = previous, current
    return min(previous[-1], limit)
