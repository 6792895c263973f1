"""The values of parameters: given, by default, or not known.

Source: heat.engine.parameters; for the pseudo parameters heat.engine.hot.parameters.HOTParameters.
"""

from __future__ import annotations

from designer.catalog.schema import Constraint
from designer.parameters.schema import BOOLEAN, JSON, LIST, NUMBER, STRING, ParameterSchema, parse_schema
from designer.values import Placeholder
from designer.values import placeholder as kinds

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from designer.diagnostics.finding import Report
    from designer.syntax import Node
    from designer.template import Parameter, Template

PSEUDO_PARAMETERS = ("OS::stack_id", "OS::project_id", "OS::stack_name")

_KINDS = {STRING: kinds.STRING, NUMBER: kinds.NUMBER, LIST: kinds.LIST, BOOLEAN: kinds.BOOLEAN}
_ENTITIES = {"OS::project_id": "keystone.project"}
_MADE = {"OS::stack_id": (Constraint("allowed_pattern", "[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}"),)}


def evaluate_parameters(template: Template, given: dict[str, Any], report: Report,
                        defaults: dict[str, Any] | None = None, complete: bool = False,
                        nested: bool = False) -> dict[str, Any]:
    """The value of every parameter and pseudo parameter, faults in schemas and values reported.

    `given` are the values that parameters get, pseudo parameters included; `defaults` those that stand in for a
    parameter's own default. `complete`: a parameter without a value is a fault. `nested`: Heat writes the defaults into
    the template itself, whose own are gone then. Source: heat.engine.resources.template_resource get_schemas.
    """
    version = template.effective_version
    values: dict[str, Any] = {}
    for name in PSEUDO_PARAMETERS:
        values[name] = given[name] if name in given else Placeholder(
            kinds.STRING, "get_param", (name,), entity=_ENTITIES.get(name), constraints=_MADE.get(name, ()))
    for name, parameter in template.parameters.items():
        value = given.get(name)
        if value is None and defaults:
            value = defaults.get(name)
        instead = defaults.get(name) if nested and defaults else None
        values[name] = evaluate_parameter(parameter, value, version, report, complete, instead)
    if template.parameter_groups is not None:
        from designer.parameters.groups import check_groups

        check_groups(template, report)
    return values


def evaluate_parameter(parameter: Parameter, given: Any, version: str, report: Report, complete: bool = False,
                       instead: Any = None) -> Any:
    """The value of one parameter, faults reported; `given` as it gets it, None where it is left to its default.

    `instead`: as parse_schema takes it.
    """
    return _checked(parse_schema(parameter, version, report, instead), given, report, complete)


def parameter_value(schema: ParameterSchema, given: Any) -> Any:
    """What a parameter is worth: the value given or its default, as Heat makes it; else a placeholder.

    Raises ValueError or TypeError where a value does not fit the type.
    """
    value = schema.default if given is None else given
    return _placeholder(schema) if value is None or schema.type is None else coerce(value, schema.type)


def coerce(value: Any, type_name: str) -> Any:
    """A value as a parameter of the type gives it to the template.

    Raises ValueError or TypeError where Heat would refuse it for the type.
    """
    if type_name == STRING:
        return value if value.__class__ is str else str(value)
    if type_name in (NUMBER, BOOLEAN):
        from designer.constraints import as_kind

        return as_kind(value, type_name)
    if type_name == LIST:
        if isinstance(value, list):
            return [item if item.__class__ is Placeholder else str(item) for item in value]
        if not isinstance(value, str):
            raise ValueError(value)
        return value.split(",") if value else []
    if type_name == JSON and isinstance(value, str):
        from json import loads

        return loads(value) if value else value
    return value


def _checked(schema: ParameterSchema, given: Any, report: Report, complete: bool) -> Any:
    if given is None and schema.default is None:
        if complete and schema.sound:
            report("HOT220", schema.parameter.key, parameter=schema.name)
        return _placeholder(schema)
    if schema.type is None:
        return _placeholder(schema)
    if given.__class__ is Placeholder:
        return given  # what a stack around this one gives, known no better there
    source = schema.default if given is None else given
    place: Node = schema.parameter.key
    if given is None and schema.default_node is not None:
        place = schema.default_node
    try:
        value = coerce(source, schema.type)
    except (ValueError, TypeError, OverflowError, RecursionError):
        report("HOT213" if given is None else "HOT214", place, parameter=schema.name, value=source, type=schema.type)
        return _placeholder(schema)
    if schema.constraints:
        from designer.parameters.constraint import broken

        for constraint, _ in schema.constraints:
            # a default has been held against all but the custom constraints already
            if given is None and constraint.kind != "custom_constraint":
                continue
            checked = source if schema.type in (STRING, NUMBER, BOOLEAN) else value
            problem = broken(constraint, checked, schema.type)
            if problem is not None:
                report("HOT215", place, parameter=schema.name, value=source, problem=problem)
    return value


def _placeholder(schema: ParameterSchema) -> Placeholder:
    kind = _KINDS.get(schema.type, kinds.ANY) if schema.type is not None else kinds.ANY
    constraints = tuple(constraint for constraint, _ in schema.constraints)
    item = None
    if kind == kinds.LIST:
        item = Placeholder(kinds.STRING, "get_param", (schema.name,), entity=schema.entity,
                           constraints=tuple(each for each in constraints if each.kind == "allowed_values"))
    return Placeholder(kind, "get_param", (schema.name,), entity=schema.entity, constraints=constraints, item=item)
