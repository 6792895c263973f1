"""Operations as they come in, from a page, a script or a stranger: what they may hold, and which intent does them.

An intent is one file of `intents/`, named as its operation: FIELDS says what the operation holds (a kind of FIELD
each, with a question mark where it may be missing), and `intend(subject, **fields)` yields the Intent.
"""

from __future__ import annotations

import os
import sys

from designer.edit.change import MISSING
from designer.edit.refused import Refused
from designer.edit.subject import SECTIONS

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from types import ModuleType
    from typing import Any

    from designer.edit.intent import Intent
    from designer.edit.subject import Subject

_FOLDER = os.path.join(os.path.dirname(os.path.abspath(__file__)), "intents")
_DEPTH = 90
_PARTS = 200_000
_NAME = 255


def operation_names() -> list[str]:
    """Every operation there is."""
    return sorted(entry[:-3] for entry in os.listdir(_FOLDER) if entry.endswith(".py") and not entry.startswith("_"))


def described() -> list[str]:
    """Lines that tell every operation: its name, what it takes (in brackets what may be missing), and what it is."""
    lines: list[str] = []
    for name in operation_names():
        module = _module_of(name)
        fields = [key if not kind.endswith("?") else f"[{key}]" for key, kind in module.FIELDS.items()]
        lines += [f"{name} {' '.join(fields)}", f"    {str(module.__doc__).partition(chr(10))[0]}"]
    return lines


def _module_of(name: str) -> ModuleType:
    path = "designer.edit.intents." + name
    __import__(path)
    return sys.modules[path]


def read_operation(operation: Any) -> Callable[[Subject], Intent]:
    """What does an operation to a subject. Raises Refused where it is not to be understood."""
    if not isinstance(operation, dict):
        raise Refused(f"an operation is an object, not {_shown(operation)}")
    name = operation.get("op")
    if not isinstance(name, str) or name not in operation_names():
        raise Refused(f"there is no operation {_shown(name)}; there are {', '.join(operation_names())}")
    module = _module_of(name)
    fields = _read_fields(name, {key: value for key, value in operation.items() if key != "op"}, module.FIELDS)

    def intend(subject: Subject) -> Intent:
        intent: Intent = module.intend(subject, **fields)
        return intent

    return intend


def _read_fields(name: str, given: dict[Any, Any], known: dict[str, str]) -> dict[str, Any]:
    fields: dict[str, Any] = {}
    for key in given:
        if key not in known:
            raise Refused(f"{name} has no {_shown(key)}; it has {', '.join(known)}")
    for key, kind in known.items():
        # null says the same as nothing, but for a value
        if key not in given or (given[key] is None and kind.endswith("?") and kind != "value?"):
            if not kind.endswith("?"):
                raise Refused(f"{name} lacks its {key}")
            fields[_parameter(key)] = MISSING if kind == "value?" else None
            continue
        problem = FIELD[kind.rstrip("?")](given[key])
        if problem is not None:
            raise Refused(f"{name}: {key} is {problem}, not {_shown(given[key])}")
        fields[_parameter(key)] = given[key]
    return fields


def _parameter(key: str) -> str:
    """A field as a parameter's name: `from` is a word of Python's."""
    return key + "_" if key in ("from",) else key


def _shown(value: Any) -> str:
    from json import dumps

    try:
        words = dumps(value, ensure_ascii=True)
    except (TypeError, ValueError, RecursionError):
        words = type(value).__name__
    return words if len(words) <= 60 else words[:57] + "..."


def _is_name(value: Any) -> str | None:
    if isinstance(value, str) and value and len(value) <= _NAME:
        return None
    return f"a name of 1 to {_NAME} characters"


def _is_text(value: Any) -> str | None:
    return None if isinstance(value, str) else "a text"


def _is_flag(value: Any) -> str | None:
    return None if isinstance(value, bool) else "true or false"


def _is_index(value: Any) -> str | None:
    return None if isinstance(value, int) and not isinstance(value, bool) and value >= 0 else "a number from 0"


def _is_path(value: Any) -> str | None:
    if isinstance(value, list) and 1 <= len(value) <= _DEPTH and all(
            (isinstance(step, str) and len(step) <= 1000) or _is_index(step) is None for step in value):
        return None
    return "a path: a list of keys and indexes"


def _is_section(value: Any) -> str | None:
    return None if isinstance(value, str) and value in SECTIONS else "one of " + ", ".join(SECTIONS)


def _is_names(value: Any) -> str | None:
    if isinstance(value, list) and value and all(_is_name(each) is None for each in value):
        return None
    return "a list of names"


def _is_map(value: Any) -> str | None:
    return "a map of names and values" if not isinstance(value, dict) else _is_value(value)


def _is_property(value: Any) -> str | None:
    return None if isinstance(value, str) and value else _is_path(value) and "a property or a path of one"


def _is_value(value: Any) -> str | None:
    """Whether JSON could hold a value, and a template would not grow beyond what is read."""
    stack = [(value, 0)]
    parts = 0
    while stack:
        each, depth = stack.pop()
        parts += 1
        if depth > _DEPTH or parts > _PARTS:
            return "a value that is not so deep or large"
        if isinstance(each, dict):
            if not all(isinstance(key, str) for key in each):
                return "a value whose keys are texts"
            stack += [(inner, depth + 1) for inner in each.values()]
        elif isinstance(each, list):
            stack += [(inner, depth + 1) for inner in each]
        elif isinstance(each, int) and not isinstance(each, bool):
            if each.bit_length() > 10_000:
                return "a number of fewer digits"
        elif each is not None and not isinstance(each, (str, float, bool)):
            return "a value that JSON could hold"
    return None


FIELD: dict[str, Callable[[Any], str | None]] = {
    "name": _is_name, "text": _is_text, "flag": _is_flag, "index": _is_index, "path": _is_path,
    "section": _is_section, "names": _is_names, "map": _is_map, "property": _is_property, "value": _is_value,
}
"""The kinds of fields: each says what a value should have been, None where it is that."""
