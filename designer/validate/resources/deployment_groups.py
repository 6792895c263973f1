"""Groups of deployments: each server is named by a text.

Source: heat.engine.resources.openstack.heat.software_deployment (SoftwareDeploymentGroup).
"""

from __future__ import annotations

from designer.catalog import PropertySchema
from designer.validate.values.table import Check
from designer.validate.values.walk import UNFIT, coerce
from designer.values import Placeholder

TYPE_CHECKING = False
if TYPE_CHECKING:
    from designer.validate.resources.subject import Subject


def check(subject: Subject) -> None:
    servers = subject.properties["servers"]
    if not isinstance(servers, dict):
        return
    server = Check(PropertySchema("server", {"type": "String"}))
    for name, value in servers.items():
        if value is not None and value.__class__ is not Placeholder and coerce(server, value) is UNFIT:
            subject.fault("HOT404", "servers", name, expected="String", value=value)
