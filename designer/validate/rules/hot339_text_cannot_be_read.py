"""A text is not in the form that the function reads.

`Fn::Select` reads a text as JSON, and `Fn::MemberListToMap` reads items of the form `name=value`. Heat fails where it
is not so.

Bad:

```yaml
value: {'Fn::Select': [0, 'a, b']}
```

Good:

```yaml
value: {'Fn::Select': [0, '["a", "b"]']}
```

Source: heat.engine.cfn.functions
"""

from __future__ import annotations

SEVERITY = "error"


def message(function: str, expects: str, **_: object) -> str:
    return f"`{function}` cannot read this text: it must be {expects}."
