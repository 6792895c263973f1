"""The value of a parameter breaks its constraints.

The value is the one given, or the default where none is given. Heat refuses to create the stack. A custom constraint
that needs a cloud is not held against the value here; one that does not, such as `net_cidr` or `ip_addr`, is.

Bad:

```yaml
# given: size=0
size:
  type: number
  constraints:
    - range: {min: 1}
```

Good:

```yaml
# given: size=1
size:
  type: number
  constraints:
    - range: {min: 1}
```

Source: heat.engine.parameters.Parameter.validate
"""

from __future__ import annotations

SEVERITY = "error"


def message(parameter: str, value: object, problem: str, **_: object) -> str:
    from designer.constraints.words import quoted

    return f"The value {quoted(value)} of parameter `{parameter}` {problem}."
