"""Values as JSON, placeholders included."""

from __future__ import annotations

from designer.values.placeholder import Placeholder

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

DEEPEST = 12


def as_json(value: Any, depth: int = DEEPEST) -> Any:
    """A value that can be written as JSON; a placeholder becomes `{"placeholder": {"kind": ..., "origin": ..., ...}}`.

    What is known of a placeholder (its parts, choices, item, keys) is shown to a depth.
    """
    if isinstance(value, Placeholder):
        return {"placeholder": _facts(value, depth)}
    if isinstance(value, list):
        return [as_json(item, depth) for item in value]
    if isinstance(value, dict):
        return {key: as_json(item, depth) for key, item in value.items()}
    return value


def _facts(placeholder: Placeholder, depth: int) -> dict[str, Any]:
    facts: dict[str, Any] = {"kind": placeholder.kind, "origin": placeholder.origin, "of": list(placeholder.of)}
    if placeholder.entity is not None:
        facts["entity"] = placeholder.entity
    if placeholder.constraints:
        facts["constraints"] = [{each.kind: each.value} for each in placeholder.constraints]
    if depth:
        if placeholder.parts:
            facts["parts"] = [as_json(part, depth - 1) for part in placeholder.parts]
        if placeholder.choices:
            facts["choices"] = [as_json(choice, depth - 1) for choice in placeholder.choices]
        if placeholder.item is not None:
            facts["item"] = as_json(placeholder.item, depth - 1)
        if placeholder.keys:
            facts["keys"] = {key: as_json(value, depth - 1) for key, value in placeholder.keys.items()}
    if placeholder.nullable:
        facts["nullable"] = True
    return facts
