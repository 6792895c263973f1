"""The value does not meet a constraint of the property.

Resource types limit many of their properties: to a list of values, a range, a length, a pattern, or to what
reads as an IP address, a CIDR, a MAC address, a DNS name, a time zone and the like. Heat refuses the resource when the
stack is created.

Bad:

```yaml
type: OS::Cinder::Volume
properties:
  size: 0
```

Good:

```yaml
type: OS::Cinder::Volume
properties:
  size: 1
```

Source: heat.engine.constraints, heat.engine.constraint.common_constraints
"""

from __future__ import annotations

from designer.validate.fixes import nearest_fixes

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from designer.catalog import Constraint
    from designer.diagnostics import Fix
    from designer.diagnostics.finding import Place
    from designer.syntax import Document

SEVERITY = "error"


def _nearest(value: Any, constraint: Constraint) -> str | None:
    from designer.catalog import nearest

    if constraint.kind != "allowed_values" or not isinstance(value, str):
        return None
    return nearest(value, [each for each in constraint.value if isinstance(each, str)])


def message(path: tuple[str | int, ...], problem: str, value: Any, constraint: Constraint, **_: object) -> str:
    from designer.constraints.words import quoted
    from designer.validate.values.words import path_text

    close = _nearest(value, constraint)
    found = "" if isinstance(value, (dict, list)) else f", not {quoted(value)}"
    if problem.startswith(("is ", "has ", "leaves ")):
        return f"`{path_text(path)}`: {quoted(value)} {problem}."
    text = f"`{path_text(path)}` {problem}{found}."
    return f"{text} Did you mean `{close}`?" if close else text


def fixes(document: Document, place: Place, value: Any, constraint: Constraint, **_: object) -> list[Fix]:
    return nearest_fixes(document, place, _nearest(value, constraint))
