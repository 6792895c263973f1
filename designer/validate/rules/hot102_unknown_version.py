"""There is no such version of HOT.

Heat knows the versions 2013-05-23, 2014-10-16, 2015-04-30, 2015-10-15, 2016-04-08, 2016-10-14 (newton),
2017-02-24 (ocata), 2017-09-01 (pike), 2018-03-02 (queens), 2018-08-31 (rocky) and 2021-04-16 (wallaby). No
other date will do, not even one between two of them: the date names a version and says nothing of when the
template was written.

Bad:

```yaml
heat_template_version: 2018-08-30
```

Good:

```yaml
heat_template_version: 2018-08-31
```

Source: heat.engine.template (get_template_class) and its entry points `heat.templates`
"""

from __future__ import annotations

from designer.validate.fixes import nearest_fixes

TYPE_CHECKING = False
if TYPE_CHECKING:
    from designer.diagnostics import Fix
    from designer.diagnostics.finding import Place
    from designer.syntax import Document

SEVERITY = "error"


def message(version: str, suggestion: str | None = None, **_: object) -> str:
    hint = f" The nearest is `{suggestion}`." if suggestion else ""
    return f"There is no HOT version `{version[:60]}`.{hint}"


def fixes(document: Document, place: Place, suggestion: str | None = None, **_: object) -> list[Fix]:
    return nearest_fixes(document, place, suggestion)
