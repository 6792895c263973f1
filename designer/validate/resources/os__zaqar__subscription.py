"""OS::Zaqar::Subscription: how it notifies."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from designer.validate.resources.subject import Subject


_KINDS = ("http", "https", "mailto", "trust+http", "trust+https")


def check(subject: Subject) -> None:
    subscriber = subject.properties["subscriber"]
    if isinstance(subscriber, str) and subscriber.split(":", 1)[0] not in _KINDS:
        subject.fault("HOT512", "subscriber", value=subscriber, wanted=f"an address of {', '.join(_KINDS)}")
