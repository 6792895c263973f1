"""Two environments give a parameter values that cannot be made one.

A later environment's value takes the place of an earlier one's. With `parameter_merge_strategies` it is put to it
instead: `merge` joins texts, lists, and the entries of maps, `deep_merge` what stands inside maps too. Both values
must be of one kind then, the type of the parameter must have something to join, and all environments must agree on
the strategy.

Bad, after an environment that gives `hosts: "a,b"`:

```yaml
parameter_merge_strategies: {hosts: merge}
parameters:
  hosts: [c]
```

Good:

```yaml
parameter_merge_strategies: {hosts: merge}
parameters:
  hosts: "c"
```

Source: heat.common.environment_util (merge_parameters)
"""

from __future__ import annotations

SEVERITY = "error"


def message(parameter: str, reason: str, **_: object) -> str:
    return f"The value of `{parameter}` cannot be merged with the one of an earlier environment: {reason}."
