"""Where a name is used: by functions, in `depends_on`, as a condition, in a parameter group.

A text of thousands of resources is not walked: the owners in whose lines the name does not stand are passed by.
"""

from __future__ import annotations

from bisect import bisect_right

from designer.functions import functions_of
from designer.syntax import Mapping, Scalar, Sequence, walk

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from designer.edit.change import Path
    from designer.edit.subject import Subject
    from designer.syntax import Node

DEPENDS_ON = "depends_on"
GROUP = "group"
_CALLS = {"get_resource": ("resources", True, False), "get_attr": ("resources", False, True),
          "get_param": ("parameters", True, True), "if": ("conditions", False, True)}
"""What a call names: entries of which section, and whether by its argument alone or the first of several."""
_NO_RESOURCE = frozenset(("get_param", "condition", "get_file"))
_ESCAPES = ("\\x", "\\u", "\\U", "\\\n", "\\\r")


class Use:
    """One place that names something.

    kind    the function that names it, `condition`, `depends_on`, or `group` for a parameter group
    place   the scalar that writes the name; what computes it where it is no scalar
    call    the function's call, None where the bare name stands
    owner   the section and entry that the name stands in
    """

    __slots__ = ("kind", "place", "call", "owner", "top")

    def __init__(self, kind: str, place: Node, call: Mapping | None, owner: Path, top: Node) -> None:
        self.kind = kind
        self.place = place
        self.call = call
        self.owner = owner
        self.top = top

    @property
    def path(self) -> Path:
        """The path of the name."""
        return self.path_of(self.place)

    def path_of(self, node: Node) -> Path:
        """The path of a node inside the owner: without asking a section of thousands where the owner stands in it."""
        steps: list[str | int] = []
        while node is not self.top and node.parent is not None:
            step = node.parent.step_to(node)
            if step is not None:
                steps.append(step)
            node = node.parent
        return (*self.owner, *reversed(steps))

    def holder(self, version: str) -> Path:
        """The path of the whole expression that the name is a part of: outside of it is no function any more."""
        node: Node = self.call if self.call is not None else self.place
        path = self.path_of(node)
        find = functions_of(version).find
        depth = outermost = len(path)
        # what a resource's own keys are called means no function
        while node.parent is not None and depth > (2 if path[0] == "conditions" else 3):
            node, depth = node.parent, depth - 1
            if isinstance(node, Mapping) and len(node.index) == 1 and find(next(iter(node.index))) is not None:
                outermost = depth
        return path[:outermost]


def uses_of(subject: Subject, section: str, name: str, owner: tuple[str, str] | None = None) -> list[Use]:
    """Every place that names an entry of a section, in no certain order, each once; of one `owner` alone if given."""
    if section not in ("resources", "parameters", "conditions") or subject.document.root is None:
        return []
    found: dict[int, Use] = {}
    for kind, entry in _owners(subject, name) if owner is None else [owner]:
        for use in _uses_in(subject, section, name, kind, entry):
            found.setdefault(id(use.place), use)
    if section == "parameters" and owner is None:
        for use in groups_of(subject, name):
            found.setdefault(id(use.place), use)
    return list(found.values())


def groups_of(subject: Subject, name: str) -> list[Use]:
    """The places of a parameter in parameter groups."""
    groups = subject.template.parameter_groups
    return [Use(GROUP, node, None, ("parameter_groups",), groups) for node in _groups(groups)
            if node.value == name and groups is not None]


def _uses_in(subject: Subject, section: str, name: str, owner: str, entry: str) -> Iterator[Use]:
    template, references = subject.template, subject.references(owner, entry)
    top: Node
    if owner == "resources":
        top = template.resources[entry].node
        if section == "resources":
            for target, place in template.resources[entry].depends_on:
                if target == name:
                    yield Use(DEPENDS_ON, place, None, (owner, entry), top)
    elif owner == "outputs":
        top = template.outputs[entry].node
    else:
        top = template.conditions[entry].node
    found = {id(top)}
    for reference in references:
        if reference.target == name and _section_of(reference.kind) == section:
            found.add(id(reference.place))
            yield Use(reference.kind, reference.place, reference.call, (owner, entry), top)
    if subject.document.text.count(name, top.start, top.end) >= len(found):
        for kind, place, call in _unheard(top, section, name):
            if id(place) not in found:
                yield Use(kind, place, call, (owner, entry), top)


def _unheard(top: Node, section: str, name: str) -> Iterator[tuple[str, Scalar, Mapping]]:
    """The calls that name something wherever they stand: evaluation hears nothing of those inside a call at fault."""
    for node in walk(top):
        if node.__class__ is not Mapping or len(node.index) != 1:
            continue
        function, argument = next(iter(node.index.items()))
        kind, alone, first = _CALLS.get(function, ("", False, False))
        if kind != section:
            continue
        if first and isinstance(argument, Sequence) and argument.items:
            argument = argument.items[0]
        elif not alone:
            continue
        if isinstance(argument, Scalar) and argument.value == name:
            yield "condition" if function == "if" else function, argument, node


def _section_of(kind: str) -> str:
    if kind not in _NO_RESOURCE:
        return "resources"
    return "parameters" if kind == "get_param" else "conditions" if kind == "condition" else ""


def _groups(groups: Node | None) -> Iterator[Scalar]:
    for group in groups.items if isinstance(groups, Sequence) else []:
        names = group.index.get("parameters") if isinstance(group, Mapping) else None
        for node in names.items if isinstance(names, Sequence) else []:
            if isinstance(node, Scalar):
                yield node


def _owners(subject: Subject, name: str) -> Iterator[tuple[str, str]]:
    """The entries that may name something: in whose lines the name stands."""
    document = subject.document
    text, root = document.text, document.root
    assert isinstance(root, Mapping)
    every = document.aliases or len(root.index) != len(root.entries) or not name.isprintable() or any(
        sign in name for sign in " '\"\\") or not name or ("\\" in text and any(
            escape in text for escape in _ESCAPES))
    for key, section in root.items():
        if str(key.value) not in ("resources", "outputs", "conditions") or not isinstance(section, Mapping):
            continue
        if every or len(section.index) != len(section.entries):
            yield from ((str(key.value), entry) for entry in section.index)
            continue
        pairs = section.entries
        at = text.find(name, section.start, section.end)
        while at >= 0:
            owner = bisect_right(pairs, at, key=_key_start) - 1
            if owner >= 0:
                yield str(key.value), str(pairs[owner][0].value)
            end = pairs[owner + 1][0].start if owner + 1 < len(pairs) else section.end
            at = text.find(name, end, section.end)


def _key_start(pair: tuple[Scalar, Node]) -> int:
    return pair[0].start
