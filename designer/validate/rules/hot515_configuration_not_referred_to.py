"""A group names its launch configuration in plain text, so that nothing says which must be made first.

Heat refuses a group that names a configuration of the same template without depending on it. Refer to it with
`get_resource`.

Bad:

```yaml
LaunchConfigurationName: config
```

Good:

```yaml
LaunchConfigurationName: {get_resource: config}
```

Source: heat.engine.resources.openstack.heat.instance_group (InstanceGroup.validate_launchconfig)
"""

from __future__ import annotations

SEVERITY = "error"


def message(name: str, **_: object) -> str:
    return f"`LaunchConfigurationName` must refer to `{name}` with `get_resource`: a name alone orders nothing."
