"""What the catalog says of one property or attribute: small frozen facts, built when they are looked at."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from typing import Any


class Support:
    """Since when something exists, what became of it and what takes its place (Heat: `engine.support`).

    `status` is SUPPORTED, DEPRECATED, UNSUPPORTED, HIDDEN or UNKNOWN; `since` is Heat's version number of that
    status ("2014.1", "10.0.0") or None; `replaced_by` the type or property to use instead, or None;
    `previous` the status before, or None.
    """

    __slots__ = ("status", "since", "replaced_by", "previous")
    status: str
    since: str | None
    replaced_by: str | None
    previous: Support | None

    def __init__(self, data: Mapping[str, Any]) -> None:
        self.status = data.get("status", "SUPPORTED")
        self.since = data.get("since")
        self.replaced_by = data.get("replaced_by")
        previous = data.get("previous")
        self.previous = Support(previous) if previous is not None else None

    @property
    def introduced(self) -> str | None:
        """Heat's version number in which the thing first appeared; None: before Heat counted."""
        oldest = self
        while oldest.previous is not None:
            oldest = oldest.previous
        # A chain that begins with a deprecation does not say when the thing came.
        return oldest.since if oldest.status in ("SUPPORTED", "UNSUPPORTED") else None


    @property
    def retired(self) -> str | None:
        """Heat's version number in which it was first advised against; None: before Heat counted, or never."""
        since = self.since
        oldest: Support | None = self
        while oldest is not None and oldest.status in ("DEPRECATED", "HIDDEN"):
            since, oldest = oldest.since, oldest.previous
        return since


SUPPORTED = Support({})


class Constraint:
    """One constraint on a value (Heat: `engine.constraints`).

    `kind` is Heat's key: allowed_values, range, length, modulo, allowed_pattern or custom_constraint. `value` is
    what stands there: a list, `{"min", "max"}` (either may be missing), `{"step", "offset"}`, a pattern, a name.
    """

    __slots__ = ("kind", "value")
    kind: str
    value: Any

    def __init__(self, kind: str, value: Any) -> None:
        self.kind = kind
        self.value = value

    def __repr__(self) -> str:
        return f"Constraint({self.kind!r}, {self.value!r})"


def read_constraints(data: Sequence[Mapping[str, Any]]) -> tuple[Constraint, ...]:
    """Constraints out of the catalog's form, `[{"range": {"min": 1}}, ...]`."""
    return tuple(Constraint(kind, value) for each in data for kind, value in each.items() if kind != "description")


class PropertySchema:
    """One property of a resource type, or one key or item inside it (Heat: `engine.properties.Schema`).

    `type` is String, Integer, Number, Boolean, Map, List or Any. `schema` holds the properties of a Map's keys
    (None: any keys), `item` the schema of a List's items (None: any items). `entity` names what a value must be
    in the cloud ("neutron.network"), as custom constraints name it, or is None; of a List without `item` it is
    what each of its items must be.
    """

    __slots__ = (
        "name",
        "type",
        "required",
        "default",
        "has_default",
        "update_allowed",
        "immutable",
        "allow_conversion",
        "implemented",
        "description",
        "entity",
        "constraints",
        "support",
        "schema",
        "item",
        "_data",
    )
    name: str
    type: str
    required: bool
    default: Any
    has_default: bool
    update_allowed: bool
    immutable: bool
    allow_conversion: bool
    implemented: bool
    description: str | None
    entity: str | None
    constraints: tuple[Constraint, ...]
    support: Support
    schema: dict[str, PropertySchema] | None
    item: PropertySchema | None

    def __init__(self, name: str, data: Mapping[str, Any]) -> None:
        get = data.get
        self._data = data
        self.name = name
        self.type = data["type"]
        self.required = get("required", False)
        self.default = get("default")
        self.has_default = self.default is not None
        self.update_allowed = get("update_allowed", False)
        self.immutable = get("immutable", False)
        self.allow_conversion = get("allow_conversion", False)
        self.implemented = get("implemented", True)
        self.description = get("description")
        self.entity = get("entity")
        constraints = get("constraints")
        self.constraints = read_constraints(constraints) if constraints else ()
        support = get("support")
        self.support = Support(support) if support else SUPPORTED

    def __getattr__(self, name: str) -> Any:
        # Reached only while the slot is empty: what is inside is built when first looked at.
        value: Any
        if name == "schema":
            data = self._data.get("schema")
            value = read_properties(data) if data is not None else None
        elif name == "item":
            data = self._data.get("item")
            value = PropertySchema("*", data) if data is not None else None
        else:
            raise AttributeError(name)
        setattr(self, name, value)
        return value

    def __repr__(self) -> str:
        return f"PropertySchema({self.name!r}, {self.type})"

    @property
    def defines(self) -> str | None:
        """What a Map without `schema` holds all the same: a "resource", or the properties of every resource whose type
        stands in the list of that name beside it.
        """
        defines: str | None = self._data.get("defines")
        return defines

    def inside(self, key: str | int) -> PropertySchema | None:
        """The schema of one key (of a Map) or index (of a List), or None if there is or can be none."""
        if self.type == "List":
            return self.item if isinstance(key, int) else None
        return self.schema.get(key) if self.schema is not None and isinstance(key, str) else None


def read_properties(data: Mapping[str, Any]) -> dict[str, PropertySchema]:
    """Properties by name out of the catalog's form."""
    return {name: PropertySchema(name, facts) for name, facts in data.items()}


class AttributeSchema:
    """One attribute of a resource type (Heat: `engine.attributes.Schema`).

    `type` is String, Map, List, Integer, Boolean, or None where Heat does not say. `cached` is False where Heat
    asks the service each time.
    """

    __slots__ = ("name", "type", "cached", "support", "description")
    name: str
    type: str | None
    cached: bool
    support: Support
    description: str | None

    def __init__(self, name: str, data: Mapping[str, Any]) -> None:
        self.name = name
        self.type = data.get("type")
        self.cached = data.get("cached", True)
        support = data.get("support")
        self.support = Support(support) if support else SUPPORTED
        self.description = data.get("description")

    def __repr__(self) -> str:
        return f"AttributeSchema({self.name!r}, {self.type})"


def read_attributes(data: Mapping[str, Any]) -> dict[str, AttributeSchema]:
    """Attributes by name out of the catalog's form."""
    return {name: AttributeSchema(name, facts) for name, facts in data.items()}
