"""OS::Neutron::NetworkGateway: the segments of its connections."""

from __future__ import annotations

from designer.validate.resources.certain import is_missing, is_one, is_true, maps_in

TYPE_CHECKING = False
if TYPE_CHECKING:
    from designer.validate.resources.subject import Subject


def check(subject: Subject) -> None:
    for index, connection in maps_in(subject.properties["connections"]):
        kind, segment = connection["segmentation_type"], connection["segmentation_id"]
        inside = ("connections", index)
        if is_one(kind, "vlan") and is_missing(segment):
            subject.needed_for("segmentation_id", "segmentation_type", "vlan", inside)
        if is_one(kind, "flat") and is_true(segment):
            subject.barred("segmentation_id", "segmentation_type", "flat", inside)
