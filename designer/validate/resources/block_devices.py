"""Block devices of Amazon's kind must name a snapshot. Source: heat.engine.resources.aws (instance, launch_config)."""

from __future__ import annotations

from designer.validate.resources.certain import is_false, maps_in

TYPE_CHECKING = False
if TYPE_CHECKING:
    from designer.validate.resources.subject import Subject


def check(subject: Subject) -> None:
    for index, mapping in maps_in(subject.properties["BlockDeviceMappings"]):
        ebs = mapping["Ebs"]
        if is_false(ebs):
            subject.one_needed("Ebs", inside=("BlockDeviceMappings", index))
        elif isinstance(ebs, dict) and is_false(ebs["SnapshotId"]):
            subject.one_needed("SnapshotId", inside=("BlockDeviceMappings", index, "Ebs"))
