"""A resource type does not have the attribute.

`get_attr` names an attribute of the resource's type. Each type has its own, and nearly all have `show`. Heat refuses
the template.

Bad:

```yaml
address: {get_attr: [server, first_adress]}
```

Good:

```yaml
address: {get_attr: [server, first_address]}
```

Source: heat.engine.hot.functions.GetAttThenSelect.validate
"""

from __future__ import annotations

from designer.validate.fixes import nearest_fixes

TYPE_CHECKING = False
if TYPE_CHECKING:
    from designer.diagnostics import Fix
    from designer.diagnostics.finding import Place
    from designer.syntax import Document

SEVERITY = "error"


def message(attribute: str, resource: str, type: str, known: tuple[str, ...], **_: object) -> str:
    from designer.catalog import nearest

    close = nearest(attribute, known)
    if close:
        return f"{type} has no attribute `{attribute[:80]}`. Did you mean `{close}`?"
    listed = ", ".join(sorted(known)[:12])
    return f"{type} has no attribute `{attribute[:80]}`. It has {listed}."


def fixes(document: Document, place: Place, attribute: str, known: tuple[str, ...], **_: object) -> list[Fix]:
    from designer.catalog import nearest

    return nearest_fixes(document, place, nearest(attribute, known))
