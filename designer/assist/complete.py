"""Completion: what could stand at the cursor."""

from __future__ import annotations

from designer import catalog, functions
from designer.assist.cursor import Cursor, locate
from designer.assist.sketch import sketch
from designer.template.build import VERSION_KEY
from designer.template.versions import LATEST, resolve_version, version_names
from designer.validate import keywords

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import Any, TypeAlias

    from designer.analysis import Analysis
    from designer.catalog import PropertySchema, ResourceType

    Option: TypeAlias = dict[str, Any]

_SECTIONS = {
    VERSION_KEY: "the version of HOT",
    "description": "what the template is for",
    "parameter_groups": "parameters grouped and ordered for people",
    "parameters": "what is asked for when a stack is made",
    "conditions": "when resources and outputs are there",
    "resources": "what the stack is made of",
    "outputs": "what the stack tells when it is made",
}
_KEYWORDS: dict[str, dict[str, str]] = {
    "resources": {"type": "the resource type", "properties": "its values", "metadata": "data kept with the resource",
                  "depends_on": "resources that must be there first", "update_policy": "how an update goes about it",
                  "deletion_policy": "Delete, Retain or Snapshot", "condition": "when the resource is there",
                  "external_id": "an existing thing, not created", "description": "what it is for"},
    "parameters": {"type": "string, number, boolean, json or comma_delimited_list", "label": "its name for people",
                   "description": "what it is for", "default": "the value when none is given",
                   "hidden": "whether it is kept from view", "constraints": "what a value must meet",
                   "immutable": "whether an update may change it", "tags": "words to find it by"},
    "outputs": {"value": "what it tells", "description": "what it is for", "condition": "when it is there"},
}
_TABLES = {"resources": keywords.RESOURCE_KEYWORDS, "parameters": keywords.PARAMETER_KEYWORDS,
           "outputs": keywords.OUTPUT_KEYWORDS}
_MOST = 300


def complete(analysis: Analysis, offset: int) -> dict[str, Any]:
    """What could stand at an offset.

    Yields `from` and `to`, the offsets between which an option goes, and `options`: each with `label`, `kind`
    (section, keyword, type, property, attribute, resource, parameter, condition, function, value), `detail`, and
    `insert`, the text
    that goes in, where that is not the label. No options where nothing is known, or inside a block of text.
    """
    cursor = locate(analysis.lines, offset)
    options: list[Option] = []
    if not cursor.literal:
        names = _Names(analysis)
        options = [option for option in _options(cursor, names, analysis) if _fits(option, cursor.word)]
    return {"from": cursor.start, "to": max(cursor.end, offset), "options": options[:_MOST]}


def _fits(option: Option, word: str) -> bool:
    if not word:
        return True
    label = option["label"].lower()
    word = word.lower()
    if word in label:
        return True
    position = 0
    for character in word:
        position = label.find(character, position) + 1
        if position == 0:
            return False
    return True


class _Names:
    """What can be referred to: from the template where the text is whole, from its lines where it is not."""

    __slots__ = ("sections", "version")

    def __init__(self, analysis: Analysis) -> None:
        template = analysis.template
        self.version = LATEST
        if template is not None:
            self.version = template.effective_version
            self.sections: dict[str, dict[str, str | None]] = {
                "resources": {r.name: r.type for r in template.resources.values()},
                "parameters": {p.name: p.type for p in template.parameters.values()},
                "conditions": dict.fromkeys(template.conditions),
                "outputs": dict.fromkeys(template.outputs)}
        else:
            self.sections = sketch(analysis.document.text)
            for line in analysis.document.text.splitlines()[:50]:
                if line.startswith(VERSION_KEY):
                    self.version = resolve_version(line.partition(":")[2].strip().strip("\"'")) or LATEST

    def of(self, section: str) -> dict[str, str | None]:
        return self.sections.get(section, {})


def _options(cursor: Cursor, names: _Names, analysis: Analysis) -> Iterator[Option]:
    path = cursor.path
    call = _call(path)
    if call is not None:
        yield from _arguments(call[0], call[1], cursor, names, analysis)
        return
    if not path or (len(path) == 1 and cursor.at_key and path[0] not in _KEYWORDS and not cursor.indent):
        if cursor.at_key:
            for name in keywords.available(keywords.SECTIONS, names.version):
                detail = _SECTIONS.get(name, "")
                scalar = name in (VERSION_KEY, "description")
                yield _option(name, "section", detail, name + (": " if scalar else ":"))
        return
    section = path[0]
    if section == VERSION_KEY:
        for name in reversed(version_names()):
            yield _option(name, "value", "version of HOT")
    elif section in _KEYWORDS and len(path) >= 2:
        yield from _inside(str(section), path, cursor, names, analysis)
    elif section == "conditions" and len(path) >= 2:
        yield from _functions(names.version, True, cursor)


def _inside(section: str, path: list[str | int], cursor: Cursor, names: _Names, analysis: Analysis) -> Iterator[Option]:
    if len(path) == 2 and cursor.at_key:
        for name in keywords.available(_TABLES[section], names.version):
            detail = _KEYWORDS[section].get(name, "")
            yield _option(name, "keyword", detail, name + ":" if name in ("properties", "constraints", "metadata")
                          else name + ": ")
        return
    keyword = path[2] if len(path) > 2 else None
    if keyword == "condition":
        for name in names.of("conditions"):
            yield _option(name, "condition", "condition of this template")
    elif section == "resources":
        yield from _resource_part(keyword, path, cursor, names, analysis)
    elif section == "parameters":
        if keyword == "type":
            for kind in keywords.PARAMETER_TYPES:
                yield _option(kind, "value", "type of parameter")
        elif keyword == "constraints" and cursor.at_key:
            for name in keywords.available(keywords.CONSTRAINT_KEYWORDS, names.version):
                yield _option(name, "keyword", "constraint", name + ": ")
        elif keyword in ("hidden", "immutable"):
            yield from (_option(word, "value", "") for word in ("true", "false"))
    elif section == "outputs" and keyword == "value":
        yield from _functions(names.version, False, cursor)


def _resource_part(keyword: str | int | None, path: list[str | int], cursor: Cursor, names: _Names,
                   analysis: Analysis) -> Iterator[Option]:
    if keyword == "type" and not cursor.at_key:
        for name in catalog.type_names():
            yield _option(name, "type", catalog.purpose_of(name) or "")
    elif keyword == "depends_on":
        for name, kind in names.of("resources").items():
            if name != path[1]:
                yield _option(name, "resource", kind or "")
    elif keyword == "deletion_policy":
        yield from (_option(word, "value", "") for word in keywords.DELETION_POLICIES if word[0].isupper())
    elif keyword in ("properties", "update_policy"):
        type_ = _type_of(str(path[1]), names, analysis)
        if type_ is None:
            if not cursor.at_key:
                yield from _functions(names.version, False, cursor)
            return
        known = type_.properties if keyword == "properties" else type_.update_policy
        yield from _property_options(known, path[3:], cursor, names, analysis)


def _property_options(known: dict[str, PropertySchema], steps: list[str | int], cursor: Cursor, names: _Names,
                      analysis: Analysis) -> Iterator[Option]:
    schema: PropertySchema | None = None
    for step in steps:
        schema = known.get(str(step)) if schema is None else schema.inside(step)
        if schema is None:
            yield from () if cursor.at_key else _functions(names.version, False, cursor)
            return
    inner = known if schema is None else schema.schema
    if cursor.at_key:
        for name, each in sorted((inner or {}).items(), key=lambda pair: (not pair[1].required, pair[0])):
            detail = each.type + (", required" if each.required else "")
            if each.support.status in ("DEPRECATED", "HIDDEN"):
                detail += ", " + each.support.status.lower()
            yield _option(name, "property", detail, name + (":" if each.type in ("Map", "List") else ": "))
        if schema is None or inner:
            return
    if schema is None:
        return
    for constraint in schema.constraints:
        if constraint.kind == "allowed_values":
            yield from (_option(_written(value), "value", "allowed value") for value in constraint.value)
    if schema.type == "Boolean":
        yield from (_option(word, "value", "") for word in ("true", "false"))
    if schema.entity:
        makers = catalog.constraint_entity(schema.entity)
        kinds = makers.types if makers is not None else ()
        for name, kind in names.of("resources").items():
            if kind in kinds:
                yield _option(name, "resource", f"{kind}: the {schema.entity} it makes", f"{{get_resource: {name}}}")
    for name in names.of("parameters"):
        yield _option(name, "parameter", "value of the parameter", f"{{get_param: {name}}}")
    yield from _functions(names.version, False, cursor)


def _call(path: list[str | int]) -> tuple[str, list[str | int]] | None:
    """The innermost function in a path, with the steps behind it."""
    for index in range(len(path) - 1, 0, -1):
        step = path[index]
        if isinstance(step, str) and step in _REFERRING:
            return step, path[index + 1:]
    return None


_REFERRING = ("get_resource", "get_param", "get_attr", "if", "resource_facade")


def _arguments(name: str, steps: list[str | int], cursor: Cursor, names: _Names,
               analysis: Analysis) -> Iterator[Option]:
    first = not steps or steps[-1] == 0
    if name == "get_param" and first:
        for parameter, kind in names.of("parameters").items():
            yield _option(parameter, "parameter", kind or "")
        for pseudo in ("OS::stack_name", "OS::stack_id", "OS::project_id"):
            yield _option(pseudo, "parameter", "told by Heat")
    elif name in ("get_resource", "get_attr") and first:
        for resource, kind in names.of("resources").items():
            yield _option(resource, "resource", kind or "")
    elif name == "get_attr" and cursor.items and len(cursor.items) == 1:
        known = _type_of(cursor.items[0], names, analysis)
        for attribute, schema in (known.attributes.items() if known is not None else ()):
            yield _option(attribute, "attribute", schema.type or "")
    elif name == "if" and first:
        for condition in names.of("conditions"):
            yield _option(condition, "condition", "condition of this template")
    elif name == "resource_facade":
        yield from (_option(word, "value", "") for word in ("metadata", "deletion_policy", "update_policy"))
    elif name == "if" and not cursor.at_key:
        yield from _functions(names.version, False, cursor)


def _functions(version: str, condition: bool, cursor: Cursor) -> Iterator[Option]:
    for name in functions.names(version, condition):
        module = functions.find(name, version, condition)
        if module is None or name.startswith("Fn::"):
            continue
        insert = name + ": "
        if not cursor.at_key:
            insert = "{" + name + ": "
        yield _option(name, "function", getattr(module, "SUMMARY", ""), insert)


def _type_of(name: str, names: _Names, analysis: Analysis) -> ResourceType | None:
    kind = names.of("resources").get(name)
    if kind is None:
        return None
    template = analysis.template
    if template is not None and name in template.resources:
        return analysis.types(template.resources[name])
    return catalog.find(kind)


def _option(label: str, kind: str, detail: str, insert: str | None = None) -> Option:
    option: Option = {"label": label, "kind": kind, "detail": detail}
    if insert is not None and insert != label:
        option["insert"] = insert
    return option


def _written(value: Any) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    return str(value)
