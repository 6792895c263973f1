"""An item of a list is of a type that cannot be joined.

`list_join` joins texts; null counts as an empty text, and since 2015-10-15 lists and maps become JSON. Numbers and
booleans are refused: put them in quotes.

Bad:

```yaml
value: {list_join: [',', [a, 80]]}
```

Good:

```yaml
value: {list_join: [',', [a, '80']]}
```

Source: heat.engine.hot.functions (Join, JoinMultiple)
"""

from __future__ import annotations

SEVERITY = "error"


def message(function: str, item: object = None, several: bool = True, **_: object) -> str:
    from designer.constraints.words import quoted

    what = f"{quoted(item)} is no text" if item is not None else "This is no text"
    return f"{what}: {function} joins {'texts, lists and maps' if several else 'texts'} only."
