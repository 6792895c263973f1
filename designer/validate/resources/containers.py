"""The references of a container of secrets must differ. Source: heat.engine.resources.openstack.barbican.container."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from designer.validate.resources.subject import Subject


def check(subject: Subject) -> None:
    """For the types that take each secret as a property of its own."""
    seen: dict[str, str] = {}
    for name, value in subject.properties.pairs():
        if name != "name" and isinstance(value, str):
            if value in seen:
                subject.fault("HOT508", name, name=name, other=seen[value], value=value)
            seen.setdefault(value, name)
