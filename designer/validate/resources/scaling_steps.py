"""The least step of a scaling policy. Source: heat.engine.resources.openstack.heat.scaling_policy."""

from __future__ import annotations

from designer.validate.resources.certain import is_given, is_none_of

TYPE_CHECKING = False
if TYPE_CHECKING:
    from designer.validate.resources.subject import Subject


def check_step(subject: Subject, step: str, kind: str, percent: str) -> None:
    """A least step is for changes in percent only."""
    properties = subject.properties
    if is_given(properties[step]) and is_none_of(properties[kind], percent):
        subject.fault("HOT506", step, name=step, other=kind, value=percent, inside=())
