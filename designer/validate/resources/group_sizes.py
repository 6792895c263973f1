"""Sizes of scaling groups. Source: heat.engine.resources.aws.autoscaling.autoscaling_group."""

from __future__ import annotations

from designer.validate.resources.certain import exceeds, told

TYPE_CHECKING = False
if TYPE_CHECKING:
    from designer.validate.resources.subject import Subject


def check_sizes(subject: Subject, least: str, most: str, desired: str) -> None:
    """The desired size must lie between the least and the most, and the least not above the most."""
    low, high, wanted = (subject.properties[name] for name in (least, most, desired))
    if exceeds(0, low):
        subject.fault("HOT507", least, rule=f"`{least}` must not be negative")
        return
    pairs = ((least, low, high, most), (least, low, wanted, desired), (desired, wanted, high, most))
    for first, one, other, by in pairs:
        if exceeds(one, other):
            place = least if first == least and by == most else desired
            subject.fault("HOT507", place, rule=f"`{first}` ({told(one)}) must not be greater than `{by}` "
                          f"({told(other)})")
            return
