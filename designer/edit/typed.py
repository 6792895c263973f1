"""What a person typed into a field, as the value that it means there.

Where the schema wants a text, every sign typed is a part of it: `0123`, `yes` and `null` are texts then, and are
written with the quotes that YAML needs. Where it wants a number or a choice of true and false, they are read as those;
what is neither stays a text, for validation to say so.
"""

from __future__ import annotations

import re

from designer.catalog import PropertySchema
from designer.edit.refused import Refused
from designer.functions.inside import Condition, Ground, schema_along
from designer.parameters.schema import BOOLEAN, JSON, NUMBER
from designer.syntax import Document, read
from designer.syntax.paths import follow

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from designer.edit.change import Path
    from designer.edit.subject import Subject

TEXT = "String"
ANY = "Any"
_INTEGER = re.compile(r"[-+]?[0-9]+")
_FRACTION = re.compile(r"[-+]?([0-9]+\.[0-9]*|\.[0-9]+|[0-9]+(?=[eE]))([eE][-+]?[0-9]+)?")
_JSON_NUMBER = re.compile(r"-?(0|[1-9][0-9]*)(\.[0-9]+)?([eE][-+]?[0-9]+)?")
_WORDS = {"true": True, "yes": True, "on": True, "false": False, "no": False, "off": False}
_RESOURCE = {"metadata": "Map", "properties": "Map", "update_policy": "Map", "depends_on": ANY,
             "deletion_policy": TEXT, "external_id": TEXT, "type": TEXT, "description": TEXT}
_PARAMETER = {"hidden": "Boolean", "immutable": "Boolean", "tags": "List", "constraints": "List"}
_CONSTRAINT = {"allowed_pattern": TEXT, "custom_constraint": TEXT, "description": TEXT, "min": "Number",
               "max": "Number", "step": "Number", "offset": "Number"}


def typed_value(subject: Subject, path: Path, text: str) -> Any:
    """The value that a text means at a path. Raises Refused where a list or map is wanted and it is none."""
    kind = kind_at(subject, path)
    if kind == TEXT:
        return text
    if kind == "Boolean":
        return _WORDS.get(text.strip().lower(), text)
    if kind in ("Integer", "Number"):
        return _number(text, kind)
    if kind in ("List", "Map"):
        return _collection(text, kind)
    return any_value(text)


def yaml_value(text: str) -> Any:
    """A text as YAML, as Heat reads it: an expression in braces, or block lines. Raises Refused where it is none."""
    document = _read(text)
    if document is None or document.root is None:
        raise Refused("what is typed is no YAML")
    return document.root.plain()


def any_value(text: str) -> Any:
    """A text where anything may stand: what JSON knows is that, maps and lists are YAML, and all else a text.

    A number is one that would be written in these very digits.
    """
    word = text.strip()
    if word in ("null", "true", "false"):
        return {"null": None, "true": True, "false": False}[word]
    if _JSON_NUMBER.fullmatch(word) and len(word) < 1000:
        number = int(word) if _INTEGER.fullmatch(word) else float(word)
        # 1.10 and 1e3 are no numbers to everyone, and would be written otherwise: they are texts as they stand
        return number if repr(number) == word else text
    if word[:1] in ("{", "[", '"', "'") and len(word) > 1:
        document = _read(word)
        if document is not None and document.root is not None:
            return document.root.plain()
    return text


def kind_at(subject: Subject, path: Path) -> str:
    """The kind of value that is wanted at a path, in the words of property schemas; Any where nobody can say."""
    section, rest = path[0], path[2:]
    if len(path) == 1 or section == "parameter_groups":
        return "List" if path[-1] in ("parameter_groups", "parameters") else TEXT
    if section == "resources" and rest:
        return _resource_kind(subject, path)
    if section == "parameters" and rest:
        return _parameter_kind(subject, path)
    if section == "conditions" and len(path) > 1:
        return _kind_along(subject, Condition(), path, 2)
    if section == "outputs" and rest and rest[0] == "description":
        return TEXT
    if section == "outputs" and rest and rest[0] == "condition":
        return _kind_along(subject, Condition(), path, 3)
    return _kind_along(subject, None, path, 3) if section == "outputs" and len(rest) > 1 else ANY


def _resource_kind(subject: Subject, path: Path) -> str:
    part = str(path[2])
    if part == "condition":
        return _kind_along(subject, Condition(), path, 3)
    if len(path) == 3:
        return _RESOURCE.get(part, ANY)
    if part not in ("properties", "update_policy") or path[1] not in subject.template.resources:
        return ANY if part != "depends_on" else TEXT
    type_ = subject.type_of(subject.template.resources[str(path[1])])
    if type_ is None or type_.placeholder:
        return ANY
    whole = PropertySchema(part, {"type": "Map"})
    whole.schema = type_.properties if part == "properties" else type_.update_policy
    return _kind_along(subject, whole, path, 3)


def _kind_along(subject: Subject, schema: PropertySchema | None, path: Path, depth: int) -> str:
    """The kind of value at a path, whose first `depth` steps lead to a schema: calls on the way are seen through."""
    template = subject.template
    ground = Ground(template.effective_version, template.parameters, subject.type_of)
    found = schema_along(schema, path[depth:], follow(subject.document.root, path[:depth]), ground)
    # what a condition is called is no word for true or false
    return found.type if found is not None and not isinstance(found, Condition) else ANY


def _parameter_kind(subject: Subject, path: Path) -> str:
    key = str(path[2])
    if key != "default":
        last = str(path[-1])
        if len(path) > 3 and key == "constraints":
            return _CONSTRAINT.get(last, "Map" if last in ("range", "length", "modulo") else ANY)
        return _PARAMETER.get(key, TEXT) if len(path) == 3 else TEXT
    parameter = subject.template.parameters.get(str(path[1]))
    kind = parameter.type if parameter is not None else None
    if kind == JSON:
        return "Map" if len(path) == 3 else ANY
    return {NUMBER: "Number", BOOLEAN: "Boolean"}.get(kind or "", TEXT)


def _number(text: str, kind: str) -> Any:
    word = text.strip()
    if _INTEGER.fullmatch(word) and len(word) < 1000:
        return int(word)
    if kind == "Number" and _FRACTION.fullmatch(word):
        return float(word)
    return any_value(text) if word[:1] == "{" else text


def _collection(text: str, kind: str) -> Any:
    if not text.strip():
        return [] if kind == "List" else {}
    document = _read(text)
    value = document.root.plain() if document is not None and document.root is not None else None
    if isinstance(value, dict) or (isinstance(value, list) and kind == "List"):
        return value
    if kind == "Map" and isinstance(value, list):
        return value
    raise Refused(f"what is typed is no {kind.lower()}")


def _read(text: str) -> Document | None:
    document = read(text)
    return None if any(each.code in ("HOT001", "HOT005", "HOT006") for each in document.findings) else document
