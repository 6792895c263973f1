"""Custom constraints, and the entities that some of them ask a cloud for."""

from __future__ import annotations

from designer.catalog.store import document

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any


class Entity:
    """What a custom constraint stands for.

    `cloud`: only a cloud can tell (a flavor, a network); otherwise the text alone decides (an IP address).
    `types`: the resource types whose get_resource gives such an entity. `constraint`: False for the few
    entities of ours that no constraint of Heat names.
    """

    __slots__ = ("name", "cloud", "service", "label", "types", "constraint")
    name: str
    cloud: bool
    service: str | None
    label: str
    types: frozenset[str]
    constraint: bool

    def __init__(self, name: str, data: dict[str, Any]) -> None:
        self.name = name
        self.cloud = data.get("cloud", False)
        self.service = data.get("service")
        self.label = data["label"]
        self.types = frozenset(data.get("types", ()))
        self.constraint = data.get("constraint", True)

    def __repr__(self) -> str:
        return f"Entity({self.name!r})"


_entities: dict[str, Entity] = {}
_made_by: dict[str, frozenset[str]] = {}


def constraint_entity(name: str) -> Entity | None:
    """The entity that a custom constraint ("neutron.network", "ip_addr") stands for, or None if not known."""
    return _read().get(name)


def constraint_names() -> list[str]:
    """The names of every custom constraint of Heat."""
    return sorted(name for name, entity in _read().items() if entity.constraint)


def entities_made_by(type_name: str) -> frozenset[str]:
    """The names of the entities that get_resource of this type gives; empty where none is known for certain."""
    _read()
    return _made_by.get(type_name, frozenset())


def entity_of_finder(rule: dict[str, Any]) -> str | None:
    """The entity that a resolving translation rule of a plug-in looks for, where no constraint names it."""
    finder, entity = rule["finder"], rule.get("entity")
    if finder == "find_resourceid_by_name_or_id" and entity:
        name = "neutron." + str(entity)
        return name if name in _read() else None
    return {"get_pool": "octavia.pool", "get_qos_policy_id": "neutron.qos_policy"}.get(finder)


def _read() -> dict[str, Entity]:
    if not _entities:
        made: dict[str, set[str]] = {}
        for name, data in document("entities.json").items():
            _entities[name] = entity = Entity(name, data)
            for type_name in entity.types:
                made.setdefault(type_name, set()).add(name)
        _made_by.update((type_name, frozenset(names)) for type_name, names in made.items())
    return _entities
