"""Resources wait for one another in a circle.

Heat creates a resource when all that it depends on is there. A circle of dependencies, also one that comes
about by what a plug-in adds by itself, can never be begun, and is refused. One of the references has to go:
often a third resource can hold the relation, such as an association, an attachment or a rule that stands by
itself.

Bad:

```yaml
resources:
  web:
    type: OS::Neutron::SecurityGroup
    properties:
      rules: [{remote_group: {get_resource: app}, remote_mode: remote_group_id}]
  app:
    type: OS::Neutron::SecurityGroup
    properties:
      rules: [{remote_group: {get_resource: web}, remote_mode: remote_group_id}]
```

Good:

```yaml
resources:
  web:
    type: OS::Neutron::SecurityGroup
  app:
    type: OS::Neutron::SecurityGroup
  web_from_app:
    type: OS::Neutron::SecurityGroupRule
    properties: {security_group: {get_resource: web}, remote_group: {get_resource: app}}
```

Source: heat.engine.dependencies (Graph.toposort)
"""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from designer.diagnostics.finding import Place

SEVERITY = "error"


def message(names: list[str], hidden: bool = False, when: str = "", **_: object) -> str:
    at = f" when {when}" if when else ""
    if len(names) == 2:
        return f"The resource `{names[0]}` depends on itself{at}."
    shown = names if len(names) <= 10 else [*names[:8], "…", names[-1]]
    why = " Some of it is added by the resources' plug-ins." if hidden else ""
    return f"These resources wait for one another{at}: {' → '.join(shown)}.{why}"


def related(names: list[str], places: list[Place], **_: object) -> Iterator[tuple[str, Place]]:
    for source, target, place in zip(names[1:], names[2:], places[1:], strict=False):
        yield f"`{source}` needs `{target}`", place
