"""What the inspector shows of a template: the form of a resource or of another entry, or the template as a whole."""

from __future__ import annotations

from typing import Any

from designer.assist.form_entries import entry_form, template_form
from designer.assist.form_resource import resource_form
from designer.edit import uses
from web import presenting
from web.documents import Opened

MOST_USES = 100


def inspected(opened: Opened, name: str | None) -> dict[str, object]:
    """The facts for `fragments/inspect.html`: of the resource or other entry (`/SECTION/NAME`), else of the whole."""
    analysis = opened.analysis
    resource = resource_form(analysis, name) if name else None
    entry = _entry(opened, name) if name and resource is None else None
    template = template_form(analysis) if resource is None and entry is None else None
    near = presenting.neighbours(opened, name) if resource is not None and name else None
    return {"resource": resource, "near": near, "entry": entry, "template": template,
            "missing": name if resource is None and entry is None else None}


def _entry(opened: Opened, node: str) -> dict[str, Any] | None:
    if not node.startswith("/") or node.count("/") < 2:
        return None
    _, section, name = node.split("/", 2)
    found = entry_form(opened.analysis, section, name)
    if found is not None and section in ("parameters", "conditions"):
        found["uses"] = [{**use, **_owner(use["subject"], use["path"])}
                         for use in uses.uses_of(opened.analysis, section, name)[:MOST_USES]]
    return found


def _owner(subject: dict[str, Any], path: list[Any]) -> dict[str, str]:
    """The entry that something is in: its node on the page and its name, which for a group is its number."""
    section, name = subject["section"], subject["name"]
    if name is None:
        number = int(path[1]) if len(path) > 1 else 0
        return {"node": f"/{section}/{number}", "name": f"group {number + 1}"}
    return {"node": str(name) if section == "resources" else f"/{section}/{name}", "name": str(name)}
