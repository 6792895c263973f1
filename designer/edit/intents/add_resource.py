"""A new resource."""

from __future__ import annotations

from designer.edit.change import Change
from designer.edit.intent import Intent
from designer.edit.placing import add_entry
from designer.edit.rendering import entry_lines
from designer.edit.style import style_around
from designer.edit.writing import key_text_of

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from designer.edit.subject import Subject

FIELDS = {"name": "name", "type": "name", "properties": "map?", "metadata": "value?", "condition": "name?",
          "depends_on": "names?", "placeholders": "flag?", "after": "name?", "before": "name?"}


def intend(subject: Subject, name: str, type: str, properties: dict[str, Any] | None, metadata: Any,
           condition: str | None, depends_on: list[str] | None, placeholders: bool | None, after: str | None,
           before: str | None) -> Intent:
    """A resource of a type, behind all others where nothing else is asked for. Refused where the name is taken.

    With `placeholders`, the properties that the type requires and that are not given are written without a value, as
    `flavor:`, and wait to be filled in: an empty value is null, which validation tells as unfinished (HOT423).
    """
    value: dict[str, Any] = {"type": type}
    if condition is not None:
        value["condition"] = condition
    if depends_on:
        value["depends_on"] = depends_on
    waiting = _required(subject, type, properties or {}) if placeholders else []
    if properties or waiting:
        value["properties"] = {**(properties or {}), **dict.fromkeys(waiting)}
    if metadata:
        value["metadata"] = metadata
    change = Change()
    lines = _lines(subject, value, waiting) if waiting else None
    add_entry(subject, change, "resources", name, value, after, before, lines and [key_text_of(name) + ":", *lines])
    return Intent(change, f"Add {name}", ("resources", name))


def _required(subject: Subject, type_name: str, given: dict[str, Any]) -> list[str]:
    """The properties that a type requires and that are not given, by themselves or by an older name."""
    type_ = subject.find_type(type_name)
    if type_ is None or type_.placeholder:
        return []
    older = {rule["path"][0]: rule["from"][0] for rule in type_.translation
             if rule["rule"] == "replace" and len(rule["path"]) == len(rule["from"]) == 1}
    return [name for name, schema in type_.properties.items()
            if schema.required and not schema.has_default and name not in given and older.get(name) not in given]


def _lines(subject: Subject, value: dict[str, Any], waiting: list[str]) -> list[str] | None:
    """How a resource is written whose last properties have no value yet; None in JSON, where null is written."""
    style = style_around(subject.document, subject.section("resources"))
    if style.json:
        return None
    lines: list[str] = []
    for key, part in value.items():
        if key != "properties":
            lines += entry_lines(key, part, style, style.step)
            continue
        lines.append(" " * style.step + "properties:")
        for name, each in part.items():
            written = entry_lines(name, each, style, 2 * style.step)
            lines += [written[0].removesuffix(" null")] if name in waiting else written
    return lines
