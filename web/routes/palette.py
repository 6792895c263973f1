"""The resource types, to be looked up."""

from __future__ import annotations

from flask import Blueprint, render_template, request

from designer import catalog
from designer.assist.facts import attribute_facts, property_tree, type_facts
from web.refusals import Refusal, wants

routes = Blueprint("palette", __name__)


@routes.get("/types")
def index() -> str:
    """What is often used and all types by group; or those that have every word of `q`, the likeliest first."""
    query = request.args.get("q", "").strip()
    if query:
        return render_template("fragments/types.html", found=[_row(name) for name in catalog.find_types(query)])
    return render_template("fragments/types.html", common=[_row(name) for name in catalog.COMMON], groups=_groups())


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
        row = _row(name)
        groups[row["group"]].append(row)
    return [(group, sorted(rows, key=lambda row: row["label"])) for group, rows in groups.items() if rows]


def _row(name: str) -> dict[str, str]:
    return {"name": name, "label": catalog.label_of(name), "purpose": catalog.purpose_of(name),
            "group": catalog.group_of(name)}
