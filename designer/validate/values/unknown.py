"""Placeholders against schemas: what can be shown to be wrong before deployment."""

from __future__ import annotations

from designer.validate.values.seen import seen
from designer.validate.values.table import BOOLEAN, INTEGER, LIST, MAP, NUMBER, STRING, Check
from designer.validate.values.walk import UNFIT, Walk, coerce
from designer.values import Placeholder

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from designer.validate.values.walk import Path

_NEVER = {
    # the kinds that a type takes in no case
    STRING: ("list", "map"),
    INTEGER: ("list", "map"),
    NUMBER: ("list", "map"),
    BOOLEAN: ("integer", "number", "list", "map"),
    MAP: ("string", "integer", "number", "boolean", "list"),
    LIST: ("string", "integer", "number", "boolean", "map"),
}
_CONVERTED = {MAP: ("string", "list"), LIST: ("string",)}
_NUMERIC = frozenset("0123456789_+- \t\n\r\x0b\x0c")


def check_unknown(walk: Walk, check: Check, value: Placeholder, path: Path) -> None:
    """Report what no deployment could make good; where only some may, the report says it is not certain."""
    if value.choices:
        _check_choices(walk, check, value, path)
        return
    if value.origin == "get_attr" and check.type == MAP and check.table is not None and check.table.required and not (
            check.schema.default):
        walk.tell("HOT411", path, False, names=tuple(sorted(check.table.required)), value=value)
        return
    never = _NEVER.get(check.type)
    if never is not None and value.kind in never and not (
            check.conversion and value.kind in _CONVERTED.get(check.type, ())):
        # that an attribute said to be a text is no map is a plug-in's promise only
        certain = not value.nullable and not (value.origin == "get_attr" and value.kind == "string")
        walk.tell("HOT406", path, False, expected=check.type, value=value, certain=certain)
        return
    if value.kind == "string":
        if check.type == STRING:
            if value.origin == "get_resource":
                _check_reference(walk, check, value, path)
            elif value.entity is not None and check.schema.entity not in (None, value.entity):
                _check_entity(walk, check, value, path)
        elif not _may_be(walk, check, value):
            walk.tell("HOT406", path, False, expected=check.type, value=value, certain=not value.nullable)
            return
    if check.constraints:
        from designer.constraints import check_placeholder

        for constraint in check.constraints:
            problem = check_placeholder(constraint, value, check.kind)
            if problem is not None:
                walk.tell("HOT407", path, False, problem=problem, value=value, constraint=constraint,
                          certain=not value.nullable)
                return
    if value.kind == "list" and value.item is not None and check.type == LIST and check.item is not None:
        _possibly(walk).value(check.item, value.item, path)
    elif value.kind == "map" and value.keys and check.type == MAP and check.table is not None:
        for key, each in value.keys.items():
            inner = check.table.checks.get(key) or check.table.find(key)
            if inner is not None:
                walk.value(inner, each, path)


def _check_choices(walk: Walk, check: Check, value: Placeholder, path: Path) -> None:
    """A value that an undecided condition chooses is wrong if all choices are; else it may be."""
    heard: list[list[tuple[str, Path, bool, dict[str, Any]]]] = []
    for choice in value.choices:
        found: list[tuple[str, Path, bool, dict[str, Any]]] = []
        Walk(_listener(found), walk.referred).value(check, choice, path)
        heard.append(found)
    surely = not value.nullable and all(
        any(facts.get("certain", True) and code not in ("HOT421", "HOT422") for code, _, _, facts in found)
        for found in heard)
    told: list[tuple[str, Path, str]] = []
    for found in heard:
        for code, at, key, facts in found:
            if (code, at, str(facts)) in told:
                continue
            told.append((code, at, str(facts)))
            facts["certain"] = surely and facts.get("certain", True)
            walk.tell(code, at, key, **facts)


def _listener(found: list[tuple[str, Path, bool, dict[str, Any]]]) -> Any:
    def tell(code: str, path: Path, key: bool, **facts: Any) -> None:
        found.append((code, path, key, facts))

    return tell


def _possibly(walk: Walk) -> Walk:
    def tell(code: str, path: Path, key: bool, **facts: Any) -> None:
        walk.tell(code, path, key, **{**facts, "certain": False})

    return Walk(tell, walk.referred)


def _may_be(walk: Walk, check: Check, value: Placeholder) -> bool:
    """Whether a text that is not known could read as a number or a boolean."""
    known = seen(value, walk.referred)
    if known.__class__ is not Placeholder and coerce(check, known) is UNFIT:
        return False
    parts = [part if isinstance(part, str) else None for part in value.parts]
    if not parts:
        return True
    if check.type == BOOLEAN:
        from designer.constraints.placeholders import fits

        lowered = [part if part is None else part.lower() for part in parts]
        return fits("true", lowered) or fits("false", lowered)
    return check.type != INTEGER or all(part is None or _NUMERIC.issuperset(part) for part in parts)


def _check_reference(walk: Walk, check: Check, value: Placeholder, path: Path) -> None:
    """get_resource gives the ID of what its resource is: a network's is no image's, and no IP address."""
    schema = check.schema
    if schema.entity is not None and value.entity == schema.entity:
        return
    if not value.of or (schema.entity is None and not check.constraints):
        return
    type_ = walk.referred(str(value.of[0]))
    if type_ is None or type_.origin != "heat" or type_.reference != "id" or type_.nested_stack or type_.placeholder:
        return
    for constraint in check.constraints:
        problem = _never_an_id(constraint)
        if problem is not None:
            walk.tell("HOT407", path, False, problem=problem, value=value, constraint=constraint)
            return
    if schema.entity is not None:
        from designer.catalog import constraint_entity, entities_made_by

        wanted = constraint_entity(schema.entity)
        if wanted is None or not wanted.cloud or type_.name in wanted.types:
            return
        made = entities_made_by(type_.name)
        # a domain of Keystone is a project, too
        certain = bool(made) and not (schema.entity == "keystone.project" and "keystone.domain" in made)
        walk.tell("HOT408", path, False, target=str(value.of[0]), target_type=type_.name, entity=schema.entity,
                  certain=certain)


def _never_an_id(constraint: Any) -> str | None:
    """Why the ID of a resource cannot meet a constraint: IDs are like a UUID, or 32 hexadecimal digits."""
    from designer.constraints import check as broken

    if constraint.kind not in ("allowed_values", "custom_constraint"):
        return None
    problem = None
    for sample in ("1f6dc1f8-7ab2-4e6f-b0a9-57b9e1f2c3d4", "f1c39a8e52d74b6f8a1e0c2d4b6f8a1e"):
        problem = broken(constraint, sample, "string")
        if problem is None:
            return None
    return problem


def _check_entity(walk: Walk, check: Check, value: Placeholder, path: Path) -> None:
    """A parameter that must name a flavor is unlikely to name an image as well."""
    from designer.catalog import constraint_entity

    wanted, given = constraint_entity(str(check.schema.entity)), constraint_entity(str(value.entity))
    if wanted is None or given is None or not wanted.cloud or not given.cloud or wanted.types & given.types:
        return
    if wanted.label == given.label:
        return
    walk.tell("HOT408", path, False, value=value, found=given.label, entity=wanted.name, certain=False)
