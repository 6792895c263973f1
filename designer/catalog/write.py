"""Writing facts as files: one a type and an index, the same bytes for the same facts."""

from __future__ import annotations

import json
import os

from designer.catalog.store import file_name

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

WIDTH = 110


def pretty(value: Any, indent: int = 0) -> str:
    """JSON with sorted keys, broken into lines only where a line would be too long: small, and good to compare."""
    line = json.dumps(value, sort_keys=True, ensure_ascii=False)
    if (len(line) + indent <= WIDTH and indent) or not isinstance(value, (dict, list)) or not value:
        return line
    pad = " " * (indent + 1)
    if isinstance(value, dict):
        parts = [
            f"{pad}{json.dumps(key, ensure_ascii=False)}: {pretty(value[key], indent + 1)}" for key in sorted(value)
        ]
        return "{\n" + ",\n".join(parts) + "\n" + " " * indent + "}"
    parts = [pad + pretty(item, indent + 1) for item in value]
    return "[\n" + ",\n".join(parts) + "\n" + " " * indent + "]"


def write_catalog(folder: str, heat: str, types: dict[str, dict[str, Any]]) -> list[str]:
    """Writes `types/*.json` and `index.json` into a folder and gives the names that cannot be kept as files.

    Files of types that an earlier index lists and that are gone are taken away; no other file is touched.
    Raises OSError where the folder cannot be written.
    """
    os.makedirs(os.path.join(folder, "types"), exist_ok=True)
    before = _listed(os.path.join(folder, "index.json"))
    refused = []
    listed = {}
    kept = set()
    for name, facts in sorted(types.items()):
        file = file_name(name)
        if file is None:
            refused.append(name)
            continue
        kept.add(file)
        _write(os.path.join(folder, "types", file), pretty(facts) + "\n")
        support = facts.get("support") or {}
        entry = {key: support[key] for key in ("status", "since", "replaced_by") if support.get(key)}
        if facts.get("placeholder"):
            entry["placeholder"] = True
        listed[name] = entry
    lines = [f"  {json.dumps(name)}: {json.dumps(entry, sort_keys=True)}" for name, entry in listed.items()]
    text = '{\n "heat": ' + json.dumps(heat) + ',\n "types": {\n' + ",\n".join(lines) + "\n }\n}\n"
    _write(os.path.join(folder, "index.json"), text)
    for file in sorted(before - kept):
        path = os.path.join(folder, "types", file)
        if os.path.isfile(path):
            os.remove(path)
    return refused


def _listed(path: str) -> set[str]:
    """The files of the types that an index lists; none where there is no index."""
    try:
        with open(path, encoding="utf-8") as file:
            types = json.load(file)["types"]
        return {name for name in map(file_name, types) if name is not None}
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return set()


def _write(path: str, text: str) -> None:
    """Whole or not at all: who reads meanwhile sees the old file."""
    with open(path + ".new", "w", encoding="utf-8", newline="\n") as file:
        file.write(text)
    os.replace(path + ".new", path)
