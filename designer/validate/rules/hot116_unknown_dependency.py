"""`depends_on` names a resource that is not there.

Dependencies are between the resources of one template: neither parameters nor the resources of a nested
template can be waited for. A resource that a condition switches off may be named; Heat then waits for
nothing.

Bad:

```yaml
resources:
  net:
    type: OS::Neutron::Net
  server:
    type: OS::Nova::Server
    depends_on: network
```

Good:

```yaml
resources:
  net:
    type: OS::Neutron::Net
  server:
    type: OS::Nova::Server
    depends_on: net
```

Source: heat.engine.rsrc_defn (ResourceDefinition.dependencies)
"""

from __future__ import annotations

from designer.validate.fixes import nearest_fixes

TYPE_CHECKING = False
if TYPE_CHECKING:
    from designer.diagnostics import Fix
    from designer.diagnostics.finding import Place
    from designer.syntax import Document

SEVERITY = "error"


def message(resource: str, target: str, section: str | None = None, suggestion: str | None = None, **_: object) -> str:
    if section:
        return f"The resource `{resource}` cannot depend on `{target}`: that is a {section}, not a resource."
    hint = f" Did you mean `{suggestion}`?" if suggestion else ""
    return f"The resource `{resource}` depends on `{target[:60]}`, and there is no such resource.{hint}"


def fixes(document: Document, place: Place, suggestion: str | None = None, **_: object) -> list[Fix]:
    return nearest_fixes(document, place, suggestion)
