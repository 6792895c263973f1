"""A resource's definition is not a map.

A definition is a map with at least a `type`.

Bad:

```yaml
resources:
  key: OS::Heat::RandomString
```

Good:

```yaml
resources:
  key:
    type: OS::Heat::RandomString
```

Source: heat.engine.hot.template (validate_section)
"""

from __future__ import annotations

from designer.diagnostics import Fix
from designer.syntax import Scalar
from designer.text import Edit

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from designer.diagnostics.finding import Place
    from designer.syntax import Document

SEVERITY = "error"


def message(resource: str, found: str, **_: object) -> str:
    return f"The resource `{resource}` must be a map with a `type`, and this is {found}."


def fixes(document: Document, place: Place, **_: object) -> Iterator[Fix]:
    if isinstance(place, Scalar) and isinstance(place.value, str) and "::" in place.value and place.style is None:
        words = document.text[place.start:place.end]
        yield Fix("Make it the type", [Edit(place.start, place.end, "{type: " + f'"{words}"' + "}")])
