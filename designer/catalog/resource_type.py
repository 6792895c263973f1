"""A resource type as the catalog knows it, and what changing one of its properties does."""

from __future__ import annotations

from designer.catalog.schema import (
    SUPPORTED,
    AttributeSchema,
    PropertySchema,
    Support,
    read_attributes,
    read_properties,
)

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from typing import Any


class ResourceType:
    """Facts about one resource type of Heat.

    `properties`, `attributes` (`show` included) and `update_policy` map names to schemas. `support` says since
    when and what became of it; `replaced_by` the type to use instead, or None; `hidden` that Heat no longer
    lists it. `placeholder`: the plug-in does nothing and takes any property. `any_attribute`: get_attr may ask
    for names that are not among the attributes. `nested_stack`: it makes a stack of its own. `deletion_policies`:
    those Heat accepts. `reference`: what get_resource gives: "id", "name", "url", "address", "value" or "arn".
    `overrides`: the hooks of Heat's `engine.resource.Resource` that the plug-in defines itself. `translation`:
    how it rewrites its properties; a rule "replace" lets a value stand at `from` as well as at `path`. `origin`
    is "heat" for the catalog's own types, "user" for types that only the user's own catalog has.
    """

    __slots__ = (
        "name",
        "support",
        "replaced_by",
        "hidden",
        "placeholder",
        "any_attribute",
        "nested_stack",
        "deletion_policies",
        "reference",
        "overrides",
        "translation",
        "client",
        "entity",
        "extension",
        "name_limit",
        "description",
        "origin",
        "properties",
        "attributes",
        "update_policy",
        "purpose",
        "service",
        "label",
        "group",
        "tier",
        "docs_url",
        "_data",
    )
    name: str
    support: Support
    replaced_by: str | None
    hidden: bool
    placeholder: bool
    any_attribute: bool
    nested_stack: bool
    deletion_policies: tuple[str, ...]
    reference: str
    overrides: frozenset[str]
    translation: tuple[Mapping[str, Any], ...]
    client: str | None
    entity: str | None
    extension: str | None
    name_limit: int
    description: str | None
    origin: str
    properties: dict[str, PropertySchema]
    attributes: dict[str, AttributeSchema]
    update_policy: dict[str, PropertySchema]
    purpose: str
    service: str
    label: str
    group: str
    tier: str
    docs_url: str | None

    def __init__(self, data: Mapping[str, Any], origin: str = "heat") -> None:
        get = data.get
        self._data = data
        self.name = data["name"]
        support = get("support")
        self.support = Support(support) if support else SUPPORTED
        self.replaced_by = self.support.replaced_by
        self.hidden = self.support.status == "HIDDEN"
        self.placeholder = get("placeholder", False)
        self.nested_stack = get("nested_stack", False)
        self.deletion_policies = ("Delete", "Retain", "Snapshot") if get("snapshot") else ("Delete", "Retain")
        self.reference = get("reference", "id")
        self.overrides = frozenset(get("overrides", ()))
        # As in Heat: a plug-in that answers get_attr by itself may know more names (Resource.node_data).
        self.any_attribute = "get_attribute" in self.overrides or "FnGetAtt" in self.overrides
        self.translation = tuple(get("translation", ()))
        self.client = get("client")
        self.entity = get("entity")
        self.extension = get("extension")
        self.name_limit = get("name_limit", 255)
        self.description = get("description")
        self.origin = origin

    def __getattr__(self, name: str) -> Any:
        # Reached only while the slot is empty: what a look-up does not need is built when first looked at.
        value: Any
        if name in ("properties", "update_policy"):
            value = read_properties(self._data.get(name, {}))
        elif name == "attributes":
            value = read_attributes(self._data.get(name, {}))
        elif name == "purpose":
            from designer.catalog.store import purpose_of

            value = purpose_of(self.name)
        elif name in ("service", "label", "group", "tier"):
            from designer.catalog import services

            value = getattr(services, name + "_of")(self.name)
        elif name == "docs_url":
            from designer.catalog.services import documentation

            value = documentation(self)
        else:
            raise AttributeError(name)
        setattr(self, name, value)
        return value

    def __repr__(self) -> str:
        return f"ResourceType({self.name!r})"

    def property_at(self, path: Sequence[str | int]) -> PropertySchema | None:
        """The schema at a path below `properties`, such as `("networks", 0, "port")`; None if there is none."""
        found: PropertySchema | None = None
        for depth, key in enumerate(path):
            if depth == 0:
                found = self.properties.get(key) if isinstance(key, str) else None
            elif found is not None:
                found = found.inside(key)
            if found is None:
                return None
        return found

    def update_effect(self, path: Sequence[str | int]) -> str:
        """What an update does when the property at `path` changes: "update", "replace" or "immutable".

        Only the first part of the path counts, as in Heat (`engine.resource`, update_template_diff_properties).
        "immutable": Heat refuses the update. A type whose `overrides` hold one of the `needs_replace` hooks may
        replace the resource all the same; a property that is not known replaces it.
        """
        if self.placeholder:
            return "update"
        schema = self.properties.get(path[0]) if path and isinstance(path[0], str) else None
        if schema is None:
            return "replace"
        if schema.immutable:
            return "immutable"
        return "update" if schema.update_allowed else "replace"
