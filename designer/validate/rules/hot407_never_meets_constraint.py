"""Whatever value this gets, it will not meet the property's constraint.

The value is known only at deployment, yet enough of it can be seen: a parameter whose own constraints leave no
value that the property takes, a joined text whose fixed parts break a pattern or a length, the ID of a
resource where an IP address belongs. Where a parameter may have values that the property refuses besides others
that it takes, this is a warning.

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
_SHOWN = 4


def message(path: tuple[str | int, ...], problem: str | None, value: Placeholder, expected: str = "",
            some: list[object] | None = None, **_: object) -> str:
    from designer.constraints.words import quoted
    from designer.validate.values.words import path_text, placeholder_text, type_text

    where = path_text(path)
    problem = problem or f"must be {type_text(expected)}"
    if some is not None:
        shown = ", ".join(quoted(each) for each in some[:_SHOWN]) + (" ..." if len(some) > _SHOWN else "")
        return f"`{where}` {problem}; {placeholder_text(value)}, may also be {shown}."
    if problem.startswith(("is ", "has ", "leaves ")):
        return f"`{where}`: {placeholder_text(value)}, {problem}."
    return f"`{where}` {problem}; {placeholder_text(value)}, never will."
