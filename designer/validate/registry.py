"""The registry of rules: which there are, loading one, and findings to diagnostics.

    diagnostics_of(findings, document)      # what every edge shows
    find_rule("HOT304"), find_rule("unknown-attribute"), all_rules()

A rule is its file: nothing is listed anywhere else, and nothing is loaded before it is reported or asked for.
"""

from __future__ import annotations

import os
import sys

from designer.diagnostics import ERROR, SEVERITIES, WARNING, Diagnostic, Related
from designer.errors import DesignerError
from designer.syntax import Mapping, Node, Scalar

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable
    from types import ModuleType
    from typing import Any

    from designer.diagnostics import Finding, Fix
    from designer.diagnostics.finding import Place
    from designer.syntax import Document

FOLDER = os.path.join(os.path.dirname(os.path.abspath(__file__)), "rules")
PACKAGE = "designer.validate.rules"


class Rule:
    """A rule: its code, its name, the folder (`""` or what it looks at), and its module, loaded when asked for."""

    __slots__ = ("code", "name", "folder", "stem")

    def __init__(self, code: str, name: str, folder: str, stem: str) -> None:
        self.code = code
        self.name = name
        self.folder = folder
        self.stem = stem

    @property
    def module(self) -> ModuleType:
        path = ".".join(filter(None, (PACKAGE, self.folder, self.stem)))
        found = sys.modules.get(path)
        if found is None:
            __import__(path)
            found = sys.modules[path]
        return found

    def severity(self, facts: dict[str, Any]) -> str:
        """The severity for these facts; an error that is not certain is a warning."""
        module = self.module
        chosen = module.severity(**facts) if hasattr(module, "severity") else module.SEVERITY
        if chosen not in SEVERITIES:
            raise DesignerError(f"{self.code} has no such severity as {chosen!r}")
        return WARNING if chosen == ERROR and facts.get("certain") is False else str(chosen)

    def __repr__(self) -> str:
        return f"<Rule {self.code} {self.name}>"


def read_folder(folder: str) -> dict[str, Rule]:
    """The rules by code in a folder and the folders right below it.

    Raises DesignerError where a file's name is none of a rule's, or a code or name is given twice.
    """
    rules: dict[str, Rule] = {}
    names: dict[str, str] = {}
    for place in _folders(folder):
        for entry in sorted(os.listdir(os.path.join(folder, place))):
            stem, _, ending = entry.rpartition(".")
            if ending != "py" or stem == "__init__":
                continue
            code, name = _code_and_name(stem)
            if code is None:
                raise DesignerError(f"a rule's file is named like hot304_unknown_attribute.py, not {entry}")
            if code in rules or name in names:
                other = rules[code].stem if code in rules else names[name]
                raise DesignerError(f"two rules for one diagnostic: {other}.py and {stem}.py")
            rules[code] = Rule(code, name, place, stem)
            names[name] = stem
    return rules


def _folders(folder: str) -> list[str]:
    with os.scandir(folder) as entries:
        return ["", *sorted(e.name for e in entries if e.is_dir() and e.name[0] not in "_.")]


def _code_and_name(stem: str) -> tuple[str | None, str]:
    head, _, tail = stem.partition("_")
    if len(head) == 6 and head.startswith("hot") and head[3:].isdecimal() and tail:
        return head.upper(), tail.replace("_", "-")
    return None, ""


_rules: dict[str, Rule] = {}


def all_rules() -> dict[str, Rule]:
    """All rules by code, in the order of their codes; the folder is listed when this is first called."""
    if not _rules:
        found = read_folder(FOLDER)
        for code in sorted(found):
            _rules[code] = found[code]
    return _rules


def find_rule(name: str) -> Rule | None:
    """The rule of a code or a name, in any case, or None."""
    wanted = name.strip()
    rule = all_rules().get(wanted.upper())
    if rule is None:
        lowered = wanted.lower().replace("_", "-")
        rule = next((each for each in all_rules().values() if each.name == lowered), None)
    return rule


def diagnostics_of(findings: Iterable[Finding], document: Document, others: dict[str, Document] | None = None,
                   ignores: bool = True) -> list[Diagnostic]:
    """The diagnostics of a document, in the order of the text, each given once.

    `findings` were reported at places of `document`, or of the one of `others` that their fact `file` names. The fact
    `of_stack` holds what is wrong with the stack that a place makes: it is told too, in the files that it is about.
    Inline comments `# ignore CODE - reason` are heeded unless `ignores` is False. Raises DesignerError where a code has
    no rule or a rule cannot say its facts: that is a fault of ours, never of the template.
    """
    found: dict[tuple[Any, ...], Diagnostic] = {}
    makers: list[tuple[Diagnostic, Finding]] = []
    for finding in findings:
        made = _diagnostic(finding, document, others or {})
        made = found.setdefault((made.file or "", made.start, made.end, made.code, made.message), made)
        if "of_stack" in finding.facts:
            makers.append((made, finding))
    made_all = [found[key] for key in sorted(found, key=_order)]
    if ignores and document.may_hold("# ignore"):
        from designer.validate.ignores import heed_ignores

        made_all = heed_ignores(made_all, document)
    if makers:
        from designer.validate.inside import diagnostics_inside

        made_all += diagnostics_inside([(made, finding.facts) for made, finding in makers if made in made_all])
    return made_all


def _order(key: tuple[Any, ...]) -> tuple[Any, ...]:
    file, start, end, code, message = key
    return (file, start, code, end, message)


def _diagnostic(finding: Finding, document: Document, others: dict[str, Document]) -> Diagnostic:
    rule = all_rules().get(finding.code)
    if rule is None:
        raise DesignerError(f"{finding.code} is reported, and no file in designer/validate/rules is its rule")
    facts, place = finding.facts, finding.place
    file = facts.get("file")
    read = document if file is None else others.get(file)
    text = read.text if read is not None else None
    module = rule.module
    fixes: tuple[Fix, ...] = ()
    related: tuple[Related, ...] = ()
    try:
        severity = rule.severity(facts)
        message = module.message(**facts)
        if hasattr(module, "fixes") and file is None:
            fixes = tuple(module.fixes(document, place, **facts))
        if hasattr(module, "related"):
            related = tuple(Related(words, *range_of(other, text), file) for words, other in module.related(**facts))
    except TypeError as error:
        raise DesignerError(f"{finding.code} cannot say {sorted(facts)}: {error}") from error
    start, end = range_of(place, text)
    tags = getattr(module, "TAGS", ())
    if not tags and _is_open(rule.code, place):
        tags = ("unfinished",)
    return Diagnostic(rule.code, rule.name, severity, message, place.path(), start, end, file, related, fixes, tags)


def _is_open(code: str, place: Place) -> bool:
    """Whether a value is still to be written, whatever is said of the empty one; plug-ins' rules point at its key."""
    if not isinstance(place, Scalar):
        return False
    value: Node | None = place
    if code.startswith("HOT5") and isinstance(place.parent, Mapping) and place.value in place.parent.index:
        value = next((each for key, each in place.parent.entries if key is place), place)
    return isinstance(value, Scalar) and value.value is None and value.start == value.end


def range_of(place: Place, text: str | None) -> tuple[int, int]:
    """The range of a place: without blanks at its end, and never empty while there is text to point at.

    Where nothing is written (the missing value behind `type:`) the key before it is what is pointed at.
    """
    start, end = place.start, place.end
    if text is None:
        return start, max(end, start + 1)
    end = min(end, len(text))
    start = min(start, end)
    while end > start and text[end - 1] in " \t\r\n":
        end -= 1
    if end > start:
        return start, end
    if isinstance(place, Node) and isinstance(place.parent, Mapping):
        for key, value in place.parent.entries:
            if value is place and key.end > key.start:
                return key.start, key.end
    if start < len(text) and text[start] not in "\r\n":
        return start, start + 1
    if start > 0 and text[start - 1] not in "\r\n":
        return start - 1, start
    return (start, start + 1) if start < len(text) else (max(start - 1, 0), start)
