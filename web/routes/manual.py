"""The manual: a page for every diagnostic, made of the text that stands in its rule's own file."""

from __future__ import annotations

from flask import Blueprint, render_template

from designer.validate import all_rules, find_rule
from web.manuals import blocks, title_of
from web.refusals import Refusal, wants

routes = Blueprint("manual", __name__)


@routes.get("/manual")
def index() -> str:
    """All diagnostics, by the hundred that their code belongs to."""
    rules = [{"code": rule.code, "name": rule.name, "title": title_of(rule.module.__doc__ or "")}
             for rule in all_rules().values()]
    return render_template("pages/manual_index.html", rules=rules)


@routes.get("/manual/<code>")
def show(code: str) -> str:
    """What one diagnostic means, why it is said, and what to do."""
    rule = find_rule(code)
    if rule is None:
        raise Refusal(404, "There is no diagnostic of that code.")
    severity = getattr(rule.module, "SEVERITY", None)
    text = rule.module.__doc__ or ""
    shape = "fragments/manual.html" if wants() == "fragment" else "pages/manual.html"
    return render_template(shape, rule=rule, severity=severity, title=title_of(text), blocks=blocks(text))
