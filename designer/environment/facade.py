"""Whether a template can stand for one of Heat's own types: it must look like that type from outside.

Source: heat.engine.resources.template_resource (TemplateResource._validate_against_facade).
"""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from designer.catalog import ResourceType

_PARAMETERS = {"Integer": "Number"}
_WORDS = {"String": "string", "Number": "number", "Boolean": "boolean", "List": "comma_delimited_list", "Map": "json"}


def misfits(template: ResourceType, facade: ResourceType) -> Iterator[tuple[str, dict[str, str]]]:
    """What differs where it may not: a word for how, and the facts.

    `template` is the type that the template amounts to, `facade` the one that it stands for.
    """
    for name, wanted in facade.properties.items():
        given = template.properties.get(name)
        if given is None:
            if wanted.required:
                yield "property", {"item": name, "wanted": _WORDS.get(_PARAMETERS.get(wanted.type, wanted.type), "")}
        elif wanted.type not in _WORDS and wanted.type not in _PARAMETERS:
            yield "any", {"item": name}
        elif given.type != _PARAMETERS.get(wanted.type, wanted.type):
            yield "type", {"item": name, "wanted": _WORDS[_PARAMETERS.get(wanted.type, wanted.type)]}
    for name, given in template.properties.items():
        if given.required and name not in facade.properties:
            yield "required", {"item": name}
    for name in facade.attributes:
        if name not in template.attributes:
            yield "attribute", {"item": name}
