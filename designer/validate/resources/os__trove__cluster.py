"""OS::Trove::Cluster: the networks of its instances."""

from __future__ import annotations

from designer.validate.resources.certain import maps_in
from designer.validate.resources.database_networks import check_datastore, check_networks

TYPE_CHECKING = False
if TYPE_CHECKING:
    from designer.validate.resources.subject import Subject


def check(subject: Subject) -> None:
    check_datastore(subject)
    for index, instance in maps_in(subject.properties["instances"]):
        check_networks(subject, instance["networks"], ("instances", index, "networks"))
