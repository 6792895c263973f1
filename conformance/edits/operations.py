"""Random operations for a template, each with what it has to mean."""

from __future__ import annotations

import copy
import random
from typing import Any

from conformance.edits import oracle

VALUES: list[Any] = [
    False, True, None, 0, -7, 1.5, "", "yes", "no", "null", "0123", "1e3", "2021-04-16", " x ", "a: b # c", "- a",
    "é😀", "\x00", "tab\there", "it's \"so\"", "#!/bin/sh\necho hi\n", "a\nb", "  lead\nx\n", "two\n\n", "\n", {}, [],
    {"a": 1, "b": ["x", {"c": None}]}, [1, "two", [3]], {"get_param": "x"}, {"get_attr": ["server", "first_address"]},
]
NAMES = ["new_name", "a b", "yes", "0", "x" * 30, "é", "it's", "a: b", "#", "[x]"]
KINDS = ["set", "set", "grow", "insert", "unset", "unset", "rename", "rename", "add_resource", "add", "remove",
         "connect", "disconnect", "move", "move", "duplicate", "text", "change_type", "extract", "inline", "group",
         "groups", "paste", "again", "remove_output", "rename_key"]
TYPES = ("OS::Heat::None", "Not::Known::Type", "other.yaml")
"""Types that keep all properties: others drop what does not fit."""


class Case:
    """An operation, and the plain template that it has to make, None where only the text is looked at."""

    def __init__(self, operation: dict[str, Any], wanted: Any, ordered: tuple[Any, ...] | None = None) -> None:
        self.operation = operation
        self.wanted = wanted
        self.ordered = ordered
        """The path of a map whose order counts."""


def random_case(template: Any, chance: random.Random) -> Case | None:
    """An operation that can be done to a template of plain values; None where the kind drawn has nothing to do."""
    return _MAKERS[chance.choice(KINDS)](template, chance)


def _set(template: Any, chance: random.Random) -> Case | None:
    paths = oracle.paths(template)
    if not paths:
        return None
    path, value = chance.choice(paths), copy.deepcopy(chance.choice(VALUES))
    return Case({"op": "set", "path": list(path), "value": value}, oracle.put(template, path, value))


def _text(template: Any, chance: random.Random) -> Case | None:
    """A change inside a text of several lines."""
    texts = [path for path in oracle.paths(template) if isinstance(each := oracle.at(template, path), str)
             and "\n" in each.strip()]
    if not texts:
        return None
    path = chance.choice(texts)
    lines = oracle.at(template, path).split("\n")
    lines.insert(chance.randrange(len(lines)), chance.choice(["", "echo new", "  - indented", "# comment"]))
    value = "\n".join(lines)
    return Case({"op": "set", "path": list(path), "value": value}, oracle.put(template, path, value))


def _collections(template: Any, *kinds: type) -> list[tuple[Any, ...]]:
    return [path for path in oracle.paths(template) if isinstance(oracle.at(template, path), kinds)]


def _grow(template: Any, chance: random.Random) -> Case | None:
    path = chance.choice(_collections(template, dict, list) or [()])
    holder, value = oracle.at(template, path), copy.deepcopy(chance.choice(VALUES))
    step = len(holder) if isinstance(holder, list) else chance.choice(NAMES)
    if isinstance(holder, dict) and step in holder:
        return None
    path = (*path, step)
    return Case({"op": "set", "path": list(path), "value": value}, oracle.put(template, path, value))


def _insert(template: Any, chance: random.Random) -> Case | None:
    lists = _collections(template, list)
    if not lists:
        return None
    path = chance.choice(lists)
    path = (*path, chance.randint(0, len(oracle.at(template, path))))
    value = copy.deepcopy(chance.choice(VALUES))
    return Case({"op": "insert", "path": list(path), "value": value}, oracle.insert(template, path, value))


def _unset(template: Any, chance: random.Random) -> Case | None:
    paths = oracle.paths(template)
    if not paths:
        return None
    path = chance.choice(paths)
    return Case({"op": "unset", "path": list(path)}, oracle.unset(template, path))


def _move(template: Any, chance: random.Random) -> Case | None:
    movable = [path for path in oracle.paths(template) if len(oracle.at(template, path[:-1])) > 1]
    if not movable:
        return None
    path = chance.choice(movable)
    holder = oracle.at(template, path[:-1])
    to = chance.randrange(len(holder))
    return Case({"op": "move", "path": list(path), "to": to}, oracle.move(template, path, to),
                path[:-1] if isinstance(holder, dict) else None)


def _rename(template: Any, chance: random.Random) -> Case | None:
    sections = [each for each in ("resources", "parameters", "conditions", "outputs")
                if isinstance(template.get(each), dict) and template[each]]
    if not sections:
        return None
    section = chance.choice(sections)
    name, to = chance.choice(list(template[section])), chance.choice(NAMES)
    if to in template[section] or not name:
        return None
    return Case({"op": "rename", "section": section, "name": name, "to": to},
                oracle.rename(template, section, name, to), (section,))


def _rename_key(template: Any, chance: random.Random) -> Case | None:
    """A key of any map but of the sections, and but of those that a text beside them names."""
    movable = [path for path in oracle.paths(template) if isinstance(path[-1], str) and len(path) != 2
               and not {"params", "for_each", "data", "Fn::Replace"}.intersection(path)]
    if not movable:
        return None
    path, to = chance.choice(movable), chance.choice(NAMES)
    if to in oracle.at(template, path[:-1]):
        return None
    return Case({"op": "rename_key", "path": list(path), "to": to}, oracle.rename_key(template, path, to), path[:-1])


def _resources(template: Any) -> list[str]:
    found = template.get("resources")
    if not isinstance(found, dict) or not all(isinstance(each, dict) for each in found.values()):
        return []
    return list(found)


def _section(template: Any, name: str) -> dict[str, Any] | None:
    """A section's entries, none where it is missing or null; None where it is no map."""
    found = template.get(name)
    return {} if found is None else found if isinstance(found, dict) else None


def _add_resource(template: Any, chance: random.Random) -> Case | None:
    names, name = _resources(template), chance.choice(NAMES)
    if name in names or _section(template, "resources") is None:
        return None
    properties = {"first": copy.deepcopy(chance.choice(VALUES)), "second": {"get_param": "x"}}
    operation = {"op": "add_resource", "name": name, "type": "OS::Nova::Server", "properties": properties}
    if names and chance.random() < 0.5:
        operation["after"] = chance.choice(names)
    return Case(operation, oracle.add(template, "resources", name,
                                      {"type": "OS::Nova::Server", "properties": properties}))


def _add(template: Any, chance: random.Random) -> Case | None:
    section, name = chance.choice(["parameters", "conditions", "outputs"]), chance.choice(NAMES)
    found = _section(template, section)
    if found is None or name in found:
        return None
    value = copy.deepcopy(chance.choice([{"type": "string", "default": "a\nb"}, {"value": {"get_param": "a"}},
                                         {"equals": [{"get_param": "a"}, "b"]}, True]))
    return Case({"op": "add", "section": section, "name": name, "value": value},
                oracle.add(template, section, name, value))


def _remove(template: Any, chance: random.Random) -> Case | None:
    names = _resources(template)
    if not names:
        return None
    name = chance.choice(names)
    return Case({"op": "remove_resource", "name": name, "cascade": True}, oracle.remove_resource(template, name))


def _connect(template: Any, chance: random.Random) -> Case | None:
    names = _resources(template)
    if len(names) < 2:
        return None
    source, target = chance.sample(names, 2)
    if chance.random() < 0.5:
        value = oracle.depend(template, source, target)
        there = template["resources"][source].get("depends_on")
        wanted = oracle.put(template, ("resources", source, "depends_on"),
                            there if isinstance(there, str) and [there] == value else value)
        if there is None and isinstance(wanted["resources"][source]["depends_on"], list):
            # one name alone may be written either way
            return Case({"op": "connect", "from": source, "to": target}, (wanted, oracle.put(
                wanted, ("resources", source, "depends_on"), target)))
        return Case({"op": "connect", "from": source, "to": target}, wanted)
    holder = template["resources"][source].get("properties") or {}
    if not isinstance(holder, dict) or "linked" in holder:
        return None
    wanted = oracle.put(template, ("resources", source, "properties"),
                        {**holder, "linked": [{"to": {"get_resource": target}}]})
    return Case({"op": "connect", "from": source, "to": target, "property": ["linked", 0, "to"]}, wanted)


def _disconnect(template: Any, chance: random.Random) -> Case | None:
    names = _resources(template)
    pairs = [(source, target) for source in names for target in names[:40] if source != target and (
        target == (named := template["resources"][source].get("depends_on")) or (
            isinstance(named, list) and target in named) or any(
            oracle.mentions(template["resources"][source].get(part), target) for part in ("properties", "metadata")))]
    if not pairs:
        return None
    source, target = chance.choice(pairs)
    return Case({"op": "disconnect", "from": source, "to": target, "cascade": True},
                oracle.disconnect(template, source, target))


def _duplicate(template: Any, chance: random.Random) -> Case | None:
    names = _resources(template)
    if not names or "copy" in names:
        return None
    name = chance.choice(names)
    alone = oracle.rename({"resources": {name: template["resources"][name]}}, "resources", name, "copy")
    return Case({"op": "duplicate_resource", "name": name, "to": "copy"},
                oracle.add(template, "resources", "copy", alone["resources"]["copy"]))


def _change_type(template: Any, chance: random.Random) -> Case | None:
    names = [name for name in _resources(template) if "type" in template["resources"][name]]
    if not names:
        return None
    name, kind = chance.choice(names), chance.choice(TYPES)
    return Case({"op": "change_type", "name": name, "type": kind},
                oracle.put(template, ("resources", name, "type"), kind))


def _extract(template: Any, chance: random.Random) -> Case | None:
    """A plain value that becomes a parameter."""
    found = [path for path in oracle.paths(template) if len(path) > 3 and path[0] == "resources"
             and path[2] == "properties" and isinstance(oracle.at(template, path), (str, bool, int))
             and not any(step in oracle.FUNCTIONS for step in path[3:])]
    parameters = _section(template, "parameters")
    if not found or parameters is None:
        return None
    path, name = chance.choice(found), chance.choice(NAMES)
    if name in parameters:
        return None
    value = oracle.at(template, path)
    kind = "boolean" if isinstance(value, bool) else "number" if isinstance(value, int) else "string"
    wanted = oracle.add(oracle.put(template, path, {"get_param": name}), "parameters", name,
                        {"type": kind, "default": value})
    return Case({"op": "extract_parameter", "path": list(path), "name": name}, wanted)


def _inline(template: Any, chance: random.Random) -> Case | None:
    parameters = template.get("parameters")
    plain = [name for name, each in parameters.items() if isinstance(each, dict) and each.get("type") == "string"
             and isinstance(each.get("default"), str)] if isinstance(parameters, dict) else []
    if not plain:
        return None
    name = chance.choice(plain)
    if _groups_of(template) is None:
        return None
    wanted = oracle.inline(template, name, parameters[name]["default"])
    return Case({"op": "inline_parameter", "name": name}, wanted) if wanted is not None else None


def _groups_of(template: Any) -> list[Any] | None:
    groups = template.get("parameter_groups")
    if groups is None:
        return []
    if not isinstance(groups, list) or not all(
            isinstance(each, dict) and isinstance(each.get("parameters"), list) and each["parameters"]
            and all(isinstance(name, str) for name in each["parameters"]) for each in groups):
        return None
    return groups


def _group(template: Any, chance: random.Random) -> Case | None:
    """A parameter that joins or leaves a group."""
    parameters, groups = template.get("parameters"), _groups_of(template)
    if not isinstance(parameters, dict) or not parameters or groups is None:
        return None
    name = chance.choice(list(parameters))
    labels = [each["label"] for each in groups if isinstance(each.get("label"), str)]
    label = chance.choice([*labels, "New: group", None])
    return Case({"op": "group", "parameter": name, "label": label}, oracle.group(template, name, label))


def _groups(template: Any, chance: random.Random) -> Case | None:
    """A group made, named or removed."""
    parameters, groups = template.get("parameters"), _groups_of(template)
    if not isinstance(parameters, dict) or not parameters or groups is None:
        return None
    if groups and chance.random() < 0.6:
        at = chance.randrange(len(groups))
        if chance.random() < 0.5:
            return Case({"op": "remove_group", "group": at}, oracle.remove_group(template, at))
        return Case({"op": "rename_group", "group": at, "to": "It's: new"},
                    oracle.put(template, ("parameter_groups", at, "label"), "It's: new"))
    names = chance.sample(list(parameters), min(2, len(parameters)))
    return Case({"op": "add_group", "label": "# one", "parameters": names}, oracle.add_group(template, "# one", names))


PASTED = """\
# pasted
resources:
  pasted here:  # one
    type: OS::Heat::Value
    properties:
      # inside
      value: |
        text

        more
"""


def _paste(template: Any, chance: random.Random) -> Case | None:
    there = _section(template, "resources")
    if there is None or "pasted here" in there:
        return None
    value = {"type": "OS::Heat::Value", "properties": {"value": "text\n\nmore\n"}}
    operation = {"op": "paste", "text": PASTED}
    names = _resources(template)
    if names and chance.random() < 0.5:
        operation["after"] = chance.choice(names)
    return Case(operation, oracle.add(template, "resources", "pasted here", value))


def _again(template: Any, chance: random.Random) -> Case | None:
    """A parameter, condition or output once more."""
    sections = [each for each in ("parameters", "conditions", "outputs") if isinstance(template.get(each), dict)
                and template[each] and "copy" not in template[each]]
    if not sections:
        return None
    section = chance.choice(sections)
    name = chance.choice(list(template[section]))
    return Case({"op": "duplicate", "section": section, "name": name, "to": "copy"},
                oracle.add(template, section, "copy", copy.deepcopy(template[section][name])))


def _remove_output(template: Any, chance: random.Random) -> Case | None:
    outputs = template.get("outputs")
    if not isinstance(outputs, dict) or not outputs:
        return None
    name = chance.choice(list(outputs))
    return Case({"op": "remove", "section": "outputs", "name": name}, oracle.unset(template, ("outputs", name)))


_MAKERS = {"set": _set, "text": _text, "grow": _grow, "insert": _insert, "unset": _unset, "move": _move,
           "rename": _rename, "add_resource": _add_resource, "add": _add, "remove": _remove, "connect": _connect,
           "disconnect": _disconnect, "duplicate": _duplicate, "change_type": _change_type, "extract": _extract,
           "inline": _inline, "group": _group, "groups": _groups, "paste": _paste, "again": _again,
           "remove_output": _remove_output, "rename_key": _rename_key}
