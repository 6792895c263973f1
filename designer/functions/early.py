"""What Heat works out before there is anything to work with.

When a stack is created, Heat resolves all properties before it makes the first resource. An attribute is null then,
and so is the reference of most of Neutron's resources; a function that takes no null fails, and the stack with it.

Source: heat.engine.properties (Properties.validate), heat.engine.hot.functions (GetAttThenSelect, GetResource).
"""

from __future__ import annotations

from designer.functions.scope import Scope
from designer.functions.walk import walk
from designer.syntax.nodes import Mapping, Sequence

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import Any

    from designer.functions.evaluation import ResourceValues
    from designer.functions.find import Functions
    from designer.functions.reference import Reference
    from designer.functions.scope import Shared
    from designer.syntax import Node

_NAMING = ("get_attr", "get_resource")
_REPLACING = ("str_replace", "str_replace_strict")

Fault = tuple[str, "Node", dict[str, "Any"]]


def too_early(values: ResourceValues, shared: Shared) -> Iterator[tuple[str, str, Node, dict[str, Any], list[str]]]:
    """Each call in a resource's properties that fails while what it needs is null.

    Yields the function, the code of its fault, the place and the facts of that, and the resources that it waits for.
    What fails in any case is left out.
    """
    functions = shared.functions
    seen: set[int] = set()
    for reference in values.references:
        if reference.kind in _NAMING and reference.enabled is True and reference.section == "properties":
            outer = _outermost(reference, values.resource.properties, functions)
            if outer is None or id(outer) in seen:
                continue
            seen.add(id(outer))
            found, references = _faults(outer, shared, unmade=True)
            if found and not _faults(outer, shared, unmade=False)[0]:
                code, place, facts = found[0]
                yield next(iter(outer.index)), code, place, facts, _names(references)


def _outermost(reference: Reference, top: Node | None, functions: Functions) -> Mapping | None:
    """The outermost call, up to the top, around a reference that null may break; None where it stands by itself."""
    call = reference.call
    if call is None or call is top:
        return None
    outer: Mapping | None = None
    node = call.parent
    while node is not None:
        if isinstance(node, Mapping) and len(node.index) == 1:
            for name in node.index:
                if name != "if" and name not in functions.data and functions.find(name) is not None:
                    outer = node
        if node is top:
            break
        node = node.parent
    return None if outer is None or _is_joined(call, functions) else outer


def _is_joined(call: Node, functions: Functions) -> bool:
    """Whether a call is a piece of a text, where null counts as an empty one."""
    holder = call.parent
    arguments = holder.parent if holder is not None else None
    function = arguments.parent if arguments is not None else None
    if not isinstance(function, Mapping) or len(function.index) != 1:
        return False
    if isinstance(holder, Sequence):
        return isinstance(arguments, Sequence) and function.index.get("list_join") is arguments
    return isinstance(arguments, Mapping) and arguments.index.get("params") is holder and any(
        function.index.get(name) is arguments for name in _REPLACING)


def _faults(node: Node, shared: Shared, unmade: bool) -> tuple[list[Fault], list[Reference]]:
    found: list[Fault] = []

    def report(code: str, place: Any, **facts: Any) -> None:
        if facts.get("certain") and facts["stage"] != "advice":
            found.append((code, place, facts))

    scope = Scope(shared, report, "properties")
    scope.unmade = unmade
    walk(node, scope)
    return found, scope.references


def _names(references: list[Reference]) -> list[str]:
    return list(dict.fromkeys(reference.target for reference in references if reference.kind in _NAMING))
