"""This would be a function in a later version of HOT; in this one it is plain data.

Heat does not know the name in the version that the template states, and takes what is written for a map with one key.
Nothing is computed, and nothing is said. State the version that has the function.

Bad:

```yaml
heat_template_version: 2013-05-23
# ...
value: {str_split: [',', 'a,b']}
```

Good:

```yaml
heat_template_version: 2015-10-15
# ...
value: {str_split: [',', 'a,b']}
```

Source: heat.engine.hot.template (functions); heat.engine.template.parse
"""

from __future__ import annotations

SEVERITY = "warning"


def message(function: str, since: str, version: str, **_: object) -> str:
    return f"`{function}` is a function only since {since}; in version {version} this is a map with one key."
