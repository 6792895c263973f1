"""A resource is named that the template does not have.

`get_resource` and `get_attr` name resources of the same template. Heat refuses the template; in an output,
`get_resource` of an unknown resource is accepted, and the output then shows an error instead of a value.

Bad:

```yaml
port: {get_resource: prot}
```

Good:

```yaml
port: {get_resource: port}
```

Source: heat.engine.hot.functions (GetResource, GetAttThenSelect)
"""

from __future__ import annotations

from designer.validate.fixes import nearest_fixes

TYPE_CHECKING = False
if TYPE_CHECKING:
    from designer.diagnostics import Fix
    from designer.diagnostics.finding import Place
    from designer.syntax import Document

SEVERITY = "error"


def message(resource: str, function: str, known: dict[str, object], parameter: bool = False, **_: object) -> str:
    from designer.catalog import nearest

    if parameter:
        return f"There is no resource `{resource}`, but a parameter of that name: that is `get_param`."
    close = nearest(resource, known)
    hint = f" Did you mean `{close}`?" if close else ""
    return f"There is no resource `{resource[:80]}` for {function} to name.{hint}"


def fixes(document: Document, place: Place, resource: str, known: dict[str, object], **_: object) -> list[Fix]:
    from designer.catalog import nearest

    return nearest_fixes(document, place, nearest(resource, known))
