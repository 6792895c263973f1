"""What a person means (add, connect, rename ...) as the smallest edits of the text.

    plan(analysis, {"op": "rename", "section": "resources", "name": "server", "to": "web"})
        .edits, .description, .inverse, .applied()
    apply(document, operation)         # the new text
    plan_all(document, operations)     # one after the other, as one plan
    plan_fix(analysis, fix)            # a quick fix of a diagnostic
    offers.connections(analysis, "server", "port"), offers.between(...)     # what could be meant, as operations
    uses.uses_of(analysis, "resources", "net")                              # what refers to an entry
    clipboard.copy(analysis, ["server"])                                    # entries as YAML, which `paste` takes

An operation is a plain object, as `hot-designer edit` reads it; each is one file of `intents/`, which says what its
fields are. On the way from an operation to edits what is meant is worked out twice, on plain values and on the text,
and the edited text is read again: where both do not come to exactly the same, Refused says so in one line.
"""

from __future__ import annotations

from designer.edit.operation import operation_names
from designer.edit.plan import Plan, apply, plan, plan_all, plan_fix
from designer.edit.refused import Refused

__all__ = ["Plan", "Refused", "apply", "operation_names", "plan", "plan_all", "plan_fix"]
