"""A parameter has a type that HOT does not have.

The types are `string`, `number`, `comma_delimited_list`, `json` and `boolean`, in small letters. There is no integer,
no list and no map: those are `number`, `comma_delimited_list` and `json`.

Bad:

```yaml
parameters:
  count: {type: integer}
```

Good:

```yaml
parameters:
  count: {type: number}
```

Source: heat.engine.hot.parameters.HOTParamSchema.TYPES
"""

from __future__ import annotations

from designer.validate.fixes import nearest_fixes

TYPE_CHECKING = False
if TYPE_CHECKING:
    from designer.diagnostics import Fix
    from designer.diagnostics.finding import Place
    from designer.syntax import Document

SEVERITY = "error"


MEANT = {"integer": "number", "int": "number", "float": "number", "list": "comma_delimited_list", "map": "json",
         "object": "json", "dict": "json", "bool": "boolean", "text": "string", "str": "string"}


def meant(type: object, known: tuple[str, ...]) -> str | None:
    """The type that somebody probably had in mind."""
    from designer.catalog import nearest

    if not isinstance(type, str):
        return None
    return MEANT.get(type.lower()) or nearest(type.replace("CommaDelimited", "comma_delimited_"), known)


def message(parameter: str, type: object, known: tuple[str, ...], **_: object) -> str:
    close = meant(type, known)
    hint = f"Did you mean `{close}`?" if close else f"The types are {', '.join(known)}."
    if not isinstance(type, str):
        return f"The type of parameter `{parameter}` must be a word. {hint}"
    return f"There is no parameter type `{type[:60]}`. {hint}"


def fixes(document: Document, place: Place, type: object, known: tuple[str, ...], **_: object) -> list[Fix]:
    return nearest_fixes(document, place, meant(type, known))
