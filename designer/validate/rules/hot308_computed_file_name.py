"""The name of a file is computed.

Heat's client looks for the names of files in the template's text, reads these files and sends them along. It cannot
see what a function gives, so the file is missing unless something else sends it.

Bad:

```yaml
user_data: {get_file: {get_param: script}}
```

Good:

```yaml
user_data: {get_file: install.sh}
```

Source: heatclient.common.template_utils
"""

from __future__ import annotations

SEVERITY = "warning"


def message(**_: object) -> str:
    return "The client sends only files whose names are written out; this name is computed."
