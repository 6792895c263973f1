"""The inspector's facts about versions: which one the template needs, and what another would break."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from designer.analysis import Analysis
    from designer.versions import Change


def inspect_versions(analysis: Analysis, given: dict[str, Any] | None = None, to: str | None = None) -> dict[str, Any]:
    """`version` as stated, `lowest` that the template needs, `reasons` why, and with `to` what that version `breaks`.

    Each reason is code, message, path, start and end. This judges the template several times over: ask for it when
    a person does.
    """
    from designer.versions import breaks, lowest_version

    lowest, reasons = lowest_version(analysis, given)
    facts: dict[str, Any] = {"version": analysis.template.version if analysis.template is not None else None,
                             "lowest": lowest, "reasons": [_facts(each) for each in reasons]}
    if to is not None:
        facts["to"] = to
        facts["breaks"] = [_facts(each) for each in breaks(analysis, to, given)]
    return facts


def _facts(change: Change) -> dict[str, Any]:
    return {"code": change.code, "message": change.message, "path": list(change.path), "start": change.start,
            "end": change.end}
