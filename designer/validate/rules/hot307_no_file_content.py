"""There is no content for the file that `get_file` names.

Heat takes files only from those that are sent along with the template. The stack cannot be created without this one.

Bad:

```yaml
user_data: {get_file: instal.sh}
```

Good:

```yaml
user_data: {get_file: install.sh}
```

Source: heat.engine.hot.functions.GetFile
"""

from __future__ import annotations

SEVERITY = "error"


def message(name: str, **_: object) -> str:
    return f"There is no content for the file `{name[:200]}`."
