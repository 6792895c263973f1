"""From an operation to a plan: the edits that do it, checked before anyone applies them."""

from __future__ import annotations

from designer.edit.edits import composed, inverse, joined
from designer.edit.operation import read_operation
from designer.edit.refused import Refused
from designer.edit.subject import Subject
from designer.edit.textual import text_edits
from designer.edit.verify import verify
from designer.errors import DesignerError
from designer.syntax import Document, read
from designer.syntax.copying import copy_of
from designer.syntax.reread import reread
from designer.text import Edit, apply_edits

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from typing import Any

    from designer.analysis import Analysis
    from designer.diagnostics import Fix
    from designer.edit.change import Change, Path
    from designer.edit.intent import Intent


class Plan:
    """The edits of `text` that do what was meant, in order and none overlapping; none where it is so already.

    `description` is what a list of steps calls it; `focus` the path of what it is about, as it is afterwards;
    `notes` are lines that a person should know, of what was left out for a reason.
    """

    __slots__ = ("text", "edits", "description", "focus", "notes")

    def __init__(self, text: str, edits: Sequence[Edit], description: str, focus: Path = (),
                 notes: Sequence[str] = ()) -> None:
        self.text = text
        self.edits = list(edits)
        self.description = description
        self.focus = focus
        self.notes = tuple(notes)

    @property
    def inverse(self) -> list[Edit]:
        """The edits of the new text that give the old one back, byte for byte."""
        return inverse(self.edits, self.text)

    def applied(self) -> str:
        """The new text."""
        return apply_edits(self.text, self.edits)


def plan(source: Analysis | Document, operation: dict[str, Any]) -> Plan:
    """How an operation is done to a template, without doing it.

    `source` is an analysis, whose work is used, or a document; it is not changed. Raises Refused with one line where
    the operation is not to be understood, cannot be done, or cannot be done without changing something else.
    """
    return _plan(_subject(source), operation)


def plan_all(source: Analysis | Document, operations: Iterable[dict[str, Any]], description: str = "") -> Plan:
    """How operations are done one after the other, as one plan: all of them, or none where one is refused."""
    subject = _subject(source)
    text = subject.document.text
    edits: list[Edit] = []
    words: list[str] = []
    notes: list[str] = []
    focus: Path = ()
    edited: str | None = None
    for operation in operations:
        if edited is not None:
            subject = _read_on(subject, edited, len(words) == 1)
        step = _plan(subject, operation)
        edits = composed(edits, step.edits, text)
        words.append(step.description)
        notes += step.notes
        focus = step.focus or focus
        edited = step.applied()
    if not description:
        description = words[0] if len(words) == 1 else f"{words[0]} and {len(words) - 1} more" if words else "Nothing"
    return Plan(text, edits, description, focus, notes)


def _read_on(subject: Subject, text: str, first: bool) -> Subject:
    """What the next step is planned on. The document and template of the first step are the analysis's own, and stay
    as they are.
    """
    before = copy_of(subject.document) if first else subject.document
    if before is None:
        return Subject(read(text), types=subject.types)
    again = reread(before, text)
    following = Subject(again.document, types=subject.types)
    if not first:
        following.take_template(subject, again)
    return following


def _plan(subject: Subject, operation: dict[str, Any]) -> Plan:
    return _planned(subject, read_operation(operation)(subject))


def plan_fix(source: Analysis | Document, fix: Fix) -> Plan:
    """A quick fix as a plan. Raises Refused where the template could not be read any more."""
    document = source if isinstance(source, Document) else source.document
    edits = joined(sorted(fix.edits, key=lambda edit: (edit.start, edit.end)), document.text)
    again = read(apply_edits(document.text, edits))
    if again.root is None and document.root is not None:
        raise Refused("this quick fix would leave a template that cannot be read")
    return Plan(document.text, edits, fix.title)


def apply(source: Analysis | Document, operation: dict[str, Any]) -> str:
    """The template's text with an operation done, without its byte order mark. Raises Refused as `plan` does."""
    return plan(source, operation).applied()


def _subject(source: Analysis | Document) -> Subject:
    if isinstance(source, Document):
        return Subject(source)
    return Subject(source.document, source)


def _planned(subject: Subject, intent: Intent) -> Plan:
    document = subject.document
    try:
        edits = _first(document, intent)
    except RecursionError:
        raise Refused("the template would nest too deeply") from None
    except Refused as refused:
        raise Refused(f"{intent.doing}: {refused}", refused.uses) from None
    return Plan(document.text, edits, intent.description, intent.focus, intent.notes)


def _first(document: Document, intent: Intent) -> list[Edit]:
    """The edits of an intent's change, or of the other one where that cannot be written."""
    if intent.otherwise is not None:
        try:
            return _edits(document, intent.change)
        except DesignerError:
            return _edits(document, intent.otherwise)
    return _edits(document, intent.change)


def _edits(document: Document, change: Change) -> list[Edit]:
    """The edits that do a change, verified. Raises Refused where there are none."""
    try:
        edits = text_edits(document, change)
        verify(document, edits, change)
        if document.aliases:
            from designer.edit.sharing import moves_elsewhere

            if moves_elsewhere(document.text, document.root, change):
                raise Refused("what an alias (*) repeats is written elsewhere, and would move there too")
        return edits
    except Refused:
        if not document.aliases:
            raise
        from designer.edit.sharing import unshared_edits

        try:
            written_out = unshared_edits(document, change)
            if written_out is not None:
                verify(document, written_out, change)
                return written_out
        except Refused:
            pass  # the first reason says more
        raise
