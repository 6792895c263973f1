"""The whole path at once: text to nodes, template, values, graph and diagnostics.

    analysis = analyse(text, name="stack.yaml", folder="templates")
    analysis.diagnostics, analysis.graph, analysis.template
"""

from __future__ import annotations

import gc
import os

from designer import catalog
from designer.diagnostics import Diagnostic, Finding
from designer.environment import (
    Environment,
    Fetched,
    Files,
    Folder,
    Resolution,
    check_named_files,
    problem_of,
    provider_type,
    read_environments,
    read_nested,
)
from designer.functions import Evaluation, evaluate_template
from designer.graph import Graph, build_graph
from designer.nesting import MOST, check_nested, tell_unusable
from designer.syntax import DEFAULT_LIMITS, Document, Limits, Mapping, read
from designer.template import Resource, Template, build_template
from designer.text import LineIndex
from designer.validate import (
    View,
    check_document,
    diagnostics_of,
    validate_output,
    validate_resource,
    validate_whole,
)
from designer.values.frozen import frozen

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable
    from typing import Any

    from designer.catalog import ResourceType
    from designer.diagnostics.finding import Place, Report


ABOUT_TEMPLATE_TOO = frozenset(("HOT809", "HOT816"))
"""What is reported of an environment and turns on the template: found anew with every template."""

# So many edits back it is known which resources they touched.
LONGEST_TRAIL = 32


class Analysis:
    """What one run of the path yields; nothing in it is ever None but what cannot be made out of the text.

    `template`, `evaluation` and `graph` are None where the text is no mapping; `diagnostics` are sorted by place.
    `types(resource)` is the type a resource has, aliases, registry and nested templates looked through. `own` are
    findings
    about one entry each, which stay true while the entry stays as it is; `whole` those about how entries stand
    together. `moment` is another object after each edit.
    """

    __slots__ = ("name", "document", "template", "environment", "types", "base", "target", "evaluation", "graph", "own",
                 "whole", "diagnostics", "moment", "_trail")

    def __init__(self, name: str, document: Document, environment: Environment, types: Types) -> None:
        self.name = name
        self.document = document
        self.environment = environment
        self.types = types
        self.template: Template | None = None
        self.evaluation: Evaluation | None = None
        self.graph: Graph | None = None
        self.base = types.base
        self.target: int | None = None
        self.own: list[Finding] = []
        self.whole: list[Finding] = []
        self.diagnostics: list[Diagnostic] = []
        self.moment = object()
        self._trail: list[tuple[object, frozenset[str]]] = []

    def edited(self, resources: Iterable[str]) -> None:
        """Note that an edit made resources others, or made them, or took them away."""
        self._trail = [*self._trail[1 - LONGEST_TRAIL:], (self.moment, frozenset(resources))]
        self.moment = object()

    def edited_since(self, moment: object) -> set[str] | None:
        """The resources that came, went or are others since a moment; None where that is not known any more."""
        found: set[str] = set()
        if moment is self.moment:
            return found
        for at, names in reversed(self._trail):
            found |= names
            if at is moment:
                return found
        return None

    def view(self) -> View:
        """What the rules look at. Only for a template that could be made out."""
        assert self.template is not None and self.evaluation is not None and self.graph is not None
        return View(self.document, self.template, self.evaluation, self.graph, self.types)

    @property
    def lines(self) -> LineIndex:
        """The line starts of the text."""
        return self.document.lines


class Types:
    """Looks a resource's type up, each name once."""

    __slots__ = ("environment", "base", "known", "problems", "trail", "room")

    def __init__(self, environment: Environment, base: str, trail: tuple[str, ...] = ()) -> None:
        self.environment = environment
        self.base = base
        self.trail = trail
        self.room = MOST
        self.known: dict[tuple[str, str | None], ResourceType | None] = {}
        self.problems: dict[str, str] = {}

    def __call__(self, resource: Resource) -> ResourceType | None:
        """The type of a resource; None where it is unknown, or a template that is not at hand."""
        if resource.type is None:
            return None
        owner = resource.name if self.environment.registry.resources else None
        key = (resource.type, owner)
        try:
            return self.known[key]
        except KeyError:
            found = self.known[key] = self._find(resource.type, owner)
            return found

    def exists(self, resource: Resource) -> bool:
        """Whether Heat would find the type at all; a template that is not at hand counts as found."""
        if resource.type is None or self(resource) is not None:
            return True
        return self.environment.resolve(resource.type, resource.name) is not None

    def fetch(self, resource: Resource) -> Fetched | None:
        """The template that a resource's type stands for, None where it stands for none."""
        resolution = self.environment.resolve(resource.type or "", resource.name)
        return self._fetch(resolution) if resolution is not None and resolution.template is not None else None

    def _fetch(self, resolution: Resolution) -> Fetched:
        return self.environment.files.fetch(resolution.template or "", resolution.base or self.base)

    def _find(self, type_name: str, owner: str | None) -> ResourceType | None:
        resolution = self.environment.resolve(type_name, owner)
        if resolution is None:
            return None
        if resolution.template is None:
            return catalog.find(resolution.type_name)
        fetched = self._fetch(resolution)
        if fetched.text is None:
            return None
        kind, template = provider_type(type_name, fetched.text)
        if template is None:
            self.problems[type_name] = "it is not a template."
        elif template.version is None and not any(
                key in template.sections for key in ("HeatTemplateFormatVersion", "AWSTemplateFormatVersion")):
            self.problems[type_name] = "it has no version that Heat knows."
        else:
            problem = problem_of(template)
            if problem is not None:
                self.problems[type_name] = problem
        return kind


def analyse(source: str | bytes, name: str = "", given: dict[str, Any] | None = None,
            environments: Iterable[tuple[str, str | bytes]] = (), files: Files | None = None, base: str = "",
            folder: str | None = None, limits: Limits = DEFAULT_LIMITS, target: int | None = None) -> Analysis:
    """Everything that can be known of a template before it is deployed.

    `source` is its text or bytes; `given` the values of parameters; `environments` are (name, content) pairs,
    later ones going before earlier ones. Files that the template names come from `files`, relative to `base`, or
    from `folder`,
    and are unknown without either. `target` is the rank of a release (catalog.release_rank): what is newer is a
    fault. Never raises for what the template holds.
    """
    collecting = gc.isenabled()
    gc.disable()  # what is made here lives on: the cyclic collector would visit it again and again for nothing
    try:
        return _analyse(source, name, given or {}, environments, files or _files(folder), base or folder or "", limits,
                        target)
    finally:
        if collecting:
            gc.enable()


def _files(folder: str | None) -> Files:
    return Folder(folder) if folder is not None else Files()


def _analyse(source: str | bytes, name: str, given: dict[str, Any], environments: Iterable[tuple[str, str | bytes]],
             files: Files, base: str, limits: Limits, target: int | None) -> Analysis:
    own: list[Finding] = []
    report = collector(own)
    document = read(source, limits)
    environment = read_environments(environments, files, report)
    analysis = Analysis(name, document, environment, Types(environment, base))
    analysis.own = own
    analysis.target = target
    return complete(analysis, given, report)


def collector(findings: list[Finding]) -> Report:
    """A function to report with, which puts what it is told into a list."""
    def report(code: str, place: Place, **facts: Any) -> None:
        findings.append(Finding(code, place, facts))

    return report


def complete(analysis: Analysis, given: dict[str, Any], report: Report, version: str | None = None) -> Analysis:
    """The path from an analysis whose document is read to its end.

    `version` is the date of the version that the template is to be judged by instead of the one that it states.
    """
    document, environment, types = analysis.document, analysis.environment, analysis.types
    files = environment.files
    analysis.own.extend(document.findings)
    template = analysis.template = build_template(document)
    if template is not None:
        if version is not None:
            template.version = version
        if not types.trail:  # what is given too much inside is a property too much outside
            environment.settle({each.name: (each.type or "").lower() for each in template.parameters.values()}, report)
            _check_given(template, environment, given, report)
        check_named_files(document, files, analysis.base, report)
        analysis.evaluation = evaluate_template(template, {**environment.parameters, **given}, report, types,
                                                _reader(files, analysis.base), defaults=environment.defaults,
                                                nested=bool(types.trail))
        analysis.graph = build_graph(template, analysis.evaluation, types)
    if check_document(document, report) and template is not None and analysis.evaluation is not None:
        view = analysis.view()
        for name in template.resources:
            validate_resource(name, view, report)
        for name in template.outputs:
            validate_output(name, view, report)
        check_nested(analysis, list(template.resources), child_of, report)
        check_templates(template.resources.values(), types, report)
    judge_whole(analysis)
    return analysis


def child_of(types: Types, resource: Resource, text: str, path: str, given: dict[str, Any]) -> Analysis:
    """The analysis of a template that a resource of another makes a stack of, with the values that it gives.

    What is given the same is analysed once for all that share the files, but where an environment has a registry.
    """
    types.room -= 1
    children = types.environment.files.children
    registry = types.environment.registry
    key = None if registry.entries or registry.resources else frozen(
        (path, text, resource.type, resource.name, types.trail, types.environment.defaults, given))
    if key is not None and key in children:
        known, documents = children[key]
        types.environment.documents.update(documents)
        return known  # type: ignore[no-any-return]
    child = _child_of(types, resource, text, path, given)
    if key is not None:
        documents = child.environment.documents
        if len(children) >= MOST:
            children.clear()
        names = {child.name, *[each.file for each in child.diagnostics]}
        children[key] = child, {name: documents[name] for name in names if name in documents}
    return child


def _child_of(types: Types, resource: Resource, text: str, path: str, given: dict[str, Any]) -> Analysis:
    environment = types.environment.child(resource.type or "", resource.name)
    inner = Types(environment, environment.files.base_of(path), (*types.trail, path))
    inner.room = types.room
    document = read_nested(text)
    name = environment.files.shown(path)
    if path != resource.name:  # else its text comes out of no file
        environment.documents[name] = document
    child = Analysis(name, document, environment, inner)
    complete(child, {name: value for name, value in given.items() if value is not None}, collector(child.own))
    types.room = inner.room
    return child


def judge_whole(analysis: Analysis) -> None:
    """The findings about how entries stand together, and the diagnostics that all findings make."""
    analysis.whole = []
    own = analysis.own
    if analysis.template is not None and analysis.graph is not None:
        report = collector(analysis.whole)
        validate_whole(analysis.view(), report)
        if analysis.target is not None:
            from designer.validate.target import check_target, counts

            check_target(analysis.view(), analysis.target, report)
            own = [finding for finding in own if counts(finding, analysis.target)]
    analysis.diagnostics = diagnostics_of(own + analysis.whole, analysis.document,
                                          analysis.environment.documents)


def _reader(files: Files, base: str) -> Any:
    if type(files) is Files:
        return None

    def text_of(name: str) -> str | None:
        return files.fetch(name, base).text

    return text_of


def _check_given(template: Template, environment: Environment, given: dict[str, Any], report: Any) -> None:
    known = tuple(template.parameters)
    for layer in environment.layers:
        section = getattr(environment.documents[layer.name].root, "index", {}).get("parameters")
        if not isinstance(section, Mapping):
            continue
        for key, _ in section.items():
            if key.value not in template.parameters:
                # one that an earlier environment's parameters are there for is passed by
                report("HOT809", key, file=layer.name, parameter=key.value, known=known,
                       certain=key.value in environment.parameters)
    for name in given:
        if name not in template.parameters:
            section = template.sections.get("parameters")
            place = section[0] if section is not None else template.root
            report("HOT809", place, parameter=name, known=known)


def check_templates(resources: Iterable[Resource], types: Types, report: Report) -> None:
    """Report the types of resources that stand for a template which is none, or for nothing."""
    for resource in resources:
        if resource.type in types.environment.registry.broken and resource.type_node is not None:
            report("HOT813", resource.type_node, name=resource.type)
        problem = types.problems.get(resource.type or "")
        if problem is not None and resource.type_node is not None:
            tell_unusable(types, resource, resource.type_node, problem, child_of, report)


_roots: dict[tuple[str, str], str] = {}


def folder_of(path: str) -> tuple[str, str]:
    """The folder that a template's files may come from, and the template's own: the working directory and below
    where the template lies there, else the template's own folder alone.
    """
    base = os.path.dirname(os.path.abspath(path))
    where = (os.getcwd(), base)
    root = _roots.get(where)
    if root is None:
        here = os.path.realpath(where[0])
        real = os.path.realpath(base)
        root = here if real == here or real.startswith(here.rstrip(os.sep) + os.sep) else real
        if len(_roots) >= MOST:
            _roots.clear()
        _roots[where] = root
    return root, base
