"""Facts about Heat's resource types, read from data files only when they are looked at.

    from designer import catalog

    server = catalog.find("OS::Nova::Server")         # a ResourceType, or None; aliases are followed
    server.properties["networks"].item.schema["port"] # PropertySchema: type, required, constraints, ...
    server.property_at(("networks", 0, "port")).entity          # "neutron.port"
    server.attributes["addresses"].type               # AttributeSchema: "Map"
    server.update_effect(("flavor",))                 # "update", "replace" or "immutable"
    server.label, server.service, server.group, server.tier, server.purpose, server.docs_url
    server.support.status, server.hidden, server.replaced_by
    catalog.find_types("port")                        # the names that answer, the likeliest first
    catalog.type_names(), catalog.nearest("OS::Nova::Sever", catalog.type_names())
    catalog.constraint_entity("nova.flavor").types    # resource types that give one; .cloud: only a cloud can tell
    catalog.entities_made_by("OS::Neutron::Net")      # {"neutron.network"}
    catalog.release_rank("queens"), catalog.exists_in(schema.support.introduced, rank)

The data lies in `data/types`, written by `hot-designer catalog extract` from an installed Heat; a catalog in the
user's own data folder (`hot-designer catalog fetch`) adds descriptions and types that only their Heat has.
"""

from __future__ import annotations

from designer.catalog.resource_type import ResourceType
from designer.catalog.schema import AttributeSchema, Constraint, PropertySchema, Support
from designer.catalog.store import (
    find,
    forget,
    heat_version,
    index,
    purpose_of,
    resolve_alias,
    type_names,
    user_folder,
)

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from designer.catalog.entities import Entity, constraint_entity, constraint_names, entities_made_by
    from designer.catalog.releases import exists_in, release_name, release_names, release_rank
    from designer.catalog.search import COMMON, find_types
    from designer.catalog.services import GROUPS, TIERS, group_of, label_of, service_of, tier_of
    from designer.catalog.suggest import nearest

# What a look-up does not need is imported when it is first asked for: a clean template needs none of it.
_LATER = {
    "Entity": "entities",
    "constraint_entity": "entities",
    "constraint_names": "entities",
    "entities_made_by": "entities",
    "nearest": "suggest",
    "exists_in": "releases",
    "release_name": "releases",
    "release_names": "releases",
    "release_rank": "releases",
    "COMMON": "search",
    "find_types": "search",
    "GROUPS": "services",
    "TIERS": "services",
    "group_of": "services",
    "label_of": "services",
    "service_of": "services",
    "tier_of": "services",
}


def __getattr__(name: str) -> Any:
    import sys  # not importlib: it would cost start-up a millisecond

    home = _LATER.get(name)
    if home is None:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    module = f"{__name__}.{home}"
    __import__(module)
    value = getattr(sys.modules[module], name)
    globals()[name] = value
    return value


__all__ = [
    "COMMON",
    "GROUPS",
    "TIERS",
    "AttributeSchema",
    "Constraint",
    "Entity",
    "PropertySchema",
    "ResourceType",
    "Support",
    "constraint_entity",
    "constraint_names",
    "entities_made_by",
    "exists_in",
    "find",
    "find_types",
    "forget",
    "group_of",
    "heat_version",
    "index",
    "label_of",
    "nearest",
    "purpose_of",
    "release_name",
    "release_names",
    "release_rank",
    "resolve_alias",
    "service_of",
    "tier_of",
    "type_names",
    "user_folder",
]
