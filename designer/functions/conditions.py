"""Conditions: which are true, which are false, and which turn on what is not known yet."""

from __future__ import annotations

from designer.functions.scope import PARSE, RESOLVE, VALIDATE, Scope, Shared
from designer.functions.walk import evaluate, evaluate_early, is_call
from designer.syntax.nodes import Mapping, Scalar
from designer.values import Placeholder

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable
    from typing import Any

    from designer.diagnostics.finding import Report
    from designer.functions.reference import Reference
    from designer.syntax import Node
    from designer.template import Condition

SECTION = "conditions"
"""The section that a condition's findings name among their facts."""


class Decision:
    """A condition's outcome: True, False, or None where it is not decided, and what was met on the way."""

    __slots__ = ("outcome", "references", "findings", "running")

    def __init__(self) -> None:
        self.outcome: bool | None = None
        self.references: list[Reference] = []
        self.findings: list[tuple[str, Any, dict[str, Any]]] = []
        self.running = True


class Conditions:
    """The conditions of a template, each decided when it is first asked for, as Heat does it.

    Source: heat.engine.conditions.Conditions, heat.engine.template_common.CommonTemplate.conditions.
    """

    def __init__(self, shared: Shared, conditions: dict[str, Condition]) -> None:
        self.shared = shared
        self.conditions = conditions
        self.decisions: dict[str, Decision] = {}

    def decide(self, name: str) -> Decision:
        """The decision on a condition of the template, whose name must be one."""
        decision = self.decisions.get(name)
        if decision is None:
            decision = self.decisions[name] = Decision()
            decision.outcome = self._decide(self.conditions[name], decision)
            decision.running = False
        return decision

    def outcome(self, value: Any, place: Node, scope: Scope, stage: str = PARSE) -> bool | None:
        """What a condition as written somewhere amounts to: a name, true, false, or null, which counts as true.

        A name that is no condition's is reported.
        """
        if value is None:
            if not self._is_removed(place):
                return True
            # null as a value, but no condition
            scope.fault("HOT251", place, stage, condition=None, known=tuple(self.conditions))
            return None
        if isinstance(value, bool):
            return value
        if isinstance(value, Placeholder):
            return None
        if not isinstance(value, str) or value not in self.conditions:
            scope.fault("HOT251", place, stage, condition=value if isinstance(value, str) else None,
                        known=tuple(self.conditions))
            return None
        scope.refer("condition", value, place, None)
        decision = self.decide(value)
        if decision.running:
            scope.fault("HOT252", place, stage, condition=value, chain=self._chain())
            return None
        return decision.outcome

    def _is_removed(self, node: Node) -> bool:
        """Whether a node is the call of a function that the version has no more."""
        from designer.functions.refused import removed

        return isinstance(node, Mapping) and len(node.index) == 1 and any(
            self.shared.condition_functions.find(name) is removed for name in node.index)

    def evaluate(self, node: Node, scope: Scope) -> bool | None:
        """Whether what stands under `condition:`, or first in `if`, holds."""
        functions, scope.functions = scope.functions, self.shared.condition_functions
        try:
            value = evaluate_early(node, scope)
        finally:
            scope.functions = functions
        return self.outcome(value, node, scope)

    def report(self, asked: Iterable[str], report: Report) -> None:
        """Decides what nobody asked for, and reports what is wrong with each condition, and what it lacks.

        Heat resolves only the conditions that are used, so that a fault met there counts only where they are `asked`
        for, or used by one that is.
        """
        for name in self.conditions:
            self.decide(name)
        used = set(asked)
        waiting = list(used)
        while waiting:
            for reference in self.decisions[waiting.pop()].references:
                if reference.kind == "condition" and reference.enabled is True and reference.target not in used:
                    used.add(reference.target)
                    waiting.append(reference.target)
        for name, decision in self.decisions.items():
            if name in used and decision.outcome is None and not self.shared.nested:
                self._report_missing(name, decision, report)
            for code, place, facts in decision.findings:
                if facts.get("stage") == RESOLVE and name not in used:
                    facts = {**facts, "certain": False}
                report(code, place, **facts)

    def _report_missing(self, name: str, decision: Decision, report: Report) -> None:
        for reference in decision.references:
            value = self.shared.parameters.get(reference.target) if reference.kind == "get_param" else None
            if isinstance(value, Placeholder) and not reference.target.startswith("OS::"):
                report("HOT254", reference.place, condition=name, parameter=reference.target, section=SECTION)

    def _decide(self, condition: Condition, decision: Decision) -> bool | None:
        def report(code: str, place: Any, **facts: Any) -> None:
            decision.findings.append((code, place, facts))

        scope = Scope(self.shared, report, SECTION, references=decision.references)
        scope.functions = self.shared.condition_functions
        node = condition.node
        value = evaluate(node, scope)
        written = is_call(node, scope)
        if isinstance(value, bool) or (written and isinstance(value, Placeholder)):
            return value if isinstance(value, bool) else None
        scope.fault("HOT253", node if not isinstance(node, Scalar) or node.value is not None else condition.key,
                    RESOLVE if written else VALIDATE, condition=condition.name,
                    name=value if isinstance(value, str) and value in self.conditions else None)
        return None

    def _chain(self) -> tuple[str, ...]:
        return tuple(name for name, decision in self.decisions.items() if decision.running)
