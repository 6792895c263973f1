"""A parameter that goes: its value stands wherever it was asked for."""

from __future__ import annotations

from designer.edit.change import MISSING, Change
from designer.edit.intent import Intent
from designer.edit.placing import prune_at, remove_at
from designer.edit.references import GROUP, uses_of
from designer.edit.refused import Refused
from designer.parameters.schema import parse_schema
from designer.parameters.value import coerce
from designer.values import is_known

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from designer.edit.references import Use
    from designer.edit.subject import Subject

FIELDS = {"name": "name", "value": "value?"}


def intend(subject: Subject, name: str, value: Any) -> Intent:
    """The value given, else the default, as Heat makes it for the parameter's type.

    Refused where there is neither, or where a path into the value cannot be followed.
    """
    subject.entry("parameters", name)
    worth = _value(subject, name, value)
    change = Change()
    for use in uses_of(subject, "parameters", name):
        if use.kind == GROUP:
            prune_at(subject, change, use.path, 3)
            if change.covered(use.path[:3]):
                prune_at(subject, change, use.path[:2], 1)
        else:
            assert use.call is not None
            change.set(use.path_of(use.call), _at(subject, use, worth, name))
    remove_at(subject, change, ("parameters", name))
    return Intent(change, f"Inline the parameter {name}", ("parameters",))


def _value(subject: Subject, name: str, given: Any) -> Any:
    schema = parse_schema(subject.template.parameters[name], subject.template.effective_version, _ignore)
    value = schema.default if given is MISSING else given
    if value is None:
        raise Refused(f"the parameter {name} has no default; give a value")
    if schema.type is None:
        return value
    try:
        return coerce(value, schema.type)
    except (ValueError, TypeError, OverflowError, RecursionError):
        raise Refused(f"the value is none for the type of {name}, {schema.type}") from None


def _at(subject: Subject, use: Use, value: Any, name: str) -> Any:
    """What a call asks for: the value, or what a path inside it leads to."""
    assert use.call is not None
    argument = next(iter(use.call.index.values())).plain()
    for step in argument[1:] if isinstance(argument, list) else []:
        if isinstance(step, (dict, list)) or not is_known(value):
            raise Refused(f"a path into {name} is worked out by a function, and cannot be followed")
        try:
            value = value[step] if isinstance(value, dict) else value[int(step)]
        except (KeyError, IndexError, TypeError, ValueError):
            value = ""  # as get_param does where a path leads nowhere
    return value


def _ignore(code: str, place: Any, **facts: Any) -> None:
    pass
