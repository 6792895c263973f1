"""Parameters: their schemas, and the values they take, exactly as Heat reads and coerces them.

    schema = parse_schema(template.parameters["flavor"], version, report)
    parameter_value(schema, "m1.small")        # known
    parameter_value(schema, None)              # the default, or a Placeholder with kind, constraints and entity
    evaluate_parameters(template, given, report)      # every parameter's value, the pseudo parameters included
"""

from __future__ import annotations

from designer.parameters.schema import TYPES, ParameterSchema, parse_schema
from designer.parameters.value import (
    PSEUDO_PARAMETERS,
    coerce,
    evaluate_parameter,
    evaluate_parameters,
    parameter_value,
)

__all__ = ["PSEUDO_PARAMETERS", "TYPES", "ParameterSchema", "coerce", "evaluate_parameter", "evaluate_parameters",
           "parameter_value", "parse_schema"]
