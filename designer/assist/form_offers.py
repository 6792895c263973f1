"""What a field may be set to: parameters, references, attributes and functions that fit, the best first.

    offers(analysis, ("resources", "server", "properties", "image"), "ubu")
        {"field": ..., "groups": [{"title": "Parameters", "offers": [{"label", "detail", "operations"}, ...]}, ...]}

An offer is done by its `operations`; one of a function has the `call` to be made (`call_at`), or `yaml` to be finished.
"""

from __future__ import annotations

import re

from designer import catalog, functions
from designer.assist.fitting import (
    attribute_fits,
    fitting_attributes,
    named_by,
    named_entity,
    parameter_rank,
    takes_reference,
)
from designer.assist.form_calls import OF_CONDITIONS
from designer.assist.form_fields import ATTRIBUTE, FUNCTION, OPEN, PARAMETER, UNSET, VALUE, field, source_of
from designer.assist.form_ground import Form, conditions_for, key_of, node_at, takes_functions
from designer.assist.form_places import place_at, schema_at
from designer.functions.inside import Condition, starter
from designer.syntax import Mapping, Sequence

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import Any, TypeAlias

    from designer.analysis import Analysis
    from designer.assist.form_ground import Field, Path
    from designer.catalog import PropertySchema
    from designer.functions.inside import Ground

    Offer: TypeAlias = dict[str, Any]
    Ranked: TypeAlias = list[tuple[tuple[int, ...], Offer]]

_MOST = 40
_HOLE = re.compile(r"\$\{[0-9]+[:|]([^},|]*)[^}]*\}")
_POINTERS = ("get_param", "get_resource", "Ref")
_FIRST: dict[str, Any] = {"String": "", "Integer": 0, "Number": 0, "Boolean": False, "Any": ""}
_EXTRACTED = {"String": "string", "Integer": "number", "Number": "number", "Boolean": "boolean", "Map": "json",
              "List": "comma_delimited_list"}


def offers(analysis: Analysis, path: Path, words: str = "") -> dict[str, Any] | None:
    """What may be put at a path; None where a person edits no value there.

    `field` is the field itself; `groups` the offers that have every one of `words`; `value` the operations that make
    it a plain value, `unset` those that take it away, `inner` those that take away the call around a condition,
    `moves` those of a list's item; `extract` what a parameter made of it would be called and which type it would have;
    each None where it makes no sense.
    """
    place = place_at(analysis, path)
    if place is None or analysis.template is None:
        return None
    schema, ground = place
    form = Form(analysis, path, ground=ground)
    node = node_at(analysis, path)
    facts = field(form, schema, path, node)
    asked = words.lower().split()
    groups = [{"title": title, "offers": found[:_MOST], "more": max(0, len(found) - _MOST)}
              for title, every in _groups(analysis, path, schema, ground) if (found := [
                  one for one in every if all(word in f"{one['label']} {one['detail']}".lower() for word in asked)])]
    return {
        "field": facts, "groups": groups, "many": takes_functions(path), "where": takes_functions(path),
        "condition": ground.functions.condition,
        "value": _value(facts, schema, path), "moves": _moves(analysis, path),
        "unset": [{"op": "unset", "path": list(path)}] if facts["state"] != UNSET and not facts["fixed"] else None,
        "inner": _inner(form, facts, path, node),
        "extract": _extract(analysis, facts, schema, path), "source": source_of(form, node),
        "several": facts["control"] == "string" and facts["type"] in ("String", "Any") and facts["state"] in (
            VALUE, UNSET, OPEN),
        "steps": [facts["names"], *facts["steps"]] if facts["state"] in (ATTRIBUTE, PARAMETER) else None,
    }


def drop_on(analysis: Analysis, path: Path, section: str, name: str) -> list[dict[str, Any]] | None:
    """The operations that make what is dropped on a field its value; None where it may not stand there."""
    schema = schema_at(analysis, path)
    template = analysis.template
    if schema is None or template is None or not takes_functions(path):
        return None
    if section == "parameters" and name in template.parameters:
        return _set(path, {"get_param": name})
    if isinstance(schema, Condition) and schema.named and section == "conditions" and name in conditions_for(
            analysis, path):
        return _set(path, name)
    if section == "resources" and name in template.resources and name != path[1] and not in_condition(analysis, path):
        return _set(path, {"get_resource": name})
    return None


def types_for(analysis: Analysis, name: str) -> list[dict[str, Any]]:
    """The types that a resource could become, those of its own service first; none where there is no such resource."""
    template = analysis.template
    if template is None or name not in template.resources:
        return []
    own = template.resources[name].type or ""
    service = catalog.service_of(own)
    found = [(catalog.service_of(each) != service, catalog.label_of(each), each) for each in catalog.type_names()
             if each != own]
    return [{"name": each, "label": label, "detail": catalog.purpose_of(each) or each,
             "operations": [{"op": "change_type", "name": name, "type": each}]} for _, label, each in sorted(found)]


def path_at(analysis: Analysis, path: Path, steps: list[str]) -> list[dict[str, Any]]:
    """The operations that make a field an attribute: `steps` are a resource, an attribute and a path inside of it.

    Where a parameter is asked for already, they are a parameter and a path inside of it.
    """
    node = node_at(analysis, path)
    if Form(analysis, path).function_in(node) == "get_param":
        inner = [int(step) if at and step.isdecimal() else step for at, step in enumerate(steps)]
        return _set(path, {"get_param": inner if len(inner) > 1 else inner[0]})
    return _set(path, {"get_attr": [int(step) if at > 1 and step.isdecimal() else step
                                    for at, step in enumerate(steps)]})


def in_condition(analysis: Analysis, path: Path) -> bool:
    """Whether a path leads into a condition, where other functions may be called."""
    place = place_at(analysis, path)
    return place is not None and place[1].functions.condition


def free_parameter(analysis: Analysis, name: str) -> str:
    """A name for a new parameter that nothing has yet."""
    return free_name(name, analysis.template.parameters if analysis.template is not None else {})


def free_name(name: str, there: Any) -> str:
    """A name like another one that nothing has yet."""
    found, count = name, 1
    while found in there:
        count += 1
        found = f"{name}_{count}"
    return found


def _groups(analysis: Analysis, path: Path, schema: PropertySchema, ground: Ground
            ) -> Iterator[tuple[str, list[Offer]]]:
    if not takes_functions(path):
        return
    if isinstance(schema, Condition):
        yield "Conditions", _conditions(analysis, path, schema)
        yield "Functions", _functions(path, ground)
    owner = str(path[1]) if path[0] == "resources" else None
    yield "Parameters", _sorted(_parameters(analysis, path, schema))
    if ground.functions.condition:
        if not isinstance(schema, Condition):
            yield "Functions", _functions(path, ground)
        return
    references: Ranked = []
    attributes: Ranked = []
    template, graph = analysis.template, analysis.graph
    assert template is not None
    waiting = graph.needed_by(owner) if graph is not None and owner is not None and owner in graph.nodes else ()
    for name, resource in template.resources.items():
        if name == owner or name in waiting:
            continue
        kind = analysis.types(resource)
        detail = kind.label if kind is not None else resource.type or ""
        if schema.type in ("String", "Any"):
            rank = _reference_rank(schema, resource.type or "", name)
            if rank is not None:
                references.append((rank, {"label": name, "detail": detail,
                                          "operations": _set(path, {"get_resource": name})}))
        for rank, steps in _attributes(schema, kind):
            words = ".".join(map(str, steps))
            attributes.append((rank, {"label": f"{words} of {name}", "detail": detail,
                                      "operations": _set(path, {"get_attr": [name, *steps]})}))
    yield "References", _sorted(references)
    yield "Attributes", _sorted(attributes)
    yield "Functions", _functions(path, ground)


def _functions(path: Path, ground: Ground) -> list[Offer]:
    return [_function(name, path) for name in functions.names(ground.functions.version, ground.functions.condition)
            if name not in _POINTERS and not name.startswith("Fn::")]


def _conditions(analysis: Analysis, path: Path, schema: Condition) -> list[Offer]:
    """The conditions that may be named, and what always holds and never."""
    names = conditions_for(analysis, path) if schema.named else []
    decided = analysis.evaluation.conditions if analysis.evaluation is not None else {}
    words = {True: "holds", False: "does not hold", None: "not decided"}
    return [*({"label": name, "detail": words[decided.get(name)], "best": False, "operations": _set(path, name)}
              for name in names),
            {"label": "true", "detail": "always", "best": False, "operations": _set(path, True)},
            {"label": "false", "detail": "never", "best": False, "operations": _set(path, False)}]


def _inner(form: Form, facts: Field, path: Path, node: Any) -> dict[str, Any] | None:
    """How a condition would be without the call around it, None where there is none, or several are in it."""
    function = facts.get("call")
    if facts["state"] != FUNCTION or function not in OF_CONDITIONS:
        return None
    inside = node.index[function]
    if isinstance(inside, Sequence):
        if len(inside.items) != 1:
            return None
        inside = inside.items[0]
    return {"without": function, "operations": [{"op": "set", "path": list(path), "yaml": source_of(form, inside)}]}


def _function(name: str, path: Path) -> Offer:
    """A function as an offer: `call` where it has a form (`call_at`), else the YAML that a person finishes."""
    module = functions.find(name)
    facts: Offer = {"label": name, "detail": module.SUMMARY, "best": False}
    if starter(name) is None:
        return {**facts, "yaml": _HOLE.sub(r"\1", module.SIGNATURE)}
    return {**facts, "call": name}


def _sorted(found: Ranked) -> list[Offer]:
    best = min((rank for rank, _ in found), default=())
    return [{**offer, "best": rank == best} for rank, offer in sorted(found, key=lambda pair: pair[0])]


def _parameters(analysis: Analysis, path: Path, schema: PropertySchema) -> Ranked:
    template = analysis.template
    assert template is not None
    found: Ranked = []
    for name, parameter in template.parameters.items():
        if isinstance(schema, Condition) and parameter.type != "boolean":
            continue
        rank = parameter_rank(schema, parameter, named_by(parameter))
        if rank is not None:
            found.append(((rank,), {"label": name, "detail": parameter.type or "",
                                    "operations": _set(path, {"get_param": name})}))
    return found


def _reference_rank(schema: PropertySchema, type_name: str, name: str) -> tuple[int, ...] | None:
    """How well a reference fits, None where it is of something else than the property names."""
    if takes_reference(schema, type_name):
        return (0, schema.name not in name)
    wanted = named_entity(schema)
    if wanted is not None:
        return None
    return (1 if schema.name in name or name in schema.name else 2,)


def _attributes(schema: PropertySchema, kind: Any) -> Iterator[tuple[tuple[int, ...], tuple[str | int, ...]]]:
    if kind is None:
        return
    fitting = fitting_attributes(schema, kind)
    for rank, steps in enumerate(fitting):
        yield (0, rank), steps
    if named_entity(schema) is None or schema.type == "Any":
        for name, attribute in kind.attributes.items():
            usable = attribute.support.status not in ("DEPRECATED", "HIDDEN", "UNSUPPORTED") and name != "show"
            if usable and (name,) not in fitting and attribute_fits(schema, attribute):
                yield (1, 0), (name,)


def _value(facts: Field, schema: PropertySchema, path: Path) -> list[dict[str, Any]] | None:
    if facts["state"] == VALUE or isinstance(schema, Condition):
        return None
    if facts["state"] in (UNSET, OPEN):
        # all else is typed or chosen where it stands; nothing typed is no text
        return _set(path, "") if facts["control"] in ("string", "text") else None
    if schema.type in ("Map", "List"):
        return [{"op": "unset", "path": list(path)}]
    if "worth" in facts:
        return [{"op": "set", "path": list(path), "text": facts["worth"]}]
    first = schema.default if schema.has_default else facts["least"] if facts["least"] is not None else _FIRST[
        schema.type]
    if facts["choices"]:
        first = schema.default if schema.has_default else facts["choices"][0]["value"]
    return _set(path, first)


def _moves(analysis: Analysis, path: Path) -> dict[str, Any] | None:
    """Where an item of a list or an entry of a map of any keys can go, None where the path is none."""
    holder = node_at(analysis, path[:-1])
    last = path[-1]
    listed = isinstance(last, int) and isinstance(holder, Sequence) and last < len(holder.items)
    if listed and isinstance(holder, Sequence):
        at, count = int(last), len(holder.items)
    elif isinstance(holder, Mapping) and isinstance(last, str) and last in holder.index and _is_free(
            analysis, path[:-1], holder):
        at, count = list(holder.index).index(last), len(holder.index)
    else:
        return None
    return {"up": [{"op": "move", "path": list(path), "to": at - 1}] if at else None,
            "down": [{"op": "move", "path": list(path), "to": at + 1}] if at + 1 < count else None,
            "up_key": key_of((*path[:-1], at - 1) if listed else path),
            "down_key": key_of((*path[:-1], at + 1) if listed else path)}


def _is_free(analysis: Analysis, path: Path, node: Mapping) -> bool:
    """Whether a map is of any keys, in an order that is a person's."""
    if Form(analysis, path).function_in(node) is not None:
        return False
    if len(path) == 3 and path[0] == "resources" and path[2] == "properties" and analysis.template is not None:
        kind = analysis.types(analysis.template.resources[str(path[1])])
        return kind is None or kind.placeholder
    schema = schema_at(analysis, path)
    return schema is not None and not schema.schema


def _extract(analysis: Analysis, facts: Field, schema: PropertySchema, path: Path) -> dict[str, Any] | None:
    """The name and type of the parameter that a literal would become."""
    if not facts["extractable"]:
        return None
    kind = _EXTRACTED.get(schema.type)
    value = facts.get("value")
    if kind is None or facts["control"] in ("entries", "map", "list"):
        kind = "boolean" if isinstance(value, bool) else "number" if isinstance(value, (int, float)) else (
            "string" if isinstance(value, str) else "json")
    if kind == "number" and isinstance(value, str) and not value.isdecimal():
        kind = "string"
    if kind == "boolean" and not isinstance(value, bool):
        kind = "string"
    steps = [str(step) for step in path[3:] if not isinstance(step, int)] or [str(path[-1])]
    name = steps[-1] if path[0] == "resources" and path[2] != "condition" else str(path[1])
    other = "json" if kind == "comma_delimited_list" else "string" if kind not in ("json", "boolean") else kind
    return {"name": free_parameter(analysis, name), "type": kind, "types": list(dict.fromkeys((kind, other)))}


def _set(path: Path, value: Any) -> list[dict[str, Any]]:
    return [{"op": "set", "path": list(path), "value": value}]
