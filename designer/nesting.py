"""Stacks inside a stack: what a resource makes out of a template, or out of a definition that stands in its properties.

A resource whose type is a template is checked with the very values that its properties give to the template's
parameters, placeholders included; the members of a group are checked where their definition is written.
Source: heat.engine.resources.template_resource, stack_resource; openstack.heat.resource_group, autoscaling_group,
resource_chain, remote_stack.
"""

from __future__ import annotations

from designer import catalog
from designer.diagnostics import ERROR, WARNING
from designer.environment.files import is_url
from designer.environment.registry import TEMPLATE_ENDINGS
from designer.functions.evaluation import ResourceValues
from designer.syntax import Mapping, Node, Scalar, Sequence
from designer.template import Resource
from designer.validate.properties import check_values
from designer.validate.registry import all_rules

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from typing import Any, TypeAlias

    from designer.analysis import Analysis, Types
    from designer.diagnostics import Diagnostic
    from designer.diagnostics.finding import Report

    # Child(types, resource, text, path, given): the analysis of a nested template
    Child: TypeAlias = Callable[[Types, Resource, str, str, dict[str, Any]], Analysis]

DEEPEST = 5
"""How deep stacks may nest unless Heat's operator chose otherwise (`max_nested_stack_depth`)."""

MOST_INSIDE = 100
"""How many faults of one nested template are told."""

MOST = 100
"""How many nested templates are looked at for one template."""

_PROPERTY_FAULTS = frozenset(("HOT402", "HOT403", "HOT404", "HOT405"))
_DOUBTS = frozenset(("HOT340", "HOT818"))
_MEMBER = {"OS::Heat::ResourceGroup": "resource_def", "OS::Heat::AutoScalingGroup": "resource"}


def check_nested(analysis: Analysis, names: Iterator[str] | list[str], child: Child, report: Report) -> None:
    """Report what is wrong with the stacks that these resources would make."""
    template, evaluation = analysis.template, analysis.evaluation
    assert template is not None and evaluation is not None
    for name in names:
        values = evaluation.resources[name]
        resource = values.resource
        kind = analysis.types(resource)
        if kind is None or not kind.nested_stack or values.external_id is not None:
            continue
        if any(f.code in _PROPERTY_FAULTS and f.facts.get("certain") is not False
               and getattr(f.place, "unit", None) is resource.key.unit for f in analysis.own):
            continue  # the stack would be made of wrong values: their faults are told already
        if kind.origin == "template":
            _check_template(analysis, values, child, report)
        elif kind.name in _MEMBER:
            _check_member(analysis, values, _MEMBER[kind.name], child, report)
        elif kind.name == "OS::Heat::ResourceChain":
            _check_chain(analysis, values, child, report)
        elif kind.name == "OS::Heat::Stack":
            _check_remote(analysis, values, child, report)


def _check_template(analysis: Analysis, values: ResourceValues, child: Child, report: Report) -> None:
    resource = values.resource
    place = resource.type_node or resource.key
    fetched = analysis.types.fetch(resource)
    if fetched is None or fetched.text is None:
        return
    facade = catalog.find(resource.type or "")
    kind = analysis.types(resource)
    if facade is not None and kind is not None:
        from designer.environment.facade import misfits

        defaults = analysis.environment.defaults
        for how, facts in misfits(kind, facade):
            # what the environment gives by default, the parameter needs no value for
            if how != "required" or defaults.get(facts["item"]) is None:
                report("HOT817", place, type=resource.type, template=analysis.environment.files.shown(fetched.path),
                       how=how, certain=values.enabled is True and how != "required", **facts)
    if fetched.path in analysis.types.trail or len(analysis.types.trail) >= DEEPEST:
        report("HOT812", place, name=resource.type, path=fetched.path, trail=analysis.types.trail, limit=DEEPEST,
               certain=values.enabled is True)
        return
    if analysis.types.room <= 0:
        return
    given = values.properties if isinstance(values.properties, dict) else {}
    inner = child(analysis.types, resource, fetched.text, fetched.path, given)
    _tell(inner, str(resource.type), place, values.enabled is True, report)


def _tell(inner: Analysis, name: str, place: Node, certain: bool, report: Report) -> None:
    """Report what is wrong with a nested template as one thing at the place that makes it; the rest comes along.

    Of warnings only those are told that what is given here may have brought about.
    """
    own = [d for d in inner.diagnostics if d.file is None]
    errors = [d for d in own if d.severity == ERROR]
    doubts = [d for d in own if d.severity == WARNING and _is_doubt(d)]
    if errors or doubts:
        first = (errors or doubts)[0]
        known = inner.name in inner.environment.documents
        deeper = [d for d in inner.diagnostics if d.file is not None]
        report("HOT811" if errors else "HOT818", place, name=name, count=len(errors or doubts), path=inner.name,
               line=inner.lines.position(first.start)[0], message_of_first=first.message, certain=certain,
               of_stack=[*errors, *doubts, *deeper][:MOST_INSIDE] if known else [])


def tell_unusable(types: Types, resource: Resource, place: Node, problem: str, child: Child, report: Report) -> None:
    """Report a template that cannot be a resource's type, with the errors in it if there are any."""
    facts: dict[str, Any] = {}
    fetched = types.fetch(resource)
    if fetched is not None and fetched.text is not None and fetched.path not in types.trail and types.room > 0:
        inner = child(types, resource, fetched.text, fetched.path, {})
        facts = {"of_stack": [d for d in inner.diagnostics if d.severity == ERROR][:MOST_INSIDE], "path": inner.name}
    report("HOT810", place, name=resource.type, problem=problem, **facts)


def _is_doubt(diagnostic: Diagnostic) -> bool:
    """Whether a warning says that the stack may fail, for some values or where something is made at all."""
    module = all_rules()[diagnostic.code].module
    return diagnostic.code in _DOUBTS or getattr(module, "SEVERITY", WARNING) == ERROR


def _check_member(analysis: Analysis, values: ResourceValues, section: str, child: Child, report: Report) -> None:
    properties = values.properties
    node = values.resource.properties
    definition = properties.get(section) if isinstance(properties, dict) else None
    definition_node = node.index.get(section) if isinstance(node, Mapping) else None
    if not isinstance(definition, dict) or not isinstance(definition_node, Mapping):
        return
    enabled = values.enabled
    if section == "resource_def" and properties.get("count") in (0, "0"):
        return  # Heat looks at no member of an empty group
    if section == "resource" and _first_size(properties) in (0, "0"):
        enabled = None  # nor at one that only grows later, but then it fails
    member = Resource(values.resource.name, values.resource.key, definition_node)
    kind = definition.get("type")
    if member.type is None and isinstance(kind, str):
        # what a parameter gives, or a function makes of the whole
        member.type, member.type_node = kind, definition_node.index.get("type", definition_node)
        if not _is_sent(kind):
            report("HOT815", member.type_node, name=kind, certain=enabled is True)
            return
    inner = definition.get("properties")
    if section == "resource_def":
        inner = _numbered(inner, properties.get("index_var", "%index%"))
    _check_values(analysis, member, inner, enabled, child, report)


def _is_sent(type_name: str | None) -> bool:
    """Whether Heat's client sends what a type names that does not stand beside the key `type`."""
    return type_name is None or not type_name.endswith(TEMPLATE_ENDINGS) or is_url(type_name)


def _first_size(properties: dict[str, Any]) -> Any:
    """How many members a scaling group begins with."""
    desired = properties.get("desired_capacity")
    return properties.get("min_size") if desired is None else desired


def _numbered(value: Any, mark: Any) -> Any:
    """A value with the mark of a member's number replaced by the first number."""
    if isinstance(value, str) and isinstance(mark, str) and mark:
        return value.replace(mark, "0")
    if isinstance(value, list):
        return [_numbered(item, mark) for item in value]
    if isinstance(value, dict):
        return {key: _numbered(item, mark) for key, item in value.items()}
    return value


def _check_values(analysis: Analysis, member: Resource, properties: Any, enabled: bool | None, child: Child,
                  report: Report) -> None:
    if member.type is None:
        return
    values = ResourceValues(member, enabled)
    values.properties = properties
    faults: list[str] = []

    def tell(code: str, place: Any, **facts: Any) -> None:
        if facts.get("certain") is not False:
            faults.append(code)
        report(code, place, **facts)

    check_values(values, analysis.view(), tell)
    kind = analysis.types(member)
    problem = analysis.types.problems.get(member.type)
    if problem is not None:
        tell_unusable(analysis.types, member, member.type_node or member.key, problem, child, report)
        return
    if kind is not None and kind.origin == "template" and not _PROPERTY_FAULTS.intersection(faults):
        _check_template(analysis, values, child, report)


def _check_chain(analysis: Analysis, values: ResourceValues, child: Child, report: Report) -> None:
    properties, node = values.properties, values.resource.properties
    if not isinstance(properties, dict) or not isinstance(node, Mapping):
        return
    types, types_node = properties.get("resources"), node.index.get("resources")
    if not isinstance(types, list) or types_node is None:
        return
    items = types_node.items if isinstance(types_node, Sequence) else []
    for index, kind in enumerate(types):
        each = items[index] if len(items) == len(types) else types_node
        member = Resource(values.resource.name, values.resource.key, values.resource.node)
        member.type_node, member.type = each, kind if isinstance(kind, str) else None
        member.properties = node.index.get("resource_properties")
        if not _is_sent(member.type):
            report("HOT815", each, name=member.type, certain=values.enabled is True)
            continue
        _check_values(analysis, member, properties.get("resource_properties"), values.enabled, child, report)


def _check_remote(analysis: Analysis, values: ResourceValues, child: Child, report: Report) -> None:
    properties, node = values.properties, values.resource.properties
    text = properties.get("template") if isinstance(properties, dict) else None
    if not isinstance(text, str) or not isinstance(node, Mapping) or analysis.types.room <= 0:
        return
    given = properties.get("parameters")
    written = node.index["template"]
    path = values.resource.name
    if isinstance(written, Mapping) and isinstance(written.index.get("get_file"), Scalar):
        path = analysis.environment.files.fetch(str(written.index["get_file"].plain()), analysis.base).path
    inner = child(analysis.types, values.resource, text, path, given if isinstance(given, dict) else {})
    _tell(inner, "template", node.index["template"], values.enabled is True, report)
