"""The resource types, to be looked up."""

from __future__ import annotations

from flask import Blueprint, render_template, request

from designer import catalog
from designer.assist.facts import attribute_facts, property_tree, type_facts
from web.refusals import Refusal, wants

routes = Blueprint("palette", __name__)


@routes.get("/types")
def index() -> str:
    """All types by group, or those that have every word of `q` in their name, label or purpose."""
    words = request.args.get("q", "").lower().split()
    groups = [(group, [kind for kind in kinds if all(word in kind["words"] for word in words)])
              for group, kinds in _groups()]
    return render_template("fragments/types.html", groups=[(g, kinds) for g, kinds in groups if kinds], query=words)


@routes.get("/types/<path:name>")
def show(name: str) -> str:
    """The facts of one type: its properties, attributes and what a change of each does."""
    kind = catalog.find(name)
    if kind is None:
        raise Refusal(404, "There is no resource type of that name here.")
    shape = "fragments/inspect_type.html" if wants() == "fragment" else "pages/type.html"
    return render_template(shape, type=type_facts(kind), addable=wants() == "fragment",
                           properties=property_tree(kind.properties, None, None, kind, ()),
                           attributes=[attribute_facts(each) for each in kind.attributes.values()])


def _groups() -> list[tuple[str, list[dict[str, str]]]]:
    groups: dict[str, list[dict[str, str]]] = {group: [] for group in catalog.GROUPS}
    for name in catalog.type_names():
        label, purpose = catalog.label_of(name), catalog.purpose_of(name)
        groups[catalog.group_of(name)].append(
            {"name": name, "label": label, "purpose": purpose, "words": f"{name} {label} {purpose}".lower()})
    return [(group, sorted(kinds, key=lambda kind: kind["label"])) for group, kinds in groups.items()]
