"""An environment file has a section that Heat does not know.

Heat refuses the whole environment then.

Bad:

```yaml
parameter:
  flavor: m1.small
```

Good:

```yaml
parameters:
  flavor: m1.small
```

Source: heat.common.environment_format
"""

from __future__ import annotations

SEVERITY = "error"


def message(section: str, sections: tuple[str, ...], **_: object) -> str:
    from designer.catalog import nearest

    close = nearest(section, sections)
    hint = f" Did you mean `{close}`?" if close else f" Sections are {', '.join(sections)}."
    return f"`{section}` is not a section of an environment.{hint}"
