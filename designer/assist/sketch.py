"""The names in a text that may not be whole: sections and their entries, told from indentation."""

from __future__ import annotations

import re

_SECTION = re.compile(r"^([A-Za-z_]+):", re.MULTILINE)
_ENTRY = re.compile(r"^( +)(\"[^\"\n]+\"|'[^'\n]+'|[^\s#'\"{\[-][^:\n]*?):(?=\s|$)", re.MULTILINE)
_TYPE = re.compile(r"^ +type: *[\"']?([\w:.\-/]+)", re.MULTILINE)


def sketch(text: str) -> dict[str, dict[str, str | None]]:
    """The entries of each section by name, each with what stands behind its `type:`, None where nothing does.

    Written for text that does not parse; whatever parses is better asked through its Template.
    """
    found: dict[str, dict[str, str | None]] = {}
    sections = list(_SECTION.finditer(text))
    for index, match in enumerate(sections):
        end = sections[index + 1].start() if index + 1 < len(sections) else len(text)
        found[match.group(1)] = _entries(text[match.end():end])
    return found


def _entries(body: str) -> dict[str, str | None]:
    entries: dict[str, str | None] = {}
    matches = list(_ENTRY.finditer(body))
    if not matches:
        return entries
    least = min(len(match.group(1)) for match in matches)
    heads = [match for match in matches if len(match.group(1)) == least]
    for index, match in enumerate(heads):
        end = heads[index + 1].start() if index + 1 < len(heads) else len(body)
        kind = _TYPE.search(body, match.end(), end)
        entries[match.group(2).strip("\"'")] = kind.group(1) if kind else None
    return entries
