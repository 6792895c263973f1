"""An output has a keyword that Heat does not look at.

An output has `value`, `description` and since 2016-10-14 `condition`. Heat accepts other keys and passes them
by, so what they say has no effect: a `condition` in an older template does not switch the output off.

Bad:

```yaml
outputs:
  address:
    descripton: where the server is reached
    value: {get_attr: [server, first_address]}
```

Good:

```yaml
outputs:
  address:
    description: where the server is reached
    value: {get_attr: [server, first_address]}
```

Source: heat.engine.template_common (CommonTemplate.outputs)
"""

from __future__ import annotations

from designer.validate.fixes import nearest_fixes

TYPE_CHECKING = False
if TYPE_CHECKING:
    from designer.diagnostics import Fix
    from designer.diagnostics.finding import Place
    from designer.syntax import Document

SEVERITY = "warning"


def message(output: str, keyword: str, since: str | None = None, version: str | None = None,
            suggestion: str | None = None, **_: object) -> str:
    if since:
        return (f"Heat does not look at `{keyword}` of an output before `heat_template_version: {since}`; this "
                f"template says {version}.")
    hint = f" Did you mean `{suggestion}`?" if suggestion else ""
    return f"Heat does not look at `{keyword[:60]}` of the output `{output}`.{hint}"


def fixes(document: Document, place: Place, suggestion: str | None = None, **_: object) -> list[Fix]:
    return nearest_fixes(document, place, suggestion)
