"""The intrinsic functions: what expressions are worth, what they refer to, and what Heat would refuse of them.

    evaluation = evaluate_template(template, {"flavor": "m1.small"}, report, types)
    evaluation.resources["server"].properties["image"]     # known, or a Placeholder
    evaluation.resources["server"].references              # each Reference, with its place
    evaluation.conditions["is_big"]                        # True, False, or None: not decided
    find("str_replace").SUMMARY, names("2018-08-31")       # facts about functions
"""

from __future__ import annotations

from designer.functions.evaluation import (
    Evaluation,
    OutputValues,
    ResourceValues,
    evaluate_output,
    evaluate_resource,
    evaluate_template,
    report_conditions,
)
from designer.functions.find import all_names, find, functions_of, names
from designer.functions.reference import Reference
from designer.functions.scope import Scope, Shared
from designer.functions.walk import evaluate, is_call

__all__ = ["Evaluation", "OutputValues", "Reference", "ResourceValues", "Scope", "Shared", "all_names", "evaluate",
           "evaluate_output", "evaluate_resource", "evaluate_template", "find", "functions_of", "is_call", "names",
           "report_conditions"]
