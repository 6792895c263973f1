"""Dependencies that Heat's plug-ins add by themselves, one file a resource type.

A file is named as its type (`OS::Neutron::Port` lies in `os_neutron_port.py`) and is loaded when a template has one.
It holds TYPE and RULES: words on why, and the two sides of the dependency (`sides.By`), each of which tells resources
apart by keys. Those of one key wait for those of the same key: a `Group`.
Source: the `add_dependencies` of the plug-ins in heat.engine.resources.
"""

from __future__ import annotations

import os
import sys

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable
    from typing import Any

_FOLDER = os.path.dirname(os.path.abspath(__file__))
_stems: frozenset[str] = frozenset()


def rules_for(types: Iterable[str | None]) -> list[Any]:
    """The modules of those types among `types` that wait for more than their text says, in the order of their names."""
    global _stems
    if not _stems:
        _stems = frozenset(name[:-3] for name in os.listdir(_FOLDER) if name.startswith(("os_", "aws_")))
    found = []
    for name in types:
        stem = name.replace("::", "_").lower() if name else ""
        if stem in _stems:
            module = _load(stem)
            if name == module.TYPE:
                found.append(module)
    return sorted(found, key=lambda module: str(module.TYPE))


def _load(stem: str) -> Any:
    name = f"{__name__}.{stem}"
    if name not in sys.modules:
        __import__(name)
    return sys.modules[name]
