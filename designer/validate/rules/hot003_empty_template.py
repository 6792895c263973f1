"""The template is empty.

A template is a map with `heat_template_version` and at least what that version is to make. A file that holds
nothing, or comments only, is refused by Heat's client.

Bad: a file with nothing in it. Good:

```yaml
heat_template_version: 2021-04-16
resources:
  key:
    type: OS::Heat::RandomString
```

Source: heatclient.common.template_format
"""

from __future__ import annotations

SEVERITY = "error"


def message(**_: object) -> str:
    return "The template is empty: there is no `heat_template_version` and nothing else."
