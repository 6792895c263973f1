"""There is no such custom constraint in Heat.

Heat finds out when a value is there: then it refuses every value. A plug-in of your cloud may bring constraints of
its own, so this is a warning.

Bad:

```yaml
constraints:
  - custom_constraint: nova.flavour
```

Good:

```yaml
constraints:
  - custom_constraint: nova.flavor
```

Source: heat.engine.constraints.CustomConstraint; the entry points heat.constraints
"""

from __future__ import annotations

from designer.validate.fixes import nearest_fixes

TYPE_CHECKING = False
if TYPE_CHECKING:
    from designer.diagnostics import Fix
    from designer.diagnostics.finding import Place
    from designer.syntax import Document

SEVERITY = "warning"


def suggestion(constraint: object) -> str | None:
    """The constraint that was probably meant."""
    if not isinstance(constraint, str):
        return None
    from designer.catalog import nearest
    from designer.catalog.store import document

    known = [name for name, facts in document("entities.json").items() if facts.get("constraint", True)]
    return nearest(constraint, known)


def message(parameter: str, constraint: object, **_: object) -> str:
    close = suggestion(constraint)
    hint = f" Did you mean `{close}`?" if close else ""
    return f"Heat has no custom constraint `{str(constraint)[:80]}`.{hint}"


def fixes(document: Document, place: Place, constraint: object, **_: object) -> list[Fix]:
    return nearest_fixes(document, place, suggestion(constraint))
