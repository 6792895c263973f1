"""What a person means on canvas, outline and inspector, as edits of the text."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from flask import request

from designer import edit

if TYPE_CHECKING:
    from designer.analysis import Analysis


def sent_json() -> Any:
    """The JSON that a request holds; None where it holds none that can be read."""
    try:
        return request.get_json(silent=True)
    except RecursionError:  # brackets inside brackets without end
        return None


def planned_of(analysis: Analysis, operations: list[dict[str, Any]]) -> edit.Plan:
    """How operations are done. Raises designer.edit.Refused where they cannot be."""
    return edit.plan(analysis, operations[0]) if len(operations) == 1 else edit.plan_all(analysis, operations)


def sentence_of(refused: edit.Refused) -> str:
    """Why something is not done, as a sentence of its own."""
    words = str(refused)
    return words[:1].upper() + words[1:] + ("" if words.endswith(".") else ".")


def node_of(focus: tuple[str | int, ...]) -> str | None:
    """The node of the page that a path of the template lies in; None where there is none."""
    if len(focus) < 2:
        return None
    section, name = focus[:2]
    return str(name) if section == "resources" else f"/{section}/{name}"
