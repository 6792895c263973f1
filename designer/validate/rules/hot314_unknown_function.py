"""This looks like a function's call, but there is no such function.

Heat takes a map whose one key is no function's name for plain data, and says nothing. The key is so much like a
function's name that it was probably meant to be one.

Bad:

```yaml
flavor: {get_parm: flavor}
```

Good:

```yaml
flavor: {get_param: flavor}
```

Source: heat.engine.template.parse
"""

from __future__ import annotations

from designer.validate.fixes import nearest_fixes

TYPE_CHECKING = False
if TYPE_CHECKING:
    from designer.diagnostics import Fix
    from designer.diagnostics.finding import Place
    from designer.syntax import Document

SEVERITY = "warning"


def message(function: str, suggestion: str, **_: object) -> str:
    return f"There is no function `{function[:80]}`, so this is a map with one key. Did you mean `{suggestion}`?"


def fixes(document: Document, place: Place, suggestion: str, **_: object) -> list[Fix]:
    return nearest_fixes(document, place, suggestion)
