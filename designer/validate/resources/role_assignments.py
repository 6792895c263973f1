"""Roles are given in a project or in a domain. Source: heat.engine.resources.openstack.keystone.role_assignments."""

from __future__ import annotations

from designer.validate.resources.certain import is_given, is_missing, maps_in

TYPE_CHECKING = False
if TYPE_CHECKING:
    from designer.validate.resources.subject import Subject


def check(subject: Subject) -> None:
    for index, role in maps_in(subject.properties["roles"]):
        project, domain = role["project"], role["domain"]
        if is_given(project) and is_given(domain):
            subject.exclusive("project", "domain", inside=("roles", index))
        elif is_missing(project) and is_missing(domain):
            subject.one_needed("project", "domain", inside=("roles", index))
