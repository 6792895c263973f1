"""An output has no value.

Heat wants the key `value` in every output, also in one that its condition switches off. Its value may be
null.

Bad:

```yaml
outputs:
  address:
    description: where the server is reached
```

Good:

```yaml
outputs:
  address:
    description: where the server is reached
    value: {get_attr: [server, first_address]}
```

Source: heat.engine.template_common (CommonTemplate.outputs)
"""

from __future__ import annotations

SEVERITY = "error"
TAGS = ("unfinished",)


def message(output: str, other: str | None = None, **_: object) -> str:
    hint = f" HOT writes it `value`, not `{other}`." if other else ""
    return f"The output `{output}` has no `value`.{hint}"
