"""There is no such digest algorithm.

`digest` takes md5, sha1, sha224, sha256, sha384 and sha512, and what else the OpenSSL of Heat's host has; algorithms
that need a length cannot be used.

Bad:

```yaml
value: {digest: [sha255, secret]}
```

Good:

```yaml
value: {digest: [sha256, secret]}
```

Source: heat.engine.hot.functions.Digest
"""

from __future__ import annotations

from designer.validate.fixes import nearest_fixes

TYPE_CHECKING = False
if TYPE_CHECKING:
    from designer.diagnostics import Fix
    from designer.diagnostics.finding import Place
    from designer.syntax import Document

SEVERITY = "error"


def message(algorithm: str, **_: object) -> str:
    return f"`{algorithm[:80]}` is no digest that can be computed; there are md5, sha1, sha224, sha256, sha384, sha512."


def fixes(document: Document, place: Place, algorithm: str, **_: object) -> list[Fix]:
    from designer.catalog import nearest

    return nearest_fixes(document, place, nearest(algorithm, ("md5", "sha1", "sha224", "sha256", "sha384", "sha512")))
