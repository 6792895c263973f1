"""Reading a template: bytes or text to a Document, whatever they hold."""

from __future__ import annotations

import gc

from designer.diagnostics import Finding
from designer.syntax import cparser
from designer.syntax.compose import TooManyNodes, compose
from designer.syntax.document import JSON, YAML, Document
from designer.syntax.duplicates import report_all_duplicates
from designer.syntax.limits import DEFAULT_LIMITS, Limits
from designer.syntax.nodes import Span

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from designer.diagnostics.finding import Report
    from designer.syntax.nodes import Node


def read(source: str | bytes, limits: Limits = DEFAULT_LIMITS) -> Document:
    """A template's nodes, by the very rules of Heat's loader; what is wrong becomes findings, never an exception.

    `source` is text, or bytes in UTF-8 with or without a byte order mark. A document that breaks a limit, is
    not UTF-8 or is no YAML has no root. Source: heat.common.template_format.simple_parse.
    """
    findings: list[Finding] = []

    def report(code: str, place: Any, **facts: Any) -> None:
        findings.append(Finding(code, place, facts))

    text, bom = _decode(source, limits, report)
    if text is None:
        return Document("", None, findings)
    if len(text) > limits.size:
        report("HOT005", Span(0, 0), what="size", limit=limits.size, found=len(text))
        return Document(text[:limits.size], None, findings, bom=bom)
    root: Node | None = None
    format, aliases = YAML, False
    collecting = gc.isenabled()
    gc.disable()  # thousands of nodes that live: the cyclic collector would visit them again and again
    try:
        if text.lstrip()[:1] == "{":
            from designer.syntax.json_reader import read_json

            try:
                root = read_json(text, limits.depth)
                format = JSON
                report_all_duplicates(root, report)
            except ValueError as error:
                root, aliases = compose(_at_margin(text), limits, report)
                at = len(text) - len(text.lstrip())
                report("HOT012", Span(at, at + 1), problem=str(error))
        else:
            root, aliases = compose(_at_margin(text), limits, report)
    except cparser.TooDeep:
        report("HOT005", Span(0, 0), what="depth", limit=limits.depth)
    except (TooManyNodes, RecursionError):
        report("HOT005", Span(0, 0), what="aliases", limit=limits.nodes)
    except Exception as error:  # PyYAML's errors have no common class while it is half imported
        if not _is_yaml_error(error):
            raise
        _report_syntax_error(error, text, report)
    finally:
        if collecting:
            gc.enable()
    return Document(text, root, findings, format, bom, aliases)


def _at_margin(text: str) -> str:
    """The text with what begins it at the margin, every other character where it was.

    Heat's client strips a template before it reads it. Source: heatclient.common.template_format.parse.
    """
    if not text[:1].isspace():
        return text
    rest = text.lstrip()
    return "\n" * (len(text) - len(rest)) + rest


def _decode(source: str | bytes, limits: Limits, report: Report) -> tuple[str | None, bool]:
    if isinstance(source, bytes):
        if len(source) > 4 * limits.size:
            report("HOT005", Span(0, 0), what="size", limit=limits.size, found=len(source))
            return None, False
        try:
            text = source.decode("utf-8")
        except UnicodeDecodeError as error:
            line = source[:error.start].count(b"\n") + 1
            report("HOT002", Span(0, 0), byte=error.start, line=line, value=source[error.start])
            return None, False
    else:
        text = source
    if text.startswith("\ufeff"):
        return text[1:], True
    return text, False


def _is_yaml_error(error: Exception) -> bool:
    return any(base.__name__ == "YAMLError" for base in type(error).__mro__) or isinstance(
        error, (UnicodeError, ValueError))


def _report_syntax_error(error: Any, text: str, report: Report) -> None:
    mark = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
    problem = getattr(error, "problem", None) or getattr(error, "reason", None) or str(error)
    context = getattr(error, "context", None)
    if mark is not None:
        at = min(mark.index, len(text))
    else:
        at = _unreadable(text)
    end = at
    while end < len(text) and text[end] not in "\r\n" and end - at < 40 and (end == at or not text[end].isspace()):
        end += 1
    opened = getattr(error, "context_mark", None)
    facts = {"problem": problem, "context": context, "tab": text[at:at + 1] == "\t",
             "opened": min(opened.index, len(text)) if opened is not None else None}
    if at < len(text) and not text[at].isprintable() and text[at] not in "\r\n\t":
        facts["character"] = ord(text[at])
    report("HOT001", Span(at, max(end, min(at + 1, len(text)))), **facts)


def _unreadable(text: str) -> int:
    """Where the first character stands that YAML does not allow; 0 where none is found."""
    for at, character in enumerate(text):
        code = ord(character)
        if not (code in (9, 10, 13, 0x85) or 0x20 <= code <= 0x7E or 0xA0 <= code <= 0xD7FF
                or 0xE000 <= code <= 0xFFFD or code >= 0x10000):
            return at
    return 0
