"""What a new parameter, condition or output can begin as, for choosing from a list.

    starters(analysis, "outputs")      # [{"title": "name of server", "detail": ..., "operation": {"op": "add", ...}}]

The name is still to be put into `operation` under the key `name`.
"""

from __future__ import annotations

from designer.values.words import written

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import Any, TypeAlias

    from designer.analysis import Analysis
    from designer.template import Template

    Starter: TypeAlias = tuple[str, str, Any]

MOST = 3000

_PARAMETERS = (
    ("string", "a text"), ("number", "a whole number or one with a point"), ("boolean", "true or false"),
    ("comma_delimited_list", "several texts"), ("json", "a map or a list"),
)
_GONE = ("DEPRECATED", "HIDDEN", "UNSUPPORTED")


def starters(analysis: Analysis, section: str, near: str | None = None) -> list[dict[str, Any]]:
    """What can be chosen for a new entry of `parameters`, `conditions` or `outputs`, the simplest first.

    `near` is the resource whose attributes come first. At most MOST; none where the template cannot be read.
    """
    template = analysis.template
    if template is None:
        return []
    found: list[dict[str, Any]] = []
    for title, detail, value in _SECTIONS[section](analysis, template, near):
        found.append({"title": title, "detail": detail,
                      "operation": {"op": "add", "section": section, "name": "", "value": value}})
        if len(found) >= MOST:
            break
    return found


def _parameters(analysis: Analysis, template: Template, near: str | None) -> Iterator[Starter]:
    for kind, words in _PARAMETERS:
        yield kind, words, {"type": kind}


def _conditions(analysis: Analysis, template: Template, near: str | None) -> Iterator[Starter]:
    yield "Always", "to be changed afterwards", True
    for name, parameter in template.parameters.items():
        boolean = parameter.type == "boolean"
        default = parameter.part("default")
        value = True if boolean else default.plain() if default is not None else ""
        if isinstance(value, (str, int, float)):
            shown = written(value) if value != "" else "empty"
            yield f"{name} is {shown}", "parameter", {"equals": [{"get_param": name}, value]}
    for name in template.conditions:
        yield f"not {name}", "condition", {"not": name}


def _outputs(analysis: Analysis, template: Template, near: str | None) -> Iterator[Starter]:
    yield "To be filled in", "chosen afterwards, in the inspector", {"value": None}
    for name in sorted(template.resources, key=lambda each: each != near):
        resource = template.resources[name]
        yield f"id of {name}", resource.type or "", {"value": {"get_resource": name}}
        known = analysis.types(resource)
        for attribute, schema in (known.attributes.items() if known is not None else ()):
            if schema.support.status not in _GONE:
                yield (f"{attribute} of {name}", schema.description or resource.type or "",
                       {"value": {"get_attr": [name, attribute]}})
    for name in template.parameters:
        yield f"parameter {name}", "", {"value": {"get_param": name}}


_SECTIONS = {"parameters": _parameters, "conditions": _conditions, "outputs": _outputs}
SECTIONS = tuple(_SECTIONS)
