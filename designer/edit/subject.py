"""What an intent may look at: a document, its template, and what refers to what in it."""

from __future__ import annotations

from designer.edit.refused import Refused
from designer.functions import Evaluation, evaluate_template
from designer.functions.evaluation import begin_evaluation, evaluate_output, evaluate_resource
from designer.syntax import Document, Mapping, Scalar
from designer.syntax.paths import follow
from designer.template import Condition, Output, Parameter, Resource, Template, build_template

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from designer.analysis import Analysis, Types
    from designer.catalog import ResourceType
    from designer.edit.change import Path
    from designer.functions import Reference
    from designer.syntax import Node
    from designer.syntax.reread import Reread
    from designer.template.model import Entry

_KINDS: dict[str, type[Entry]] = {
    "parameters": Parameter, "conditions": Condition, "resources": Resource, "outputs": Output}
SECTIONS = ("resources", "parameters", "conditions", "outputs")


class Subject:
    """A document that is to be edited, with what is known of it; what an analysis has not worked out already is worked
    out when it is first asked for.

    Raises Refused where the document cannot be edited at all: it is no YAML, or no map.
    """

    __slots__ = ("document", "analysis", "types", "_template", "_evaluation", "_begun", "_heard")

    def __init__(self, document: Document, analysis: Analysis | None = None, types: Types | None = None) -> None:
        root = document.root
        if root is None and document.findings:
            finding = document.findings[0]
            line = document.lines.position(finding.place.start)[0]
            raise Refused(f"the template cannot be read ({finding.code} in line {line}); mend that first")
        if root is not None and not isinstance(root, Mapping):
            if not (isinstance(root, Scalar) and root.value is None and root.start == root.end):
                raise Refused("the template is no map")
        self.document = document
        self.analysis = analysis
        self.types = analysis.types if analysis is not None else types
        self._template = analysis.template if analysis is not None else None
        self._evaluation = analysis.evaluation if analysis is not None else None
        self._begun: Evaluation | None = None
        self._heard: dict[tuple[str, str], list[Reference]] = {}

    @property
    def template(self) -> Template:
        """The template's parts. Raises Refused where there are none yet."""
        if self._template is None:
            self._template = build_template(self.document)
        if self._template is None:
            raise Refused("there is nothing in the template yet")
        return self._template

    def take_template(self, before: Subject, again: Reread) -> None:
        """Make this document's template of that of the one that it grew out of, which is of no use any more."""
        template, kind = before._template, _KINDS.get(str(again.section))
        if template is not None and kind is not None and template.root is again.document.root:
            template.document = again.document
            template.replace(str(again.section), again.removed,
                             [kind(name, *nodes) for name, nodes in again.added.items()])
            self._template = template

    @property
    def evaluation(self) -> Evaluation:
        if self._evaluation is None:
            self._evaluation = evaluate_template(self.template, {}, _ignore)
        return self._evaluation

    def references(self, section: str, name: str) -> list[Reference]:
        """What an entry of the resources, outputs or conditions refers to, as evaluation hears it."""
        if self._evaluation is None:
            return self._heard_in(section, name)
        if section == "conditions":
            return self._evaluation.condition_references.get(name, [])
        owners: Any = self._evaluation.resources if section == "resources" else self._evaluation.outputs
        return owners[name].references  # type: ignore[no-any-return]

    def _heard_in(self, section: str, name: str) -> list[Reference]:
        """As `references`, where nothing is evaluated yet but what is asked for."""
        if self._begun is None:
            self._begun = begin_evaluation(self.template, {}, _ignore)
        shared, found = self._begun.shared, self._heard.get((section, name))
        if found is not None:
            return found
        if section == "resources":
            values = self._begun.resources[name]
            evaluate_resource(values, shared, _ignore)
            found = values.references
        elif section == "outputs":
            found = evaluate_output(self.template.outputs[name], shared, _ignore).references
        else:
            conditions = shared.conditions
            found = conditions.decide(name).references if conditions is not None and (
                name in conditions.conditions) else []
        self._heard[section, name] = found
        return found

    def type_of(self, resource: Resource) -> ResourceType | None:
        """The type of a resource, None where it is not known."""
        if self.types is not None:
            return self.types(resource)
        return self.find_type(resource.type or "")

    def find_type(self, name: str) -> ResourceType | None:
        """A type by name, None where the catalog does not know it."""
        from designer import catalog

        return catalog.find(name)

    def section(self, name: str) -> Mapping | None:
        """A section that is a map, None where it is missing or null. Raises Refused where it is something else."""
        root = self.document.root
        node = root.index.get(name) if isinstance(root, Mapping) else None
        if node is None or (isinstance(node, Scalar) and node.value is None):
            return None
        if not isinstance(node, Mapping):
            raise Refused(f"{name} is no map")
        return node

    def has(self, section: str, name: str) -> bool:
        found = self.section(section)
        return found is not None and name in found.index

    def entry(self, section: str, name: str) -> Node:
        """An entry of a section. Raises Refused where there is none, or where its name stands twice."""
        found = self.section(section)
        if found is None or name not in found.index:
            raise Refused(f"there is no {_ONE.get(section, 'entry')} {name}{_like(name, found)}")
        if len(found.index) != len(found.entries) and sum(key.value == name for key, _ in found.entries) > 1:
            raise Refused(f"{name} stands twice in {section}; take one of them out first")
        return found.index[name]

    def node(self, path: Path) -> Node | None:
        """The node at a path, None where there is none."""
        return self.node_in(self.document, path)

    def node_in(self, document: Document, path: Path) -> Node | None:
        """The node at a path of another document, None where there is none."""
        return follow(document.root, path)


def one(section: str) -> str:
    """What an entry of a section is called."""
    return _ONE.get(section, "entry")


_ONE = {"resources": "resource", "parameters": "parameter", "conditions": "condition", "outputs": "output"}


def _like(name: str, section: Mapping | None) -> str:
    if section is None or len(section.index) > 500:
        return ""
    from designer.catalog import nearest

    found = nearest(name, list(section.index))
    return f" (did you mean {found}?)" if found else ""


def _ignore(code: str, place: Any, **facts: Any) -> None:
    pass
