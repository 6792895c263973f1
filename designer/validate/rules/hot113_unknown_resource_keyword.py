"""There is no such keyword in a resource's definition, or not in this version.

A resource has `type`, `properties`, `metadata`, `depends_on`, `deletion_policy`, `update_policy` and
`description`, and since 2016-10-14 `external_id` and `condition`. Heat refuses anything else; a property that
stands one level too high is the usual reason.

Bad:

```yaml
resources:
  key:
    type: OS::Heat::RandomString
    length: 20
```

Good:

```yaml
resources:
  key:
    type: OS::Heat::RandomString
    properties:
      length: 20
```

Source: heat.engine.hot.template (validate_section, resource_definitions)
"""

from __future__ import annotations

from designer.validate.fixes import nearest_fixes

TYPE_CHECKING = False
if TYPE_CHECKING:
    from designer.diagnostics import Fix
    from designer.diagnostics.finding import Place
    from designer.syntax import Document

SEVERITY = "error"


def message(keyword: str, resource: str, since: str | None = None, version: str | None = None,
            suggestion: str | None = None, **_: object) -> str:
    if since:
        return (f"The keyword `{keyword}` of a resource needs `heat_template_version: {since}` or newer; this template "
                f"says {version}.")
    hint = f" Did you mean `{suggestion}`?" if suggestion else " Does it belong under `properties`?"
    return f"A resource has no keyword `{keyword[:60]}`.{hint}"


def fixes(document: Document, place: Place, suggestion: str | None = None, **_: object) -> list[Fix]:
    return nearest_fixes(document, place, suggestion)
