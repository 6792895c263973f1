"""The places among a resource's properties where a value could go, those not written yet too."""

from __future__ import annotations

from designer.functions import functions_of
from designer.syntax import Mapping, Scalar, Sequence
from designer.template.versions import LATEST

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from designer.catalog import PropertySchema
    from designer.edit.change import Path
    from designer.syntax import Node

UNSET = "unset"
OPEN = "open"
HELD = "held"
GROWS = "grows"
_DEPTH = 5
_ITEMS = 20


class PropertySlot:
    """A place for one value.

    path    where it stands below `properties`; of a list that grows by the value, the list's
    schema  of the value
    state   `unset`; `open`: written, without a value; `held`: something stands there; `grows`: one more item of a list
    node    what stands there, None where nothing does; of a list that grows, the list
    """

    __slots__ = ("path", "schema", "state", "node")

    def __init__(self, path: Path, schema: PropertySchema, state: str, node: Node | None) -> None:
        self.path = path
        self.schema = schema
        self.state = state
        self.node = node


def property_slots(schemas: dict[str, PropertySchema], node: Node | None, path: Path = ()) -> Iterator[PropertySlot]:
    """The places for plain values in a map of properties, at every depth, in the order of the schema.

    Inside what a function works out there are none. A list of maps has one new item, beside those that are there.
    """
    if len(path) > _DEPTH or (node is not None and not isinstance(node, Mapping) and not is_null(node)) \
            or is_call(node):
        return
    index = node.index if isinstance(node, Mapping) else {}
    for name, schema in schemas.items():
        inner = index.get(name)
        gone = not schema.implemented or schema.support.status in ("DEPRECATED", "HIDDEN", "UNSUPPORTED")
        if not gone or inner is not None:
            yield from _slots(schema, inner, (*path, name))


def _slots(schema: PropertySchema, node: Node | None, path: Path) -> Iterator[PropertySlot]:
    if schema.type == "Map":
        if schema.schema:
            yield from property_slots(schema.schema, node, path)
    elif schema.type == "List":
        yield from _items(schema, node, path)
    else:
        yield PropertySlot(path, schema, state_of(node), node)


def _items(schema: PropertySchema, node: Node | None, path: Path) -> Iterator[PropertySlot]:
    if node is not None and not isinstance(node, Sequence) and not is_null(node):
        return
    item = schema.item
    items = node.items if isinstance(node, Sequence) else []
    if item is None or item.type not in ("Map", "List"):
        yield PropertySlot(path, item if item is not None and item.entity is not None else schema, GROWS, node)
    elif item.type == "Map" and item.schema:
        for at, each in enumerate(items[:_ITEMS]):
            for slot in property_slots(item.schema, each, (*path, at)):
                if slot.state != UNSET:
                    yield slot
        yield from property_slots(item.schema, None, (*path, len(items)))


def state_of(node: Node | None) -> str:
    """Whether a place is unset, open or held."""
    return UNSET if node is None else OPEN if is_null(node) else HELD


def is_null(node: Node | None) -> bool:
    return isinstance(node, Scalar) and node.value is None


def is_call(node: Node | None) -> bool:
    """Whether a function's call stands there."""
    return isinstance(node, Mapping) and len(node.index) == 1 and functions_of(LATEST).find(
        next(iter(node.index))) is not None
