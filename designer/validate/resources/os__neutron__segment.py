"""OS::Neutron::Segment: what each type of network takes."""

from __future__ import annotations

from designer.validate.resources.certain import exceeds, is_given, is_missing, is_one, told

TYPE_CHECKING = False
if TYPE_CHECKING:
    from designer.validate.resources.subject import Subject


_TUNNELS = ("vxlan", "gre", "geneve")
_MOST_VLANS = 4094


def check(subject: Subject) -> None:
    properties = subject.properties
    network, kind, segment = (properties[name] for name in ("physical_network", "network_type", "segmentation_id"))
    if is_one(kind, "flat", "vlan") and is_missing(network):
        subject.needed_for("physical_network", "network_type", kind)
    if is_one(kind, "vlan") and is_missing(segment):
        subject.needed_for("segmentation_id", "network_type", kind)
    if is_one(kind, "local", "flat") and is_given(segment):
        subject.barred("segmentation_id", "network_type", kind)
    if is_one(kind, *_TUNNELS) and is_given(network):
        subject.barred("physical_network", "network_type", kind)
    if is_one(kind, "vlan") and exceeds(segment, _MOST_VLANS):
        subject.fault("HOT507", "segmentation_id",
                      rule=f"`segmentation_id` ({told(segment)}) must not be greater than {_MOST_VLANS} for a VLAN")
