"""A value cannot be what it looks like, or what its tag says.

Plain text that looks like a number, a boolean or a date is read as one. `0o` and `0b` numbers with wrong
digits, or text behind `!!int` that is none, stop Heat's loader. Quotes make it a text.

Bad:

```yaml
port: !!int http
```

Good:

```yaml
port: 80
```

Source: YAML 1.1's types, as PyYAML constructs them
"""

from __future__ import annotations

SEVERITY = "error"


def message(tag: str, text: str, **_: object) -> str:
    kind = tag.rpartition(":")[2]
    return f"`{text[:60]}` is read as {_KINDS.get(kind, kind)} and cannot be one. Put it in quotes if a text is meant."


_KINDS = {"int": "a whole number", "float": "a number", "bool": "a boolean", "null": "null", "timestamp": "a date"}
