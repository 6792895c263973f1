"""What operations mean, done to plain values in the simplest way: what `designer.edit` is held against.

Nothing here looks at text, and nothing is taken from `designer`.
"""

from __future__ import annotations

import copy
from typing import Any

FUNCTIONS = frozenset((
    "get_resource", "get_attr", "get_param", "get_file", "str_replace", "str_replace_strict", "str_replace_vstrict",
    "list_join", "list_concat", "list_concat_unique", "map_merge", "map_replace", "repeat", "if", "not", "and", "or",
    "equals", "contains", "digest", "str_split", "yaql", "filter", "make_url", "resource_facade", "Fn::Select", "Ref"))
PRUNED = {("resources", 2): ("properties", "metadata", "depends_on", "update_policy"),
          ("parameters", 2): ("constraints", "tags")}
SECTIONS = ("parameters", "conditions", "outputs", "parameter_groups")


def at(value: Any, path: tuple[Any, ...]) -> Any:
    for step in path:
        value = value[step]
    return value


def same(one: Any, other: Any) -> bool:
    """Equal, and of the same types throughout."""
    if type(one) is not type(other):
        return False
    if isinstance(one, dict):
        return one.keys() == other.keys() and all(same(one[key], other[key]) for key in one)
    if isinstance(one, list):
        return len(one) == len(other) and all(map(same, one, other))
    return bool(one == other)


def paths(value: Any, before: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
    """Every path in a value, the outermost first."""
    found = []
    steps = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for step, inner in steps:
        if isinstance(step, int) == isinstance(value, list):  # a key that is a number has no path
            found += [(*before, step), *paths(inner, (*before, step))]
    return found


def put(template: Any, path: tuple[Any, ...], value: Any) -> Any:
    """A value set at a path whose parent is there."""
    template = copy.deepcopy(template)
    holder = at(template, path[:-1])
    if isinstance(holder, list) and path[-1] == len(holder):
        holder.append(value)
    else:
        holder[path[-1]] = value
    return template


def insert(template: Any, path: tuple[Any, ...], value: Any) -> Any:
    template = copy.deepcopy(template)
    at(template, path[:-1]).insert(path[-1], value)
    return template


def unset(template: Any, path: tuple[Any, ...]) -> Any:
    """What stands at a path taken out; sections that mean the same empty as missing go when they are empty."""
    template = copy.deepcopy(template)
    del at(template, path[:-1])[path[-1]]
    while len(path) > 1:
        path = path[:-1]
        pruned = path[0] in SECTIONS if len(path) == 1 else path[-1] in PRUNED.get((path[0], len(path) - 1), ())
        if not pruned or at(template, path):
            break
        del at(template, path[:-1])[path[-1]]
    return template


def move(template: Any, path: tuple[Any, ...], to: int) -> Any:
    template = copy.deepcopy(template)
    holder = at(template, path[:-1])
    if isinstance(holder, list):
        holder.insert(to, holder.pop(path[-1]))
    else:
        items = list(holder.items())
        index = list(holder).index(path[-1])
        items.insert(to, items.pop(index))
        holder.clear()
        holder.update(items)
    return template


def rename_key(template: Any, path: tuple[Any, ...], to: str) -> Any:
    template = copy.deepcopy(template)
    holder = at(template, path[:-1])
    entries = [(to if key == path[-1] else key, value) for key, value in holder.items()]
    holder.clear()
    holder.update(entries)
    return template


def add(template: Any, section: str, name: str, value: Any) -> Any:
    template = copy.deepcopy(template)
    if template.get(section) is None:
        template[section] = {}
    template[section][name] = value
    return template


def depend(template: Any, source: str, target: str) -> Any:
    """The names that a resource says it depends on, with one more."""
    names = template["resources"][source].get("depends_on")
    names = [] if names is None else names if isinstance(names, list) else [names]
    return names if target in names else [*names, target]


def mentions(value: Any, name: str) -> bool:
    """Whether a resource is referred to anywhere in a value."""
    if isinstance(value, dict):
        if len(value) == 1:
            (function, argument), = value.items()
            if function == "get_resource" and argument == name:
                return True
            if function == "get_attr" and isinstance(argument, list) and argument and argument[0] == name:
                return True
        return any(mentions(inner, name) for inner in value.values())
    return isinstance(value, list) and any(mentions(inner, name) for inner in value)


class _Gone:
    pass


GONE = _Gone()


def strip(value: Any, name: str) -> Any:
    """A value without what refers to a resource, and without the maps and lists left empty by that."""
    if not mentions(value, name):
        return value
    if isinstance(value, dict):
        if len(value) == 1 and next(iter(value)) in FUNCTIONS:
            return GONE
        kept: Any = {key: inner for key, inner in ((key, strip(inner, name)) for key, inner in value.items())
                     if inner is not GONE}
    else:
        kept = [inner for inner in (strip(inner, name) for inner in value) if inner is not GONE]
    return kept or GONE


def forget(resource: Any, name: str) -> None:
    """Every reference to a resource taken out of another."""
    names = resource.get("depends_on")
    if names == name:
        del resource["depends_on"]
    elif isinstance(names, list) and name in names:
        left = [each for each in names if each != name]
        resource["depends_on"] = left
        if not left:
            del resource["depends_on"]
    for section in [each for each in resource if each not in ("type", "description", "depends_on", "condition")]:
        resource[section] = strip(resource[section], name)
        if resource[section] is GONE:
            del resource[section]


def remove_resource(template: Any, name: str) -> Any:
    template = copy.deepcopy(template)
    del template["resources"][name]
    for resource in template["resources"].values():
        if isinstance(resource, dict):
            forget(resource, name)
    outputs = template.get("outputs")
    if isinstance(outputs, dict):
        for key in [key for key, output in outputs.items()
                    if isinstance(output, dict) and mentions(output.get("value"), name)]:
            del outputs[key]
            if not outputs:
                del template["outputs"]
        for output in outputs.values():
            # what Heat does not know of an output may refer to it too
            for key in [key for key in output if key not in ("value", "description", "condition")] if isinstance(
                    output, dict) else ():
                output[key] = strip(output[key], name)
                if output[key] is GONE:
                    del output[key]
    return template


def disconnect(template: Any, source: str, target: str) -> Any:
    template = copy.deepcopy(template)
    forget(template["resources"][source], target)
    return template


def rename(template: Any, section: str, name: str, to: str) -> Any:
    """An entry's key, and every reference to it."""
    template = copy.deepcopy(template)
    template[section] = {to if key == name else key: value for key, value in template[section].items()}
    for kind in ("resources", "outputs"):
        entries = template.get(kind)
        for entry in entries.values() if isinstance(entries, dict) else ():
            for key in entry if isinstance(entry, dict) else ():
                if key == "depends_on" and section == "resources":
                    entry[key] = _swapped(entry[key], name, to)
                elif key == "condition":
                    entry[key] = to if section == "conditions" and entry[key] == name else _renamed(
                        entry[key], section, name, to, True)
                elif key not in ("type", "description", "depends_on"):
                    entry[key] = _renamed(entry[key], section, name, to, False)
    conditions = template.get("conditions")
    if isinstance(conditions, dict):
        for key in conditions:
            conditions[key] = _renamed(conditions[key], section, name, to, True)
    if section == "parameters":
        groups = template.get("parameter_groups")
        for group in groups if isinstance(groups, list) else []:
            if isinstance(group, dict) and isinstance(group.get("parameters"), list):
                group["parameters"] = _swapped(group["parameters"], name, to)
    return template


def inline(template: Any, name: str, value: str) -> Any:
    """A parameter's value wherever it is asked for whole; None where a path into it is asked for."""
    template = copy.deepcopy(template)
    found: list[Any] = []
    for kind in ("resources", "outputs", "conditions"):
        section = template.get(kind)
        for key in section if isinstance(section, dict) else ():
            entry = section[key]
            if kind == "conditions":
                section[key] = _inlined(entry, name, value, found)
            elif isinstance(entry, dict):
                for part in entry:
                    if part not in ("type", "description", "depends_on"):
                        entry[part] = _inlined(entry[part], name, value, found)
    if found:
        return None
    return unset(group(template, name, None), ("parameters", name))


def _inlined(value: Any, name: str, worth: str, found: list[Any]) -> Any:
    if isinstance(value, list):
        return [_inlined(each, name, worth, found) for each in value]
    if not isinstance(value, dict):
        return value
    if len(value) == 1 and "get_param" in value:
        argument = value["get_param"]
        if argument == name or argument == [name]:
            return worth
        if isinstance(argument, list) and argument and argument[0] == name:
            found.append(argument)
    return {key: _inlined(each, name, worth, found) for key, each in value.items()}


def group(template: Any, name: str, label: str | None) -> Any:
    """A parameter at the end of a group, and in no other; in none without a label."""
    template = copy.deepcopy(template)
    groups = template.get("parameter_groups") or []
    if not isinstance(groups, list) or not all(isinstance(each, dict) for each in groups):
        return template
    chosen = next((each for each in groups if each.get("label") == label), None) if label is not None else None
    for each in groups:
        if isinstance(each.get("parameters"), list):
            each["parameters"] = [other for other in each["parameters"] if other != name]
    if chosen is not None:
        chosen["parameters"].append(name)
    elif label is not None:
        groups.append({"label": label, "parameters": [name]})
    return _with_groups(template, groups)


def add_group(template: Any, label: str, names: list[str]) -> Any:
    template = copy.deepcopy(template)
    groups = template.get("parameter_groups") or []
    for each in groups:
        each["parameters"] = [other for other in each["parameters"] if other not in names]
    return _with_groups(template, [*groups, {"label": label, "parameters": names}])


def remove_group(template: Any, at: int) -> Any:
    template = copy.deepcopy(template)
    return _with_groups(template, [each for number, each in enumerate(template["parameter_groups"]) if number != at])


def _with_groups(template: Any, groups: list[Any]) -> Any:
    """Groups left without parameters go, and so does their section without groups."""
    left = [each for each in groups if each.get("parameters", True)]
    if left:
        template["parameter_groups"] = left
    else:
        template.pop("parameter_groups", None)
    return template


def _swapped(value: Any, name: str, to: str) -> Any:
    if isinstance(value, list):
        return [to if each == name else each for each in value]
    return to if value == name else value


def _renamed(value: Any, section: str, name: str, to: str, condition: bool) -> Any:
    def inside(each: Any, condition: bool = condition) -> Any:
        return _renamed(each, section, name, to, condition)

    if isinstance(value, list):
        return [inside(each) for each in value]
    if not isinstance(value, dict):
        return value
    if len(value) == 1:
        (function, argument), = value.items()
        first = isinstance(argument, list) and bool(argument)
        if (section, function) in (("resources", "get_resource"), ("parameters", "get_param")) and argument == name:
            return {function: to}
        if (section, function) in (("resources", "get_attr"), ("parameters", "get_param")) and first:
            return {function: [_swapped(argument[0], name, to), *map(inside, argument[1:])]}
        if section == "conditions" and function == "if" and first:
            chosen = to if argument[0] == name else inside(argument[0], True)
            return {function: [chosen, *map(inside, argument[1:])]}
        if section == "conditions" and condition and function == "not" and argument == name:
            return {function: to}
        if section == "conditions" and condition and function in ("and", "or") and first:
            return {function: [to if each == name else inside(each) for each in argument]}
        if function == "if" and first:
            return {function: [inside(argument[0], True), *map(inside, argument[1:])]}
    return {key: inside(each) for key, each in value.items()}
