"""Which diagnostics a project wants to hear, and how grave it takes them.

    selection = Selection(select=["HOT3"], ignore=["unused-parameter"], severity={"HOT421": "warning"})
    selection.choose(diagnostics)
"""

from __future__ import annotations

from designer.diagnostics import ERROR, SEVERITIES
from designer.errors import DesignerError
from designer.validate.registry import all_rules, find_rule

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from designer.diagnostics import Diagnostic


class Selection:
    """What is selected, what is ignored, and the severities that go before the rules' own.

    Codes, names, and beginnings of codes (`HOT3`) stand for diagnostics; an empty `select` stands for all. The longest
    beginning counts, so that `ignore: [HOT9], select: [HOT902]` says of HOT9xx only the one; in a tie it is ignored.
    Raises DesignerError where something names no diagnostic, or no severity.
    """

    __slots__ = ("select", "ignore", "severity")

    def __init__(self, select: Iterable[str] = (), ignore: Iterable[str] = (),
                 severity: Mapping[str, str] | None = None) -> None:
        self.select = tuple(_codes(name) for name in select)
        self.ignore = tuple(_codes(name) for name in ignore)
        self.severity = {_codes(name): grade for name, grade in (severity or {}).items()}
        for name, grade in (severity or {}).items():
            if grade not in SEVERITIES:
                raise DesignerError(f"the severity of {name} is one of {', '.join(SEVERITIES)}, not {grade!r}")

    def choose(self, diagnostics: list[Diagnostic]) -> list[Diagnostic]:
        """The diagnostics that are wanted, their severities changed; faults of reading stay as they are.

        With those nothing else has been looked at, so that silence would look like praise.
        """
        kept = []
        for each in diagnostics:
            if each.code.startswith("HOT0") and each.severity == ERROR:
                kept.append(each)
                continue
            selected = _longest(self.select, each.code) if self.select else 0
            if selected < 0 or _longest(self.ignore, each.code) >= max(selected, 1):
                continue
            start = max((start for start in self.severity if each.code.startswith(start)), key=len, default=None)
            if start is not None:
                each.severity = self.severity[start]
            kept.append(each)
        return kept


def _longest(starts: tuple[str, ...], code: str) -> int:
    """How much of a code the longest fitting beginning gives, -1 where none fits."""
    return max((len(start) for start in starts if code.startswith(start)), default=-1)


def _codes(name: str) -> str:
    """A code, or the beginning of codes, for what somebody wrote."""
    rule = find_rule(name)
    if rule is not None:
        return rule.code
    start = name.strip().upper()
    if start.startswith("HOT") and (not start[3:] or start[3:].isdecimal()) and any(
            code.startswith(start) for code in all_rules()):
        return start
    raise DesignerError(f"there is no diagnostic {name!r}; hot-designer validate --explain all lists them")
