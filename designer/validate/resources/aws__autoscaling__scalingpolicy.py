"""AWS::AutoScaling::ScalingPolicy: its least step."""

from __future__ import annotations

from designer.validate.resources.scaling_steps import check_step

TYPE_CHECKING = False
if TYPE_CHECKING:
    from designer.validate.resources.subject import Subject


def check(subject: Subject) -> None:
    check_step(subject, "MinAdjustmentStep", "AdjustmentType", "PercentChangeInCapacity")
