"""Rules of resource types beyond their schemas: one file a type, loaded when the type occurs.

`OS::Nova::Server` has its rules in `os__nova__server.py`: `check(subject)`. They say what the type's plug-in checks by
itself and needs no cloud for. Source: the `validate` of each plug-in in heat.engine.resources, openstack-heat 27.0.1.
"""

from __future__ import annotations

import os

from designer.validate.resources.subject import Subject

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any

    from designer.catalog import ResourceType
    from designer.diagnostics.finding import Report
    from designer.functions.evaluation import ResourceValues
    from designer.validate.values.table import Table
    from designer.validate.view import View

_stems: set[str] = set()
_checks: dict[str, Callable[[Subject], None] | None] = {}


def check_rules(values: ResourceValues, type_: ResourceType, table: Table, view: View, report: Report) -> None:
    """Report what the plug-in of a resource's type would refuse by itself."""
    check = checker(type_)
    if check is None:
        return
    check(Subject(values, type_, table, view, report))


def checker(type_: ResourceType) -> Callable[[Subject], None] | None:
    """The rules of a type, None where it has none."""
    if type_.origin == "template":
        return None  # whatever plug-in has the name
    name = type_.name
    try:
        return _checks[name]
    except KeyError:
        pass
    check = None
    stem = stem_of(name)
    if not _stems:
        with os.scandir(os.path.dirname(os.path.abspath(__file__))) as entries:
            _stems.update(entry.name[:-3] for entry in entries if "__" in entry.name[1:-3])
    if stem in _stems:
        module: Any = __import__(f"{__name__}.{stem}", fromlist=["check"])
        check = module.check
    _checks[name] = check
    return check


def stem_of(type_name: str) -> str:
    """The name of a type's file."""
    return type_name.lower().replace("::", "__")
