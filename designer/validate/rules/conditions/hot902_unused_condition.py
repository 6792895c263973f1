"""A condition is never used.

No resource, output, `if` or other condition asks for it, so it decides nothing.

Unused:

```yaml
conditions:
  is_production: {equals: [{get_param: stage}, production]}
resources:
  key:
    type: OS::Heat::RandomString
```

Source: advice of this program; Heat says nothing
"""

from __future__ import annotations

from designer.validate.fixes import remove_entry

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from designer.diagnostics import Fix
    from designer.diagnostics.finding import Report
    from designer.syntax import Document, Scalar
    from designer.template import Condition
    from designer.validate.view import View

SEVERITY = "info"


def check(condition: Condition, view: View, report: Report) -> None:
    """Report a condition that nothing names."""
    if condition.name not in view.used.get("condition", ()):
        report("HOT902", condition.key, condition=condition.name)


def message(condition: str, **_: object) -> str:
    return f"The condition `{condition}` is never used."


def fixes(document: Document, place: Scalar, **_: object) -> Iterator[Fix]:
    fix = remove_entry(document, place, "Remove the condition")
    if fix is not None:
        yield fix
