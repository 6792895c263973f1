"""OS::Zun::Container: when it restarts, what it mounts, its networks."""

from __future__ import annotations

from designer.validate.resources.certain import is_given, is_missing, is_true, maps_in

TYPE_CHECKING = False
if TYPE_CHECKING:
    from designer.validate.resources.subject import Subject


_POLICIES = ("no", "on-failure", "always", "unless-stopped")


def check(subject: Subject) -> None:
    policy = subject.properties["restart_policy"]
    if isinstance(policy, str) and policy and not _is_policy(policy):
        subject.fault("HOT512", "restart_policy", value=policy,
                      wanted="`no`, `on-failure` (with `:` and a number of tries if wanted), `always` or "
                      "`unless-stopped`")
    for index, mount in maps_in(subject.properties["mounts"]):
        volume, size = mount["volume_id"], mount["volume_size"]
        if is_missing(volume) and is_missing(size):
            subject.one_needed("volume_id", "volume_size", inside=("mounts", index))
        elif is_true(volume) and is_true(size):
            subject.exclusive("volume_id", "volume_size", inside=("mounts", index))
    for index, network in maps_in(subject.properties["networks"]):
        port = network["port"]
        if is_missing(network["network"]) and is_missing(port):
            subject.one_needed("network", "port", inside=("networks", index))
        if is_true(network["fixed_ip"]) and is_given(port):
            subject.exclusive("port", "fixed_ip", inside=("networks", index))


def _is_policy(text: str) -> bool:
    if ":" in text:
        return text.count(":") == 1 and text.startswith("on-failure:")
    return text in _POLICIES
