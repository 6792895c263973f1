"""A parameter group names a parameter that the template does not have.

Heat refuses the template. The pseudo parameters `OS::stack_id` and `OS::project_id` may be named, odd as it is.

Bad:

```yaml
parameters:
  flavor: {type: string}
parameter_groups:
  - parameters: [flavour]
```

Good:

```yaml
parameters:
  flavor: {type: string}
parameter_groups:
  - parameters: [flavor]
```

Source: heat.engine.parameter_groups.ParameterGroups.validate
"""

from __future__ import annotations

from designer.validate.fixes import nearest_fixes

TYPE_CHECKING = False
if TYPE_CHECKING:
    from designer.diagnostics import Fix
    from designer.diagnostics.finding import Place
    from designer.syntax import Document

SEVERITY = "error"


def message(parameter: object, known: tuple[str, ...], **_: object) -> str:
    from designer.catalog import nearest

    if not isinstance(parameter, str):
        return "A parameter group holds names of parameters only."
    close = nearest(parameter, known)
    hint = f" Did you mean `{close}`?" if close else ""
    return f"There is no parameter `{parameter[:80]}` to be grouped.{hint}"


def fixes(document: Document, place: Place, parameter: object, known: tuple[str, ...], **_: object) -> list[Fix]:
    from designer.catalog import nearest

    return nearest_fixes(document, place, nearest(parameter, known)) if isinstance(parameter, str) else []
