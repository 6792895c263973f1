"""A path into a parameter leads nowhere, so that the value is an empty text.

`get_param` with a path that does not exist in the parameter's value yields an empty text and no fault. Here the value
is known, given or by default, and the path is not in it.

Bad:

```yaml
value: {get_param: [sizes, large]}     # sizes: {small: 1}
```

Good:

```yaml
value: {get_param: [sizes, small]}     # sizes: {small: 1}
```

Source: heat.engine.hot.functions.GetParam
"""

from __future__ import annotations

SEVERITY = "warning"


def message(parameter: str, steps: tuple[object, ...], **_: object) -> str:
    path = ".".join(str(step) for step in steps)
    return f"The value of parameter `{parameter}` has no `{path[:80]}`: this yields an empty text."
