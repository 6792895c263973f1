"""There is no such deletion policy.

A resource's `deletion_policy` is `Delete`, `Retain` or `Snapshot`; since 2016-10-14 the same words may be
written small.

Bad:

```yaml
deletion_policy: Keep
```

Good:

```yaml
deletion_policy: Retain
```

Source: heat.engine.template_common (_rsrc_defn_args), heat.engine.hot.template (deletion_policies)
"""

from __future__ import annotations

from designer.validate.fixes import replace_word

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from designer.diagnostics import Fix
    from designer.diagnostics.finding import Place
    from designer.syntax import Document

SEVERITY = "error"
_ALIKE = {"keep": "Retain", "none": "Retain", "preserve": "Retain", "remove": "Delete", "destroy": "Delete",
          "backup": "Snapshot", "delete": "Delete", "retain": "Retain", "snapshot": "Snapshot"}


def message(policy: str, since: str | None = None, version: str | None = None, **_: object) -> str:
    if since:
        return f"Before {since} a deletion policy is written `{policy.capitalize()}`; this template says {version}."
    return f"There is no deletion policy `{policy[:60]}`: it is `Delete`, `Retain` or `Snapshot`."


def fixes(document: Document, place: Place, policy: str, **_: object) -> Iterator[Fix]:
    meant = _ALIKE.get(policy.lower())
    fix = replace_word(document, place, meant) if meant else None
    if fix is not None:
        yield fix
