"""A key of `str_replace` does not occur in its template.

Nothing is replaced, and Heat says nothing. Mostly a key is misspelt, or the template has lost the place it was meant
for.

Bad:

```yaml
value:
  str_replace:
    template: to $host
    params: {$hots: a}
```

Good:

```yaml
value:
  str_replace:
    template: to $host
    params: {$host: a}
```

Source: heat.engine.hot.functions.Replace
"""

from __future__ import annotations

SEVERITY = "warning"


def message(key: str, **_: object) -> str:
    return f"`{key[:80]}` does not occur in the template, so nothing is put in its place."
