"""`str_replace_vstrict` is given an empty value.

The strictest form of `str_replace` refuses values that are null or empty: texts, lists and maps.

Bad:

```yaml
value:
  str_replace_vstrict:
    template: to $host
    params: {$host: ''}
```

Good:

```yaml
value:
  str_replace_vstrict:
    template: to $host
    params: {$host: a}
```

Source: heat.engine.hot.functions.ReplaceJsonVeryStrict
"""

from __future__ import annotations

SEVERITY = "error"


def message(function: str, key: str, **_: object) -> str:
    return f"The value for `{key[:80]}` is empty, which {function} refuses."
