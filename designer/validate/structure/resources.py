"""The fields of a resource's definition: their names and shapes."""

from __future__ import annotations

from designer.syntax import Mapping, Scalar, Sequence
from designer.validate.keywords import DELETION_POLICIES, RESOURCE_KEYWORDS
from designer.validate.structure.shapes import describe, function_called
from designer.values import Placeholder

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from designer.diagnostics.finding import Report
    from designer.syntax import Node
    from designer.template import Resource
    from designer.validate.view import View

_MAPS = ("properties", "metadata", "update_policy")


def check_resource(resource: Resource, view: View, report: Report) -> None:
    """Report what is wrong with the fields of a resource, whatever its type.

    A resource that is switched off is parsed by Heat all the same, but never looked up by name. Source:
    heat.engine.hot.template (validate_section, resource_definitions), heat.engine.template_common (_rsrc_defn_args).
    """
    node = resource.node
    if not isinstance(node, Mapping):
        report("HOT110", node if not _is_null(node) else resource.key, resource=resource.name, found=describe(node))
        return
    index = node.index
    name = resource.name
    type_node = index.get("type")
    if resource.type is None or not resource.type:
        if type_node is None or _is_falsy(type_node):
            report("HOT111", type_node if type_node is not None else resource.key, resource=name,
                   other="Type" if "Type" in index else None)
        else:
            report("HOT112", type_node, resource=name, found=describe(type_node))
    version = view.version
    for keyword, value in index.items():
        since = RESOURCE_KEYWORDS.get(keyword)
        if since is None or since > version:
            _report_keyword(resource, keyword, since, version, report)
        elif keyword in _MAPS:
            if not isinstance(value, Mapping):
                report("HOT114", value, resource=name, keyword=keyword, expected="a map", found=describe(value))
            elif keyword != "metadata" and len(value.index) == 1:
                _check_call(resource, keyword, value, view, report)
        elif keyword == "depends_on":
            _check_depends_on(resource, value, view, report)
        elif keyword == "deletion_policy":
            _check_deletion_policy(resource, value, view, report)
        elif keyword == "external_id":
            if not _is_text(value) and function_called(value, version) is None:
                report("HOT114", value, resource=name, keyword=keyword, expected="a text", found=describe(value))
        elif keyword == "description":
            if not _is_text(value):
                report("HOT114", value, resource=name, keyword=keyword, expected="a text", found=describe(value))
        elif keyword == "condition" and _is_null(value):
            report("HOT114", value, resource=name, keyword=keyword, expected="a condition", found="nothing")
    if "/" in name and view.enabled(name) is not False:
        report("HOT120", resource.key, resource=name, certain=view.enabled(name) is True)


def _check_call(resource: Resource, keyword: str, value: Node, view: View, report: Report) -> None:
    """A function may not stand for all properties: Heat's plug-ins look into them before it is worked out."""
    function = function_called(value, view.version)
    if function is None or view.enabled(resource.name) is False:
        return
    kind = view.types(resource)
    if keyword == "properties" and kind is not None and (kind.placeholder or "reparse" in kind.overrides):
        return
    report("HOT114", value, resource=resource.name, keyword=keyword, expected="a map",
           found=f"the function `{function}`", certain=view.enabled(resource.name) is True)


def _check_depends_on(resource: Resource, value: Node, view: View, report: Report) -> None:
    if not isinstance(value, Sequence) and not _is_text(value):
        report("HOT115", value, resource=resource.name, found=describe(value), item=False)
        return
    items = value.items if isinstance(value, Sequence) else [value]
    for item in items:
        if not isinstance(item, Scalar) or not isinstance(item.value, str):
            report("HOT115", item, resource=resource.name, found=describe(item), item=True)
        elif item.value not in view.template.resources:
            enabled = view.enabled(resource.name)
            if enabled is not False:
                _report_unknown_dependency(resource, item, enabled, view, report)
    if items and "external_id" in resource.node.index:  # type: ignore[attr-defined]
        values = view.evaluation.resources.get(resource.name)
        if values is not None and values.external_id and values.enabled is not False:
            report("HOT119", value, resource=resource.name,
                   certain=values.enabled is True and isinstance(values.external_id, str))


def _report_unknown_dependency(resource: Resource, item: Scalar, enabled: bool | None, view: View,
                               report: Report) -> None:
    from designer.catalog import nearest

    template = view.template
    name = str(item.value)
    others = [each for each in template.resources if each != resource.name]
    section = next((section for section, names in (("parameter", template.parameters), ("output", template.outputs),
                                                   ("condition", template.conditions)) if name in names), None)
    report("HOT116", item, resource=resource.name, target=name, section=section, certain=enabled is True,
           suggestion=nearest(name, others))


def _check_deletion_policy(resource: Resource, value: Node, view: View, report: Report) -> None:
    values = view.evaluation.resources.get(resource.name)
    if isinstance(value, Scalar) and isinstance(value.value, str):
        policy: Any = value.value
    elif function_called(value, view.version) is not None and values is not None:
        for reference in values.references:
            if reference.section == "deletion_policy" and reference.kind in ("get_resource", "get_attr") \
                    and reference.enabled is not False:
                report("HOT124", reference.place, resource=resource.name, function=reference.kind,
                       certain=reference.enabled is True)
        policy = values.deletion_policy
        if policy is None or isinstance(policy, Placeholder):
            return  # not known before deployment, or refused where the function stands
    else:
        report("HOT114", value, resource=resource.name, keyword="deletion_policy", expected="a text",
               found=describe(value))
        return
    since = DELETION_POLICIES.get(policy) if isinstance(policy, str) else None
    if since is None or since > view.version:
        report("HOT117", value, resource=resource.name, policy=str(policy), since=since, version=view.version)
        return
    if str(policy).lower() != "snapshot" or (values is not None and (values.enabled is False or values.external_id)):
        return
    kind = view.types(resource)
    if kind is not None and "Snapshot" not in kind.deletion_policies:
        report("HOT118", value, resource=resource.name, type=kind.name, policy=policy,
               certain=values is None or values.enabled is True)


def _report_keyword(resource: Resource, keyword: str, since: str | None, version: str, report: Report) -> None:
    key = resource.node.key(keyword) or resource.key  # type: ignore[attr-defined]
    suggestion = None
    if since is None:
        from designer.catalog import nearest

        index = resource.node.index  # type: ignore[attr-defined]
        suggestion = nearest(_snake(keyword), [each for each in RESOURCE_KEYWORDS if each not in index])
    report("HOT113", key, resource=resource.name, keyword=keyword, since=since, version=version, suggestion=suggestion)


def _snake(word: str) -> str:
    """CloudFormation's `DependsOn` as HOT spells it."""
    return "".join("_" + sign.lower() if sign.isupper() and at else sign.lower() for at, sign in enumerate(word))


def _is_text(node: Node) -> bool:
    return isinstance(node, Scalar) and isinstance(node.value, str)


def _is_null(node: Node) -> bool:
    return isinstance(node, Scalar) and node.value is None


def _is_falsy(node: Node) -> bool:
    from designer.validate.structure.shapes import is_empty

    return is_empty(node)
