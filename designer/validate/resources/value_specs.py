"""Extra values for Neutron may not replace what the type has properties for.

Source: heat.engine.resources.openstack.neutron.neutron.
"""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from designer.validate.resources.subject import Subject


def check(subject: Subject) -> None:
    specs = subject.properties["value_specs"]
    if isinstance(specs, dict):
        for key in specs:
            if key in subject.type.properties or key in ("shared", "tenant_id"):
                subject.fault("HOT509", "value_specs", key, key=key, known=key in subject.type.properties)
