"""Where something new goes, and what is left where something goes."""

from __future__ import annotations

from designer.edit.change import FIRST, MISSING, Change, Insertion
from designer.edit.refused import Refused
from designer.syntax import Mapping, Scalar, Sequence
from designer.text.counting import counted

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence as Steps
    from typing import Any

    from designer.edit.change import Missing, Path, Step
    from designer.edit.subject import Subject
    from designer.syntax import Node

_ROOT = ("heat_template_version", "description", "parameter_groups", "parameters", "conditions", "resources", "outputs")
_RESOURCE = ("type", "external_id", "condition", "depends_on", "properties", "metadata", "update_policy",
             "deletion_policy")
_PARAMETER = ("type", "label", "description", "default", "hidden", "immutable", "tags", "constraints")
_OUTPUT = ("condition", "description", "value")


def set_at(subject: Subject, change: Change, path: Path, value: Any) -> None:
    """Put a value at a path, with the maps and lists on the way that are missing; a null on the way counts as missing.

    Raises Refused where something on the way is no map or list, or a list has no such place.
    """
    node: Node | None = subject.document.root
    for depth, step in enumerate(path):
        child = _child(node, step, path[:depth])
        rest = path[depth + 1:]
        if child is None:
            new = nested(rest, value)
            place: Step | Missing = FIRST
            if isinstance(node, Sequence):
                place = len(node.items) - 1 if node.items else FIRST
            elif isinstance(node, Mapping):
                place = place_in(node, str(step), path[:depth])
            if node is not None and _is_empty(node):
                # nothing is there yet to stand beside
                _put(change, path[:depth], {step: new} if isinstance(step, str) else [new])
            else:
                change.insert(path[:depth], Insertion(place, step if isinstance(step, str) else None, new))
            return
        if not rest:
            change.set(path, value)
            return
        if isinstance(child, Scalar) and child.value is None:
            change.set(path[:depth + 1], nested(rest, value))
            return
        node = child


def _put(change: Change, path: Path, value: Any) -> None:
    if path:
        change.set(path, value)
    else:
        for key, each in value.items():
            change.insert((), Insertion(FIRST, key, each))


def _is_empty(node: Node) -> bool:
    if isinstance(node, Mapping):
        return not node.index
    return isinstance(node, Sequence) and not node.items


def _child(node: Node | None, step: Step, path: Path) -> Node | None:
    where = shown(path) or "the template"
    if node is None or (isinstance(node, Scalar) and node.value is None and not path):
        if isinstance(step, int):
            raise Refused("the template is a map, no list")
        return None
    if isinstance(node, Mapping):
        if isinstance(step, int):
            raise Refused(f"{where} is a map, which has names and no number {step}")
        return node.index.get(step)
    if isinstance(node, Sequence):
        if isinstance(step, str):
            raise Refused(f"{where} is a list, which has numbers and no {step}")
        if step > len(node.items):
            raise Refused(f"{where} has {counted(len(node.items), 'item')} and no place for number {step}")
        return node.items[step] if step < len(node.items) else None
    raise Refused(f"{where} is a plain value, with nothing inside")


def nested(path: Steps[Step], value: Any) -> Any:
    """A value inside the maps and lists that a path leads through. Raises Refused where a list would have holes."""
    for step in reversed(path):
        if isinstance(step, int):
            if step:
                raise Refused(f"a list that is not there yet has no number {step}")
            value = [value]
        else:
            value = {step: value}
    return value


def place_in(mapping: Mapping, key: str, path: Path) -> str | Missing:
    """Behind which entry a new one goes: where its kind usually stands, at the end where there is no such habit."""
    order = _ROOT if not path else {"resources": _RESOURCE, "parameters": _PARAMETER, "outputs": _OUTPUT}.get(
        str(path[0]), ()) if len(path) == 2 else ()
    keys = [str(each.value) for each, _ in mapping.entries if each.parent is mapping]
    if not keys:
        return FIRST
    if key in order:
        rank = order.index(key)
        before = [each for each in keys if each in order and order.index(each) < rank]
        if before:
            return max(before, key=keys.index)
        if any(each in order for each in keys):
            first = next(at for at, each in enumerate(keys) if each in order)
            return keys[first - 1] if first else FIRST
    return keys[-1]


def beside(section: Mapping | None, after: str | None, before: str | None) -> str | Missing:
    """Behind which entry of a section a new one goes that was asked for `after` or `before` another; else the last.

    Raises Refused where there is no such entry.
    """
    if after is not None and before is not None:
        raise Refused("say after or before, not both")
    index = section.index if section is not None else {}
    wanted = after if after is not None else before
    if wanted is not None and wanted not in index:
        raise Refused(f"there is no {wanted} to put it {'after' if after is not None else 'before'}")
    if after is not None:
        return after
    if before is not None:
        names = list(index)
        at = names.index(before)
        return names[at - 1] if at else FIRST
    return next(reversed(index)) if index else FIRST


def add_entry(subject: Subject, change: Change, section: str, name: str, value: Any, after: str | None = None,
              before: str | None = None, lines: list[str] | None = None) -> None:
    """Put a new entry into a section, which is made where it is missing.

    Raises Refused where the name is taken or there is no such place.
    """
    found = subject.section(section)
    if found is not None and name in found.index:
        raise Refused(f"there is a {section[:-1]} {name} already")
    place = beside(found, after, before)
    if found is None or not found.index:
        root = change.inner.get(section)
        if root is not None and root.value is not MISSING:
            root.value[name] = value
            root.lines = [*root.lines, *lines] if root.lines is not None and lines is not None else None
            return
        waiting = next((each for each in change.insertions if each.key == section), None)
        if waiting is not None:
            waiting.value[name] = value
            waiting.lines = _below(waiting.lines, lines)
            return
        set_at(subject, change, (section,), {name: value})
        if section in change.inner:
            change.inner[section].lines = lines
        for each in change.insertions:
            if each.key == section and lines is not None:
                each.lines = _below([section + ":"], lines)
    else:
        change.insert((section,), Insertion(place, name, value, lines))


def _below(lines: list[str] | None, more: list[str] | None) -> list[str] | None:
    """The lines of a section that is not there yet, and those of one more entry; None where some are not written."""
    if lines is None or more is None:
        return None
    return [*lines, *("  " + line if line else "" for line in more)]


def same_as_none(path: Path) -> bool:
    """Whether what stands at a path means the same empty as missing, so that it need not be left there empty."""
    if len(path) == 1:
        return path[0] in ("parameters", "outputs", "conditions", "parameter_groups")
    if len(path) == 3:
        return path[2] in {"resources": ("properties", "metadata", "depends_on", "update_policy"),
                           "parameters": ("constraints", "tags")}.get(str(path[0]), ())
    return False


def remove_at(subject: Subject, change: Change, path: Path) -> None:
    """Take out what stands at a path, and what is left empty by that and means nothing empty."""
    change.remove(path)
    while len(path) > 1:
        path = path[:-1]
        node = subject.node(path)
        if not same_as_none(path) or node is None or not _all_removed(node, change.at(path)):
            return
        change.remove(path)


def _all_removed(node: Node, change: Change) -> bool:
    steps: list[Any] = list(node.index) if isinstance(node, Mapping) else list(
        range(len(node.items))) if isinstance(node, Sequence) else []
    return not change.insertions and len(change.inner) >= len(steps) and all(
        step in change.inner and change.inner[step].removed for step in steps)


def prune_at(subject: Subject, change: Change, path: Path, floor: int) -> None:
    """Take out what stands at a path, and every map and list that is left empty by that, down to a depth."""
    change.remove(path)
    while len(path) - 1 >= floor:
        path = path[:-1]
        node = subject.node(path)
        if change.covered(path) or node is None or not _all_removed(node, change.at(path)):
            return
        change.remove(path)


def shown(path: Path) -> str:
    """A path as a person reads it: server.networks[0].port, the words between left out that everyone knows."""
    steps = list(path)
    if len(steps) > 3 and steps[0] == "resources" and steps[2] == "properties":
        steps = [steps[1], *steps[3:]]
    elif len(steps) > 1 and steps[0] in ("resources", "parameters", "conditions", "outputs"):
        steps = steps[1:]
    words = ""
    for step in steps:
        words += f"[{step}]" if isinstance(step, int) else f".{step}" if words else step
    return words if len(words) <= 80 else words[:77] + "..."
