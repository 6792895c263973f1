"""The template's parts as a tree."""

from __future__ import annotations

from designer.syntax import Mapping, Scalar, Sequence

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from typing import Any, TypeAlias

    from designer.analysis import Analysis
    from designer.template import Template

    _Worst: TypeAlias = dict[tuple[str, str | int], dict[str, Any]]

GROUPS = "parameter_groups"
MEMBERS = "parameters"

# section, its title, what one of its entries is called, what the section is for
SECTIONS = (
    ("parameters", "Parameters", "parameter", "What a person is asked for when the stack is made."),
    (GROUPS, "Parameter groups", "parameter group", "Parameters in the order and company that people see them in."),
    ("conditions", "Conditions", "condition", "What switches resources and outputs on and off."),
    ("resources", "Resources", "resource", "What the stack makes."),
    ("outputs", "Outputs", "output", "What the stack tells once it is made."),
)
_NOTHING: dict[str, Any] = {"severity": None, "unfinished": False}


def outline(analysis: Analysis, resources: Iterable[str] | None = None) -> list[dict[str, Any]]:
    """Every section, those that hold nothing too, each with its entries in the order of the text.

    A section is {section, title, one, purpose, typed, members, entries}: `typed` whether its entries are of types to
    be chosen, `members` the section whose entries it gathers, None where it gathers none. An entry is {name, path,
    detail, group, start, key_end, end, severity, unfinished}, where severity is the worst of what is wrong in it, None
    where nothing is, and unfinished whether something in it waits to be filled in. Of a parameter group `name` is the
    label and `members` its parameters, each {name, path, start, key_end, end}. Of resources only those named are
    told, where some are.
    """
    template = analysis.template
    if template is None:
        return []
    worst = _worst(analysis)
    tree = []
    for section, title, one, purpose in SECTIONS:
        named: Iterable[tuple[str, Any]] = ()
        if section == "resources" and resources is not None:
            named = [(name, template.resources[name]) for name in resources]
        elif section != GROUPS:
            named = getattr(template, section).items()
        entries = list(_groups(template, worst) if section == GROUPS else _entries(analysis, section, named, worst))
        tree.append({"section": section, "title": title, "one": one, "purpose": purpose,
                     "typed": section == "resources", "members": MEMBERS if section == GROUPS else None,
                     "entries": entries})
    return tree


def severities(analysis: Analysis) -> dict[str, tuple[str | None, bool]]:
    """Of each resource that something is told of: the worst severity, and whether it is unfinished."""
    return {str(name): (found["severity"], found["unfinished"])
            for (section, name), found in _worst(analysis).items() if section == "resources"}


def _entries(analysis: Analysis, section: str, named: Iterable[tuple[str, Any]],
             worst: _Worst) -> Iterator[dict[str, Any]]:
    typed, detailed = section == "resources", section == "parameters"
    for name, entry in named:
        detail, group = "", None
        if typed:
            kind = analysis.types(entry)
            if kind is not None:
                detail, group = kind.label, kind.group
            else:
                detail = entry.type or ""
        elif detailed:
            detail = entry.type or ""
        key = entry.key
        found = worst.get((section, name), _NOTHING)
        yield {"name": name, "path": (section, name), "detail": detail, "group": group, "start": key.start,
               "key_end": key.end, "end": entry.node.end, "severity": found["severity"],
               "unfinished": found["unfinished"]}


def _groups(template: Template, worst: _Worst) -> Iterator[dict[str, Any]]:
    groups = template.parameter_groups
    for at, group in enumerate(groups.items if isinstance(groups, Sequence) else ()):
        inside = group.index if isinstance(group, Mapping) else {}
        label, names = inside.get("label"), inside.get("parameters")
        members = [{"name": node.value, "path": (GROUPS, at, MEMBERS, place), "start": node.start,
                    "key_end": node.end, "end": node.end}
                   for place, node in enumerate(names.items if isinstance(names, Sequence) else ())
                   if isinstance(node, Scalar) and isinstance(node.value, str)]
        words = label.value if isinstance(label, Scalar) and isinstance(label.value, str) else ""
        yield {"name": words, "path": (GROUPS, at), "detail": "", "group": None, "start": group.start,
               "key_end": label.end if label is not None else group.start, "end": group.end,
               **worst.get((GROUPS, at), _NOTHING), "members": members}


def _worst(analysis: Analysis) -> _Worst:
    from designer.diagnostics import SEVERITIES

    ranks: dict[str | None, int] = {None: len(SEVERITIES)}
    ranks.update((severity, rank) for rank, severity in enumerate(SEVERITIES))
    worst: _Worst = {}
    for diagnostic in analysis.diagnostics:
        if len(diagnostic.path) > 1 and diagnostic.file is None:
            entry = worst.setdefault((str(diagnostic.path[0]), diagnostic.path[1]), dict(_NOTHING))
            if "unfinished" in diagnostic.tags:
                entry["unfinished"] = True
            elif ranks[diagnostic.severity] < ranks[entry["severity"]]:
                entry["severity"] = diagnostic.severity
    return worst
