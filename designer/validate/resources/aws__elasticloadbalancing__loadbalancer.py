"""AWS::ElasticLoadBalancing::LoadBalancer: how often its health check asks, and how long it waits."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from designer.validate.resources.subject import Subject


def check(subject: Subject) -> None:
    health = subject.properties["HealthCheck"]
    if not isinstance(health, dict):
        return
    try:
        interval, timeout = float(health["Interval"]), float(health["Timeout"])
    except (ValueError, TypeError):
        return
    if interval < timeout:
        subject.fault("HOT507", "HealthCheck", "Interval",
                      rule=f"`Interval` ({interval:g}) must not be less than `Timeout` ({timeout:g})")
