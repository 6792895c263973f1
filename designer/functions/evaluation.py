"""What a template is worth: its parameters, conditions, resources and outputs, evaluated."""

from __future__ import annotations

from designer.functions.conditions import Conditions
from designer.functions.reference import Reference
from designer.functions.scope import Scope, Shared
from designer.functions.walk import evaluate
from designer.parameters import evaluate_parameters
from designer.syntax.ordered import Ordered
from designer.template.versions import CONDITIONS_SINCE

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any

    from designer.catalog import ResourceType
    from designer.diagnostics.finding import Report
    from designer.functions.uses import Uses
    from designer.syntax import Node
    from designer.template import Output, Resource, Template


class ResourceValues:
    """A resource's sections as values, None where a section is missing, and what they refer to.

    `enabled`: False where its condition switches it off, None where that is not decided.
    """

    __slots__ = ("resource", "enabled", "properties", "metadata", "update_policy", "deletion_policy", "external_id",
                 "references")

    def __init__(self, resource: Resource, enabled: bool | None) -> None:
        self.resource = resource
        self.enabled = enabled
        self.properties: Any = None
        self.metadata: Any = None
        self.update_policy: Any = None
        self.deletion_policy: Any = None
        self.external_id: Any = None
        self.references: list[Reference] = []


class OutputValues:
    """An output's value and what it refers to; `enabled` as with resources."""

    __slots__ = ("output", "enabled", "value", "references")

    def __init__(self, output: Output, enabled: bool | None) -> None:
        self.output = output
        self.enabled = enabled
        self.value: Any = None
        self.references: list[Reference] = []


class Evaluation:
    """A template's values.

    version               the date of the version by which functions were judged
    parameters            each parameter's value, the pseudo parameters included: known or a placeholder
    conditions            True, False, or None where it is not decided
    condition_references  what each condition refers to
    resources, outputs    ResourceValues and OutputValues by name
    shared                what evaluating a single resource again needs
    uses                  who refers to what, once it was asked for
    """

    __slots__ = ("version", "parameters", "conditions", "condition_references", "resources", "outputs", "shared",
                 "known_uses")

    def __init__(self, shared: Shared, template: Template) -> None:
        self.shared = shared
        self.version = shared.version
        self.parameters = shared.parameters
        self.conditions: dict[str, bool | None] = {}
        self.condition_references: dict[str, list[Reference]] = {}
        self.resources: Ordered[ResourceValues] = Ordered(lambda: template.resources)
        self.outputs: Ordered[OutputValues] = Ordered(lambda: template.outputs)
        self.known_uses: Uses | None = None

    @property
    def uses(self) -> Uses:
        if self.known_uses is None:
            from designer.functions.uses import Uses

            self.known_uses = Uses(self)
        return self.known_uses


def evaluate_template(template: Template, given: dict[str, Any], report: Report,
                      types: Callable[[Resource], ResourceType | None] | None = None,
                      files: Callable[[str], str | None] | None = None, *, defaults: dict[str, Any] | None = None,
                      complete: bool = False, nested: bool = False) -> Evaluation:
    """Everything in a template that has a value.

    given     the values that parameters get; defaults: those that stand in for a parameter's own default
    types     the type of a resource, None where it is not known: its attributes are then not checked
    files     the text of a file by the name that `get_file` gives
    complete  whether that is all there will be: a value that is missing is a fault then, not a placeholder
    nested    whether the template is used inside a stack
    """
    evaluation = begin_evaluation(template, given, report, types, files, defaults=defaults, complete=complete,
                                  nested=nested)
    shared, conditions = evaluation.shared, evaluation.shared.conditions
    assert conditions is not None
    for values in evaluation.resources.values():
        evaluate_resource(values, shared, report)
    for name, output in template.outputs.items():
        evaluation.outputs[name] = evaluate_output(output, shared, report)
    report_conditions(evaluation, report)
    for name, decision in conditions.decisions.items():
        evaluation.conditions[name] = decision.outcome
        evaluation.condition_references[name] = decision.references
    return evaluation


def begin_evaluation(template: Template, given: dict[str, Any], report: Report,
                     types: Callable[[Resource], ResourceType | None] | None = None,
                     files: Callable[[str], str | None] | None = None, *, defaults: dict[str, Any] | None = None,
                     complete: bool = False, nested: bool = False) -> Evaluation:
    """What is to be known before any resource or output can be evaluated; the arguments are those of
    `evaluate_template`.
    """
    version = template.effective_version
    parameters = evaluate_parameters(template, given, report, defaults, complete, nested)
    shared = Shared(template.resources, version, parameters, types, files, complete)
    shared.given = frozenset(given)
    shared.nested = nested
    evaluation = Evaluation(shared, template)
    conditional = version >= CONDITIONS_SINCE
    shared.conditions = Conditions(shared, template.conditions if conditional else {})
    for name, resource in template.resources.items():
        values = ResourceValues(resource, True)
        if conditional and resource.condition is not None:
            values.enabled = evaluate_switch(resource.condition, values.references, shared, report)
            shared.switched[name] = values.enabled
        evaluation.resources[name] = values
    return evaluation


def report_conditions(evaluation: Evaluation, report: Report) -> None:
    """Reports what is wrong with conditions: it turns on which of them resources and outputs use.

    What is reported here has `conditions` for the fact `section`, and is to be reported anew when a resource or an
    output has changed.
    """
    conditions = evaluation.shared.conditions
    assert conditions is not None
    if conditions.conditions:
        conditions.report(_asked(evaluation), report)


def _asked(evaluation: Evaluation) -> set[str]:
    """The conditions that resources and outputs ask for where they are switched on."""
    if evaluation.known_uses is not None:
        return {name for name in evaluation.conditions if _is_asked(name, evaluation, evaluation.known_uses)}
    owners: list[ResourceValues | OutputValues] = [*evaluation.resources.values(), *evaluation.outputs.values()]
    return {reference.target for owner in owners for reference in owner.references if _asks(owner, reference)}


def _is_asked(name: str, evaluation: Evaluation, uses: Uses) -> bool:
    for section, user in uses.names.get("condition", {}).get(name, ()):
        owner = evaluation.resources.get(user) if section == "resources" else evaluation.outputs.get(
            user) if section == "outputs" else None
        if owner is not None and any(
                reference.target == name and _asks(owner, reference) for reference in owner.references):
            return True
    return False


def _asks(owner: ResourceValues | OutputValues, reference: Reference) -> bool:
    """Whether a reference makes Heat look at a condition."""
    if reference.kind != "condition" or reference.enabled is not True:
        return False
    # the value of an output that is switched off is not even parsed
    return owner.__class__ is ResourceValues or owner.enabled is True or reference.section == "condition"


def evaluate_resource(values: ResourceValues, shared: Shared, report: Report) -> None:
    """Fills in what the sections of one resource are worth; nothing else of the template changes by it."""
    resource = values.resource
    scope = Scope(shared, report, "properties", values.enabled, values.references)
    if resource.properties is not None:
        type_ = shared.types(resource) if shared.types is not None else None
        scope.resolved = type_ is None or not type_.placeholder  # nobody asks for what such a type is given
        values.properties = evaluate(resource.properties, scope)
        scope.resolved = True
    if resource.metadata is not None:
        scope.section = "metadata"
        values.metadata = evaluate(resource.metadata, scope)
    index = getattr(resource.node, "index", None)
    if index:
        for section in ("update_policy", "deletion_policy", "external_id"):
            if section in index:
                scope.section = section
                setattr(values, section, evaluate(index[section], scope))


def evaluate_output(output: Output, shared: Shared, report: Report) -> OutputValues:
    """What one output is worth."""
    values = OutputValues(output, True)
    condition = output.part("condition")
    conditions = shared.conditions
    if condition is not None and conditions is not None and shared.version >= CONDITIONS_SINCE:
        values.enabled = evaluate_switch(condition, values.references, shared, report)
    node = output.part("value")
    if node is not None:
        values.value = evaluate(node, Scope(shared, report, "output", values.enabled, values.references))
    return values


def evaluate_switch(node: Node, references: list[Reference], shared: Shared, report: Report) -> bool | None:
    """Whether what stands under `condition:` holds, None where that is not decided; its references are kept."""
    assert shared.conditions is not None
    return shared.conditions.evaluate(node, Scope(shared, report, "condition", True, references))
