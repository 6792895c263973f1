"""Placeholders against schemas: what can be shown to be wrong before deployment."""

from __future__ import annotations

from designer.validate.values.seen import seen
from designer.validate.values.table import ANY, BOOLEAN, INTEGER, LIST, MAP, NUMBER, STRING, Check
from designer.validate.values.walk import UNFIT, Walk, coerce
from designer.values import Placeholder

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from designer.validate.values.walk import Path

_NEVER = {
    # the kinds that a type takes in no case
    STRING: ("list", "map", "set"),
    INTEGER: ("list", "map", "set"),
    NUMBER: ("list", "map", "set"),
    BOOLEAN: ("integer", "number", "list", "map", "set"),
    MAP: ("string", "integer", "number", "boolean", "list", "set"),
    LIST: ("string", "integer", "number", "boolean", "map", "set"),
}
_CONVERTED = {MAP: ("string", "list"), LIST: ("string",)}
_NUMERIC = frozenset("0123456789_+- \t\n\r\x0b\x0c")
_SCALARS = (STRING, INTEGER, NUMBER, BOOLEAN)
_WRITTEN = {
    # texts that read as a value of a type
    INTEGER: r"\s*[+-]?[0-9_]+\s*",
    NUMBER: r"\s*[+-]?([0-9_]*[.]?[0-9_]*([eE][+-]?[0-9_]+)?|[iI][nN][fF]|[iI][nN][fF][iI][nN][iI][tT][yY]"
            r"|[nN][aA][nN])\s*",
    BOOLEAN: "[tT][rR][uU][eE]|[fF][aA][lL][sS][eE]",
}
_MOST_COUNTED = 100


def check_unknown(walk: Walk, check: Check, value: Placeholder, path: Path) -> None:
    """Report what no deployment could make good; where only some may, the report says it is not certain."""
    if value.choices:
        _check_choices(walk, check, value, path)
        return
    if (value.constraints or value.kind == "boolean") and _check_counted(walk, check, value, path):
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
            # digits alone are a digest that nobody will ever see
            walk.tell("HOT406", path, False, expected=check.type, value=value,
                      certain=not value.nullable and value.origin != "digest")
            return
    elif value.kind == "any" and value.origin == "get_param" and len(value.of) == 1 and check.type in _SCALARS:
        # data of the type json is hardly a single text
        walk.tell("HOT406", path, False, expected=check.type, value=value, certain=False)
        return
    if check.constraints:
        from designer.constraints import check_placeholder

        for constraint in check.constraints:
            problem = check_placeholder(constraint, value, check.kind)
            if problem is not None:
                walk.tell("HOT407", path, False, problem=problem, value=value, constraint=constraint,
                          certain=not value.nullable)
                return
    if value.kind == "list" and value.item is not None and check.type == LIST:
        _check_items(walk, check, value, path)
    elif value.kind == "map" and value.keys and check.type == MAP and check.table is not None:
        for key, each in value.keys.items():
            inner = check.table.checks.get(key) or check.table.find(key)
            if inner is not None:
                walk.value(inner, each, path)


def _check_items(walk: Walk, check: Check, value: Placeholder, path: Path) -> None:
    """What a list's items are known to be; that there are any nobody knows."""
    if check.item is not None:
        _possibly(walk).value(check.item, value.item, path)
    if value.item.__class__ is Placeholder:
        from designer.constraints import check_placeholder

        for constraint in check.constraints:
            if constraint.kind != "allowed_values":
                continue
            problem = check_placeholder(constraint, value.item, "string")
            if problem is not None:
                walk.tell("HOT407", path, False, problem=problem, value=value, constraint=constraint, certain=False)


def check_references(walk: Walk, check: Check, values: list[Any], path: Path) -> None:
    """The items of a list of names or IDs that has no schema for its items: what they refer to."""
    for index, each in enumerate(values):
        if each.__class__ is Placeholder and each.kind == "string":
            if each.origin == "get_resource":
                _check_reference(walk, check, each, (*path, index))
            elif each.entity is not None and check.schema.entity != each.entity:
                _check_entity(walk, check, each, (*path, index))


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


def _check_counted(walk: Walk, check: Check, value: Placeholder, path: Path) -> bool:
    """A parameter that may have a few values only: whether none of them will do, which is told, or some."""
    if check.type == ANY or (check.type == STRING and not check.constraints):
        return False
    from designer.constraints.together import candidates

    listed = candidates(value)
    if not listed or len(listed) > _MOST_COUNTED:
        return False
    refused: list[tuple[Any, str, dict[str, Any]]] = []
    for each in listed:
        found: list[tuple[str, Path, bool, dict[str, Any]]] = []
        Walk(_listener(found), walk.referred).value(check, each, path)
        wrong = [(each, code, facts) for code, _, _, facts in found if code in ("HOT404", "HOT405")]
        refused += wrong[:1]
    if not refused:
        return False
    every = len(refused) == len(listed)
    if every and all(code == "HOT404" for _, code, _ in refused):
        walk.tell("HOT406", path, False, expected=check.type, value=value, certain=not value.nullable)
        return True
    problem = next((facts["problem"] for _, code, facts in refused if code == "HOT405"), None)
    walk.tell("HOT407", path, False, value=value, problem=problem, expected=check.type, constraint=None,
              some=None if every else [each for each, _, _ in refused], certain=every and not value.nullable)
    return True


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
    if value.origin == "get_resource" and value.of and check.type in _WRITTEN and _is_id(
            walk.referred(str(value.of[0]))):
        return False
    known = seen(value, walk.referred)
    if known.__class__ is not Placeholder and coerce(check, known) is UNFIT:
        return False
    if value.origin == "digest":
        return False
    expression = _WRITTEN.get(check.type)
    if expression is not None and any(each.kind == "allowed_pattern" for each in value.constraints):
        from designer.constraints.automaton import may_both_match

        if not all(may_both_match(each.value, expression) for each in value.constraints
                   if each.kind == "allowed_pattern"):
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
    if not _is_id(type_):
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


def _is_id(type_: Any) -> bool:
    """Whether get_resource gives an ID for a type."""
    return type_ is not None and type_.origin == "heat" and type_.reference == "id" and not (
        type_.nested_stack or type_.placeholder)


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
