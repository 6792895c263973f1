"""Environment files: read, checked and merged as Heat's client does."""

from __future__ import annotations

from designer.environment.check import check_registry
from designer.environment.files import Files
from designer.environment.merge import Layer, merge_layers
from designer.environment.registry import Registry, Resolution
from designer.syntax import Document, Mapping, Scalar, Span, read

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable
    from typing import Any

    from designer.diagnostics.finding import Report

SECTIONS = ("parameters", "parameter_defaults", "resource_registry", "encrypted_param_names", "event_sinks",
            "parameter_merge_strategies")


class Environment:
    """All environments given, as one.

    `parameters` are values given, `defaults` those that stand in for a parameter's own default (`parameter_defaults`);
    `registry` says what a resource type stands for, `files` where the files come from that templates name. `layers` are
    the environment files one by one, `documents` by name the texts of these and of the templates that they and the
    template lead to.
    """

    __slots__ = ("parameters", "defaults", "registry", "files", "documents", "layers")

    def __init__(self, files: Files | None = None) -> None:
        self.parameters: dict[str, Any] = {}
        self.defaults: dict[str, Any] = {}
        self.layers: list[Layer] = []
        self.registry = Registry()
        self.files = files or Files()
        self.documents: dict[str, Document] = {}

    def given(self) -> dict[str, Any]:
        """The value that each parameter gets from here; `parameters` go before `parameter_defaults`."""
        return {**self.defaults, **self.parameters}

    def settle(self, kinds: dict[str, str], report: Report) -> None:
        """Merge the parameters of several files again, now that it is known of which types the template's are.

        What cannot be merged is reported with the fact `file`.
        """
        def refuse(layer: Layer, section: str, key: str, reason: str) -> None:
            root = self.documents[layer.name].root
            values = root.index.get(section) if isinstance(root, Mapping) else None
            place = values.key(key) if isinstance(values, Mapping) else None
            if place is not None:
                report("HOT816", place, file=layer.name, parameter=key, reason=reason)

        if len(self.layers) > 1:
            self.parameters, self.defaults = merge_layers(self.layers, kinds, refuse)

    def child(self, type_name: str, resource: str) -> Environment:
        """The environment of the stack that a resource of a type makes: the same registry, but for the entry that
        made it.

        Source: heat.engine.environment.get_child_environment.
        """
        inner = Environment(self.files)
        inner.documents = self.documents
        inner.defaults = self.defaults
        inner.registry = self.registry.without(type_name, resource)
        return inner

    def resolve(self, type_name: str, resource: str | None = None) -> Resolution | None:
        """What a resource type stands for, None where Heat could not find it."""
        return self.registry.resolve(type_name, resource)


EMPTY = Environment()


def read_environments(sources: Iterable[tuple[str, str | bytes]], files: Files | None, report: Report) -> Environment:
    """One environment out of (name, content) pairs, a later one going before an earlier one.

    Faults are reported with the fact `file`, the name of the environment they are in. Source: heat.common
    environment_format, environment_util (merge_environments).
    """
    environment = Environment(files)
    loaded = False
    for name, content in sources:
        document = read(content)
        environment.documents[name] = document
        for finding in document.findings:
            report(finding.code, finding.place, file=name, **finding.facts)
        sections = _sections(document, name, report)
        registry = sections.pop("resource_registry", None)
        if isinstance(registry, dict):
            base = environment.files.base_of(name)
            environment.registry.load(registry, base, loaded)
            loaded = loaded or bool(registry)
            assert isinstance(document.root, Mapping)
            check_registry(document.root.index["resource_registry"], name, environment.files, base, report)
        environment.layers.append(Layer(name, sections))
    environment.parameters, environment.defaults = merge_layers(environment.layers, None, lambda *_: None)
    return environment


def _sections(document: Document, name: str, report: Report) -> dict[str, Any]:
    root = document.root
    if root is None or (isinstance(root, Scalar) and root.value is None):
        return {}
    if not isinstance(root, Mapping):
        report("HOT805", root, file=name)
        return {}
    values: dict[str, Any] = {}
    for key, value in root.items():
        section = str(key.value)
        plain = value.plain()
        if section not in SECTIONS:
            report("HOT806", key, file=name, section=section, sections=SECTIONS)
        elif plain is None:
            report("HOT807", key, file=name, section=section)
        elif not plain and section != "resource_registry":
            pass  # Heat looks only into what is not empty
        elif section == "event_sinks":
            if not isinstance(plain, list) or not all(isinstance(sink, dict) for sink in plain):
                report("HOT808", Span(value.start, value.end, (section,)), file=name, section=section,
                       wanted="a list of maps")
        elif not isinstance(plain, dict) and section != "encrypted_param_names":
            # strategies are asked for only where there is something to merge
            certain = section != "parameter_merge_strategies" or any(
                each in root.index and root.index[each].plain() for each in ("parameters", "parameter_defaults"))
            report("HOT808", Span(value.start, value.end, (section,)), file=name, section=section, certain=certain)
        else:
            values[section] = plain
    return values
