"""What an analysis tells, as plain data for templates and scripts."""

from __future__ import annotations

from bisect import bisect_right
from datetime import datetime
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from designer.catalog.services import group_of
from designer.diagnostics import SEVERITIES
from designer.layout.marks import sign_of
from web.documents import Opened

if TYPE_CHECKING:
    from collections.abc import Mapping as Table

    from designer.analysis import Analysis
    from designer.diagnostics import Diagnostic
    from designer.graph import Edge
    from designer.syntax import Node, Scalar

# More than a person reads; a page that holds them all would be of no use. The JSON has every one.
MOST_PROBLEMS = 1000

NEWLINES = {"\n": "lf", "\r\n": "crlf", "\r": "cr"}


def problems(opened: Opened) -> list[dict[str, Any]]:
    """The diagnostics in the order of the text, each with its line, the node it belongs to and its fixes.

    Where there are more than MOST_PROBLEMS, the worst of them.
    """
    found: list[dict[str, Any]] = opened.once("problems", lambda: _problems(opened.analysis))
    return found


def counts(opened: Opened) -> dict[str, int]:
    """How many problems there are of each severity, those that are not listed included."""
    found = dict.fromkeys(SEVERITIES, 0)
    for diagnostic in opened.analysis.diagnostics:
        found[diagnostic.severity] += 1
    return found


def tallies(opened: Opened) -> dict[str, int]:
    """How many problems there are of each kind that the page tells apart: severities, and what is only unfinished."""
    found = {"error": 0, "warning": 0, "unfinished": 0, "info": 0}
    for diagnostic in opened.analysis.diagnostics:
        found[_kind(diagnostic)] += 1
    return found


def marks(opened: Opened) -> list[list[Any]]:
    """The problems that lie in the text itself, as short rows for the editor's gutter."""
    return [[p["start"], p["end"], p["severity"], p["code"], p["message"], p["fixes"]] if p["fixes"]
            else [p["start"], p["end"], p["severity"], p["code"], p["message"]]
            for p in problems(opened) if p["file"] is None]


def readable(opened: Opened) -> bool:
    """Whether the text could be read as far as to have a graph."""
    return opened.analysis.graph is not None


class Relations:
    """Who needs whom, for the lights of the canvas.

    `needed` holds of each resource the rows [target, label] of what it needs, `groups` the many-on-many groups: rows
    [sources, targets]. `moment` is that of the analysis that tells so, `shape` that of its graph.
    """

    __slots__ = ("needed", "groups", "moment", "shape")

    def __init__(self, needed: dict[str, list[list[str]]], groups: list[list[list[str]]], moment: object,
                 shape: object) -> None:
        self.needed = needed
        self.groups = groups
        self.moment = moment
        self.shape = shape


def relations(opened: Opened, before: Relations | None = None) -> Relations:
    """Who needs whom; what did not change since `before` is taken over."""
    analysis = opened.analysis
    graph = analysis.graph
    if graph is None:
        return Relations({}, [], analysis.moment, None)
    edited = analysis.edited_since(before.moment) if before is not None else None
    if before is None or edited is None:
        needed = {name: _rows(edges) for name, edges in graph.needed.items()}
    else:
        needed = before.needed.copy()
        for name in edited:
            if name in graph.needed:
                needed[name] = _rows(graph.needed[name])
            else:
                needed.pop(name, None)
    groups = before.groups if before is not None and before.shape is graph.shape else [
        [list(group.sources), list(group.targets)] for group in graph.groups]
    return Relations(needed, groups, analysis.moment, graph.shape)


def edited_between(opened: Opened, before: Relations) -> set[str] | None:
    """The resources that came, went or are others since something was told; None where that is not known any more."""
    return opened.analysis.edited_since(before.moment)


def _rows(edges: Table[str, Edge]) -> list[list[str]]:
    return [[edge.target, _label(edge)] for edge in edges.values()]


def edge(opened: Opened, source: str, target: str) -> dict[str, Any] | None:
    """Why one resource needs another: each reason with its place and what the text says there."""
    analysis = opened.analysis
    found = analysis.graph.pair(source, target) if analysis.graph is not None else None
    if found is None:
        return None
    reasons = []
    for reason in found.reasons:
        place = reason.place
        line, column = analysis.lines.position(place.start)
        reasons.append({"kind": reason.kind, "path": _dotted(place.path()), "line": line, "column": column,
                        "start": place.start, "end": place.end, "enabled": reason.enabled, "words": reason.words,
                        "text": _shortened(analysis.document.text[place.start:place.end])})
    return {"source": source, "target": target, "kinds": found.kinds, "enabled": found.enabled, "reasons": reasons,
            "redundant": found.redundant}


def neighbours(opened: Opened, name: str) -> dict[str, list[dict[str, Any]]]:
    """What a node needs itself and what needs it itself, hidden dependencies counted by group."""
    graph = opened.analysis.graph
    if graph is None or name not in graph.nodes:
        return {"needs": [], "needed_by": [], "groups": []}
    groups = []
    for group in graph.groups:
        if name in group.sources:
            groups.append({"side": "needs", "words": group.words, "names": [n for n in group.targets if n != name]})
        if name in group.targets:
            groups.append({"side": "needed_by", "words": group.words, "names": [n for n in group.sources if n != name]})
    return {"needs": [{"name": e.target, "kinds": e.kinds, "label": _label(e)} for e in graph.needed[name].values()],
            "needed_by": [{"name": e.source, "kinds": e.kinds, "label": _label(e)}
                          for e in graph.needing[name].values()],
            "groups": [group for group in groups if group["names"]]}


@lru_cache(maxsize=4096)
def icon_of(type_name: str) -> str:
    """The name of the sign of a resource type, as it stands on cards."""
    return sign_of(type_name, group_of(type_name))


def moment(at: float) -> str:
    """A moment as machines read it, in this server's own time."""
    return datetime.fromtimestamp(at).astimezone().isoformat(timespec="seconds")


def day(at: float) -> str:
    """A moment as people read it, in this server's own time; a script says it in theirs."""
    return datetime.fromtimestamp(at).astimezone().strftime("%-d %b %Y, %H:%M")


def form_of(opened: Opened) -> dict[str, Any]:
    """The line breaks of the text, and whether a page can carry it exactly: HTML changes some characters."""
    text = opened.text
    kinds = [mark for mark in ("\r\n", "\n", "\r") if mark in text.replace("\r\n", "" if mark != "\r\n" else "\r\n")]
    newline = NEWLINES[kinds[0]] if len(kinds) == 1 else "mixed" if kinds else "lf"
    return {"newline": newline, "exact": newline != "mixed" and "\0" not in text,
            "encoding": opened.encoding}


def _problems(analysis: Analysis) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = []
    listed = analysis.diagnostics
    if not listed:
        return found
    owner = _owners(analysis)
    if len(listed) > MOST_PROBLEMS:
        worst = sorted(listed, key=lambda diagnostic: SEVERITIES.index(diagnostic.severity))[:MOST_PROBLEMS]
        kept = set(map(id, worst))
        listed = [diagnostic for diagnostic in listed if id(diagnostic) in kept]
    for diagnostic in listed:
        file = diagnostic.file
        document = analysis.document if file is None else analysis.environment.documents.get(file)
        line, column = document.lines.position(diagnostic.start) if document is not None else (0, 0)
        found.append({
            "code": diagnostic.code, "name": diagnostic.name, "severity": diagnostic.severity,
            "kind": _kind(diagnostic),
            "message": diagnostic.message, "start": diagnostic.start, "end": diagnostic.end, "file": diagnostic.file,
            "line": line, "column": column, "path": _dotted(diagnostic.path),
            "node": owner(diagnostic.start) if diagnostic.file is None else None,
            "related": _related(analysis, diagnostic), "fixes": _fixes(diagnostic),
        })
    return found


def _kind(diagnostic: Diagnostic) -> str:
    return "unfinished" if "unfinished" in diagnostic.tags else diagnostic.severity


def _related(analysis: Analysis, diagnostic: Diagnostic) -> list[dict[str, Any]]:
    return [{"message": other.message, "start": other.start, "end": other.end,
             "line": analysis.lines.position(other.start)[0]}
            for other in diagnostic.related if other.file is None]


def _fixes(diagnostic: Diagnostic) -> list[dict[str, Any]]:
    return [{"title": fix.title, "edits": [{"start": e.start, "end": e.end, "text": e.text} for e in fix.edits]}
            for fix in diagnostic.fixes]


def _owners(analysis: Analysis) -> Any:
    """A function from an offset to the node of the graph whose definition it lies in, or None."""
    graph, template = analysis.graph, analysis.template
    if graph is None or template is None:
        return lambda offset: None
    entries = template.written_resources()

    def owner(offset: int) -> str | None:
        at = bisect_right(entries, offset, key=_start) - 1
        if at < 0:
            return None
        key, node = entries[at]
        return str(key.value) if offset <= node.end and key.value in graph.nodes else None

    return owner


def _start(entry: tuple[Scalar, Node]) -> int:
    return entry[0].start


def _label(edge: Edge) -> str:
    """Where in the source its first reason stands, as short as it can be said."""
    steps = edge.reasons[0].place.path()[2:] if edge.reasons else ()
    words = [str(step) for step in steps if step != "properties"]
    return ".".join(words[:4]) + ("…" if len(words) > 4 else "")


def _dotted(path: tuple[str | int, ...]) -> str:
    return ".".join(map(str, path))


def _shortened(text: str, most: int = 400) -> str:
    return text if len(text) <= most else text[:most] + "…"
