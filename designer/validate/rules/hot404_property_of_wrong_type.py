"""The value is of a type that the property does not take.

Heat reads values with some indulgence. A text may be an integer or a boolean, but not a number with a fraction,
which should stand in quotes (`"1.10"`). An integer may be a text that reads as one. A boolean may be `true` or
`false` as a text, but no number. A map must be a map and a list a list: no JSON, no text with commas.

Bad:

```yaml
dns_nameservers: 192.0.2.1
```

Good:

```yaml
dns_nameservers: [192.0.2.1]
```

Source: heat.engine.properties (Property.get_value)
"""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from designer.diagnostics import Fix
    from designer.diagnostics.finding import Place
    from designer.syntax import Document

SEVERITY = "error"


def message(path: tuple[str | int, ...], expected: str, value: Any, **_: object) -> str:
    from designer.validate.values.words import path_text, type_text, value_text

    text = f"`{path_text(path)}` takes {type_text(expected)}, not {value_text(value)}."
    if expected == "String" and isinstance(value, float):
        return f"{text} Put it in quotes."
    return text


def fixes(document: Document, place: Place, expected: str, value: Any, **_: object) -> list[Fix]:
    from designer.diagnostics import Fix as NewFix
    from designer.syntax import Scalar
    from designer.text import Edit

    if not isinstance(place, Scalar) or place.style is not None or isinstance(value, (dict, list)):
        return []
    text = document.text[place.start:place.end]
    if not text or "\n" in text:
        return []
    if expected == "String" and isinstance(value, float):
        return [NewFix("Put it in quotes", [Edit(place.start, place.end, f'"{text}"')])]
    if expected == "Boolean" and value in (0, 1):
        word = "true" if value else "false"
        return [NewFix(f"Write `{word}`", [Edit(place.start, place.end, word)])]
    if expected == "List" and isinstance(value, (str, int)) and not isinstance(value, bool) and "," not in text:
        return [NewFix("Make it a list of one", [Edit(place.start, place.end, f"[{text}]")])]
    return []
