"""The versions of HOT.

A version is spoken of by its date; since newton a release's name means the same. Tables elsewhere
say since which date a thing exists, and dates compare as text.
Source: heat.engine.hot.template and the entry points `heat.templates` of openstack-heat 27.0.1.
"""

from __future__ import annotations

VERSIONS: dict[str, str | None] = {
    "2013-05-23": None,
    "2014-10-16": None,
    "2015-04-30": None,
    "2015-10-15": None,
    "2016-04-08": None,
    "2016-10-14": "newton",
    "2017-02-24": "ocata",
    "2017-09-01": "pike",
    "2018-03-02": "queens",
    "2018-08-31": "rocky",
    "2021-04-16": "wallaby",
}
"""Each version's date and the release whose name may be written instead."""

LATEST = "2021-04-16"
CONDITIONS_SINCE = "2016-10-14"

_BY_NAME = {name: date for date, name in VERSIONS.items() if name} | {date: date for date in VERSIONS}


def resolve_version(name: object) -> str | None:
    """The date of a version written as a date or a release's name, None where there is no such version."""
    return _BY_NAME.get(name) if isinstance(name, str) else None


def version_names() -> list[str]:
    """Every name that `heat_template_version` may have: all dates and all releases."""
    return sorted(_BY_NAME)


def version_since(date: str, since: str, until: str | None = None) -> bool:
    """Whether a version has what came with `since` and went with `until` (the first version without it)."""
    return since <= date and (until is None or date < until)
