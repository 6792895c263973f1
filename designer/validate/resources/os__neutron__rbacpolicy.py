"""OS::Neutron::RBACPolicy: the actions on each type of object."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from designer.validate.resources.subject import Subject


_ACTIONS = {
    "network": ("access_as_shared", "access_as_external"),
    "qos_policy": ("access_as_shared",),
    "security_group": ("access_as_shared",),
    "address_scope": ("access_as_shared",),
    "subnetpool": ("access_as_shared",),
}


def check(subject: Subject) -> None:
    action, kind = subject.properties["action"], subject.properties["object_type"]
    actions = _ACTIONS.get(kind) if isinstance(kind, str) else None
    if actions is not None and isinstance(action, str) and action not in actions:
        subject.fault("HOT507", "action", rule=f"`action` ({action}) must be {' or '.join(actions)} when "
                      f"`object_type` is {kind}")
