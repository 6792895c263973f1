"""The property is there for show: Heat does not implement it, and refuses whoever gives it.

Some types that follow Amazon's keep properties that OpenStack has nothing for.

Bad:

```yaml
type: AWS::EC2::Instance
properties:
  ImageId: cirros
  InstanceType: m1.small
  KernelId: vmlinuz
```

Good: leave it out.

```yaml
type: AWS::EC2::Instance
properties:
  ImageId: cirros
  InstanceType: m1.small
```

Source: heat.engine.properties (Properties.validate)
"""

from __future__ import annotations

from designer.validate.fixes import remove_entry

TYPE_CHECKING = False
if TYPE_CHECKING:
    from designer.diagnostics import Fix
    from designer.diagnostics.finding import Place
    from designer.syntax import Document

SEVERITY = "error"


def message(path: tuple[str | int, ...], type: str, **_: object) -> str:
    from designer.validate.values.words import path_text

    return f"Heat does not implement `{path_text(path)}` of {type}, and refuses it."


def fixes(document: Document, place: Place, path: tuple[str | int, ...], **_: object) -> list[Fix]:
    from designer.syntax import Node

    fix = remove_entry(document, place, f"Remove `{path[-1]}`") if isinstance(place, Node) else None
    return [fix] if fix is not None else []
