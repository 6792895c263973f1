"""Validation: the rules, and what walks a template and reports to them.

    findings = []
    validate(document, template, evaluation, graph, types, report)     # every pass over a whole template
    diagnostics_of(document.findings + findings, document)    # findings to what people read
"""

from __future__ import annotations

from designer.validate.passes import validate, validate_output, validate_resource, validate_whole
from designer.validate.registry import Rule, all_rules, diagnostics_of, find_rule, range_of
from designer.validate.structure.document import check_document
from designer.validate.view import View

__all__ = ["Rule", "View", "all_rules", "check_document", "diagnostics_of", "find_rule", "range_of", "validate",
           "validate_output", "validate_resource", "validate_whole"]
