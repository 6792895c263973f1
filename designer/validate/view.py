"""What the rules look at: a template with all that is known of it."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Mapping

    from designer.catalog import ResourceType
    from designer.functions import Evaluation, Reference
    from designer.functions.scenario import Scenarios
    from designer.graph import Graph
    from designer.syntax import Document
    from designer.template import Resource, Template


class View:
    """A template, its document, its values and its graph.

    `types(resource)` is the type of a resource, or None where it is not known; `version` the date that it is judged by.
    `open_scenarios` are the conditions with no parameter given, made by the first rule that asks for them.
    """

    __slots__ = ("document", "template", "evaluation", "graph", "types", "version", "open_scenarios", "_used")

    def __init__(self, document: Document, template: Template, evaluation: Evaluation, graph: Graph,
                 types: Callable[[Resource], ResourceType | None]) -> None:
        self.document = document
        self.template = template
        self.evaluation = evaluation
        self.graph = graph
        self.types = types
        self.version = template.effective_version
        self.open_scenarios: Scenarios | None = None
        self._used: Mapping[str, Collection[str]] | None = None

    def enabled(self, resource: str) -> bool | None:
        """Whether a resource is made: False where its condition switches it off, None where that is not decided."""
        values = self.evaluation.resources.get(resource)
        return True if values is None else values.enabled

    @property
    def used(self) -> Mapping[str, Collection[str]]:
        """The names that anything in the template refers to, by the kind of reference (`get_param` ...)."""
        if self._used is None:
            uses = self.evaluation.known_uses
            self._used = uses.names if uses is not None else self._collect()
        return self._used

    def _collect(self) -> dict[str, set[str]]:
        found = {(reference.kind, reference.target) for references in self._references() for reference in references}
        used: dict[str, set[str]] = {}
        for kind, target in found:
            used.setdefault(kind, set()).add(target)
        return used

    def _references(self) -> list[list[Reference]]:
        evaluation = self.evaluation
        return [*[values.references for values in evaluation.resources.values()],
                *[values.references for values in evaluation.outputs.values()],
                *evaluation.condition_references.values()]
