"""A software deployment goes to a server that is not made for software deployments.

A server listens for software deployments only where its `user_data_format` is `SOFTWARE_CONFIG`. Heat refuses the
deployment where the server of the same template has another one; without any it is `HEAT_CFNTOOLS`.

Bad:

```yaml
resources:
  server:
    type: OS::Nova::Server
    properties: {flavor: m1.small, image: cirros}
  deployment:
    type: OS::Heat::SoftwareDeployment
    properties:
      server: {get_resource: server}
      config: {get_resource: config}
```

Good:

```yaml
resources:
  server:
    type: OS::Nova::Server
    properties: {flavor: m1.small, image: cirros, user_data_format: SOFTWARE_CONFIG}
```

Source: heat.engine.resources.openstack.heat.software_deployment (SoftwareDeployment.validate)
"""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from designer.diagnostics.finding import Report
    from designer.template import Resource
    from designer.validate.view import View

SEVERITY = "error"
_TYPES = ("OS::Heat::SoftwareDeployment", "OS::Heat::StructuredDeployment")


def check(view: View, report: Report) -> None:
    """Report the deployments whose server, in the same template, has another format of user data."""
    template = view.template
    for type_, names in template.by_type.items():
        if type_ is not None and type_.endswith("Deployment"):
            for name in names:
                _check(template.resources[name], view, report)


def _check(resource: Resource, view: View, report: Report) -> None:
    kind = view.types(resource)
    values = view.evaluation.resources.get(resource.name)
    if kind is None or kind.name not in _TYPES or values is None or not isinstance(values.properties, dict):
        return
    name = _server_of(values.properties.get("server"))
    target = view.template.resources.get(name) if name else None
    if target is None or view.enabled(target.name) is False:
        return
    target_kind = view.types(target)
    schema = target_kind.properties.get("user_data_format") if target_kind is not None else None
    given = view.evaluation.resources[target.name].properties
    if schema is None or target_kind is None or target_kind.origin == "template":
        return
    if not isinstance(given, dict):
        given = {}
    found = given.get("user_data_format", schema.default)
    if isinstance(found, str) and found and found != "SOFTWARE_CONFIG":
        from designer.validate.values.place import section_place

        report("HOT514", section_place(resource, "properties", ("server",)), resource=resource.name,
               server=target.name, found=found,
               certain=values.enabled is True and view.enabled(target.name) is True)


def _server_of(value: object) -> str | None:
    if isinstance(value, str):
        return value
    origin, of = getattr(value, "origin", None), getattr(value, "of", ())
    return str(of[0]) if origin == "get_resource" and of else None


def message(server: str, found: str, **_: object) -> str:
    return (f"The server `{server}` takes no software deployments: its `user_data_format` is {found}, "
            "and must be SOFTWARE_CONFIG.")
