"""The template is not a map.

The outermost value of a template is a map whose keys are its sections. A list or a single text there is
something else: a fragment of a template, a script, or a file picked by mistake.

Bad:

```yaml
- heat_template_version: 2021-04-16
- resources: {}
```

Good:

```yaml
heat_template_version: 2021-04-16
resources: {}
```

Source: heat.common.template_format (simple_parse)
"""

from __future__ import annotations

SEVERITY = "error"


def message(found: str, **_: object) -> str:
    return f"A template is a map of sections, and this is {found}."
