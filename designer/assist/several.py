"""What several resources and other entries have in common, for the inspector."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from designer.analysis import Analysis

# the sections whose entries a condition can switch
_SWITCHED = ("resources", "outputs")


def inspect_several(analysis: Analysis, entries: list[tuple[str, str]]) -> dict[str, Any] | None:
    """The facts about entries, pairs of section and name: those that are there, by kind, and what switches them.

    Yields `entries` ({section, name, detail, group, type}), `kinds` ({title, type, group, count}, the commonest first)
    and, where a condition could switch all of them, `conditions`: {title, chosen, operations} of each that they could
    all have, and of none. None where the template cannot be read.
    """
    template = analysis.template
    if template is None:
        return None
    found: list[dict[str, Any]] = []
    kinds: dict[str, dict[str, Any]] = {}
    for section, name in dict.fromkeys(entries):
        entry = getattr(template, section).get(name) if section in _WORDS else None
        if entry is None:
            continue
        type_name = entry.type if section == "resources" else None
        known = analysis.types(entry) if section == "resources" else None
        title = known.label if known is not None else type_name or _WORDS[section]
        group = known.group if known is not None else None
        found.append({"section": section, "name": name, "detail": title, "group": group, "type": type_name})
        kind = kinds.setdefault(title, {"title": title, "type": type_name, "group": group, "count": 0})
        kind["count"] += 1
    facts: dict[str, Any] = {"entries": found, "kinds": sorted(kinds.values(), key=lambda kind: -kind["count"])}
    if found and template.conditions and all(each["section"] in _SWITCHED for each in found):
        facts["conditions"] = _conditions(analysis, found)
    return facts


def _conditions(analysis: Analysis, found: list[dict[str, Any]]) -> list[dict[str, Any]]:
    template = analysis.template
    assert template is not None
    held = set()
    for each in found:
        node = getattr(template, each["section"])[each["name"]].part("condition")
        held.add(node.plain() if node is not None else None)
    one = held.pop() if len(held) == 1 and all(isinstance(name, (str, type(None))) for name in held) else False
    paths = [[each["section"], each["name"], "condition"] for each in found]
    off = [{"op": "unset", "path": path} for path, each in zip(paths, found, strict=True)
           if getattr(template, each["section"])[each["name"]].part("condition") is not None]
    return [{"title": "Always there", "chosen": one is None, "operations": off},
            *({"title": name, "chosen": one == name,
               "operations": [{"op": "set", "path": path, "value": name} for path in paths]}
              for name in template.conditions)]


_WORDS = {"resources": "Resource", "parameters": "Parameter", "conditions": "Condition", "outputs": "Output"}
