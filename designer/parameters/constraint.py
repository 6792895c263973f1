"""The constraints of a parameter: their own shape, and the values that they refuse.

Source: heat.engine.hot.parameters HOTParamSchema._constraints, heat.engine.constraints.
"""

from __future__ import annotations

from designer.catalog.schema import Constraint
from designer.parameters.schema import BOOLEAN, JSON, LIST, NUMBER, STRING, ParameterSchema
from designer.syntax.nodes import Mapping, Sequence

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from designer.diagnostics.finding import Report
    from designer.syntax import Node

MODULO_SINCE = "2017-02-24"

# Heat looks for them in this order, and takes the first.
KINDS = ("modulo", "range", "length", "allowed_values", "allowed_pattern", "custom_constraint")
KEYS = ("description", *KINDS)

# The types that a kind of constraint may be on.
TYPES_OF = {
    "range": (NUMBER,),
    "modulo": (NUMBER,),
    "length": (STRING, LIST, JSON),
    "allowed_values": (STRING, NUMBER, BOOLEAN, LIST),
    "allowed_pattern": (STRING,),
    "custom_constraint": (STRING, NUMBER, BOOLEAN, LIST),
}


def read_constraints(schema: ParameterSchema, node: Node, version: str, report: Report) -> None:
    """Reads the constraints into the schema, those left out that Heat would refuse."""
    if not isinstance(node, Sequence):
        schema.sound = False
        report("HOT205", node, parameter=schema.name)
        return
    for each in node.items:
        constraint = _read(each, version, schema, report)
        if constraint is None:
            schema.sound = False
            continue
        if schema.type is not None and schema.type not in TYPES_OF[constraint.kind]:
            schema.sound = False
            report("HOT210", each, parameter=schema.name, constraint=constraint.kind, type=schema.type,
                   types=TYPES_OF[constraint.kind])
            continue
        schema.constraints.append((constraint, each))
        if constraint.kind == "custom_constraint" and schema.entity is None:
            schema.entity = constraint.value or None


def _read(node: Node, version: str, schema: ParameterSchema, report: Report) -> Constraint | None:
    if not isinstance(node, Mapping):
        report("HOT206", node, parameter=schema.name)
        return None
    right = True
    for key, _ in node.items():
        if key.value not in KEYS:
            report("HOT208", key, parameter=schema.name, key=key.value, known=KEYS, of="a constraint")
            right = False
    described = node.index.get("description")
    if described is not None:
        words = described.plain()
        if words and not isinstance(words, str):
            # joined to a text whenever the parameter is shown
            report("HOT211", described, parameter=schema.name, constraint="description", problem="pattern")
    kinds = [kind for kind in KINDS if kind in node.index and (kind != "modulo" or version >= MODULO_SINCE)]
    if not kinds:
        if right:
            report("HOT209", node, parameter=schema.name, since=MODULO_SINCE if "modulo" in node.index else None,
                   version=version)
        return None
    for extra in kinds[1:]:
        report("HOT216", node.key(extra) or node, parameter=schema.name, taken=kinds[0], ignored=extra)
    kind = kinds[0]
    value = _value(kind, node.index[kind], schema, report)
    return Constraint(kind, value) if right and value is not None else None


def _value(kind: str, node: Node, schema: ParameterSchema, report: Report) -> Any:
    """What a constraint asks for, numbers as numbers; None where Heat would refuse it."""

    def refuse(problem: str, place: Node = node) -> None:
        report("HOT211", place, parameter=schema.name, constraint=kind, problem=problem)

    if kind in ("range", "length", "modulo"):
        return _numbers(kind, node, schema, report)
    value = node.plain()
    if kind == "allowed_values":
        if not isinstance(value, list):
            return refuse("list")
        return value
    if kind == "allowed_pattern":
        if not isinstance(value, str):
            return refuse("pattern")
        from designer.constraints.pattern import matches

        if matches(value, "") is None:
            return refuse("expression")
        return value
    if not isinstance(value, str):
        return refuse("name")
    from designer.catalog import constraint_entity

    found = constraint_entity(value)
    if found is None or not found.constraint:
        report("HOT217", node, parameter=schema.name, constraint=value)
    return value


def _numbers(kind: str, node: Node, schema: ParameterSchema, report: Report) -> dict[str, Any] | None:
    from designer.constraints import number_of

    names = ("step", "offset") if kind == "modulo" else ("min", "max")
    if not isinstance(node, Mapping):
        report("HOT211", node, parameter=schema.name, constraint=kind, problem="mapping")
        return None
    right = True
    for key, _ in node.items():
        if key.value not in names:
            report("HOT208", key, parameter=schema.name, key=key.value, known=names, of=f"`{kind}`")
            right = False
    numbers: dict[str, Any] = {}
    for name in names:
        part = node.index.get(name)
        value = part.plain() if part is not None else None
        if value is None:
            continue
        try:
            numbers[name] = number_of(value)
        except (ValueError, TypeError, OverflowError):
            report("HOT211", part, parameter=schema.name, constraint=kind, problem="number")
            right = False
    problem = None
    if right:
        problem = _modulo_problem(numbers) if kind == "modulo" else (
            "empty" if not numbers else
            "integral" if kind == "length" and any(isinstance(value, float) for value in numbers.values()) else None)
    if problem is not None:
        report("HOT211", node, parameter=schema.name, constraint=kind, problem=problem)
    elif right and kind != "modulo" and len(numbers) == 2 and numbers["min"] > numbers["max"]:
        report("HOT218", node, parameter=schema.name, constraint=kind, min=numbers["min"], max=numbers["max"])
    return numbers if right and problem is None else None


def _modulo_problem(numbers: dict[str, Any]) -> str | None:
    if len(numbers) < 2:
        return "both"
    step, offset = numbers["step"], numbers["offset"]
    for number in (step, offset):
        if number != number or number in (float("inf"), float("-inf")) or int(number) != number:
            return "integer"
    if step == 0:
        return "zero"
    if abs(offset) >= abs(step):
        return "offset"
    return "signs" if step * offset < 0 else None


def check_default(schema: ParameterSchema, report: Report) -> None:
    """Reports a default that the parameter's own constraints refuse; Heat does so whatever value is given."""
    value = schema.default
    place = schema.default_node
    if schema.type == LIST:
        if isinstance(value, list):
            value = [str(item) for item in value]
        else:
            value = value.split(",")
    for constraint, _ in schema.constraints:
        if constraint.kind == "custom_constraint":
            continue
        problem = broken(constraint, value, schema.type or STRING)
        if problem is not None:
            schema.sound = False
            report("HOT212", place, parameter=schema.name, value=schema.default, problem=problem)


def broken(constraint: Constraint, value: Any, type_name: str) -> str | None:
    """Why Heat refuses a value under one of a parameter's constraints, None where it does not."""
    from designer.constraints import check

    return check(constraint, value, {LIST: "list", JSON: "map"}.get(type_name, type_name))
