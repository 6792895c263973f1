"""A text to be digested has letters outside of Latin-1.

`digest` encodes its text as Latin-1, and fails where that cannot be done.

Bad:

```yaml
value: {digest: [md5, 'Ω']}
```

Good:

```yaml
value: {digest: [md5, 'Ohm']}
```

Source: heat.engine.hot.functions.Digest
"""

from __future__ import annotations

SEVERITY = "error"


def message(character: str, **_: object) -> str:
    return f"`digest` cannot take the letter `{character}`: it encodes its text as Latin-1."
