"""A list or map is to be put into a text.

Before 2015-10-15 only texts, numbers and booleans can be put in. Since then lists and maps become JSON.

Bad:

```yaml
heat_template_version: 2014-10-16
# ...
value: {str_replace: {template: a, params: {a: [b]}}}
```

Good:

```yaml
heat_template_version: 2015-10-15
# ...
value: {str_replace: {template: a, params: {a: [b]}}}
```

Source: heat.engine.hot.functions.Replace
"""

from __future__ import annotations

SEVERITY = "error"


def message(function: str, key: str, **_: object) -> str:
    return f"The value for `{key[:80]}` is a list or a map, which {function} cannot put into a text in this version."
