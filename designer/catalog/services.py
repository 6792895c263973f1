"""What a type's name alone tells: its service, a short label, its group, its tier and its page in Heat's guide.

Works for any name, so that a provider template's own type is drawn like any other.
"""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from designer.catalog.resource_type import ResourceType

GUIDE = "https://docs.openstack.org/heat/latest/template_guide/"

# The eight groups, each with a hue and an icon of its own, in the order of the palette.
GROUPS = (
    "compute",
    "network",
    "load-balancing",
    "storage",
    "orchestration",
    "identity",
    "monitoring",
    "other",
)

# Soft containers of the picture, from the outside world inwards.
TIERS = ("edge", "network", "security", "load-balancing", "compute", "storage", "software", "control", "other")

SERVICE_GROUPS = {
    "Nova": "compute",
    "Zun": "compute",
    "Magnum": "compute",
    "Ironic": "compute",
    "Blazar": "compute",
    "EC2": "compute",
    "Neutron": "network",
    "Designate": "network",
    "Octavia": "load-balancing",
    "ELB": "load-balancing",
    "Cinder": "storage",
    "Manila": "storage",
    "Swift": "storage",
    "Glance": "storage",
    "S3": "storage",
    "Heat": "orchestration",
    "AWS": "orchestration",
    "CloudFormation": "orchestration",
    "Mistral": "orchestration",
    "Senlin": "orchestration",
    "Keystone": "identity",
    "Barbican": "identity",
    "IAM": "identity",
    "Aodh": "monitoring",
    "Monasca": "monitoring",
    "Vitrage": "monitoring",
}

# Where the service of a type is not the whole truth.
TYPE_GROUPS = {
    "OS::Neutron::LoadBalancer": "load-balancing",
    "OS::Neutron::Pool": "load-balancing",
    "OS::Neutron::PoolMember": "load-balancing",
    "OS::Neutron::HealthMonitor": "load-balancing",
    "OS::Heat::DeployedServer": "compute",
    "AWS::EC2::EIP": "network",
    "AWS::EC2::EIPAssociation": "network",
    "AWS::EC2::InternetGateway": "network",
    "AWS::EC2::NetworkInterface": "network",
    "AWS::EC2::RouteTable": "network",
    "AWS::EC2::SecurityGroup": "network",
    "AWS::EC2::Subnet": "network",
    "AWS::EC2::SubnetRouteTableAssociation": "network",
    "AWS::EC2::VPC": "network",
    "AWS::EC2::VPCGatewayAttachment": "network",
    "AWS::EC2::Volume": "storage",
    "AWS::EC2::VolumeAttachment": "storage",
}

GROUP_TIERS = {
    "compute": "compute",
    "network": "network",
    "load-balancing": "load-balancing",
    "storage": "storage",
    "orchestration": "control",
    "identity": "security",
    "monitoring": "control",
}

# Words in the last part of a type's name that place it in another tier than its group's.
TIER_WORDS = (
    ("SecurityGroup", "security"),
    ("Firewall", "security"),
    ("KeyPair", "security"),
    ("RBACPolicy", "security"),
    ("Router", "edge"),
    ("FloatingIP", "edge"),
    ("EIP", "edge"),
    ("Gateway", "edge"),
    ("ExtraRoute", "edge"),
    ("VPN", "edge"),
    ("IPsec", "edge"),
    ("IKE", "edge"),
    ("Software", "software"),
    ("Structured", "software"),
    ("CloudConfig", "software"),
    ("MultipartMime", "software"),
    ("AutoScalingGroup", "compute"),
    ("ResourceGroup", "compute"),
    ("InstanceGroup", "compute"),
    ("LaunchConfiguration", "compute"),
    ("Quota", "control"),
)

AMAZON_SERVICES = {"ElasticLoadBalancing": "ELB", "AutoScaling": "AWS"}
WHOLE_WORDS = ("QoS", "IPsec", "LBaaS", "TaaS")


def service_of(type_name: str) -> str:
    """The service behind a type: "Nova" for OS::Nova::Server; "Template" for a provider template's file."""
    if _is_file(type_name):
        return "Template"
    parts = type_name.split("::")
    if len(parts) < 2:
        return "Template"
    if parts[0] == "AWS":
        return AMAZON_SERVICES.get(parts[1], parts[1])
    return parts[1] if len(parts) > 2 or parts[0] == "OS" else parts[0]


def label_of(type_name: str) -> str:
    """A short name for people: "Nova Server", "Neutron Floating IP Association", "EC2 Subnet"."""
    if _is_file(type_name):
        return type_name.rsplit("/", 1)[-1]
    parts = type_name.split("::")
    if len(parts) < 2:
        return type_name
    if len(parts) > 3:
        return " ".join([*parts[2:-1], *_words(parts[-1])])
    return " ".join([service_of(type_name), *_words(parts[-1])])


def group_of(type_name: str) -> str:
    """The group, one of GROUPS, that gives a type its colour and icon."""
    found = TYPE_GROUPS.get(type_name)
    if found is not None:
        return found
    if type_name.startswith("OS::Neutron::LBaaS::"):
        return "load-balancing"
    service = service_of(type_name)
    return "orchestration" if service == "Template" else SERVICE_GROUPS.get(service, "other")


def tier_of(type_name: str) -> str:
    """The tier, one of TIERS, in which a picture may gather resources of this type."""
    last = type_name.rsplit("::", 1)[-1]
    if type_name.startswith(("OS::", "AWS::")):
        for word, tier in TIER_WORDS:
            if word in last and group_of(type_name) != "load-balancing":
                return tier
    return GROUP_TIERS.get(group_of(type_name), "other")


def documentation(resource_type: ResourceType) -> str | None:
    """The place of a type in Heat's template guide; None for hidden types and those of the user's own Heat."""
    if resource_type.hidden or resource_type.origin != "heat":
        return None
    if resource_type.support.status != "SUPPORTED":
        page = "unsupported.html"
    else:
        page = "cfn.html" if resource_type.name.startswith("AWS::") else "openstack.html"
    return f"{GUIDE}{page}#{resource_type.name}"


def _is_file(type_name: str) -> bool:
    return type_name.endswith((".yaml", ".template")) or "/" in type_name


def _words(name: str) -> list[str]:
    """`FloatingIPAssociation` as the words Floating, IP, Association."""
    words: list[str] = []
    start = i = 0
    while i < len(name):
        whole = next((word for word in WHOLE_WORDS if name.startswith(word, i)), None)
        if whole is not None:
            words += [name[start:i], whole]
            i += len(whole)
            start = i
            continue
        if i > start and name[i].isupper():
            inside = name[i - 1].isupper() or name[i - 1].isdigit()
            if not inside or name[i + 1 : i + 2].islower():
                words.append(name[start:i])
                start = i
        i += 1
    words.append(name[start:])
    return [word for word in words if word]
