"""A value at any path."""

from __future__ import annotations

from designer.edit.change import MISSING, Change
from designer.edit.intent import Intent
from designer.edit.meaning import same
from designer.edit.placing import set_at, shown
from designer.edit.refused import Refused
from designer.edit.rewriting import as_typed, yaml_in_place
from designer.edit.typed import typed_value
from designer.syntax import Scalar

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from designer.edit.subject import Subject

FIELDS = {"path": "path", "value": "value?", "text": "text?", "yaml": "text?"}


def intend(subject: Subject, path: list[str | int], value: Any, text: str | None, yaml: str | None) -> Intent:
    """Put a value in the place of what is there, or where nothing is; maps and lists on the way are made.

    `value` is JSON; `text` what a person typed, to be read as what the schema wants there; `yaml` an expression. One
    of them is given.
    """
    if (value is not MISSING) + (text is not None) + (yaml is not None) != 1:
        raise Refused("set lacks its value: one of value, text and yaml")
    steps = tuple(path)
    if text is not None:
        value = typed_value(subject, steps, text)
    elif yaml is not None:
        value = yaml_in_place(subject, steps, yaml)
    change = Change()
    there = subject.node(steps)
    if yaml is None and isinstance(there, Scalar) and same(there.value, value):
        return Intent(change, f"Set {shown(steps)}", steps)
    set_at(subject, change, steps, value)
    written = as_typed(subject, steps, value, yaml) if yaml is not None else None
    if written is not None:
        return Intent(written, f"Set {shown(steps)}", steps, otherwise=change)
    return Intent(change, f"Set {shown(steps)}", steps)
