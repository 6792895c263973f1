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
    if len(line) + indent <= WIDTH and indent or not isinstance(value, (dict, list)) or not value:
        return line
    pad = " " * (indent + 1)
    if isinstance(value, dict):
        parts = [
            f"{pad}{json.dumps(key, ensure_ascii=False)}: {pretty(value[key], indent + 1)}"
            for key in sorted(value)
        ]
        return "{\n" + ",\n".join(parts) + "\n" + " " * indent + "}"
    parts = [pad + pretty(item, indent + 1) for item in value]
    return "[\n" + ",\n".join(parts) + "\n" + " " * indent + "]"


def write_catalog(folder: str, heat: str, types: dict[str, dict[str, Any]]) -> list[str]:
    """Writes `types/*.json` and `index.json` into a folder and gives the names that cannot be kept as files.

    Files of types that are no longer there are taken away. Raises OSError where the folder cannot be written.
    """
    os.makedirs(os.path.join(folder, "types"), exist_ok=True)
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
    for file in os.listdir(os.path.join(folder, "types")):
        if file.endswith(".json") and file not in kept:
            os.remove(os.path.join(folder, "types", file))
    return refused


def _write(path: str, text: str) -> None:
    """Whole or not at all: who reads meanwhile sees the old file."""
    with open(path + ".new", "w", encoding="utf-8", newline="\n") as file:
        file.write(text)
    os.replace(path + ".new", path)
