"""OS::Magnum::ClusterTemplate: the volume driver of each engine."""

from __future__ import annotations

from designer.validate.resources.certain import is_given

TYPE_CHECKING = False
if TYPE_CHECKING:
    from designer.validate.resources.subject import Subject


_DRIVERS = {"kubernetes": "cinder", "swarm": "rexray", "mesos": "rexray"}


def check(subject: Subject) -> None:
    engine, driver = subject.properties["coe"], subject.properties["volume_driver"]
    wanted = _DRIVERS.get(engine) if isinstance(engine, str) else None
    if wanted is not None and isinstance(driver, str) and is_given(driver) and driver != wanted:
        subject.fault("HOT507", "volume_driver", rule=f"`volume_driver` must be {wanted} when `coe` is {engine}")
