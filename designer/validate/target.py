"""What a template asks for that a chosen release of Heat does not have yet."""

from __future__ import annotations

from designer.catalog import exists_in, release_name, release_names
from designer.syntax import Mapping, Node, Sequence, walk
from designer.template.versions import VERSIONS

TYPE_CHECKING = False
if TYPE_CHECKING:
    from designer.catalog import PropertySchema
    from designer.diagnostics import Finding
    from designer.diagnostics.finding import Report
    from designer.functions import Reference
    from designer.validate.view import View


# What is said of things that are retired: not of those that the chosen release still holds in honour.
_OF_AGE = frozenset(("HOT421", "HOT903"))


def counts(finding: Finding, rank: int) -> bool:
    """Whether a finding is one for the release of rank `rank`, too."""
    return finding.code not in _OF_AGE or exists_in(finding.facts.get("since"), rank)


def check_target(view: View, rank: int, report: Report) -> None:
    """Report the version, functions, resource types, properties and attributes newer than the release of rank `rank`.

    Which functions there are turns on the template's version: they are newer only where that is.
    Source: the support status that every plug-in states (heat.engine.support).
    """
    target = release_names()[rank]
    template = view.template
    release = VERSIONS.get(template.version or "") or _OLD_VERSIONS.get(template.version or "")
    if release is not None and template.version_node is not None and release_names().index(release) > rank:
        newest = [date for date, name in {**_OLD_VERSIONS, **{d: n for d, n in VERSIONS.items() if n}}.items()
                  if name is not None and release_names().index(name) <= rank]
        report("HOT930", template.version_node, version=template.version, release=release, target=target,
               newest=max(newest, default=None))
        _check_functions(view, rank, target, report)
    for resource in template.resources.values():
        kind = view.types(resource)
        if kind is None:
            continue
        since = kind.support.introduced
        if not exists_in(since, rank) and resource.type_node is not None:
            report("HOT931", resource.type_node, type=kind.name, release=release_name(since), target=target)
            continue
        if resource.properties is not None:
            _check_properties(kind.properties, resource.properties, kind.name, rank, target, report)
        values = view.evaluation.resources.get(resource.name)
        for reference in values.references if values is not None else ():
            _check_attribute(view, reference, rank, target, report)
    for output in view.evaluation.outputs.values():
        for reference in output.references:
            _check_attribute(view, reference, rank, target, report)


_OLD_VERSIONS: dict[str, str | None] = {"2013-05-23": "icehouse", "2014-10-16": "juno", "2015-04-30": "kilo",
                                        "2015-10-15": "liberty", "2016-04-08": "mitaka"}


def _check_functions(view: View, rank: int, target: str, report: Report) -> None:
    from designer.functions import find

    root = view.document.root
    sections = getattr(root, "index", {})
    releases = {**_OLD_VERSIONS, **{date: name for date, name in VERSIONS.items() if name}}
    for section in ("conditions", "resources", "outputs"):
        for node in walk(sections[section]) if section in sections else ():
            if not isinstance(node, Mapping) or len(node.entries) != 1 or _is_entry(node):
                continue
            key = node.entries[0][0]
            function = find(str(key.value), view.version, section == "conditions")
            since = None if function is None else function.CONDITION if section == "conditions" else function.SINCE
            release = releases.get(since) if since is not None else None
            if release is not None and release_names().index(release) > rank:
                report("HOT934", key, function=function.NAME, release=release, target=target)


def _is_entry(node: Node) -> bool:
    """Whether a map is a section or an entry of one, whose keys are names and keywords."""
    return node.parent is None or len(node.path()) < 2


def _check_properties(schemas: dict[str, PropertySchema], node: Node, type_name: str, rank: int, target: str,
                      report: Report) -> None:
    if not isinstance(node, Mapping):
        return
    for key, value in node.items():
        schema = schemas.get(str(key.value))
        if schema is None:
            continue
        since = schema.support.introduced
        if not exists_in(since, rank):
            report("HOT932", key, property=schema.name, type=type_name, release=release_name(since), target=target)
        elif schema.schema:
            _check_properties(schema.schema, value, type_name, rank, target, report)
        elif schema.item is not None and schema.item.schema and isinstance(value, Sequence):
            for item in value.items:
                _check_properties(schema.item.schema, item, type_name, rank, target, report)


def _check_attribute(view: View, reference: Reference, rank: int, target: str, report: Report) -> None:
    steps = reference.steps
    resource = view.template.resources.get(reference.target)
    if reference.kind != "get_attr" or resource is None or not steps or not isinstance(steps[0], str):
        return
    found = view.types(resource)
    schema = found.attributes.get(steps[0]) if found is not None else None
    if schema is not None and found is not None and not exists_in(schema.support.introduced, rank):
        report("HOT933", reference.place, attribute=schema.name, type=found.name,
               release=release_name(schema.support.introduced), target=target)
