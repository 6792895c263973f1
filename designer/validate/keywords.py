"""The words of a template, and since which version each may be written: what rules, JSON Schema and completion read.

Source: heat.engine.hot.template, the classes HOTemplate20130523 and HOTemplate20161014; heat.engine.hot.parameters.
"""

from __future__ import annotations

from designer.template.versions import CONDITIONS_SINCE

FIRST = "2013-05-23"

SECTIONS: dict[str, str] = {
    "heat_template_version": FIRST,
    "description": FIRST,
    "parameter_groups": FIRST,
    "parameters": FIRST,
    "conditions": CONDITIONS_SINCE,
    "resources": FIRST,
    "outputs": FIRST,
}
"""Sections, in the order in which people write them."""

UNSPOKEN_SECTION = "__undefined__"
"""A section that Heat has by accident, accepts with any content, and never reads."""

FOREIGN_VERSIONS = ("AWSTemplateFormatVersion", "HeatTemplateFormatVersion")

RESOURCE_KEYWORDS: dict[str, str] = {
    "type": FIRST,
    "description": FIRST,
    "external_id": CONDITIONS_SINCE,
    "condition": CONDITIONS_SINCE,
    "depends_on": FIRST,
    "properties": FIRST,
    "metadata": FIRST,
    "deletion_policy": FIRST,
    "update_policy": FIRST,
}

OUTPUT_KEYWORDS: dict[str, str] = {
    "description": FIRST,
    "condition": CONDITIONS_SINCE,
    "value": FIRST,
}

PARAMETER_KEYWORDS: dict[str, str] = {
    "type": FIRST,
    "label": FIRST,
    "description": FIRST,
    "default": FIRST,
    "hidden": FIRST,
    "immutable": FIRST,
    "schema": FIRST,
    "constraints": FIRST,
    "tags": "2018-03-02",
}

PARAMETER_TYPES = ("string", "number", "comma_delimited_list", "json", "boolean")

CONSTRAINT_KEYWORDS: dict[str, str] = {
    "description": FIRST,
    "length": FIRST,
    "range": FIRST,
    "modulo": "2017-02-24",
    "allowed_values": FIRST,
    "allowed_pattern": FIRST,
    "custom_constraint": FIRST,
}

GROUP_KEYWORDS = ("label", "description", "parameters")

DELETION_POLICIES: dict[str, str] = {
    "Delete": FIRST,
    "Retain": FIRST,
    "Snapshot": FIRST,
    "delete": CONDITIONS_SINCE,
    "retain": CONDITIONS_SINCE,
    "snapshot": CONDITIONS_SINCE,
}

PSEUDO_PARAMETERS = ("OS::stack_id", "OS::stack_name", "OS::project_id")
"""Parameters that every stack has; no resource may be named so."""

RESOURCES_LIMIT = 1000
"""How many resources a stack may have unless Heat's operator chose otherwise (`max_resources_per_stack`)."""

SIZE_LIMIT = 524_288
"""How many bytes a template may have unless Heat's operator chose otherwise (`max_template_size`)."""


def available(table: dict[str, str], version: str) -> list[str]:
    """The words of a table that a version has."""
    return [word for word, since in table.items() if since <= version]
