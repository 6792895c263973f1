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


def message(name: str, type: str, **_: object) -> str:
    return f"Heat does not implement the property `{name}` of {type}, and refuses it."


def fixes(document: Document, place: Place, name: str, **_: object) -> list[Fix]:
    from designer.syntax import Node

    fix = remove_entry(document, place, f"Remove `{name}`") if isinstance(place, Node) else None
    return [fix] if fix is not None else []
