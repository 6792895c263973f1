"""A parameter and a resource share a name.

Functions of older templates refer to both by the same word, so Heat refuses a name that is both. The
parameters that every stack has, `OS::stack_name`, `OS::stack_id` and `OS::project_id`, are taken too.

Bad:

```yaml
parameters:
  server: {type: string}
resources:
  server:
    type: OS::Nova::Server
```

Good:

```yaml
parameters:
  server_name: {type: string}
resources:
  server:
    type: OS::Nova::Server
```

Source: heat.engine.stack (Stack.validate)
"""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from designer.syntax import Scalar

SEVERITY = "error"


def message(name: str, parameter: Scalar | None = None, **_: object) -> str:
    other = "a parameter" if parameter is not None else "a parameter that every stack has"
    return f"The resource `{name}` is named as {other}."


def related(parameter: Scalar | None = None, **_: object) -> Iterator[tuple[str, Scalar]]:
    if parameter is not None:
        yield "the parameter", parameter
