"""A value is given for a parameter that the template does not have.

Heat refuses to create the stack. Values under `parameter_defaults` may name parameters that a template does
not have; those under `parameters` may not.

Bad, for a template whose parameter is `flavor`:

```yaml
parameters:
  flavour: m1.small
```

Good:

```yaml
parameters:
  flavor: m1.small
```

Source: heat.engine.parameters, Parameters.validate
"""

from __future__ import annotations

SEVERITY = "error"


def message(parameter: str, known: tuple[str, ...], **_: object) -> str:
    from designer.catalog import nearest

    close = nearest(parameter, known)
    hint = f" Did you mean `{close}`?" if close else ""
    return f"The template has no parameter `{parameter}` to give a value to.{hint}"
