"""A parameter's definition has a key that Heat does not know.

Heat refuses the template. The keys are `type`, `description`, `default`, `constraints`, `hidden`, `label` and
`immutable`; since 2018-03-02 also `tags`. (`schema` is taken, too, and means nothing.)

Bad:

```yaml
parameters:
  flavor: {type: string, defualt: m1.small}
```

Good:

```yaml
parameters:
  flavor: {type: string, default: m1.small}
```

Source: heat.engine.hot.parameters.HOTParamSchema.KEYS
"""

from __future__ import annotations

from designer.validate.fixes import nearest_fixes

TYPE_CHECKING = False
if TYPE_CHECKING:
    from designer.diagnostics import Fix
    from designer.diagnostics.finding import Place
    from designer.syntax import Document

SEVERITY = "error"


def message(parameter: str, key: str, known: tuple[str, ...], since: str | None = None, version: str = "",
            **_: object) -> str:
    if since:
        return f"`{key}` needs `heat_template_version: {since}` or newer; this template says {version}."
    from designer.catalog import nearest

    close = nearest(key, known)
    hint = f" Did you mean `{close}`?" if close else f" The keys are {', '.join(known)}."
    return f"Parameter `{parameter}` cannot have `{key}`.{hint}"


def fixes(document: Document, place: Place, key: str, known: tuple[str, ...], since: str | None = None,
          **_: object) -> list[Fix]:
    from designer.catalog import nearest

    return [] if since else nearest_fixes(document, place, nearest(key, known))
