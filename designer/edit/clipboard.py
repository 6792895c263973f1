"""What is copied: entries of a template as YAML of their own, which `paste` takes here, there and in any editor."""

from __future__ import annotations

from designer.edit.fragment import fragment_of
from designer.edit.subject import Subject
from designer.syntax import Document

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from designer.analysis import Analysis
    from designer.functions import Reference

_PARAMETER = "get_param"
_CONDITION = "condition"


def copy(source: Analysis | Document, names: Iterable[str], section: str = "resources") -> str:
    """Entries of a section with their comments, and the parameters and conditions that they use, in the order of the
    template.

    The operation {"op": "paste", "text": ...} puts them in, there or in another template: what is there already is not
    put in twice, and clashing names change. Raises Refused where there is no such entry.
    """
    subject = Subject(source) if isinstance(source, Document) else Subject(source.document, source)
    chosen = set(names)
    for name in chosen:
        subject.entry(section, name)
    wanted = {"resources": set[str](), "parameters": set[str](), "conditions": set[str](), "outputs": set[str]()}
    wanted[section] |= chosen
    waiting = [(section, name) for name in chosen]
    while waiting:
        owner = waiting.pop()
        for reference in _references(subject, *owner):
            kind = {_PARAMETER: "parameters", _CONDITION: "conditions"}.get(reference.kind)
            if kind is not None and reference.target not in wanted[kind] and subject.has(kind, reference.target):
                wanted[kind].add(reference.target)
                waiting.append((kind, reference.target))
    return fragment_of(subject, {kind: _in_order(subject, kind, found) for kind, found in wanted.items() if found})


def _references(subject: Subject, section: str, name: str) -> Iterator[Reference]:
    evaluation = subject.evaluation
    if section == "resources" and name in evaluation.resources:
        yield from evaluation.resources[name].references
    elif section == "outputs" and name in evaluation.outputs:
        yield from evaluation.outputs[name].references
    elif section == "conditions":
        yield from evaluation.condition_references.get(name, [])


def _in_order(subject: Subject, section: str, names: set[str]) -> list[str]:
    found = subject.section(section)
    return [name for name in found.index if name in names] if found is not None else []
