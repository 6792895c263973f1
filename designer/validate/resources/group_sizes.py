"""Sizes of scaling groups. Source: heat.engine.resources.aws.autoscaling.autoscaling_group."""

from __future__ import annotations

from designer.validate.resources.certain import exceeds

TYPE_CHECKING = False
if TYPE_CHECKING:
    from designer.validate.resources.subject import Subject


def check_sizes(subject: Subject, least: str, most: str, desired: str) -> None:
    """The desired size must lie between the least and the most, and the least not above the most."""
    low, high, wanted = (subject.properties[name] for name in (least, most, desired))
    if exceeds(low, high):
        subject.fault("HOT507", least, rule=f"`{least}` ({low}) must not be greater than `{most}` ({high})")
    elif exceeds(0, low):
        subject.fault("HOT507", least, rule=f"`{least}` must not be negative")
    elif exceeds(low, wanted):
        subject.fault("HOT507", desired, rule=f"`{desired}` ({wanted}) must not be less than `{least}` ({low})")
    elif exceeds(wanted, high):
        subject.fault("HOT507", desired, rule=f"`{desired}` ({wanted}) must not be greater than `{most}` ({high})")
