"""What a function yields can never be of the type that the property takes.

The value is known only at deployment, but what kind it will be can be told now: a parameter of the type
`comma_delimited_list` is a list, an attribute such as a server's `addresses` a map, and `get_resource`
always a text. None of these will do where another kind is asked for, and the stack fails.

Bad:

```yaml
name: {get_attr: [server, addresses]}
```

Good:

```yaml
name: {get_attr: [server, name]}
```

Source: heat.engine.properties (Property.get_value)
"""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from designer.values import Placeholder

SEVERITY = "error"


def message(path: tuple[str | int, ...], expected: str, value: Placeholder, certain: bool = True, **_: object) -> str:
    from designer.validate.values.words import capital, path_text, placeholder_text, type_text

    verb = "cannot" if certain else "can hardly"
    return capital(f"{placeholder_text(value)}, {verb} be what `{path_text(path)}` takes: {type_text(expected)}.")
