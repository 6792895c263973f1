"""OS::Heat::SoftwareComponent: one configuration an action."""

from __future__ import annotations

from designer.validate.resources.certain import maps_in

TYPE_CHECKING = False
if TYPE_CHECKING:
    from designer.validate.resources.subject import Subject


def check(subject: Subject) -> None:
    seen: dict[str, int] = {}
    for index, config in maps_in(subject.properties["configs"]):
        own = set()
        for position, action in enumerate(config["actions"] if isinstance(config["actions"], list) else ()):
            if not isinstance(action, str):
                continue
            if action in seen:
                subject.fault("HOT508", "configs", index, "actions", position, name=f"configs[{index}]",
                              other=f"configs[{seen[action]}]", value=action)
            own.add(action)
        for action in own:
            seen.setdefault(action, index)
