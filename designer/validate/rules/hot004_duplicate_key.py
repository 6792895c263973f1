"""A key is given twice in the same map.

YAML's rules forbid it, and Heat's loader says nothing: it takes the last one and forgets the others, with
everything below them. A resource that was copied and not renamed disappears that way.

Bad:

```yaml
resources:
  port:
    type: OS::Neutron::Port
    properties: {network: front}
  port:
    type: OS::Neutron::Port
    properties: {network: back}
```

Good:

```yaml
resources:
  front_port:
    type: OS::Neutron::Port
    properties: {network: front}
  back_port:
    type: OS::Neutron::Port
    properties: {network: back}
```

Source: heat.common.template_format (yaml_loader)
"""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from designer.syntax import Scalar

SEVERITY = "warning"


def message(key: str, **_: object) -> str:
    return f"`{key}` is given again further down in the same map: Heat forgets this one and all below it."


def related(last: Scalar, **_: object) -> Iterator[tuple[str, Scalar]]:
    yield "this one counts", last
