"""A constraint has a key that Heat does not know.

A constraint has one of `length`, `range`, `modulo`, `allowed_values`, `allowed_pattern` and `custom_constraint`, and
may have a `description`. A length or range has `min` and `max`, a modulo `step` and `offset`. Heat refuses any other
key.

Bad:

```yaml
constraints:
  - range: {minimum: 1}
```

Good:

```yaml
constraints:
  - range: {min: 1}
```

Source: heat.engine.hot.parameters (PARAM_CONSTRAINTS, RANGE_KEYS, MODULO_KEYS)
"""

from __future__ import annotations

from designer.validate.fixes import nearest_fixes

TYPE_CHECKING = False
if TYPE_CHECKING:
    from designer.diagnostics import Fix
    from designer.diagnostics.finding import Place
    from designer.syntax import Document

SEVERITY = "error"


def message(parameter: str, key: str, known: tuple[str, ...], of: str, **_: object) -> str:
    from designer.catalog import nearest

    close = nearest(key, known)
    hint = f" Did you mean `{close}`?" if close else f" It can be {', '.join(known)}."
    return f"`{key}` is no key of {of} of parameter `{parameter}`.{hint}"


def fixes(document: Document, place: Place, key: str, known: tuple[str, ...], **_: object) -> list[Fix]:
    from designer.catalog import nearest

    return nearest_fixes(document, place, nearest(key, known))
