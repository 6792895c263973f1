"""Lists to be walked side by side differ in length.

`repeat` without permutations takes the first items together, then the second, and so on; so all lists must be as
long.

Bad:

```yaml
repeat:
  template: $a-$b
  for_each: {$a: [x, y], $b: [z]}
  permutations: false
```

Good:

```yaml
repeat:
  template: $a-$b
  for_each: {$a: [x, y], $b: [z, z]}
  permutations: false
```

Source: heat.engine.hot.functions.Repeat
"""

from __future__ import annotations

SEVERITY = "error"


def message(lengths: tuple[int, ...], **_: object) -> str:
    return f"Without permutations all lists must be equally long; these have {', '.join(map(str, lengths))} items."
