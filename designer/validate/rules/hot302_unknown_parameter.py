"""A parameter is named that the template does not have.

`get_param` names a parameter of the same template, or one of `OS::stack_id`, `OS::stack_name` and `OS::project_id`.
The stack cannot be created; in an output, the output shows an error instead of a value.

Bad:

```yaml
flavor: {get_param: flavour}
```

Good:

```yaml
flavor: {get_param: flavor}
```

Source: heat.engine.hot.functions.GetParam
"""

from __future__ import annotations

from designer.validate.fixes import nearest_fixes

TYPE_CHECKING = False
if TYPE_CHECKING:
    from designer.diagnostics import Fix
    from designer.diagnostics.finding import Place
    from designer.syntax import Document

SEVERITY = "error"


def message(parameter: str, known: tuple[str, ...], resource: bool = False, **_: object) -> str:
    from designer.catalog import nearest

    if resource:
        return f"There is no parameter `{parameter}`, but a resource of that name: that is `get_resource`."
    close = nearest(parameter, known)
    hint = f" Did you mean `{close}`?" if close else ""
    return f"There is no parameter `{parameter[:80]}`.{hint}"


def fixes(document: Document, place: Place, parameter: str, known: tuple[str, ...], **_: object) -> list[Fix]:
    from designer.catalog import nearest

    return nearest_fixes(document, place, nearest(parameter, known))
