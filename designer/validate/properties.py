"""The properties of a resource, its update policy and its type: what Heat checks when a stack is created."""

from __future__ import annotations

from designer.functions.early import too_early
from designer.syntax import Mapping, Scalar, Sequence, walk
from designer.validate.resources import check_rules
from designer.validate.values.table import Table, table_of
from designer.validate.values.walk import Walk

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from designer.catalog import ResourceType
    from designer.diagnostics.finding import Report
    from designer.functions.evaluation import ResourceValues
    from designer.syntax import Node
    from designer.validate.view import View

_KEPT = 500
# with these a plug-in does not get to see the properties
_BLOCKING = frozenset(("HOT402", "HOT403", "HOT404", "HOT405", "HOT409", "HOT410", "HOT411"))

# by the type's identity: a template used as a type gives a type of its own each time it is read
_tables: dict[int, tuple[Any, Table, Table]] = {}


def check_properties(name: str, view: View, report: Report) -> None:
    """Report what is wrong with the type, the properties and the update policy of one resource.

    What a condition switches off Heat does not look at, nor at the properties of a resource that is there already
    (`external_id`): there, a fault is only a likely one. Source: heat.engine.resource (validate_template),
    heat.engine.properties, heat.engine.stack (validate).
    """
    check_values(view.evaluation.resources[name], view, report)


def check_values(values: ResourceValues, view: View, report: Report) -> None:
    """As `check_properties`, for a resource of which only the values are at hand, such as a group's member."""
    resource = values.resource
    if resource.type is None:
        return
    type_ = view.types(resource)
    if type_ is None:
        _check_type(values, view, report)
        return
    if type_.placeholder or values.external_id is not None:
        return
    known = _tables.get(id(type_))
    if known is None or known[0] is not type_:
        if len(_tables) > _KEPT:
            _tables.clear()
        known = _tables[id(type_)] = (type_, table_of(type_), Table(type_.update_policy))
    faults = _Faults(values, type_, view, report)
    properties = values.properties
    readable = resource.properties is None or properties.__class__ is dict
    if readable:
        given = properties if properties.__class__ is dict else {}
        faults.walk("properties", known[1], given)
        if not known[1].moved.isdisjoint(given):
            from designer.validate.values.translation import check_translation

            check_translation(known[1], given, faults.tell, faults.referred)
    if values.references:
        _check_early(values, view, report)
    if values.update_policy.__class__ is dict:
        faults.walk("update_policy", known[2], values.update_policy)
    if readable and not faults.found:
        check_rules(values, type_, known[1], view, report)


def _check_early(values: ResourceValues, view: View, report: Report) -> None:
    """What fails when the stack is created, because Heat has no value yet for what it needs."""
    for function, code, place, facts, names in too_early(values, view.evaluation.shared):
        report("HOT341", place, function=function, rule=code, fault=facts, names=names,
               certain=values.enabled is True)


class _Faults:
    """Turns paths into places, and counts the faults."""

    __slots__ = ("values", "type", "view", "report", "section", "found")

    def __init__(self, values: ResourceValues, type_: ResourceType, view: View, report: Report) -> None:
        self.values = values
        self.type = type_
        self.view = view
        self.report = report
        self.section = "properties"
        self.found = 0

    def walk(self, section: str, table: Table, given: dict[str, Any]) -> None:
        self.section = section
        if not given and not table.required:
            return
        Walk(self.tell, self.referred).keys(table, given, ())

    def referred(self, name: str) -> ResourceType | None:
        resource = self.view.template.resources.get(name)
        return self.view.types(resource) if resource is not None else None

    def required(self, name: str) -> bool:
        """Whether a nested template's parameter has no default from the environments given."""
        environment = getattr(self.view.types, "environment", None)
        return environment is None or environment.defaults.get(name) is None

    def renamed(self, path: tuple[str | int, ...], replaced_by: str | None) -> bool:
        """Whether Heat itself moves a property to the one that takes its place, and that one is not given."""
        keys = [step for step in path if isinstance(step, str)]
        holder: Any = self.values.properties
        for step in path[:-1]:
            if isinstance(holder, dict):
                holder = holder.get(step)
            elif isinstance(holder, list) and isinstance(step, int) and step < len(holder):
                holder = holder[step]
            else:
                return False
        return isinstance(holder, dict) and replaced_by not in holder and any(
            rule.get("from") == keys and rule["path"] == [*keys[:-1], replaced_by] for rule in self.type.translation)

    def tell(self, code: str, path: tuple[str | int, ...], key: bool, **facts: Any) -> None:
        if code == "HOT421":
            facts["renamed"] = self.renamed(path, facts["replaced_by"])
        elif code == "HOT403" and self.type.origin == "template" and not path and not self.required(facts["name"]):
            return
        elif code == "HOT403" and self.type.origin == "template" and not path:
            # an environment may give it to all nested templates
            facts["certain"] = self.view.evaluation.shared.complete
        if self.values.enabled is not True:
            facts["certain"] = False
        from designer.validate.values.place import section_place

        resource = self.values.resource
        place = section_place(resource, self.section, path, self.view.evaluation.conditions, not key)
        if code == "HOT423":
            found = facts.pop("found")
            if not (isinstance(place, Scalar) and place.value is None):
                # a function's outcome is no place that waits for a value
                for inner, where, at_key, more in found:
                    self.tell(inner, where, at_key, **more)
                return
            if facts["refused"] is not None and facts.get("certain") is not False:
                self.found += 1
        if code == "HOT405" and facts["constraint"].kind == "custom_constraint" and _may_change(
                place, self.view.evaluation.shared.given):
            # another value may be given: what is wrong is not in the template
            facts["certain"] = False
        elif code in _BLOCKING and facts.get("certain") is not False:
            self.found += 1
        self.report(code, place, resource=resource.name, type=self.type.name, section=self.section, path=path, **facts)


def _may_change(node: Node, given: frozenset[str]) -> bool:
    """Whether a value turns on a parameter that has its default."""
    for each in walk(node):
        argument = each.index.get("get_param") if isinstance(each, Mapping) else None
        if argument is not None:
            name = argument.items[0] if isinstance(argument, Sequence) and argument.items else argument
            if not isinstance(name, Scalar) or name.value not in given:
                return True
    return False


def _check_type(values: ResourceValues, view: View, report: Report) -> None:
    """A type that neither Heat nor the environment knows."""
    resource = values.resource
    exists = getattr(view.types, "exists", None)
    if not resource.type or (exists is not None and exists(resource)):
        return
    if exists is None and resource.type.endswith((".yaml", ".template")):
        return
    report("HOT401", resource.type_node or resource.key, resource=resource.name, type=resource.type,
           certain=values.enabled is True)
