"""What is copied: entries of a template as YAML of their own, which `paste` takes here, there and in any editor."""

from __future__ import annotations

from designer.edit.fragment import GROUPS, entries_of, fragment_of
from designer.edit.groups import members_of
from designer.edit.refused import Refused
from designer.edit.subject import Subject
from designer.syntax import Document
from designer.template import build_template

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from typing import Any

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
    return copy_entries(source, [(section, name) for name in names])


def copy_entries(source: Analysis | Document, entries: Iterable[tuple[str, str]]) -> str:
    """Entries of several sections, pairs of section and name, as `copy` does it with those of one.

    Of a parameter group the name is its place; its parameters come along.
    """
    subject = Subject(source) if isinstance(source, Document) else Subject(source.document, source)
    given = list(dict.fromkeys(entries))
    groups = sorted({name for section, name in given if section == GROUPS}, key=lambda name: (len(name), name))
    waiting = [each for each in given if each[0] != GROUPS]
    waiting += [("parameters", name) for place in groups for name in members_of(subject, place)]
    wanted = {"resources": set[str](), "parameters": set[str](), "conditions": set[str](), "outputs": set[str]()}
    for section, name in waiting:
        if section not in wanted:
            raise Refused(f"nothing of {section} can be copied by itself")
        subject.entry(section, name)
        wanted[section].add(name)
    while waiting:
        owner = waiting.pop()
        for reference in _references(subject, *owner):
            kind = {_PARAMETER: "parameters", _CONDITION: "conditions"}.get(reference.kind)
            if kind is not None and reference.target not in wanted[kind] and subject.has(kind, reference.target):
                wanted[kind].add(reference.target)
                waiting.append((kind, reference.target))
    every = {kind: _in_order(subject, kind, found) for kind, found in wanted.items() if found}
    return fragment_of(subject, {GROUPS: groups, **every})


def described(text: str) -> dict[str, Any]:
    """What a text from the clipboard holds: `whole`, whether it is a template of its own, and `counts` by section.

    Raises Refused where it is neither a template nor a part of one.
    """
    document, names = entries_of(text)
    template = build_template(document)
    return {"whole": template is not None and template.version is not None,
            "counts": {section: len(found) for section, found in names.items()}}


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
