"""There is no such section in a template of this version.

A template's sections are `heat_template_version`, `description`, `parameter_groups`, `parameters`,
`resources` and `outputs`, and since 2016-10-14 `conditions`. Heat refuses any other key at the outermost
level, so YAML anchors cannot be parked there either.

Bad:

```yaml
heat_template_version: 2018-08-31
parameter:
  flavor: {type: string}
```

Good:

```yaml
heat_template_version: 2018-08-31
parameters:
  flavor: {type: string}
```

Source: heat.engine.template (Template.validate), heat.engine.hot.template (SECTIONS)
"""

from __future__ import annotations

from designer.validate.fixes import nearest_fixes

TYPE_CHECKING = False
if TYPE_CHECKING:
    from designer.diagnostics import Fix
    from designer.diagnostics.finding import Place
    from designer.syntax import Document

SEVERITY = "error"


def message(section: str, version: str | None = None, since: str | None = None, suggestion: str | None = None,
            **_: object) -> str:
    if since:
        return f"The section `{section}` needs `heat_template_version: {since}` or newer; this template says {version}."
    hint = f" Did you mean `{suggestion}`?" if suggestion else ""
    return f"There is no section `{section[:60]}` in a template.{hint}"


def fixes(document: Document, place: Place, suggestion: str | None = None, **_: object) -> list[Fix]:
    return nearest_fixes(document, place, suggestion)
