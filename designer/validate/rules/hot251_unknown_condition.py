"""A condition is named that the template does not define.

`condition`, the first argument of `if`, and the arguments of `and`, `or` and `not` are names of conditions, true,
false, or functions that conditions may use. Heat refuses the template. Names may be used from 2016-10-14 on.

Bad:

```yaml
conditions:
  is_big: {equals: [{get_param: size}, big]}
resources:
  volume: {type: OS::Cinder::Volume, condition: big}
```

Good:

```yaml
conditions:
  is_big: {equals: [{get_param: size}, big]}
resources:
  volume: {type: OS::Cinder::Volume, condition: is_big}
```

Source: heat.engine.conditions.Conditions.is_enabled
"""

from __future__ import annotations

from designer.validate.fixes import nearest_fixes

TYPE_CHECKING = False
if TYPE_CHECKING:
    from designer.diagnostics import Fix
    from designer.diagnostics.finding import Place
    from designer.syntax import Document

SEVERITY = "error"


def message(condition: str | None, known: tuple[str, ...], **_: object) -> str:
    from designer.catalog import nearest

    if condition is None:
        return "A condition is the name of one, true or false, or a function that conditions may use."
    close = nearest(condition, known)
    hint = f" Did you mean `{close}`?" if close else ""
    return f"There is no condition `{condition[:80]}`.{hint}"


def fixes(document: Document, place: Place, condition: str | None, known: tuple[str, ...], **_: object) -> list[Fix]:
    from designer.catalog import nearest

    return nearest_fixes(document, place, nearest(condition, known)) if condition is not None else []
