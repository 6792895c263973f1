"""OpenStack's releases and the version of Heat in each: what `--target` and every `since` are measured with."""

from __future__ import annotations

# Name, other name or "", Heat's first version in it. The order is the order in time.
RELEASES = (
    ("grizzly", "", "2013.1"),
    ("havana", "", "2013.2"),
    ("icehouse", "", "2014.1"),
    ("juno", "", "2014.2"),
    ("kilo", "", "2015.1"),
    ("liberty", "", "5.0.0"),
    ("mitaka", "", "6.0.0"),
    ("newton", "", "7.0.0"),
    ("ocata", "", "8.0.0"),
    ("pike", "", "9.0.0"),
    ("queens", "", "10.0.0"),
    ("rocky", "", "11.0.0"),
    ("stein", "", "12.0.0"),
    ("train", "", "13.0.0"),
    ("ussuri", "", "14.0.0"),
    ("victoria", "", "15.0.0"),
    ("wallaby", "", "16.0.0"),
    ("xena", "", "17.0.0"),
    ("yoga", "", "18.0.0"),
    ("zed", "", "19.0.0"),
    ("2023.1", "antelope", "20.0.0"),
    ("2023.2", "bobcat", "21.0.0"),
    ("2024.1", "caracal", "22.0.0"),
    ("2024.2", "dalmatian", "23.0.0"),
    ("2025.1", "epoxy", "24.0.0"),
    ("2025.2", "flamingo", "25.0.0"),
    ("2026.1", "gazpacho", "26.0.0"),
    ("2026.2", "hibiscus", "27.0.0"),
)
NEWEST = len(RELEASES) - 1


def release_names() -> list[str]:
    """The names of all releases, oldest first."""
    return [name for name, _, _ in RELEASES]


def release_rank(text: str) -> int | None:
    """The place in time of a release named in any way ("kilo", "2025.1", "epoxy", "24.0.1"), or None.

    Ranks are only good for comparing; the bigger the later.
    """
    wanted = text.strip().lower()
    # Heat's own numbers were years too, up to kilo; a release and a number of the same text never meet.
    for rank, (name, other, version) in enumerate(RELEASES):
        if wanted in (name, version) or (other and wanted == other):
            return rank
    major, dot, rest = wanted.partition(".")
    if not major.isdecimal() or (dot and not rest.replace(".", "").isdecimal()) or len(major) > 3:
        return None
    for rank, (_, _, version) in enumerate(RELEASES):
        if version.split(".")[0] == major:
            return rank
    return None


def release_name(version: str | None) -> str | None:
    """The name of the release a version of Heat belongs to ("10.0.0" gives "queens"), or None if not known."""
    rank = release_rank(version) if version is not None else None
    return RELEASES[rank][0] if rank is not None else None


def exists_in(introduced: str | None, target: int) -> bool:
    """Whether what came with Heat's version `introduced` is there in the release of rank `target`.

    None means older than Heat's count, so there. A version that nobody knows counts as there.
    """
    if introduced is None:
        return True
    rank = release_rank(introduced)
    return rank is None or rank <= target
