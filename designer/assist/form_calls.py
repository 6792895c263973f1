"""Calls that are put around what a field holds: as values, or as YAML where what is kept has lines of its own."""

from __future__ import annotations

from designer.assist.form_fields import source_of
from designer.assist.form_ground import Form, key_of, node_at, takes_functions
from designer.assist.form_places import place_at
from designer.functions import names
from designer.functions.inside import Condition, starter
from designer.syntax import Scalar, Sequence

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from designer.analysis import Analysis
    from designer.assist.form_ground import Path
    from designer.syntax import Node

OF_CONDITIONS = ("not", "and", "or")
"""The functions that put conditions together."""


class _Kept(list[None]):
    """What a call is put around, a list as far as the call needs to know."""


_ONE = object()


def call_at(analysis: Analysis, path: Path, function: str) -> tuple[list[dict[str, Any]], str] | None:
    """The operations that put a call around what a field holds, and the key of its first argument; None where no
    function may stand there, or it has no form.
    """
    if analysis.template is None or not takes_functions(path):
        return None
    place, there = place_at(analysis, path), node_at(analysis, path)
    if place is None or function not in names(analysis.template.effective_version, place[1].functions.condition):
        return None
    # only what is put together of conditions takes a condition's name, or true and false
    if isinstance(place[0], Condition) and isinstance(there, Scalar) and function not in OF_CONDITIONS:
        there = None
    call = starter(function, there.plain() if there is not None else None)
    if call is None:
        return None
    inner = call[function]
    first: Path = (0,) if isinstance(inner, list) else (next(iter(inner)),) if isinstance(inner, dict) else ()
    return [_operation(analysis, path, function, call, there)], key_of((*path, function, *first))


def _operation(analysis: Analysis, path: Path, function: str, call: Any, there: Node | None) -> dict[str, Any]:
    source = source_of(Form(analysis, path), there) if there is not None and not isinstance(there, Scalar) else ""
    if "\n" not in source.strip() and "#" not in source:
        return {"op": "set", "path": list(path), "value": call}
    around = starter(function, _Kept() if isinstance(there, Sequence) else _ONE)
    return {"op": "set", "path": list(path), "yaml": _written(around, source.strip("\n")).lstrip("\n")}


def _written(value: Any, kept: str) -> str:
    """A call as YAML in lines, with what it is put around as it stands; as what comes behind a colon."""
    if value is _ONE or isinstance(value, _Kept):
        return "\n" + kept
    if isinstance(value, dict) and value:
        return "".join(f"\n{name}:{_inside(_written(each, kept))}" for name, each in value.items())
    if isinstance(value, list) and value:
        return "".join("\n- " + _inside(_written(each, kept)).strip(" \n") for each in value)
    return " " + ("''" if value == "" else "null" if value is None else str(value).lower() if isinstance(
        value, bool) else str(value))


def _inside(written: str) -> str:
    """Lines one level further in; the blanks of empty ones stay as they are."""
    return "".join(f"\n  {line}" if line.strip() else f"\n{line}" for line in written[1:].split("\n")) \
        if written.startswith("\n") else written
