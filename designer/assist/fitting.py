"""What fits where: which references, attributes and parameters a property may be given.

Judged by the catalog's facts: what entity of the cloud a property names and which types make it, types, constraints.
"""

from __future__ import annotations

from designer import catalog
from designer.syntax import Sequence

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from designer.catalog import AttributeSchema, PropertySchema, ResourceType
    from designer.template import Parameter

_GENERAL = frozenset(("name", "description", "show", "tags", "status", "value_specs", "metadata"))
"""Names that many types have and that mean each time something else."""
_KNOWN_PATHS: dict[str, tuple[str | int, ...]] = {"fixed_ips": ("fixed_ips", 0, "ip_address")}
"""Lists that hold an address, and where in them."""
_ATTRIBUTE_TYPES = {
    "String": ("String", "Integer", "Number", "Boolean"), "Integer": ("Integer", "Number", "String"),
    "Number": ("Integer", "Number", "String"), "Boolean": ("Boolean", "String"), "List": ("List",), "Map": ("Map",),
}
_PARAMETER_TYPES = {
    "String": ("string", "number", "boolean"), "Integer": ("number", "string"), "Number": ("number", "string"),
    "Boolean": ("boolean", "string"), "List": ("comma_delimited_list", "json"), "Map": ("json",),
    "Any": ("string", "number", "boolean", "comma_delimited_list", "json"),
}


def named_entity(schema: PropertySchema) -> str | None:
    """What a value, or each item of a list, names: an entity of the cloud or a kind of text (`ip_addr`)."""
    if schema.entity is not None:
        return schema.entity
    for constraint in schema.constraints:
        if constraint.kind == "custom_constraint":
            return str(constraint.value)
    return None


def named_by(parameter: Parameter) -> str | None:
    """What a parameter names, as its constraints say."""
    there = parameter.part("constraints")
    for each in there.items if isinstance(there, Sequence) else ():
        value = each.plain()
        if isinstance(value, dict) and isinstance(value.get("custom_constraint"), str):
            return str(value["custom_constraint"])
    return None


def takes_reference(schema: PropertySchema, type_name: str) -> bool:
    """Whether `get_resource` of a type is what a property asks for; of a list without a schema, what its items are."""
    return schema.entity is not None and schema.entity in catalog.entities_made_by(type_name)


def entity_words(schema: PropertySchema) -> str | None:
    """What a property names, in words: `network`, `IP address`; None where nothing is known."""
    name = named_entity(schema)
    entity = catalog.constraint_entity(name) if name is not None else None
    return entity.label if entity is not None else None


def fitting_attributes(schema: PropertySchema, type_: ResourceType) -> list[tuple[str | int, ...]]:
    """The attributes of a type that mean what a property asks for, as paths behind the resource's name, best first."""
    wanted = named_entity(schema)
    found: list[tuple[int, tuple[str | int, ...]]] = []
    for name, attribute in type_.attributes.items():
        if attribute.support.status in ("DEPRECATED", "HIDDEN", "UNSUPPORTED"):
            continue
        rank = _rank(schema, wanted, name)
        path: tuple[str | int, ...] = _KNOWN_PATHS.get(name, (name,)) if wanted == "ip_addr" else (name,)
        if rank is not None and (len(path) > 1 or attribute_fits(schema, attribute)):
            found.append((rank, path))
    return [path for _, path in sorted(found, key=lambda pair: pair[0])]


def _rank(schema: PropertySchema, wanted: str | None, name: str) -> int | None:
    """How well an attribute's name says what a property asks for; None where it does not."""
    if wanted is not None and "." in wanted:
        stem = wanted.rpartition(".")[2]
        return {stem + "_id": 0, stem: 1}.get(name, 2 if name.endswith(f"_{stem}_id") else None)
    if wanted == "ip_addr":
        if name == schema.name:
            return 0
        return 1 if name in _KNOWN_PATHS else 2 if "address" in name and "mac" not in name and name != "addresses" \
            else None
    if wanted == "mac_addr":
        return 0 if "mac" in name else None
    return 0 if name == schema.name and name not in _GENERAL and schema.type != "Boolean" else None


def attribute_fits(schema: PropertySchema, attribute: AttributeSchema) -> bool:
    """Whether an attribute's type is one that a property takes; what Heat does not say may be."""
    return schema.type == "Any" or attribute.type is None or attribute.type in _ATTRIBUTE_TYPES[schema.type]


def steps_behind(type_: ResourceType, steps: list[Any]) -> list[str]:
    """What may come behind some steps of a path to a type's attribute: its name, then what the property of that name
    has inside.
    """
    if not steps:
        return [name for name, one in type_.attributes.items() if one.support.status == "SUPPORTED"]
    schema = type_.properties.get(str(steps[0]))
    attribute = type_.attributes.get(str(steps[0]))
    for step in steps[1:]:
        schema = schema.inside(step if isinstance(step, int) else str(step)) if schema is not None else None
    if schema is None:
        return ["0"] if len(steps) == 1 and attribute is not None and attribute.type == "List" else []
    return ["0"] if schema.type == "List" else list(schema.schema or ())


def parameter_rank(schema: PropertySchema, parameter: Parameter, entity: str | None) -> int | None:
    """How well a parameter fits a property, 0 best; None where its type does not. `entity` is what the parameter names.

    Heat coerces more than is offered here, but hardly ever to what was meant.
    """
    if parameter.type not in _PARAMETER_TYPES[schema.type]:
        return None
    wanted = named_entity(schema)
    if wanted is not None and entity == wanted:
        return 0
    if entity is not None and wanted is not None:
        return None
    if parameter.name == schema.name or parameter.name.endswith("_" + schema.name):
        return 1
    stem = wanted.rpartition(".")[2] if wanted is not None else None
    if stem is not None and stem in parameter.name.split("_"):
        return 2
    return 3 + _PARAMETER_TYPES[schema.type].index(parameter.type)
