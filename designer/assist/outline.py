"""The template's parts as a tree."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from designer.analysis import Analysis

SECTIONS = (("parameters", "Parameters"), ("conditions", "Conditions"), ("resources", "Resources"),
            ("outputs", "Outputs"))


def outline(analysis: Analysis) -> list[dict[str, Any]]:
    """The sections that hold something, each with its entries in the order of the text.

    A section is {section, title, entries}; an entry {name, detail, group, start, end, severity}, where severity is
    the worst of what was found in it, None where nothing was.
    """
    template = analysis.template
    if template is None:
        return []
    worst = _worst(analysis)
    tree = []
    for section, title in SECTIONS:
        entries = []
        for name, entry in getattr(template, section).items():
            detail, group = "", None
            if section == "resources":
                kind = analysis.types(entry)
                detail = kind.label if kind is not None else entry.type or ""
                group = kind.group if kind is not None else None
            elif section == "parameters":
                detail = entry.type or ""
            entries.append({"name": name, "detail": detail, "group": group, "start": entry.key.start,
                            "end": entry.node.end, "severity": worst.get((section, name))})
        if entries:
            tree.append({"section": section, "title": title, "entries": entries})
    return tree


def _worst(analysis: Analysis) -> dict[tuple[str, str], str]:
    ranks = {"error": 0, "warning": 1, "info": 2}
    worst: dict[tuple[str, str], str] = {}
    for diagnostic in analysis.diagnostics:
        if len(diagnostic.path) > 1 and diagnostic.file is None:
            key = (str(diagnostic.path[0]), str(diagnostic.path[1]))
            if key not in worst or ranks[diagnostic.severity] < ranks[worst[key]]:
                worst[key] = diagnostic.severity
    return worst
