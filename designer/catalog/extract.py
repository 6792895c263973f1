"""Reads facts about every resource type out of an installed OpenStack Heat, as JSON on standard output.

This file is run by the Python of the environment where Heat is installed (`catalog extract --heat PYTHON`), never
imported by Hot Designer; so it needs nothing but Heat and the standard library. Sources in Heat: `engine.resources`
(the registry), `engine.properties`, `engine.attributes`, `engine.constraints`, `engine.support`, `engine.translation`.
"""

from __future__ import annotations

import inspect
import json
import logging
import os
import re
import sys
import warnings
from typing import Any

# mypy: disable-error-code="import-not-found"

# Methods whose override by a plug-in is a fact that validation, graph or difference wants to know.
HOOKS = (
    "validate",
    "add_dependencies",
    "add_explicit_dependencies",
    "needs_replace",
    "needs_replace_failed",
    "needs_replace_with_prop_diff",
    "needs_replace_with_tmpl_diff",
    "get_attribute",
    "FnGetAtt",
    "get_reference_id",
    "translation_rules",
    "regenerate_info_schema",
    "prepare_for_replace",
)


class Client:
    """Stands in for a service client while translation rules are asked for: constants are real, calls are none."""

    def __init__(self, plugin: Any) -> None:
        self.plugin = plugin

    def __getattr__(self, name: str) -> Any:
        value = inspect.getattr_static(self.plugin, name, None)
        return value if isinstance(value, str) else lambda *args, **keys: None


def start_heat() -> Any:
    """Loads Heat's registry, without the environment files of this machine."""
    logging.disable(logging.CRITICAL)
    warnings.simplefilter("ignore")
    try:
        from oslo_service import backend

        backend.init_backend(backend.BackendType.THREADING)
    except (ImportError, AttributeError):
        pass  # an older oslo.service has one backend only
    from heat.common import config  # noqa: F401  (registers the options set below)
    from oslo_config import cfg

    cfg.CONF.set_default("environment_dir", os.path.join(os.devnull, "none"))
    from heat.engine import resources

    resources.initialise()
    return resources.global_env()


def plain(value: Any) -> Any:
    """A value as JSON can hold it."""
    if isinstance(value, dict):
        return {str(key): plain(item) for key, item in value.items()}
    if isinstance(value, (list, tuple, set, frozenset)):
        return [plain(item) for item in value]
    if value is None or isinstance(value, (bool, int, float, str)):
        return value
    return str(value)


def support_facts(status: Any, siblings: Any = ()) -> dict[str, Any]:
    """Status, since when, what came before; of the message only the name that it points to."""
    facts: dict[str, Any] = {}
    if status.status != "SUPPORTED":
        facts["status"] = status.status
    if status.version:
        facts["since"] = str(status.version).strip()
    told = status
    while told is not None and "replaced_by" not in facts:
        replacement = replacement_named(str(told.message or ""), siblings)
        if replacement:
            facts["replaced_by"] = replacement
        told = told.previous_status
    if status.previous_status is not None:
        facts["previous"] = support_facts(status.previous_status)
    return facts


def replacement_named(message: str, siblings: Any) -> str | None:
    """The one of `siblings` that a support message tells people to use, or None."""
    for word in re.findall(r"[Uu]se (?:the )?(?:property |attribute )?[`'\"]*([A-Za-z_][\w:]*\w)", message):
        if word in siblings:
            return str(word)
    return None


def constraint_facts(constraint: Any) -> dict[str, Any]:
    return {key: plain(value) for key, value in dict(constraint).items() if key != "description"}


def property_facts(schema: Any, siblings: Any, descriptions: bool) -> dict[str, Any]:
    """One property, with what is inside it at every depth."""
    facts: dict[str, Any] = {"type": schema.type}
    for flag in ("required", "update_allowed", "immutable", "allow_conversion"):
        if getattr(schema, flag):
            facts[flag] = True
    if not schema.implemented:
        facts["implemented"] = False
    if schema.default is not None:
        facts["default"] = plain(schema.default)
    if schema.constraints:
        facts["constraints"] = [constraint_facts(constraint) for constraint in schema.constraints]
    support = support_facts(schema.support_status, siblings)
    if support:
        facts["support"] = support
    if schema.schema is not None:
        children = dict(schema.schema.items())
        if schema.type == "List":
            facts["item"] = property_facts(children["*"], (), descriptions)
        else:
            facts["schema"] = properties_facts(children, descriptions)
    if descriptions and schema.description:
        facts["description"] = str(schema.description)
    return facts


def properties_facts(schemata: Any, descriptions: bool) -> dict[str, Any]:
    from heat.engine import properties

    return {
        name: property_facts(properties.Schema.from_legacy(schema), schemata, descriptions)
        for name, schema in (schemata or {}).items()
    }


def attribute_facts(schema: Any, siblings: Any, descriptions: bool) -> dict[str, Any]:
    facts: dict[str, Any] = {}
    if schema.type is not None:
        facts["type"] = schema.type
    if schema.cache_mode == schema.CACHE_NONE:
        facts["cached"] = False
    support = support_facts(schema.support_status, siblings)
    if support:
        facts["support"] = support
    if descriptions and schema.description:
        facts["description"] = str(schema.description)
    return facts


def translation_facts(cls: Any) -> list[dict[str, Any]]:
    """The rules by which the plug-in rewrites its properties, as far as they do not turn on values."""
    from heat.engine import clients, properties, translation

    manager = clients._mgr

    def client_plugin(self: Any, name: str | None = None) -> Client:
        return Client(manager[name or self.default_client_name].plugin)

    def client(self: Any, name: str | None = None, version: str | None = None) -> Client:
        return Client(object)

    # A resource without a stack: enough to be asked for its rules.
    asked: Any = object.__new__(
        type("Asked", (cls,), {"client_plugin": client_plugin, "client": client, "context": None})
    )
    asked.properties = properties.Properties(properties.schemata(cls.properties_schema), {})
    try:
        found = cls.translation_rules(asked, asked.properties) or []
    except (AttributeError, KeyError, TypeError, ValueError):
        return []  # these rules turn on values that only a template has
    kinds = translation.TranslationRule
    rules = []
    for rule in found:
        facts = {"rule": rule.rule.lower(), "path": list(rule.translation_path)}
        if rule.rule in (kinds.REPLACE, kinds.ADD):
            source = rule.get_value_absolute_path(True)
            if source:
                facts["from"] = source
        if rule.rule == kinds.RESOLVE:
            facts["finder"] = rule.finder
            if rule.entity:
                facts["entity"] = rule.entity
        rules.append(facts)
    return rules


def overrides(cls: Any) -> list[str]:
    from heat.engine import resource
    from heat.engine.resources import stack_resource

    bases = (resource.Resource, stack_resource.StackResource)
    return [hook for hook in HOOKS if getattr(cls, hook, None) not in [getattr(base, hook, None) for base in bases]]


def type_facts(name: str, cls: Any, names: dict[str, Any], descriptions: bool) -> dict[str, Any]:
    """Everything about one registered resource type."""
    from heat.engine import resource
    from heat.engine.resources import stack_resource
    from heat.engine.resources.openstack.heat import none_resource

    facts: dict[str, Any] = {"name": name, "support": support_facts(cls.support_status, set(names) - {name})}
    substitute = cls.support_status.substitute_class
    if substitute is not None and substitute in names.values():
        facts["support"]["replaced_by"] = next(key for key, value in names.items() if value is substitute)
    facts["properties"] = properties_facts(cls.properties_schema, descriptions)
    own = dict(cls.attributes_schema)
    attributes = {**resource.Resource.base_attributes_schema, **cls.base_attributes_schema, **own}
    facts["attributes"] = {key: attribute_facts(schema, attributes, descriptions) for key, schema in attributes.items()}
    if cls.update_policy_schema:
        facts["update_policy"] = properties_facts(cls.update_policy_schema, descriptions)
    if callable(getattr(cls, "handle_snapshot_delete", None)):
        facts["snapshot"] = True
    if issubclass(cls, stack_resource.StackResource):
        facts["nested_stack"] = True
    if issubclass(cls, none_resource.NoneResource):
        facts["placeholder"] = True
    if not cls.strict_dependency:
        facts["strict_dependency"] = False
    if cls.physical_resource_name_limit != resource.Resource.physical_resource_name_limit:
        facts["name_limit"] = cls.physical_resource_name_limit
    for key, value in (
        ("client", cls.default_client_name),
        ("entity", cls.entity),
        ("extension", cls.required_service_extension),
        ("overrides", overrides(cls)),
    ):
        if value:
            facts[key] = value
    if "translation_rules" in facts.get("overrides", ()):
        rules = translation_facts(cls)
        if rules:
            facts["translation"] = rules
    if descriptions:
        facts["description"] = cls.getdoc()
    return facts


def constraint_class_facts(cls: Any) -> dict[str, Any]:
    """Which service a custom constraint asks, and by which call; nothing where it decides by itself."""
    from heat.engine import constraints

    facts: dict[str, Any] = {}
    base = constraints.BaseCustomConstraint
    alone = cls.validate is not base.validate and cls.validate_with_client is base.validate_with_client
    if not alone:
        facts["cloud"] = True
        for key, attribute in (("client", "resource_client_name"), ("getter", "resource_getter_name")):
            if isinstance(getattr(cls, attribute, None), str):
                facts[key] = getattr(cls, attribute)
    return facts


def read_heat(descriptions: bool) -> dict[str, Any]:
    """All facts: `{"heat": version, "types": {name: facts}, "constraints": {name: facts}}`."""
    env = start_heat()
    from importlib import metadata

    names = {
        name: info.get_class()
        for name, info in env.registry._registry.items()
        if name != "resources" and inspect.isclass(getattr(info, "value", None))
    }
    return {
        "heat": metadata.version("openstack-heat"),
        "types": {name: type_facts(name, cls, names, descriptions) for name, cls in names.items()},
        "constraints": {name: constraint_class_facts(cls) for name, cls in env.constraints.items()},
    }


def main() -> None:
    here = os.path.dirname(os.path.abspath(__file__))
    # Our neighbours' names (schema, store ...) must not hide modules that Heat imports.
    sys.path[:] = [path for path in sys.path if os.path.abspath(path) != here]
    # Heat's libraries print what they please; only facts may reach standard output.
    out = os.fdopen(os.dup(1), "w", encoding="utf-8")
    os.dup2(2, 1)
    json.dump(read_heat("--descriptions" in sys.argv[1:]), out, sort_keys=True)
    out.flush()


if __name__ == "__main__":
    main()
