"""A template used as a resource type: its parameters are the properties, its outputs the attributes.

Source: heat.engine.resources.template_resource, heat.engine.properties.Schema.from_parameter.
"""

from __future__ import annotations

from designer import catalog
from designer.syntax import Document, Mapping, Sequence, read
from designer.template import Parameter, Template, build_template
from designer.template.versions import CONDITIONS_SINCE

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

_TYPES = {"string": "String", "number": "Number", "comma_delimited_list": "List", "json": "Map", "boolean": "Boolean"}


_read: dict[str, Document] = {}
_ROOM = 4_000_000


def read_nested(text: str) -> Document:
    """The document of a nested template; one that many templates use is read once."""
    document = _read.get(text)
    if document is None:
        if sum(map(len, _read)) + len(text) > _ROOM:
            _read.clear()
        document = _read[text] = read(text)
    return document


_types: dict[tuple[str, str], tuple[catalog.ResourceType | None, Template | None]] = {}
_MOST_TYPES = 200


def provider_type(name: str, text: str) -> tuple[catalog.ResourceType | None, Template | None]:
    """The resource type that a template's text amounts to, and the template; None for what cannot be made out."""
    known = _types.get((name, text))
    if known is None:
        if len(_types) >= _MOST_TYPES:
            _types.clear()
        known = _types[name, text] = _make_type(name, text)
    return known


def _make_type(name: str, text: str) -> tuple[catalog.ResourceType | None, Template | None]:
    template = build_template(read_nested(text))
    if template is None:
        return None, None
    return catalog.ResourceType({
        "name": name,
        "nested_stack": True,
        "properties": {p.name: _property(p) for p in template.parameters.values()},
        "attributes": {"show": {"cached": False, "type": "Map"}, **{output: {} for output in template.outputs}},
    }, origin="template"), template


def problem_of(template: Template) -> str | None:
    """Why Heat cannot read the attributes of a nested template off its outputs, None where it can.

    It is stricter with them than with the outputs of a stack. Source: heat.engine.hot.template validate_section.
    """
    if template.version is None:
        return None
    known = ("value", "description", *(("condition",) if template.effective_version >= CONDITIONS_SINCE else ()))
    for name, output in template.outputs.items():
        for keyword in getattr(output.node, "index", ()):
            if keyword not in known:
                return f"its output `{name}` has the keyword `{keyword}`, which outputs do not have."
    return None


def _property(parameter: Parameter) -> dict[str, Any]:
    kind = (parameter.type or "").lower()
    facts: dict[str, Any] = {"type": _TYPES.get(kind, "Map"), "update_allowed": True}
    default = parameter.part("default") if isinstance(parameter.node, Mapping) else None
    if default is None or default.plain() is None:
        facts["required"] = True
    if kind in ("json", "comma_delimited_list"):
        facts["allow_conversion"] = True
    constraints = parameter.part("constraints")
    if isinstance(constraints, Sequence):
        facts["constraints"] = [c for c in constraints.plain() if isinstance(c, dict)]
    return facts
