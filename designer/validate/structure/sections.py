"""The outermost level of a template: its version and its sections."""

from __future__ import annotations

from designer.syntax import Mapping, Scalar, Span
from designer.template.versions import VERSIONS, version_names
from designer.validate.keywords import (
    FOREIGN_VERSIONS,
    PSEUDO_PARAMETERS,
    RESOURCES_LIMIT,
    SECTIONS,
    SIZE_LIMIT,
    UNSPOKEN_SECTION,
)
from designer.validate.structure.shapes import describe, is_empty

TYPE_CHECKING = False
if TYPE_CHECKING:
    from designer.diagnostics.finding import Report
    from designer.template import Template
    from designer.validate.view import View

_MAPS = ("parameters", "conditions", "resources", "outputs")
_OF_ENVIRONMENTS = ("parameter_defaults", "resource_registry", "encrypted_param_names")


def check_sections(view: View, report: Report) -> None:
    """Report what is wrong with the version, the sections as such, and names that two sections share.

    Source: heat.engine.template (get_version, Template.validate), heat.engine.stack (Stack.validate).
    """
    template = view.template
    _check_version(template, report)
    version = view.version
    for name, (key, value) in template.sections.items():
        since = SECTIONS.get(name)
        if since is None:
            _report_unknown(template, name, key, value, report)
        elif since > version:
            report("HOT104", key, section=name, version=version, since=since)
        elif name in _MAPS and not isinstance(value, Mapping) and not (is_empty(value) and name != "conditions"):
            report("HOT105", value, section=name, found=describe(value))
    if template.description is not None and not isinstance(template.description, Scalar):
        report("HOT107", template.description, found=describe(template.description))
    if not template.resources:
        if "resources" not in template.sections or is_empty(template.sections["resources"][1]):
            first = template.root.entries[0][0]
            report("HOT106", template.sections["resources"][0] if "resources" in template.sections
                   else Span(first.start, first.end))
    elif len(template.resources) > RESOURCES_LIMIT:
        report("HOT122", template.sections["resources"][0], count=len(template.resources), limit=RESOURCES_LIMIT)
    _check_size(view, report)
    _check_shared_names(view, report)


def _check_size(view: View, report: Report) -> None:
    """Heat measures the template as Python writes the map; half and double of the text's length is safely near that.

    Source: heat.api.openstack.v1.stacks (InstantiationData.template).
    """
    length = len(view.document.text)
    if length * 2 < SIZE_LIMIT:
        return
    if length <= 2 * SIZE_LIMIT:
        length = len(str(view.template.root.plain()))
    if length > SIZE_LIMIT:
        first = view.template.root.entries[0][0]
        report("HOT123", Span(first.start, first.end), size=length, limit=SIZE_LIMIT)


def _check_version(template: Template, report: Report) -> None:
    node = template.version_node
    if node is None:
        first = template.root.entries[0][0]
        environment = any(name in template.sections for name in _OF_ENVIRONMENTS)
        report("HOT101", Span(first.start, first.end), looks_like="environment" if environment else None)
    elif not isinstance(node, Scalar) or not isinstance(node.value, str):
        report("HOT101", node, found=describe(node))
    elif template.version is None:
        report("HOT102", node, version=node.value, suggestion=nearest_version(node.value))


def nearest_version(written: str) -> str | None:
    """The version that was probably meant: the last one not after a date, else a name that is like it."""
    digits = "".join(sign for sign in written if sign.isdigit())
    parts = written.strip().replace("/", "-").replace(".", "-").split("-")
    if len(parts) == 3 and all(part.isdigit() for part in parts):
        digits = parts[0] + parts[1].rjust(2, "0") + parts[2].rjust(2, "0")
    if len(digits) == 8:
        date = f"{digits[:4]}-{digits[4:6]}-{digits[6:]}"
        before = [version for version in VERSIONS if version <= date]
        return before[-1] if before else next(iter(VERSIONS))
    from designer.catalog import nearest

    return nearest(written, version_names())


def _report_unknown(template: Template, name: str, key: Scalar, value: object, report: Report) -> None:
    if name == UNSPOKEN_SECTION:
        return
    if name in FOREIGN_VERSIONS:
        report("HOT103", key, key=name, node=key)
        return
    from designer.catalog import nearest

    suggestion = nearest(name, [section for section in SECTIONS if section not in template.sections])
    report("HOT104", key, section=name, suggestion=suggestion)


def _check_shared_names(view: View, report: Report) -> None:
    template = view.template
    for name in (*template.parameters, *PSEUDO_PARAMETERS):
        if name not in template.resources:
            continue
        enabled = view.enabled(name)
        if enabled is not False:
            parameter = template.parameters.get(name)
            report("HOT121", template.resources[name].key, name=name, certain=enabled is True,
                   parameter=parameter.key if parameter is not None else None)
