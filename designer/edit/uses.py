"""What refers to an entry of a template, for showing before it is removed or renamed."""

from __future__ import annotations

from designer.edit.placing import shown
from designer.edit.references import DEPENDS_ON, GROUP
from designer.edit.references import uses_of as found_uses
from designer.edit.subject import Subject
from designer.syntax import Scalar, walk

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Collection
    from typing import Any

    from designer.analysis import Analysis
    from designer.edit.references import Use


def uses_of(analysis: Analysis, section: str, name: str) -> list[dict[str, Any]]:
    """Every place that names an entry of `resources`, `parameters` or `conditions`, in the order of the text.

    Each is `path` of what goes with it, `start` and `end` of the expression, `text` as it is written, on one line,
    `line`, `kind` (the function, `depends_on`, `condition` or `group`), `where` in words, and `subject`: the section
    and name of the entry that it stands in. Raises Refused where the template cannot be read.
    """
    subject = Subject(analysis.document, analysis)
    version = subject.template.effective_version
    facts = [_facts(subject, use, version) for use in found_uses(subject, section, name)]
    return sorted(facts, key=lambda each: (each["start"], each["end"]))


def uses_outside(analysis: Analysis, entries: Collection[tuple[str, str]]) -> list[dict[str, Any]]:
    """Every place that names one of some entries, pairs of section and name, and lies in none of them.

    In the order of the text, as `uses_of` tells them; places in parameter groups are not among them.
    """
    subject = Subject(analysis.document, analysis)
    named: dict[str, list[str]] = {}
    for section, name in entries:
        named.setdefault(name, []).append(section)
    found: list[dict[str, Any]] = []
    version = subject.template.effective_version
    for owner in ("conditions", "resources", "outputs"):
        section_node = subject.section(owner)
        for name, node in section_node.index.items() if section_node is not None else ():
            if (owner, name) in entries:
                continue
            told = {str(each.value) for each in walk(node) if isinstance(each, Scalar)}.intersection(named)
            for each in told:
                for section in named[each]:
                    places = found_uses(subject, section, each, (owner, name))
                    found += [_facts(subject, use, version) for use in places]
    return sorted(found, key=lambda each: (each["start"], each["end"]))


def _facts(subject: Subject, use: Use, version: str) -> dict[str, Any]:
    node = use.call if use.call is not None else use.place
    path = use.path if use.kind in (DEPENDS_ON, GROUP) else use.holder(version)
    text = " ".join(subject.document.text[node.start:node.end].split())
    owner = {"section": use.owner[0], "name": use.owner[1] if len(use.owner) > 1 else None}
    return {"path": list(path), "start": node.start, "end": node.end, "kind": use.kind, "where": shown(path),
            "text": text if len(text) <= 200 else text[:197] + "...",
            "line": subject.document.lines.position(node.start)[0], "subject": owner}
