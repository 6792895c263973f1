"""Which functions a version has; each is one file of `intrinsic/`, loaded when it is first used.

A function's file states SINCE, the first version that has it; UNTIL, the first that refuses it, or None; CONDITION, the
first version whose conditions may use it, or None; ANYWHERE, whether values may use it; SUMMARY and SIGNATURE
for people; and `evaluate(call, argument, scope)`. Source: heat.engine.hot.template, each version's function tables.
"""

from __future__ import annotations

import os
import sys

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any, TypeAlias

    from designer.functions.scope import Scope
    from designer.syntax import Mapping, Node

    Evaluate: TypeAlias = Callable[[Mapping, Node, Scope], Any]

_FOLDER = os.path.join(os.path.dirname(os.path.abspath(__file__)), "intrinsic")
_PACKAGE = "designer.functions.intrinsic."
_REMEMBERED = 4096
_modules: dict[str, Any] = {}
_files: frozenset[str] = frozenset()


class Functions(dict[str, "Evaluate"]):
    """The functions of one version by name, as they are called; what is not there yet is looked for with `find`.

    `data` are names that only look like functions: evaluating them says so, and takes them for the maps they are.
    """

    def __init__(self, version: str, condition: bool) -> None:
        super().__init__()
        self.version = version
        self.condition = condition
        self.data: set[str] = set()
        self.passed: set[str] = set()

    def find(self, name: str) -> Evaluate | None:
        """How a function is evaluated, None where the version gives the name no meaning."""
        found = self.get(name)
        if found is None and name not in self.passed:
            found = self._load(name)
            if found is not None:
                self[name] = found
            elif len(self.passed) < _REMEMBERED:
                self.passed.add(name)
        return found

    def _load(self, name: str) -> Evaluate | None:
        module = _module(name)
        if module is None:
            if not name.startswith(_LIKE_FUNCTIONS) or likely(name, self) is None:
                return None
            from designer.functions.refused import misspelt

            self.data.add(name)
            return misspelt
        if self.version < module.SINCE:
            if not module.ANYWHERE:
                return None
            from designer.functions.refused import later

            self.data.add(name)
            return later
        if module.UNTIL is not None and self.version >= module.UNTIL:
            from designer.functions.refused import removed

            return removed
        if self.condition:
            if module.CONDITION is None or self.version < module.CONDITION:
                from designer.functions.refused import forbidden

                return forbidden if module.ANYWHERE else None
        elif not module.ANYWHERE:
            return None
        return module.evaluate  # type: ignore[no-any-return]


# Keys that begin like this are held against the functions' names.
_LIKE_FUNCTIONS = ("get_", "Fn::", "str_", "list_", "map_", "resource_")

# What is written for CloudFormation's functions in HOT.
_FOREIGN = {"Fn::GetAtt": "get_attr", "Fn::If": "if", "Fn::Sub": "str_replace", "Fn::FindInMap": "map_merge",
            "Fn::Equals": "equals", "Fn::Not": "not", "Fn::And": "and", "Fn::Or": "or"}


def likely(name: str, functions: Functions) -> str | None:
    """The function that a name that is none was probably meant to be, None where there is none so like it."""
    known = names(functions.version, functions.condition)
    foreign = _FOREIGN.get(name)
    if foreign is not None:
        return foreign if foreign in known else None
    from designer.catalog import nearest

    return nearest(name, known)


_tables: dict[tuple[str, bool], Functions] = {}


def functions_of(version: str, condition: bool = False) -> Functions:
    """The functions that a version's values may use, or its conditions."""
    try:
        return _tables[version, condition]
    except KeyError:
        table = _tables[version, condition] = Functions(version, condition)
        return table


def names(version: str | None, condition: bool = False) -> list[str]:
    """The functions that may be used in a version's values or conditions, in order; None: in any version."""
    found = []
    for name in all_names():
        module = _module(name)
        since = module.CONDITION if condition else module.SINCE if module.ANYWHERE else None
        if since is None:
            continue
        if version is None or (since <= version and (module.UNTIL is None or version < module.UNTIL)):
            found.append(name)
    return found


def find(name: str, version: str | None = None, condition: bool = False) -> Any:
    """The module of a function that a version has, with its SINCE, UNTIL, SUMMARY and SIGNATURE, or None."""
    module = _module(name)
    if module is None or version is None:
        return module
    since = module.CONDITION if condition else module.SINCE if module.ANYWHERE else None
    if since is None or since > version or (module.UNTIL is not None and version >= module.UNTIL):
        return None
    return module


def all_names() -> list[str]:
    """Every function of every version."""
    return sorted(_import(stem).NAME for stem in _stems())


def stem_of(name: str) -> str:
    """The name of a function's file: `Fn::GetAZs` lies in `fn_get_azs`, `if` in `if_`."""
    if name in ("if", "not", "and", "or"):
        return name + "_"
    if name != "Ref" and not name.startswith("Fn::"):
        # a file's name is no second name for its function
        return name if name.islower() and not name.startswith("fn_") and name[-1] != "_" and name != "ref" else ""
    stem = ""
    before = "_"
    for sign in name.replace("::", "_"):
        stem += "_" + sign.lower() if sign.isupper() and before.islower() else sign.lower()
        before = sign
    return stem


def _module(name: str) -> Any:
    try:
        return _modules[name]
    except KeyError:
        pass
    stem = stem_of(name)
    module = _import(stem) if stem in (_files or _stems()) else None
    if module is not None:
        _modules[name] = module
    return module


def _import(stem: str) -> Any:
    name = _PACKAGE + stem
    module = sys.modules.get(name)
    if module is None:
        __import__(name)
        module = sys.modules[name]
    return module


def _stems() -> frozenset[str]:
    global _files
    if not _files:
        _files = frozenset(entry[:-3] for entry in os.listdir(_FOLDER)
                           if entry.endswith(".py") and not entry.startswith("_"))
    return _files
