"""An output's definition is not a map.

An output is a map with a `value`, and if you like a `description`.

Bad:

```yaml
outputs:
  address: {get_attr: [server, first_address]}
```

Good:

```yaml
outputs:
  address:
    value: {get_attr: [server, first_address]}
```

Source: heat.engine.template_common (CommonTemplate.outputs)
"""

from __future__ import annotations

SEVERITY = "error"


def message(output: str, found: str, **_: object) -> str:
    return f"The output `{output}` must be a map with a `value`, and this is {found}."
