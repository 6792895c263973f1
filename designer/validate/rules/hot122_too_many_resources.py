"""The template has more resources than Heat allows by default.

Unless its operator chose another `max_resources_per_stack`, Heat refuses a stack of more than 1000 resources,
those of nested stacks counted with it. Groups and nested templates make a template shorter, not the stack
smaller.

Too many: 1001 entries under `resources`.

Source: heat.engine.service (_validate_template), heat.common.config (max_resources_per_stack)
"""

from __future__ import annotations

SEVERITY = "warning"


def message(count: int, limit: int, **_: object) -> str:
    return f"The template has {count:,} resources; Heat allows {limit:,} unless its operator chose otherwise."
