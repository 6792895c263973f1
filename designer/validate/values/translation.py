"""Properties that Heat moves to newer names before it looks at them: both may not be given.

Source: heat.engine.translation (Translation.replace), the plug-ins' translation_rules.
"""

from __future__ import annotations

from designer.validate.values.seen import seen
from designer.values import Placeholder

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from typing import Any

    from designer.catalog import ResourceType
    from designer.validate.values.table import Table
    from designer.validate.values.walk import Path, Tell


def check_translation(table: Table, given: dict[str, Any], tell: Tell,
                      referred: Callable[[str], ResourceType | None]) -> None:
    """Report where a property and the one that took its place are both given."""
    for old, new in table.moves:
        if old[0] not in given or new[0] not in given:
            continue
        shared = 0
        while shared < len(new) - 1 and new[shared] == old[shared]:
            shared += 1
        for path, holder in _holders(given, new[:shared], ()):
            first, second = _inside(holder, old[shared:]), _inside(holder, new[shared:])
            if _is_empty(first) or _is_empty(second):
                continue
            certain = _is_certain(first, referred) and _is_certain(second, referred)
            tell("HOT410", (*path, *old[shared:]), True, old=".".join(old), new=".".join(new), certain=certain)


def _holders(value: Any, keys: list[str], path: Path) -> Iterator[tuple[Path, dict[str, Any]]]:
    """The maps that a path leads to, one for each item of a list on the way."""
    if isinstance(value, list):
        for index, item in enumerate(value):
            yield from _holders(item, keys, (*path, index))
    elif isinstance(value, dict):
        if not keys:
            yield path, value
        elif keys[0] in value:
            yield from _holders(value[keys[0]], keys[1:], (*path, keys[0]))


def _inside(holder: Any, keys: list[str]) -> Any:
    for key in keys:
        if not isinstance(holder, dict):
            return None
        holder = holder.get(key)
    return holder


def _is_empty(value: Any) -> bool:
    return value.__class__ is not Placeholder and not value


def _is_certain(value: Any, referred: Callable[[str], ResourceType | None]) -> bool:
    if value.__class__ is not Placeholder or value.origin == "get_resource":
        return True
    known = seen(value, referred)
    return known.__class__ is not Placeholder and bool(known)
