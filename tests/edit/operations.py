"""Random operations for a template, each with what it has to mean."""

from __future__ import annotations

import copy
import random
from typing import Any

from tests.edit import oracle

VALUES: list[Any] = [
    False, True, None, 0, -7, 1.5, "", "yes", "no", "null", "0123", "1e3", "2021-04-16", " x ", "a: b # c", "- a",
    "é😀", "\x00", "tab\there", "it's \"so\"", "#!/bin/sh\necho hi\n", "a\nb", "  lead\nx\n", "two\n\n", "\n", {}, [],
    {"a": 1, "b": ["x", {"c": None}]}, [1, "two", [3]], {"get_param": "x"}, {"get_attr": ["server", "first_address"]},
]
NAMES = ["new_name", "a b", "yes", "0", "x" * 30, "é", "it's", "a: b", "#", "[x]"]
KINDS = ["set", "set", "grow", "insert", "unset", "unset", "rename", "rename", "add_resource", "add", "remove",
         "connect", "disconnect", "move", "duplicate", "text"]


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
    path, value = chance.choice(oracle.paths(template)), copy.deepcopy(chance.choice(VALUES))
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
    path = chance.choice(oracle.paths(template))
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


def _resources(template: Any) -> list[str]:
    found = template.get("resources")
    if not isinstance(found, dict) or not all(isinstance(each, dict) for each in found.values()):
        return []
    return list(found)


def _add_resource(template: Any, chance: random.Random) -> Case | None:
    names, name = _resources(template), chance.choice(NAMES)
    if name in names or not isinstance(template.get("resources", {}), dict):
        return None
    properties = {"first": copy.deepcopy(chance.choice(VALUES)), "second": {"get_param": "x"}}
    operation = {"op": "add_resource", "name": name, "type": "OS::Nova::Server", "properties": properties}
    if names and chance.random() < 0.5:
        operation["after"] = chance.choice(names)
    return Case(operation, oracle.add(template, "resources", name,
                                      {"type": "OS::Nova::Server", "properties": properties}))


def _add(template: Any, chance: random.Random) -> Case | None:
    section, name = chance.choice(["parameters", "conditions", "outputs"]), chance.choice(NAMES)
    if not isinstance(template.get(section) or {}, dict) or name in (template.get(section) or {}):
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


_MAKERS = {"set": _set, "text": _text, "grow": _grow, "insert": _insert, "unset": _unset, "move": _move,
           "rename": _rename, "add_resource": _add_resource, "add": _add, "remove": _remove, "connect": _connect,
           "disconnect": _disconnect, "duplicate": _duplicate}
