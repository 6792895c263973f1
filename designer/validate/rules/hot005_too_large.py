"""The template is larger, deeper or wider than what is read.

Nothing more is looked at, so that no file can make the reader run out of time or memory: a text of millions
of characters, collections nested hundreds deep, or aliases that stand for aliases and multiply when they are
expanded. Heat has limits of its own, lower ones: `max_template_size` is 524,288 bytes unless its operator
chose otherwise.

Bad:

```yaml
a: &a [x, x, x, x, x, x, x, x, x]
b: &b [*a, *a, *a, *a, *a, *a, *a, *a, *a]
c: &c [*b, *b, *b, *b, *b, *b, *b, *b, *b]
```

Source: heat.common.template_format (validate_template_limit)
"""

from __future__ import annotations

SEVERITY = "error"


def message(what: str, limit: int, found: int | None = None, **_: object) -> str:
    if what == "size":
        return f"The template is too large to be read: {found:,} characters, where {limit:,} are read at most."
    if what == "depth":
        return f"The template is nested too deep to be read: more than {limit} lists and maps inside one another."
    return f"The template's aliases, written out, would make more than {limit:,} values. It is not read."
