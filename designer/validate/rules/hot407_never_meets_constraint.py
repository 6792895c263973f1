"""Whatever value this gets, it will not meet the property's constraint.

The value is known only at deployment, yet enough of it can be seen: a parameter whose own constraints leave no
value that the property takes, a joined text whose fixed parts break a pattern or a length, the ID of a
resource where an IP address belongs.

Bad:

```yaml
parameters:
  size:
    type: number
    constraints: [{range: {max: 0}}]
resources:
  volume:
    type: OS::Cinder::Volume
    properties:
      size: {get_param: size}
```

Good: let the parameter's constraint ask for what the property takes.

```yaml
    constraints: [{range: {min: 1}}]
```

Source: heat.engine.constraints
"""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from designer.values import Placeholder

SEVERITY = "error"


def message(path: tuple[str | int, ...], problem: str, value: Placeholder, **_: object) -> str:
    from designer.validate.values.words import path_text, placeholder_text

    where = path_text(path)
    if problem.startswith(("is ", "has ", "leaves ")):
        return f"`{where}`: {placeholder_text(value)}, {problem}."
    return f"`{where}` {problem}; {placeholder_text(value)}, never will."
