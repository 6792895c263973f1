"""Quotas: at least one must be set. Source: the quota plug-ins of heat.engine.resources.openstack."""

from __future__ import annotations

from designer.validate.resources.certain import is_missing

TYPE_CHECKING = False
if TYPE_CHECKING:
    from designer.validate.resources.subject import Subject


def check(subject: Subject) -> None:
    names = [name for name in subject.type.properties if name != "project"]
    if all(is_missing(subject.properties[name]) for name in names):
        subject.one_needed(*sorted(names))
