"""Expressions that stand alone: each is evaluated as an output, or a condition, of a template made for it.

What deployment would have is all there: nothing that is missing will come later, so that a missing file or parameter is
a fault, as in Heat. The stack is called `dummy` and belongs to the project `test_tenant_id`, unless the case gives
values for `OS::stack_name`, `OS::project_id` and `OS::stack_id` under `stack`.
"""

from __future__ import annotations

from designer.diagnostics import Finding
from designer.functions.evaluation import evaluate_template
from designer.syntax import read
from designer.template import build_template
from designer.template.versions import CONDITIONS_SINCE
from designer.values.as_json import as_json

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

STACK = {"OS::stack_name": "dummy", "OS::project_id": "test_tenant_id", "OS::stack_id": "None"}
ASKED = "asked"
"""The name of the output, or of the condition, that holds the expression."""

_STAGES = {"parse": 1, "validate": 2, "resolve": 3}


def answer(case: dict[str, Any]) -> dict[str, Any]:
    """What an expression is worth, or why Heat refuses it.

    `version`, `expression`, and optionally `parameters` {name: schema and value}, `conditions`, `files` {name: text},
    `as` (output or condition), `stack`, `id` make a case. The answer has `id` and `ok`, and `value` or `code` and
    `message`.
    """
    from json import dumps

    template, given = _template(case)
    findings: list[Finding] = []

    def report(code: str, place: Any, **facts: Any) -> None:
        findings.append(Finding(code, place, facts))

    found: dict[str, Any] = {"id": case.get("id")}
    document = read(dumps(template))
    findings.extend(document.findings)
    built = build_template(document)
    if built is None or document.findings:
        return _refused(found, findings)
    if built.version is None:
        return {**found, "ok": False, "code": "HOT102", "message": f"There is no version {case.get('version')!r}."}
    conditions = built.sections.get("conditions")
    if conditions is not None and (built.version < CONDITIONS_SINCE or not hasattr(conditions[1], "index")):
        early = built.version < CONDITIONS_SINCE
        report("HOT104" if early else "HOT105", conditions[0], section="conditions", version=built.version,
               since=CONDITIONS_SINCE if early else None, found="no map")
        return _refused(found, findings)
    evaluation = evaluate_template(built, given, report, files=(case.get("files") or {}).get, complete=True)
    if any(_is_refusal(finding) for finding in findings):
        return _refused(found, findings)
    if case.get("as") == "condition":
        outcome = evaluation.conditions[ASKED]
        return {**found, "ok": True, "value": outcome if outcome is not None else
                {"placeholder": {"kind": "boolean", "origin": "condition", "of": [ASKED]}}}
    return {**found, "ok": True, "value": as_json(evaluation.outputs[ASKED].value)}


def _template(case: dict[str, Any]) -> tuple[dict[str, Any], dict[str, Any]]:
    given: dict[str, Any] = {**STACK, **(case.get("stack") or {})}
    template: dict[str, Any] = {"heat_template_version": case.get("version")}
    schemas: dict[str, Any] = {}
    for name, schema in (case.get("parameters") or {}).items():
        if isinstance(schema, dict) and "value" in schema:
            schema = dict(schema)
            given[name] = schema.pop("value")
        schemas[name] = schema
    if schemas:
        template["parameters"] = schemas
    if case.get("conditions"):
        template["conditions"] = case["conditions"]
    output: dict[str, Any] = {"value": case.get("expression")}
    if case.get("as") == "condition":
        template.setdefault("conditions", {})
        template["conditions"] = {**template["conditions"], ASKED: case.get("expression")}
        output = {"value": "", "condition": ASKED}
    template["outputs"] = {ASKED: output}
    return template, given


def _refused(found: dict[str, Any], findings: list[Finding]) -> dict[str, Any]:
    """The answer for a refusal: what Heat would meet first."""
    from designer.validate.registry import find_rule

    refusals = [finding for finding in findings if _is_refusal(finding)]
    first = min(refusals, key=lambda finding: _STAGES.get(finding.facts.get("stage", ""), 0))
    rule = find_rule(first.code)
    assert rule is not None
    return {**found, "ok": False, "code": rule.code, "message": rule.module.message(**first.facts)}


def _is_refusal(finding: Finding) -> bool:
    from designer.validate.registry import find_rule

    rule = find_rule(finding.code)
    return rule is not None and rule.severity(finding.facts) == "error"
