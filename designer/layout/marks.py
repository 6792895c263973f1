"""The quiet marks of a card: its sign, how many it stands for, whose condition it hangs on."""

from __future__ import annotations

from designer.values import Placeholder

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from designer.template import Resource

# Words in the last part of a type's name that have a sign of their own; the first that fits counts.
SIGNS = (
    ("SecurityGroup", "shield"), ("Firewall", "shield"), ("RBAC", "shield"), ("KeyPair", "key"), ("Secret", "key"),
    ("Certificate", "key"), ("Key", "key"), ("FloatingIP", "address"), ("EIP", "address"), ("RouterInterface", "plug"),
    ("Router", "router"), ("Gateway", "router"), ("ExtraRoute", "router"), ("RouteTable", "router"),
    ("Subnet", "subnet"), ("Port", "port"), ("NetworkInterface", "port"), ("Net", "network"), ("VPC", "network"),
    ("PoolMember", "port"), ("Pool", "balancer"), ("Listener", "balancer"), ("HealthMonitor", "pulse"),
    ("VolumeAttachment", "plug"), ("Volume", "disk"), ("Snapshot", "disk"), ("Share", "disk"), ("Container", "bucket"),
    ("Bucket", "bucket"), ("Image", "disk"), ("ServerGroup", "servers"), ("Server", "server"), ("Instance", "server"),
    ("ScalingPolicy", "scale"), ("AutoScaling", "servers"), ("ResourceGroup", "stack"), ("ResourceChain", "stack"),
    ("Stack", "stack"), ("Deployment", "script"), ("Config", "script"), ("MultipartMime", "script"),
    ("WaitCondition", "clock"), ("Signal", "clock"), ("Cron", "clock"), ("Workflow", "script"), ("Random", "dice"),
    ("Value", "dice"), ("Alarm", "pulse"), ("User", "person"), ("Role", "person"), ("Project", "person"),
    ("Group", "person"), ("Flavor", "gauge"), ("Quota", "gauge"), ("Zone", "network"), ("RecordSet", "network"),
)
GROUP_SIGNS = {"compute": "server", "network": "network", "load-balancing": "balancer", "storage": "disk",
               "orchestration": "stack", "identity": "person", "monitoring": "pulse", "other": "box"}

# Where a type says how many it makes: the property, or the smallest and the largest number.
COUNTS = {
    "OS::Heat::ResourceGroup": ("count", "", ""),
    "OS::Heat::AutoScalingGroup": ("desired_capacity", "min_size", "max_size"),
    "AWS::AutoScaling::AutoScalingGroup": ("DesiredCapacity", "MinSize", "MaxSize"),
    "OS::Heat::InstanceGroup": ("Size", "", ""),
    "OS::Senlin::Cluster": ("desired_capacity", "min_size", "max_size"),
    "OS::Magnum::Cluster": ("node_count", "", ""),
}

_signs: dict[tuple[str, str], str] = {}


def sign_of(type_name: str, group: str) -> str:
    """The name of the sign on a resource's card."""
    try:
        return _signs[type_name, group]
    except KeyError:
        pass
    found = GROUP_SIGNS.get(group, "box")
    if type_name.startswith(("OS::", "AWS::")):
        last = type_name.rsplit("::", 1)[-1]
        found = next((sign for word, sign in SIGNS if word in last), found)
    elif "::" not in type_name or type_name.endswith((".yaml", ".template")):
        found = "stack"
    if len(_signs) < 4096:
        _signs[type_name, group] = found
    return found


def count_of(type_name: str, properties: Any) -> str:
    """How many a resource stands for, as far as that is known: "5", "1–3", or nothing."""
    names = COUNTS.get(type_name)
    if names is None or not isinstance(properties, dict):
        return ""
    exactly, least, most = names
    found = _number(properties.get(exactly))
    if not found and least:
        low, high = _number(properties.get(least)), _number(properties.get(most))
        found = f"{low}–{high}" if low and high and low != high else low or high
    return found


def condition_of(resource: Resource) -> str:
    """The name of the condition that a resource hangs on, `…` where it is an expression; nothing without one."""
    node = resource.condition
    if node is None:
        return ""
    value = getattr(node, "value", None)
    return value if isinstance(value, str) else "…"


def _number(value: Any) -> str:
    if value is None or isinstance(value, (bool, Placeholder, dict, list)):
        return ""
    text = str(value)
    return text if len(text) <= 6 and text.isascii() and text.isdigit() else ""
