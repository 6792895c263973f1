"""`dns_name`: labels of small letters, digits and hyphens; a dot at the end makes it fully qualified."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

LABEL_LENGTH = 63
NAME_LENGTH = 255
_LABEL = frozenset("abcdefghijklmnopqrstuvwxyz0123456789-")


def check(value: Any) -> str | None:
    if not value:
        return None
    if not isinstance(value, str):
        return "is not a DNS name"
    name = value[:-1] if value.endswith(".") else value
    if len(name) > NAME_LENGTH:
        return f"is longer than the {NAME_LENGTH} characters of a DNS name"
    labels = name.split(".")
    for label in labels:
        if not label:
            return "is not a DNS name: a label between dots is empty"
        if label[0] == "-" or label[-1] == "-":
            return f'is not a DNS name: "{label}" begins or ends with a hyphen'
        # a line break at the end of a label is overlooked by Heat's expression
        letters = label[:-1] if label.endswith("\n") else label
        if not 1 <= len(letters) <= LABEL_LENGTH or not _LABEL.issuperset(letters):
            return (f'is not a DNS name: "{label}" must be 1 to {LABEL_LENGTH} small letters, digits or hyphens')
    last = labels[-1][:-1] if labels[-1].endswith("\n") else labels[-1]
    if value.endswith(".") and len(labels) > 1 and last.isdigit():
        return f'is not a DNS name: its last label "{last}" is a number'
    return None
