"""A property is deprecated or hidden.

Heat keeps properties for a while after others took their place. A deprecated one still works and is about to go;
a hidden one is no longer documented; an unsupported one works in some clouds only.

Bad:

```yaml
type: OS::Neutron::Port
properties:
  network_id: {get_resource: net}
```

Good:

```yaml
type: OS::Neutron::Port
properties:
  network: {get_resource: net}
```

Source: heat.engine.support, and the support status of each property
"""

from __future__ import annotations

from designer.validate.fixes import replace_word

TYPE_CHECKING = False
if TYPE_CHECKING:
    from designer.diagnostics import Fix
    from designer.diagnostics.finding import Place
    from designer.syntax import Document

SEVERITY = "info"

_STATUS = {"DEPRECATED": "deprecated", "HIDDEN": "retired, and no longer documented",
           "UNSUPPORTED": "not supported by all clouds"}


def message(path: tuple[str | int, ...], type: str, status: str, replaced_by: str | None = None, **_: object) -> str:
    from designer.validate.values.words import path_text

    text = f"`{path_text(path)}` of {type} is {_STATUS.get(status, status.lower())}."
    return f"{text} `{replaced_by}` takes its place." if replaced_by else text


def fixes(document: Document, place: Place, replaced_by: str | None = None, renamed: bool = False,
          **_: object) -> list[Fix]:
    fix = replace_word(document, place, replaced_by, f"Use `{replaced_by}`") if replaced_by and renamed else None
    return [fix] if fix is not None else []
