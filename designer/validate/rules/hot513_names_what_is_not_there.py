"""A property names something that is not where it must be.

Some properties name a resource of the same template, or an entry of another property, in plain text. The plug-in
looks it up when a stack is created, and Heat refuses the resource where there is none.

Bad:

```yaml
type: OS::Heat::AccessPolicy
properties:
  AllowedResources: [servr]
```

Good:

```yaml
type: OS::Heat::AccessPolicy
properties:
  AllowedResources: [server]
```

Source: the `validate` of heat.engine.resources.openstack.heat.access_policy, heat.instance_group and trove.instance
"""

from __future__ import annotations

from designer.validate.fixes import nearest_fixes

TYPE_CHECKING = False
if TYPE_CHECKING:
    from designer.diagnostics import Fix
    from designer.diagnostics.finding import Place
    from designer.syntax import Document

SEVERITY = "error"


def message(path: tuple[str | int, ...], name: str, what: str, known: tuple[str, ...], **_: object) -> str:
    from designer.catalog import nearest
    from designer.validate.values.words import path_text

    close = nearest(name, known)
    text = f"`{path_text(path)}` must name {what}, and there is no `{name[:80]}`."
    return f"{text} Did you mean `{close}`?" if close else text


def fixes(document: Document, place: Place, name: str, known: tuple[str, ...], **_: object) -> list[Fix]:
    from designer.catalog import nearest

    return nearest_fixes(document, place, nearest(name, known))
