"""From a path such as `outputs.url.value` to the value there."""

from __future__ import annotations

from designer.errors import DesignerError
from designer.values import Placeholder

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from designer.functions.evaluation import Evaluation

_SECTIONS = ("parameters", "conditions", "resources", "outputs")
_PARTS = ("properties", "metadata", "update_policy", "deletion_policy", "external_id")


def value_at(path: str, evaluation: Evaluation) -> tuple[tuple[str | int, ...], Any]:
    """The steps of a path of keys and indexes with dots between them, and the value that they lead to.

    A key may have dots in it: the longest that fits is taken. Raises DesignerError where the path leads nowhere.
    """
    words = path.split(".")
    section = words[0]
    if section not in _SECTIONS or len(words) < 2:
        raise DesignerError(f"a path begins with {', '.join(_SECTIONS)} and a name, not {path!r}")
    entries: dict[str, Any] = getattr(evaluation, section)
    name, rest = _key(entries, words[1:])
    if name is None:
        raise DesignerError(f"there is no {'.'.join(words[:2])}")
    steps: list[str | int] = [section, name]
    value: Any = entries[name]
    if section == "resources":
        if not rest or rest[0] not in _PARTS:
            raise DesignerError(f"of a resource there are {', '.join(_PARTS)}; {path!r} names none of them")
        steps.append(rest[0])
        value = getattr(value, rest[0])
        rest = rest[1:]
    elif section == "outputs":
        if rest[:1] == ["value"]:
            steps.append("value")
            rest = rest[1:]
        value = value.value
    elif section == "conditions" and value is None:
        value = Placeholder("boolean", "condition", (name,))
    return _inside(path, steps, value, rest)


def _inside(path: str, steps: list[str | int], value: Any, rest: list[str]) -> tuple[tuple[str | int, ...], Any]:
    while rest:
        if isinstance(value, dict):
            key, rest_behind = _key(value, rest)
            if key is not None:
                steps.append(key)
                value, rest = value[key], rest_behind
                continue
        elif isinstance(value, list) and rest[0].isdecimal() and int(rest[0]) < len(value):
            steps.append(int(rest[0]))
            value, rest = value[int(rest[0])], rest[1:]
            continue
        at = ".".join(map(str, steps))
        raise DesignerError(f"{path} leads nowhere: {at} has no {rest[0]}")
    return tuple(steps), value


def _key(entries: dict[str, Any], words: list[str]) -> tuple[str | None, list[str]]:
    for end in range(len(words), 0, -1):
        name = ".".join(words[:end])
        if name in entries:
            return name, words[end:]
    return None, words
