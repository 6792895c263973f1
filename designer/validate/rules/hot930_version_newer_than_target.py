"""The version of the template is newer than the release it is checked for.

Asked for with `--target RELEASE`. A Heat that does not know the version refuses the template.

Bad, with `--target newton`:

```yaml
heat_template_version: 2018-08-31
```

Good:

```yaml
heat_template_version: 2016-10-14
```

Source: heat.engine.hot.template
"""

from __future__ import annotations

SEVERITY = "error"


def message(version: str, release: str, target: str, newest: str | None, **_: object) -> str:
    hint = f" The newest that it knows is {newest}." if newest else ""
    return f"Version {version} came with {release}; {target} does not know it.{hint}"
