"""Whether a value, or a placeholder, meets a constraint, exactly as Heat decides.

    check(Constraint("range", {"min": 1}), 0, "integer")       # "must be at least 1"
    check(Constraint("custom_constraint", "net_cidr"), "10.0.0.0/99")
    check_placeholder(Constraint("allowed_values", ["a"]), placeholder, "string")

A constraint is anything with `kind` (allowed_values, range, length, modulo, allowed_pattern, custom_constraint) and
`value`, as `catalog.Constraint`; parameters and properties share it.
"""

from __future__ import annotations

from designer.constraints.known import as_kind, check, number_of
from designer.constraints.placeholders import check_placeholder

__all__ = ["as_kind", "check", "check_placeholder", "number_of"]
