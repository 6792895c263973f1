"""A new resource."""

from __future__ import annotations

from designer.edit.change import Change
from designer.edit.intent import Intent
from designer.edit.placing import add_entry

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from designer.edit.subject import Subject

FIELDS = {"name": "name", "type": "name", "properties": "map?", "metadata": "value?", "condition": "name?",
          "depends_on": "names?", "after": "name?", "before": "name?"}


def intend(subject: Subject, name: str, type: str, properties: dict[str, Any] | None, metadata: Any,
           condition: str | None, depends_on: list[str] | None, after: str | None, before: str | None) -> Intent:
    """A resource of a type, behind all others where nothing else is asked for. Refused where the name is taken."""
    value: dict[str, Any] = {"type": type}
    if condition is not None:
        value["condition"] = condition
    if depends_on:
        value["depends_on"] = depends_on
    if properties:
        value["properties"] = properties
    if metadata:
        value["metadata"] = metadata
    change = Change()
    add_entry(subject, change, "resources", name, value, after, before)
    return Intent(change, f"Add {name}", ("resources", name))
