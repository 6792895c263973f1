"""A field of a resource has the wrong shape.

`properties`, `metadata` and `update_policy` are maps; `deletion_policy`, `external_id` and `description` are
texts. Heat also refuses them when they are written and left empty: a keyword without a value is null, and
null is neither. A function may stand for `metadata`, `deletion_policy` and `external_id`, but not for all
properties at once.

Bad:

```yaml
resources:
  key:
    type: OS::Heat::RandomString
    properties:
```

Good:

```yaml
resources:
  key:
    type: OS::Heat::RandomString
    properties: {}
```

Source: heat.engine.template_common (_parse_resource_field), heat.engine.properties
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


def message(resource: str, keyword: str, expected: str, found: str, **_: object) -> str:
    if found == "nothing":
        return f"`{keyword}` of the resource `{resource}` is empty and must be {expected}. Leave it out or fill it in."
    return f"`{keyword}` of the resource `{resource}` must be {expected}, and this is {found}."


def fixes(document: Document, place: Place, keyword: str, found: str, **_: object) -> Iterator[Fix]:
    parent = getattr(place, "parent", None)
    if found == "nothing" and parent is not None:
        fix = remove_entry(document, parent.key(keyword), f"Remove the empty `{keyword}`")
        if fix is not None:
            yield fix
