"""OS::Trove::Instance: users and their databases, and its networks."""

from __future__ import annotations

from designer.validate.resources.certain import is_false, is_true, maps_in
from designer.validate.resources.database_networks import check_datastore, check_networks

TYPE_CHECKING = False
if TYPE_CHECKING:
    from designer.validate.resources.subject import Subject


def check(subject: Subject) -> None:
    check_datastore(subject)
    properties = subject.properties
    databases, users = properties["databases"], properties["users"]
    if is_true(users):
        if is_false(databases):
            subject.needs("users", "databases")
        else:
            _check_users(subject)
    check_networks(subject, properties["networks"], ("networks",))


def _check_users(subject: Subject) -> None:
    databases = subject.properties["databases"]
    if not isinstance(databases, list):
        return
    names = [each["name"] for _, each in maps_in(databases)]
    if len(names) != len(databases) or not all(isinstance(name, str) for name in names):
        return
    for index, user in maps_in(subject.properties["users"]):
        for position, name in enumerate(user["databases"] if isinstance(user["databases"], list) else ()):
            if isinstance(name, str) and name not in names:
                subject.fault("HOT513", "users", index, "databases", position, name=name,
                              what="one of `databases`", known=tuple(names))
