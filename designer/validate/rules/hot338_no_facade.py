"""`resource_facade` is used in a stack that stands for no resource.

The function gives facts of the resource that a nested template stands for. In a stack that nobody's resource stands
for, it fails. Checking a template does not ask for it; evaluating an expression for real does.

Bad:

```yaml
value: {resource_facade: metadata}     # in a template of its own
```

Good:

```yaml
value: {resource_facade: metadata}     # in a provider template
```

Source: heat.engine.hot.functions.ResourceFacade
"""

from __future__ import annotations

SEVERITY = "error"


def message(function: str, **_: object) -> str:
    return f"`{function}` has nothing to show: this stack stands for no resource."
