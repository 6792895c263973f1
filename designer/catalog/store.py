"""Finding resource types in the catalog's folder, and in the user's own where there is one.

The catalog's data is one JSON file a type, so that a look-up reads that file and nothing else.
"""

from __future__ import annotations

import os

from designer.catalog.resource_type import ResourceType

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

DATA = os.path.join(os.path.dirname(os.path.abspath(__file__)), "data")
NAME_LIMIT = 200
CACHE_LIMIT = 4096
NAME_SIGNS = frozenset("_-.:")

_types: dict[str, ResourceType | None] = {}
_documents: dict[str, Any] = {}
_user: list[str | None] = []
_scanner: list[Any] = []


def user_folder() -> str:
    """Where the user's own catalog is kept, whether it exists or not."""
    chosen = os.environ.get("HOT_DESIGNER_CATALOG")
    if chosen:
        return chosen
    data = os.environ.get("XDG_DATA_HOME") or os.path.join(os.path.expanduser("~"), ".local", "share")
    return os.path.join(data, "hot-designer", "catalog")


def file_name(type_name: str) -> str | None:
    """The name of a type's file, or None where a name cannot be one: no such name ever leaves the folder."""
    if not 0 < len(type_name) <= NAME_LIMIT or not type_name.isascii() or type_name[0] in ".-":
        return None
    plain = type_name.replace("::", "__")
    if ":" in plain or not all(sign.isalnum() or sign in NAME_SIGNS for sign in plain):
        return None
    return plain + ".json"


def find(type_name: str) -> ResourceType | None:
    """The resource type of this very name, or the one that Heat's default environment makes of it, or None.

    Any string is safe to ask for. The answer is kept: the same name gives the same object until `forget()`.
    """
    try:
        return _types[type_name]
    except KeyError:
        pass
    found = _load(type_name)
    if found is None:
        target = resolve_alias(type_name)
        if target != type_name:
            found = find(target)
    if len(_types) >= CACHE_LIMIT:
        _types.clear()
    _types[type_name] = found
    return found


def resolve_alias(type_name: str) -> str:
    """The type that Heat's default environment maps a name to (OS::Quantum::Net ...), or the name itself."""
    if not type_name.startswith("OS::"):
        return type_name
    aliases = document("aliases.json")
    target = aliases.get(type_name)
    if target is not None:
        return str(target)
    for alias, goal in aliases.items():
        if alias.endswith("*") and type_name.startswith(alias[:-1]):
            return str(goal[:-1]) + type_name[len(alias) - 1 :]
    return type_name


def type_names(hidden: bool = False) -> list[str]:
    """The names of all types in order, the user's own included; hidden ones only when asked for."""
    return [name for name, facts in index().items() if hidden or facts.get("status") != "HIDDEN"]


def index() -> dict[str, dict[str, Any]]:
    """For every type by name: `status` (unless SUPPORTED), `since`, `replaced_by`, `placeholder`, each if any."""
    found: dict[str, dict[str, Any]] | None = _documents.get("")
    if found is None:
        found = dict(document("index.json")["types"])
        own = _user_folder()
        listed = _read_user(os.path.join(own, "index.json")) if own else None
        if isinstance(listed, dict) and isinstance(listed.get("types"), dict):
            for name, facts in listed["types"].items():
                if name not in found and isinstance(facts, dict) and file_name(name):
                    found[name] = facts
        found = _documents[""] = dict(sorted(found.items()))
    return found


def purpose_of(type_name: str) -> str:
    """One line on what a type is for; empty for types that are not Heat's."""
    return str(document("purposes.json").get(type_name, ""))


def heat_version() -> str:
    """The version of Heat that the facts were read from."""
    return str(document("index.json")["heat"])


def forget() -> None:
    """Drops all that was read, so that a changed catalog is seen."""
    _types.clear()
    _documents.clear()
    _user.clear()


def document(name: str) -> Any:
    """One of the catalog's own documents, read once."""
    found = _documents.get(name)
    if found is None:
        found = _documents[name] = _read(os.path.join(DATA, name))
        if found is None:
            raise OSError(f"the catalog's {name} is missing")
    return found


def _user_folder() -> str | None:
    """The user's catalog if it is there; looked for once."""
    if not _user:
        folder = user_folder()
        _user.append(folder if os.path.isdir(folder) else None)
    return _user[0]


def _load(type_name: str) -> ResourceType | None:
    name = file_name(type_name)
    if name is None:
        return None
    data = _read(os.path.join(DATA, "types", name))
    # Folders may not tell case apart, and A::B shares its file's name with A__B.
    if data is not None and data.get("name") != type_name:
        data = None
    own = _user_folder()
    if own is not None:
        from designer.catalog.merge import merge_type

        return merge_type(type_name, data, _read_user(os.path.join(own, "types", name)))
    return ResourceType(data) if data is not None else None


def _read_user(path: str) -> Any:
    """What a file of the user's own catalog holds; None where there is none or it cannot be read."""
    from json import loads

    try:
        with open(path, encoding="utf-8") as file:
            return loads(file.read())
    except (OSError, ValueError, RecursionError):
        return None


def _read(path: str) -> Any:
    """What one of the catalog's own files holds; None where there is none."""
    try:
        with open(path, encoding="utf-8") as file:
            text = file.read()
    except OSError:
        return None
    if not _scanner:
        _scanner.append(_fast_scanner())
    scan = _scanner[0]
    if scan is None:
        from json import loads

        return loads(text)
    return scan(text, 0)[0]


class _Settings:
    """What CPython's JSON scanner wants to be told; the same as `json.loads` tells it."""

    strict = True
    object_hook = None
    object_pairs_hook = None
    parse_float = float
    parse_int = int
    parse_constant = float


def _fast_scanner() -> Any:
    """The scanner inside `json`, or None if it cannot be had alone.

    Importing `json` brings `re` along, which costs a third of the start-up of `hot-designer validate`.
    """
    try:
        from _json import make_scanner

        scan: Any = make_scanner(_Settings)  # type: ignore[arg-type]
        return scan if scan('{"a": [1, null]}', 0) == ({"a": [1, None]}, 16) else None
    except (ImportError, AttributeError, TypeError):
        return None
