"""When two values are the same thing before anything is created.

Heat draws up the dependencies before there is a resource: a reference is worth the resource's name then, and an
attribute is worth nothing. Two attributes of different resources are therefore the same to Heat, both being null;
here they are two unknown values, and differ.
"""

from __future__ import annotations

from designer.values import Placeholder

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Hashable, Iterator
    from typing import Any, TypeAlias

    # What a value is known by, and whether it surely is this one
    Key: TypeAlias = "tuple[Hashable, bool | None]"

# Functions whose result is null as long as nothing is created.
UNRESOLVED = frozenset(("get_attr", "Fn::GetAtt", "yaql"))
REFERENCES = frozenset(("get_resource", "Ref"))


def value_of(properties: dict[str, Any], name: str, older: str | None = None) -> Any:
    """A property's text; that under its older name counts where it is given; None where neither is.

    A property that is there without a value is an empty text to Heat. Source: heat.engine.translation, rule REPLACE;
    heat.engine.properties, Property._get_string.
    """
    if older is not None and older in properties:
        name = older
    elif name not in properties:
        return None
    value = properties[name]
    return "" if value is None else value


def keys_of(value: Any) -> list[Key]:
    """What a value is known by: one key, several where an undecided condition chooses, none where there is no value."""
    if value is None:
        return []
    if not isinstance(value, Placeholder):
        return [] if isinstance(value, (dict, list)) else [(str(value), True)]
    if value.choices:
        return [(key, None) for choice in value.choices for key, _ in keys_of(choice)]
    return [(_identity(value), True)]


def is_empty(value: Any) -> bool | None:
    """Whether Heat sees nothing there before anything is created; None where that is not decided."""
    if isinstance(value, Placeholder):
        if value.choices:
            seen = {is_empty(choice) for choice in value.choices}
            return seen.pop() if len(seen) == 1 else None
        return value.origin in UNRESOLVED
    return not value


def choices_of(value: Any) -> Iterator[tuple[Any, bool | None]]:
    """The values that a value may turn out to be, each with whether it surely is."""
    if isinstance(value, Placeholder) and value.choices:
        for choice in value.choices:
            for inner, _ in choices_of(choice):
                yield inner, None
    else:
        yield value, True


def _identity(value: Any) -> Hashable:
    if not isinstance(value, Placeholder):
        return repr(value)
    if value.origin in REFERENCES and value.of:
        return str(value.of[0])
    if value.parts:
        parts = [part if isinstance(part, str) else _identity(part) for part in value.parts]
        if all(isinstance(part, str) for part in parts):
            return "".join(parts)  # type: ignore[arg-type]
        return (value.origin, tuple(parts))
    if value.of:
        return (value.origin, value.of)
    return id(value)
