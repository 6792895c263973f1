"""The template makes nothing.

Heat accepts a template without resources, and the stack it makes is empty. That is meant where a template
only computes outputs for another; elsewhere the section may have been lost, or misspelled.

Empty:

```yaml
heat_template_version: 2021-04-16
description: to be written
```

Source: heat.engine.hot.template
"""

from __future__ import annotations

SEVERITY = "info"


def message(**_: object) -> str:
    return "The template has no resources: a stack made of it is empty."
