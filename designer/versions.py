"""Which version of HOT a template needs, and what another version would break.

    lowest_version(analysis)               # ("2016-10-14", [what an older one lacks])
    breaks(analysis, "2015-04-30")         # what is wrong only with that version

The template is judged by each version in question with the very rules that judge it by its own, so that functions,
sections, keywords and the shapes of arguments all count.
"""

from __future__ import annotations

from designer.analysis import Analysis, Types, collector, complete
from designer.template.versions import VERSIONS
from designer.values.kinds import same
from designer.values.placeholder import is_known

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from designer.diagnostics import Diagnostic

# What is no error and yet means that a version does not have what the template asks for.
_LACKS = frozenset(("HOT132", "HOT313"))


class Change:
    """One thing that a version breaks, or changes: its place in the template, and why.

    `code` is that of the diagnostic, None where nothing is refused but a value becomes another.
    """

    __slots__ = ("code", "name", "severity", "message", "path", "start", "end")

    def __init__(self, code: str | None, name: str, severity: str, message: str, path: tuple[str | int, ...],
                 start: int, end: int) -> None:
        self.code = code
        self.name = name
        self.severity = severity
        self.message = message
        self.path = path
        self.start = start
        self.end = end

    def __repr__(self) -> str:
        return f"<Change {self.code} at {self.start}: {self.message}>"


def lowest_version(analysis: Analysis, given: dict[str, Any] | None = None) -> tuple[str | None, list[Change]]:
    """The date of the lowest version that has all that a template uses, and what of it the version before lacks.

    What is worth something else with an older version than the one stated counts as lacking there.

    `given` are the values that the analysis was made with. None, and nothing, where the text is no template.
    """
    if analysis.template is None:
        return None, []
    dates = sorted(VERSIONS, reverse=True)
    lowest = dates[0]
    accepted = _faults(_judged(analysis, lowest, given or {}))
    for date in dates[1:]:
        judged = _judged(analysis, date, given or {})
        faults = _faults(judged)
        lacking = _changes([faults[key] for key in sorted(faults) if key not in accepted], date)
        if date < analysis.template.effective_version:
            lacking += _changed_values(analysis, judged, lacking)
        if lacking:
            return lowest, lacking
        lowest, accepted = date, faults
    return lowest, []


def breaks(analysis: Analysis, version: str, given: dict[str, Any] | None = None) -> list[Change]:
    """What would be wrong, or worth something else, if the template stated another version: a date, see VERSIONS.

    What is wrong already is left out.
    """
    if analysis.template is None or analysis.evaluation is None:
        return []
    other = _judged(analysis, version, given or {})
    now = _faults(analysis)
    found = _changes([each for key, each in _faults(other).items() if key not in now], version)
    found += _changed_values(analysis, other, found)
    return sorted(found, key=lambda each: (each.start, each.code or ""))


def _judged(analysis: Analysis, version: str, given: dict[str, Any]) -> Analysis:
    """The template with another version, in the same text: all places stay."""
    types = Types(analysis.environment, analysis.base)
    judged = Analysis(analysis.name, analysis.document, analysis.environment, types)
    return complete(judged, given, collector(judged.own), version)


def _faults(analysis: Analysis) -> dict[tuple[int, int, str], Diagnostic]:
    return {(each.start, each.end, each.code): each for each in analysis.diagnostics
            if each.file is None and (each.severity == "error" or each.code in _LACKS)}


def _changes(faults: list[Diagnostic], version: str) -> list[Change]:
    """The faults without those that only follow from a function that is none, said of a version not yet stated."""
    unknown = [each.start for each in faults if each.code == "HOT313"]
    return [Change(each.code, each.name, each.severity, each.message.replace(f"; this template says {version}", ""),
                   each.path, each.start, each.end) for each in faults
            if each.code == "HOT313" or not any(each.start <= start < each.end for start in unknown)]


def _changed_values(before: Analysis, after: Analysis, found: list[Change]) -> list[Change]:
    """Resources and outputs of which something known becomes something else, where nothing in them is refused."""
    if before.evaluation is None or after.evaluation is None:
        return []
    changes = []
    entries: list[tuple[str, Any, Any, Any]] = []
    for name, values in before.evaluation.resources.items():
        entries.append((f"The properties of the resource `{name}`", values.resource, values.properties,
                        after.evaluation.resources[name].properties))
    for name, output in before.evaluation.outputs.items():
        entries.append((f"The output `{name}`", output.output, output.value, after.evaluation.outputs[name].value))
    for words, entry, one, other in entries:
        if not is_known(one) or not is_known(other) or same(one, other):
            continue
        start, end = entry.key.start, entry.node.end
        if not any(start <= each.start < end for each in found):
            changes.append(Change(None, "other-value", "warning", f"{words} would be worth something else.",
                                  entry.key.path(), start, entry.key.end))
    return changes
