"""A key of `str_replace_strict` does not occur in its template.

The strict forms of `str_replace` insist that each key occurs. A key that another, longer key covers everywhere does
not count as found. Heat fails when it computes the value.

Bad:

```yaml
value:
  str_replace_strict:
    template: to $host
    params: {$hots: a}
```

Good:

```yaml
value:
  str_replace_strict:
    template: to $host
    params: {$host: a}
```

Source: heat.engine.hot.functions.ReplaceJsonStrict
"""

from __future__ import annotations

SEVERITY = "error"


def message(function: str, key: str, **_: object) -> str:
    return f"`{key[:80]}` does not occur in the template, and {function} insists on it."
