"""There is no such piece of the divided text.

`str_split` with an index gives one of the pieces, counted from 0, or from the end if it is negative. Heat fails where
there is none.

Bad:

```yaml
value: {str_split: [',', 'a,b', 2]}
```

Good:

```yaml
value: {str_split: [',', 'a,b', 1]}
```

Source: heat.engine.hot.functions.StrSplit
"""

from __future__ import annotations

SEVERITY = "error"


def message(index: int, pieces: int, **_: object) -> str:
    return f"There is no piece {index}: the text has {pieces}, counted from 0."
