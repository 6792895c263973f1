"""The resource registry asks for a hook, or restricts an action, that does not exist.

Hooks are pre-create, pre-update, pre-delete, post-create, post-update and post-delete; the actions that can be
restricted are update and replace. Heat refuses the environment otherwise.

Bad:

```yaml
resource_registry:
  resources:
    server:
      hooks: before-create
```

Good:

```yaml
resource_registry:
  resources:
    server:
      hooks: pre-create
```

Source: heat.engine.environment (is_hook_definition, is_valid_restricted_action)
"""

from __future__ import annotations

SEVERITY = "error"


def message(kind: str, allowed: tuple[str, ...], **_: object) -> str:
    return f"`{kind}` must be one of {', '.join(allowed)}, or a list of them."
