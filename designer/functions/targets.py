"""Finding the resource that a function names."""

from __future__ import annotations

from designer.functions.scope import VALIDATE

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from designer.catalog import ResourceType
    from designer.functions.scope import Scope
    from designer.syntax import Mapping, Node


# What Heat has no value for when it looks whether a name is right: it takes the name to be missing.
UNRESOLVED = ("get_attr",)

_NULL_REFERENCES = frozenset(("OS::Nova::KeyPair", "OS::Heat::Stack"))


def reference_before(name: str, type_: ResourceType | None) -> str | None:
    """What get_resource yields of a resource before it is there: its name, or null. Source: get_reference_id."""
    if type_ is not None and not type_.placeholder and (
            type_.name in _NULL_REFERENCES or type_.name.startswith("OS::Neutron::")):
        return None
    return name


def find_resource(name: Any, place: Node, call: Mapping, kind: str, steps: tuple[str | int | None, ...],
                  scope: Scope, stage: str) -> bool:
    """Keeps the reference to a resource and says whether there is one of that name; reports it where there is none.

    One that its condition switches off does not exist for Heat. Source: heat.engine.stk_defn.StackDefinition.
    """
    if name.__class__ is str and name in scope.resources:
        scope.refer(kind, name, place, call, steps)
        # what is switched off itself refers to nothing
        if (scope.shared.switched and scope.shared.switched.get(name, True) is False
                and scope.enabled is not False and scope.owner is not False):
            scope.fault("HOT303", place, stage, resource=name, function=kind,
                        condition=scope.resources[name].condition)
        return True
    if name.__class__ is str:
        scope.refer(kind, name, place, call, steps)
        scope.fault("HOT301", place, stage, resource=name, function=kind, known=scope.resources,
                    parameter=name in scope.parameters)
    else:
        # what cannot be looked up among names breaks Heat already when it asks what any resource depends on
        if name.__class__ in (list, dict) and scope.resources:
            stage = VALIDATE
        scope.fault("HOT321", place, stage, function=kind, expects="the name of a resource")
    return False
