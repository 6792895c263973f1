"""OS::Heat::Delay: how long it may wait."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from designer.validate.resources.subject import Subject


USUAL_TIMEOUT = 3600


def check(subject: Subject) -> None:
    properties = subject.properties
    wait, jitter, unit = (properties[name] for name in ("min_wait", "max_jitter", "jitter_multiplier"))
    if not all(isinstance(each, (int, float)) for each in (wait, jitter, unit)):
        return
    longest = wait + jitter * unit
    if longest > USUAL_TIMEOUT:
        # whoever creates the stack may give it more time
        subject.fault("HOT507", "min_wait" if wait > USUAL_TIMEOUT else "max_jitter", certain=False,
                      rule=f"it may wait {longest:g} seconds, and the usual timeout of a stack is {USUAL_TIMEOUT}")
