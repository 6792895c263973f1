"""Forms for browsers without script: everything about one entry on a page of its own, stored as one step."""

from __future__ import annotations

from typing import Any

from flask import Blueprint, current_app, redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from designer.assist.form_plain import plain_rows, sent_operations
from web import security
from web.documents import Opened, documents
from web.history import reading, steps, store, templates
from web.inspecting import inspected
from web.refusals import Refusal
from web.routes.steps import opened_of, plan_asked

routes = Blueprint("plain", __name__)


@routes.get("/t/<id>/form")
def show(id: str) -> str:
    """The form of what `select` names, or of the template as a whole."""
    found = templates.need(store(), id)
    said = "Stored." if "stored" in request.args else None
    return _page(found, opened_of(found), request.args.get("select"), said=said)


@routes.post("/t/<id>/form")
def write(id: str) -> Response | tuple[str, int]:
    """Store what was sent of a form, against the revision `base` that it showed, and lead back to it.

    What cannot be done is said on the form, with all that was typed; nothing is stored then.
    """
    base, select = request.form.get("base", -1, type=int), request.form.get("select") or None
    try:
        now = steps.since(store(), id, base)
        shown = opened_of(now.stored)
        if any(change.edits for change in now.changes):
            shown = documents().open(now.stored.name, shown.with_text(steps.text_at(now.stored, now.changes)),
                                     now.stored.beside)
        operations, after = _meant(shown, select)
        if operations:
            asked = steps.Asked(base, client=reading.browser(request.cookies.get(security.COOKIE, "")))
            plan_asked(id, asked, operations)
            steps.take(store(), id, asked, current_app.config["MAX_TEMPLATE_BYTES"])
    except steps.Behind:
        raise Refusal(409, "This form shows a text that is too old to go on from. Load it again.", "behind") from None
    except steps.Impossible as impossible:
        return _page(now.stored, shown, select, base, impossible.sentence, request.form.to_dict()), 422
    except steps.Conflict:
        sentence = "Somebody else has changed the same text meanwhile, so nothing was stored."
        return _page(now.stored, shown, select, base, sentence, request.form.to_dict()), 409
    return redirect(url_for("plain.show", id=id, stored="", select=after or None), 303)


def _meant(shown: Opened, select: str | None) -> tuple[list[dict[str, Any]], str | None]:
    """The operations that a form was sent for, and the node that it is about afterwards."""
    form = _form(shown, select)
    operations = sent_operations(plain_rows(form), request.form)
    act, (section, name) = request.form.get("act", ""), _entry(form)
    new = request.form.get("name", name)
    if act == "delete" and name:
        return [_removal(form, section, name, "cascade" in request.form)], None
    if name and new and new != name and form.get("id") is None:
        operations.append({"op": "rename", "section": section, "name": name, "to": new})
        select = new if section == "resources" else f"/{section}/{new}"
    if request.form.get("type") and request.form.get("new"):
        operations.append({"op": "add_resource", "name": request.form["new"], "type": request.form["type"],
                           "placeholders": True})
    if len(operations) > reading.MOST_OPERATIONS:
        raise Refusal(400, "That is more than can be done at once.")
    return operations, select


def _removal(form: dict[str, Any], section: str, name: str, cascade: bool) -> dict[str, Any]:
    if form.get("id") is not None:
        return {"op": "remove_group", "group": int(form["id"])}
    return {"op": "remove", "section": section, "names": [name], **({"cascade": True} if cascade else {})}


def _entry(form: dict[str, Any]) -> tuple[str, str]:
    """The section and name of what a form is about; two empty texts for the template as a whole."""
    return (str(form["path"][0]), str(form["name"])) if "path" in form else ("", "")


def _form(opened: Opened, select: str | None) -> dict[str, Any]:
    found = inspected(opened, select)
    form = found["resource"] or found["entry"] or found["template"]
    if not isinstance(form, dict) or (select and found["template"]):
        raise Refusal(404, "There is no such entry in this template." if select else "The template cannot be read.")
    return form


def _page(found: templates.Stored, opened: Opened, select: str | None, base: int | None = None, refused: str = "",
          typed: dict[str, str] | None = None, said: str | None = None) -> str:
    form = _form(opened, select)
    return render_template(
        "pages/form.html", stored=found, select=select or "", form=form, rows=plain_rows(form), refused=refused,
        said=said, typed=typed or {}, base=found.revision if base is None else base, name=_entry(form)[1])
