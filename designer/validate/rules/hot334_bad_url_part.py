"""A part of the URL is not what it must be.

`make_url` takes texts for all its parts but the port, a number from 1 to 65535, and the query, a map. The scheme has
no colon.

Bad:

```yaml
value: {make_url: {scheme: http, host: a, port: 0}}
```

Good:

```yaml
value: {make_url: {scheme: http, host: a, port: 80}}
```

Source: heat.engine.hot.functions.MakeURL
"""

from __future__ import annotations

SEVERITY = "error"


EXPECTED = {"port": "a number from 1 to 65535", "query": "a map", "scheme": "a text without a colon"}


def message(part: str, **_: object) -> str:
    return f"The {part} of a URL must be {EXPECTED.get(part, 'a text')}."
