"""Nodes to a Template."""

from __future__ import annotations

from designer.syntax import Document, Mapping
from designer.template.model import Condition, Output, Parameter, Resource, Template, text_of
from designer.template.versions import resolve_version

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import TypeVar

    from designer.template.model import Entry

    E = TypeVar("E", bound=Entry)

VERSION_KEY = "heat_template_version"
FOREIGN_VERSION_KEYS = ("HeatTemplateFormatVersion", "AWSTemplateFormatVersion")


def build_template(document: Document) -> Template | None:
    """The parts of a document, as far as they can be made out; None where its root is no mapping.

    Nothing is reported here: what is wrong with the parts is for the rules to say.
    """
    root = document.root
    if not isinstance(root, Mapping):
        return None
    template = Template(document, root)
    for key, value in root.items():
        template.sections[str(key.value)] = (key, value)
    template.version_node = root.index.get(VERSION_KEY)
    if VERSION_KEY in root.index:
        template.version = resolve_version(text_of(template.version_node))
    template.description = root.index.get("description")
    template.parameter_groups = root.index.get("parameter_groups")
    _fill(template.parameters, root, "parameters", Parameter)
    _fill(template.conditions, root, "conditions", Condition)
    _fill(template.resources, root, "resources", Resource)
    _fill(template.outputs, root, "outputs", Output)
    return template


def _fill(entries: dict[str, E], root: Mapping, section: str, kind: type[E]) -> None:
    node = root.index.get(section)
    if isinstance(node, Mapping):
        entries.update([(str(key.value), kind(str(key.value), key, value)) for key, value in node.items()])
