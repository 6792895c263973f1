"""The template names two kinds of version.

`heat_template_version` makes a template HOT; `AWSTemplateFormatVersion` and `HeatTemplateFormatVersion` make
it CloudFormation. Heat refuses a template that claims to be both.

Bad:

```yaml
heat_template_version: 2018-08-31
AWSTemplateFormatVersion: 2010-09-09
```

Good:

```yaml
heat_template_version: 2018-08-31
```

Source: heat.engine.template (get_version)
"""

from __future__ import annotations

from designer.validate.fixes import remove_entry

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from designer.diagnostics import Fix
    from designer.diagnostics.finding import Place
    from designer.syntax import Document, Node

SEVERITY = "error"


def message(key: str, **_: object) -> str:
    return f"`{key}` belongs to CloudFormation-style templates and cannot stand beside `heat_template_version`."


def fixes(document: Document, place: Place, node: Node, **_: object) -> Iterator[Fix]:
    fix = remove_entry(document, node, "Remove it")
    if fix is not None:
        yield fix
