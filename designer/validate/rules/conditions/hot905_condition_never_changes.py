"""A condition has the same outcome whatever the parameters are.

What the parameters may be, by their types and constraints, leaves only one outcome: what depends on the condition is
always there, or never. Mostly a value was renamed in one place only, or a number is compared with a text.

Never holds:

```yaml
parameters:
  stage: {type: string, constraints: [{allowed_values: [dev, production]}]}
conditions:
  is_production: {equals: [{get_param: stage}, prod]}
```

Can hold:

```yaml
conditions:
  is_production: {equals: [{get_param: stage}, production]}
```

Source: heat.engine.hot.functions (Equals, Not, And, Or); Heat itself says nothing
"""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from designer.diagnostics.finding import Report
    from designer.functions.scenario import Scenarios
    from designer.template import Condition
    from designer.validate.view import View

SEVERITY = "info"


def check(condition: Condition, view: View, report: Report) -> None:
    """Report a condition that turns on parameters, and yet never or always holds."""
    outcome = _outcome(condition.name, _scenarios(view))
    if outcome is None:
        return
    references = view.evaluation.condition_references.get(condition.name, ())
    used = [reference.target for reference in references if reference.kind == "condition"]
    # what follows from another condition that never changes is said of that one, and `true` is meant
    if (used or any(reference.kind == "get_param" for reference in references)) and not any(
            name in view.template.conditions and _outcome(name, _scenarios(view)) is not None for name in used):
        report("HOT905", condition.key, condition=condition.name, outcome=outcome)


def _outcome(name: str, scenarios: Scenarios) -> bool | None:
    formula = scenarios.named(name)
    if scenarios.formulas.never(formula):
        return False
    return True if scenarios.formulas.never(formula ^ 1) else None


def _scenarios(view: View) -> Scenarios:
    """The template's conditions with nothing given, made once for all of them."""
    found: Scenarios | None = view.open_scenarios
    if found is None:
        from designer.functions.scenario import Scenarios

        found = view.open_scenarios = Scenarios(view.template, view.evaluation, frozenset())
    return found


def message(condition: str, outcome: bool, **_: object) -> str:
    return f"The condition `{condition}` {'always' if outcome else 'never'} holds, whatever the parameters are."
