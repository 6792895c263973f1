"""A value wears a YAML tag that Heat's loader does not know.

Tags such as `!Ref`, `!Sub` or `!GetAtt` belong to CloudFormation; HOT writes functions as maps with one key.
A text that merely begins with an exclamation mark needs quotes.

Bad:

```yaml
network: !Ref front
```

Good:

```yaml
network: {get_resource: front}
```

Source: heat.common.template_format (yaml_loader)
"""

from __future__ import annotations

SEVERITY = "error"

_INSTEAD = {"!Ref": "get_resource` or `get_param", "!GetAtt": "get_attr", "!Sub": "str_replace", "!Join": "list_join",
            "!If": "if", "!Equals": "equals", "!Not": "not", "!And": "and", "!Or": "or", "!Split": "str_split",
            "!Condition": "condition"}


def message(tag: str, **_: object) -> str:
    shown = "!!" + tag.rpartition(":")[2] if tag.startswith("tag:yaml.org,2002:") else tag
    instead = _INSTEAD.get(tag)
    if instead:
        return f"HOT has no tags: instead of `{shown}`, write the function `{instead}` as a map."
    return f"Heat's loader does not know the tag `{shown}`. A text that begins with `!` needs quotes."
