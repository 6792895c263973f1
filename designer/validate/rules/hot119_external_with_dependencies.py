"""A resource that exists already depends on others.

`external_id` takes a thing into the stack that somebody else made. Nothing has to come before it, and Heat
refuses a `depends_on` beside it.

Bad:

```yaml
resources:
  server:
    type: OS::Nova::Server
    external_id: 1b0a7c3e-6b4b-4dc6-9f05-0d9a3d0fbd5a
    depends_on: net
```

Good:

```yaml
resources:
  server:
    type: OS::Nova::Server
    external_id: 1b0a7c3e-6b4b-4dc6-9f05-0d9a3d0fbd5a
```

Source: heat.engine.rsrc_defn (ResourceDefinition.required_resource_names)
"""

from __future__ import annotations

from designer.validate.fixes import remove_entry

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from designer.diagnostics import Fix
    from designer.diagnostics.finding import Place
    from designer.syntax import Document

SEVERITY = "error"


def message(resource: str, **_: object) -> str:
    return f"The resource `{resource}` has an `external_id`, so it exists already and cannot depend on others."


def fixes(document: Document, place: Place, **_: object) -> Iterator[Fix]:
    parent = getattr(place, "parent", None)
    fix = remove_entry(document, parent.key("depends_on"), "Remove `depends_on`") if parent is not None else None
    if fix is not None:
        yield fix
