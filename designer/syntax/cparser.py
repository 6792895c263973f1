"""PyYAML's C parser, made ready for our reading.

`yaml.compose` spends a third of its time in two Python methods that libyaml calls back for every node. Ours
remember what a plain scalar's tag is, and count the depth on the way.

The command line may ask for a lean import: of PyYAML's modules only those that the C parser needs are
loaded, which halves the start-up of `hot-designer validate`. A later `import yaml` then loads the rest as usual.
"""

from __future__ import annotations

import sys

from designer.syntax.implicit import plain_tag
from designer.syntax.scalars import MAP, SEQUENCE, STRING

TYPE_CHECKING = False
if TYPE_CHECKING:
    from types import ModuleType
    from typing import Any

# What the C parser needs of PyYAML's other modules is the names of their errors.
_HEAVY = {"reader": "ReaderError", "constructor": "ConstructorError", "emitter": "EmitterError",
          "serializer": "SerializerError", "representer": "RepresenterError"}
_MARKED = {"scanner": "ScannerError", "parser": "ParserError", "composer": "ComposerError"}


class TooDeep(Exception):
    """Raised on the way down when collections nest deeper than allowed."""


def import_lean() -> None:
    """Load PyYAML's C parser without the modules that only loading and dumping of objects need.

    Does nothing where PyYAML is loaded already or where it is not laid out as expected: the usual import serves then.
    """
    if "yaml" in sys.modules:
        return
    try:
        _import_lean()
    except (ImportError, AttributeError):
        for name in [n for n in sys.modules if n == "yaml" or n.startswith("yaml.")]:
            del sys.modules[name]


def _import_lean() -> None:
    # the finder of `importlib.machinery`, without the import of `importlib`
    from _frozen_importlib_external import PathFinder

    module_type: type[ModuleType] = type(sys)
    spec = PathFinder.find_spec("yaml")
    if spec is None or spec.submodule_search_locations is None:
        raise ImportError("yaml")
    package: Any = module_type("yaml")
    package.__path__ = list(spec.submodule_search_locations)
    sys.modules["yaml"] = package
    for name in ("error", "tokens", "events", "nodes"):
        __import__("yaml." + name)
        part = sys.modules["yaml." + name]
        setattr(package, name, part)
        for key in part.__dict__:
            if key[:1].isupper():
                setattr(package, key, part.__dict__[key])
    for name, error in _HEAVY.items():
        part = module_type("yaml." + name)
        setattr(part, error, type(error, (package.error.YAMLError,), {"__init__": _keep_arguments}))
        setattr(package, name, part)
    for name, error in _MARKED.items():
        part = module_type("yaml." + name)
        setattr(part, error, type(error, (package.error.MarkedYAMLError,), {}))
        setattr(package, name, part)
    __import__("yaml._yaml")
    # what is left in sys.modules are PyYAML's own modules: a full import completes them
    del sys.modules["yaml"]


def _keep_arguments(self: Any, *args: Any) -> None:
    Exception.__init__(self, *args)
    for name, value in zip(("name", "position", "character", "encoding", "reason"), args, strict=False):
        setattr(self, name, value)


def composer() -> Any:
    """What composes: `composer()(text, depth, aliases).get_single_node()` yields PyYAML's nodes.

    `aliases` says that the events may be asked for one by one, as aliases need. It raises PyYAML's own errors, and
    TooDeep beyond `depth`. Where PyYAML was built without libyaml, its Python parser serves, ten times slower and with
    the same answers.
    """
    global _composer
    if _composer is None:
        _composer = _make_composer()
    return _composer


_composer: Any = None


def _make_composer() -> Any:
    if "yaml._yaml" not in sys.modules:
        try:
            import yaml._yaml  # noqa: F401
        except ImportError:
            return _make_python_composer()
    parser: Any = sys.modules["yaml._yaml"]
    nodes: Any = sys.modules["yaml.nodes"]
    scalar_node, mapping_node = nodes.ScalarNode, nodes.MappingNode
    known: dict[str, str] = {}

    class Composer(parser.CParser):  # type: ignore[misc]
        """libyaml's parser, composing with a memory for tags and a limit of depth."""

        def __init__(self, text: str, depth: int) -> None:
            parser.CParser.__init__(self, text)
            # The collections around a node, held by two methods of C that libyaml's parser calls for every node.
            around: dict[Any, Any] = {}
            self.around = around
            self.descend_resolver: Any = around.setdefault
            self.ascend_resolver: Any = around.popitem
            self.room = depth - 1

        def resolve(self, kind: Any, value: Any, implicit: Any) -> Any:
            if kind is scalar_node:
                if implicit[0]:
                    tag = known.get(value)
                    if tag is None:
                        tag = plain_tag(value)
                        if len(known) > 20_000:
                            known.clear()
                        if len(value) < 100:
                            known[value] = tag
                    return tag
                return STRING
            if len(self.around) > self.room:
                raise TooDeep
            return MAP if kind is mapping_node else SEQUENCE

    class Counting(Composer):
        """The same where a tag may stand before a collection: then nobody asks what it resolves to."""

        def __init__(self, text: str, depth: int) -> None:
            Composer.__init__(self, text, depth)
            self.room = depth
            self.descend_resolver = self.descend
            self.ascend_resolver = self.ascend

        def descend(self, parent: Any, index: Any) -> None:
            self.room -= 1
            if self.room < 0:
                raise TooDeep

        def ascend(self) -> None:
            self.room += 1

    def compose(text: str, depth: int, aliases: bool = False) -> Any:
        return (Counting if aliases or may_hold_tag(text) else Composer)(text, depth)

    return compose


def may_hold_tag(text: str) -> bool:
    """Whether a tag could stand in the text: an exclamation mark that begins a word."""
    at = text.find("!")
    while at >= 0:
        if at == 0 or text[at - 1] in " \t\r\n[,{:-?\ufeff\x85\u2028\u2029":
            return True
        at = text.find("!", at + 1)
    return False


def _make_python_composer() -> Any:
    import yaml

    class Composer(yaml.SafeLoader):
        """PyYAML's own parser, with a limit of depth."""

        def __init__(self, text: str, depth: int, aliases: bool = False) -> None:
            super().__init__(text)
            self.room = depth

        def descend_resolver(self, parent: Any, index: Any) -> None:
            self.room -= 1
            if self.room < 0:
                raise TooDeep

        def ascend_resolver(self) -> None:
            self.room += 1

    return Composer
