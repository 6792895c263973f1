"""Text put together from pieces of which some are not known."""

from __future__ import annotations

from designer.values import STRING, Placeholder, unknown

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from designer.functions.scope import Scope


def put_together(pieces: list[Any], origin: str, scope: Scope) -> Any:
    """The text of all pieces, or a placeholder that holds those that are known.

    A text larger than what may be made becomes a placeholder of which nothing is known.
    """
    size = 0
    known = True
    for piece in pieces:
        if piece.__class__ is str:
            size += len(piece)
        else:
            known = False
    if not scope.spend(size):
        return unknown(origin, STRING)
    if known:
        return "".join(pieces)
    if len(pieces) == 1 and pieces[0].kind == STRING:
        return pieces[0]
    parts: list[Any] = []
    for piece in pieces:
        for part in piece.parts or (piece,) if piece.__class__ is Placeholder else (piece,):
            if part.__class__ is str and parts and parts[-1].__class__ is str:
                parts[-1] += part
            elif part != "":
                parts.append(part)
    return Placeholder(STRING, origin, parts=tuple(parts))


def as_json(value: Any) -> str:
    """A list or a map as Heat writes it into text. Source: oslo_serialization.jsonutils.dumps."""
    from json import dumps

    return dumps(value, sort_keys=True)
