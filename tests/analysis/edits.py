"""Random edits of a template's text: of entries as wholes, of names with and without what refers to them, of noise."""

from __future__ import annotations

import random
import re

from designer.syntax import Mapping, read

SECTIONS = ("parameters", "conditions", "resources", "outputs")
TYPES = ("OS::Neutron::Net", "OS::Neutron::Port", "OS::Neutron::Subnet", "OS::Nova::Server", "OS::Heat::RandomString",
         "OS::Neutron::FloatingIP", "OS::Neutron::RouterInterface", "OS::Heat::AccessPolicy", "OS::No::Such", "Alarm")
LINES = ("      image: cirros", "      network: {get_resource: NAME}", "    depends_on: NAME",
         "    condition: CONDITION",
         "      name: {get_param: PARAMETER}", "      name: {get_attr: [NAME, name]}", "    depends_on: [NAME, NAME]",
         "      flavor: {if: [CONDITION, {get_param: PARAMETER}, {get_resource: NAME}]}", "      nosuch: 1",
         "      AllowedResources: [NAME, nobody]", "      value: {get_attr: [NAME, {get_param: PARAMETER}, 0]}",
         "      subnet: {get_resource: NAME}", "      networks: [{port: {get_resource: NAME}}]")
ENTRIES = {
    "parameters": ("{type: string}", "{type: number, default: 5}", "{type: string, default: x}", "{type: strin}",
                   "{type: json, default: {a: 1}}"),
    "conditions": ("{equals: [{get_param: PARAMETER}, x]}", "{not: CONDITION}", "true", "{and: [CONDITION, CONDITION]}",
                   "{equals: [{get_param: nobody}, 1]}"),
    "resources": ("\n    type: TYPE", "\n    type: TYPE\n    condition: CONDITION",
                  "\n    type: TYPE\n    depends_on: NAME\n    properties:\n      name: {get_param: PARAMETER}",
                  "\n    type: TYPE\n    properties:\n      network: {get_resource: NAME}"),
    "outputs": ("{value: {get_attr: [NAME, name]}}", "{value: {get_resource: NAME}, condition: CONDITION}", "{}"),
}


def edited(text: str, rng: random.Random) -> str:
    """The text after one edit, or a few at once."""
    for _ in range(rng.choice((1, 1, 1, 2, 3))):
        text = rng.choice((_change_line, _change_line, _add_line, _add_entry, _drop_entry, _rename, _swap, _retype,
                           _outer, _outer, _noise))(text, rng)
    return text


def _entries(text: str) -> list[tuple[str, str, int, int]]:
    """Section, name, and the range of whole lines of each entry."""
    root = read(text).root
    found = []
    for section in SECTIONS:
        node = root.index.get(section) if isinstance(root, Mapping) else None
        if not isinstance(node, Mapping) or node.flow:
            continue
        for key, value in node.entries:
            start = text.rfind("\n", 0, key.start) + 1
            end = text.find("\n", max(value.end - 1, key.end))
            found.append((section, str(key.value), start, len(text) if end < 0 else end + 1))
    return found


def _filled(pattern: str, text: str, rng: random.Random) -> str:
    entries = _entries(text)
    for word, section in (("NAME", "resources"), ("PARAMETER", "parameters"), ("CONDITION", "conditions")):
        while word in pattern:
            names = [name for each, name, _, _ in entries if each == section] + ["nobody"]
            pattern = pattern.replace(word, rng.choice(names), 1)
    return pattern.replace("TYPE", rng.choice(TYPES))


def _pick(text: str, rng: random.Random) -> tuple[str, str, int, int] | None:
    entries = _entries(text)
    return rng.choice(entries) if entries else None


def _outer(text: str, rng: random.Random) -> str:
    """Something before all sections, or in one that is no map."""
    root = read(text).root
    keys = [(key.start, value.end) for key, value in root.entries if not isinstance(value, Mapping)] \
        if isinstance(root, Mapping) else []
    if not keys or rng.random() < 0.3:
        return rng.choice(("# first\n", "#\n", "x: 1\n", "  ", "\n")) + text
    start, end = rng.choice(keys)
    at = rng.choice((start, end, end, rng.randint(start, end)))
    words = rng.choice((" # words", "x", "\n# words\n", "\n", " x: y", "- [a]", "\nmore: 1\n", "'", "\n  z"))
    return text[:at] + words + text[at:]


def _change_line(text: str, rng: random.Random) -> str:
    entry = _pick(text, rng)
    if entry is None:
        return text + "\n"
    lines = text[entry[2]:entry[3]].split("\n")
    at = rng.randrange(len(lines))
    lines[at] = rng.choice((lines[at], lines[at] + " # words", "", lines[at].replace("get_resource", "get_attr"),
                            lines[at].replace("{", "[", 1), _filled(rng.choice(LINES), text, rng)))
    return text[:entry[2]] + "\n".join(lines) + text[entry[3]:]


def _add_line(text: str, rng: random.Random) -> str:
    entry = _pick(text, rng)
    return text if entry is None else text[:entry[3]] + _filled(rng.choice(LINES), text, rng) + "\n" + text[entry[3]:]


def _add_entry(text: str, rng: random.Random) -> str:
    entry = _pick(text, rng)
    if entry is None:
        return text
    at = rng.choice(entry[2:])
    name = rng.choice(("fresh", "net", "port", "flavor", "big", "nobody", f"new_{rng.randrange(9)}"))
    return f"{text[:at]}  {name}: {_filled(rng.choice(ENTRIES[entry[0]]), text, rng)}\n{text[at:]}"


def _drop_entry(text: str, rng: random.Random) -> str:
    entry = _pick(text, rng)
    return text if entry is None else text[:entry[2]] + text[entry[3]:]


def _rename(text: str, rng: random.Random) -> str:
    entry = _pick(text, rng)
    if entry is None:
        return text
    new = rng.choice(("other", "net", "flavor", entry[1] + "_2"))
    if rng.random() < 0.6:
        return re.sub(rf"\b{re.escape(entry[1])}\b", new, text)
    return text[:entry[2]] + text[entry[2]:entry[3]].replace(entry[1], new, 1) + text[entry[3]:]


def _swap(text: str, rng: random.Random) -> str:
    one, other = _pick(text, rng), _pick(text, rng)
    if one is None or other is None or one[0] != other[0] or one[3] > other[2]:
        return text
    return (text[:one[2]] + text[other[2]:other[3]] + text[one[3]:other[2]] + text[one[2]:one[3]] + text[other[3]:])


def _retype(text: str, rng: random.Random) -> str:
    return re.sub(r"OS::\w+::\w+", rng.choice(TYPES), text, count=rng.choice((1, 2, 5)))


def _noise(text: str, rng: random.Random) -> str:
    at = rng.randrange(len(text))
    return text[:at] + rng.choice(["x", "\n", "", ": ", "  "]) + text[at + rng.choice([0, 1, 9]):]
