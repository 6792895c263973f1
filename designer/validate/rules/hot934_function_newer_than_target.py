"""A function is newer than the release that the template is checked for.

Asked for with `--target RELEASE`. That release of Heat takes the function for a map with one key, or refuses it.

Bad, with `--target mitaka`:

```yaml
heat_template_version: 2016-10-14
outputs:
  first: {value: {yaql: {expression: $.data.first(), data: [1, 2]}}}
```

Source: heat.engine.hot.template, each version's function tables
"""

from __future__ import annotations

SEVERITY = "error"


def message(function: str, release: str, target: str, **_: object) -> str:
    return f"`{function}` came with {release}; {target} does not have it."
