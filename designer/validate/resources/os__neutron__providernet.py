"""OS::Neutron::ProviderNet: what each type of network takes."""

from __future__ import annotations

from designer.validate.resources.certain import is_one, is_true

TYPE_CHECKING = False
if TYPE_CHECKING:
    from designer.validate.resources.subject import Subject


def check(subject: Subject) -> None:
    properties = subject.properties
    kind = properties["network_type"]
    if is_true(properties["segmentation_id"]) and is_one(kind, "local", "flat"):
        subject.barred("segmentation_id", "network_type", kind)
    if is_true(properties["physical_network"]) and is_one(kind, "vxlan", "gre", "geneve", "local"):
        subject.barred("physical_network", "network_type", kind)
