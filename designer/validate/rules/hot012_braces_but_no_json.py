"""A template that begins with a brace is no JSON.

Heat's engine reads a template as JSON and, where that fails, as YAML. Its command-line client is stricter: what
begins with `{` has to be JSON, or it is not sent. This template is YAML in braces; whoever deploys it with the
client is refused.

Bad:

```yaml
{heat_template_version: 2018-08-31, resources: {net: {type: OS::Neutron::Net}}}
```

Good:

```yaml
heat_template_version: 2018-08-31
resources: {net: {type: OS::Neutron::Net}}
```

Source: heatclient.common.template_format.parse
"""

from __future__ import annotations

SEVERITY = "warning"


def message(problem: str, **_: object) -> str:
    return (f"The template begins with `{{` and is no JSON ({problem}): Heat reads it as YAML, but its command-line "
            "client refuses to send it.")
