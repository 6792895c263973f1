"""`get_attr`: an attribute of a resource, once it is there, or a part of it."""

from __future__ import annotations

from designer.functions.arguments import place_of, refuse, wrong
from designer.functions.scope import PARSE, RESOLVE, VALIDATE
from designer.functions.targets import UNRESOLVED, find_resource
from designer.functions.walk import evaluate as evaluate_node
from designer.functions.walk import evaluate_early
from designer.syntax.nodes import Mapping, Scalar, Sequence
from designer.values import ANY, BOOLEAN, INTEGER, LIST, MAP, STRING, Placeholder, unknown

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from designer.catalog import ResourceType
    from designer.functions.scope import Scope
    from designer.syntax import Node

NAME = "get_attr"
SINCE = "2013-05-23"
UNTIL = None
CONDITION = None
ANYWHERE = True
SUMMARY = "an attribute of a resource, or what a path leads to inside it"
SIGNATURE = "get_attr: [${1:resource}, ${2:attribute}]"
FORM = {"type": "List", "item": {"type": "Any"}, "places": [
    {"name": "resource", "type": "String", "first": None}, {"name": "attribute", "type": "Any"}]}

WITHOUT_ATTRIBUTE_SINCE = "2015-10-15"
# An attribute that takes the name of its members' attribute first. Source: AutoScalingResourceGroup.get_attribute
_OF_MEMBERS = ("outputs_list",)
# Groups that give a list of what each member has.
_OF_EACH = ("OS::Heat::ResourceGroup", "OS::Heat::ResourceChain")
_KINDS = {"String": STRING, "Map": MAP, "List": LIST, "Integer": INTEGER, "Boolean": BOOLEAN}


def evaluate(call: Mapping, argument: Node, scope: Scope) -> Any:
    """A placeholder for the attribute.

    Source: heat.engine.hot.functions GetAttThenSelect, GetAtt and GetAttAllAttributes.
    """
    values = _arguments(argument, scope)
    if values is None:
        return unknown(NAME)
    place = argument
    attribute_place = argument
    if isinstance(argument, Sequence):
        place = argument.items[0]
        if len(argument.items) > 1:
            attribute_place = argument.items[1]
    name = values[0]
    written_null = len(values) < 2 or (attribute_place.__class__ is Scalar and values[1] is None)
    steps = tuple([step if step.__class__ in (str, int) else None for step in values[1:]])
    if name.__class__ is Placeholder and name.origin not in UNRESOLVED:
        return unknown(NAME)
    for index, step in enumerate(values[2:], 2):
        if step.__class__ in (list, dict):
            wrong(NAME, place_of(argument, index), scope, "path", "of names and indexes", step, VALIDATE)
    if not find_resource(name, place, call, NAME, steps, scope, VALIDATE):
        return unknown(NAME)
    if written_null and scope.version >= WITHOUT_ATTRIBUTE_SINCE:
        return None if scope.unmade else Placeholder(MAP, NAME, (name,))
    attribute = values[1]
    if attribute.__class__ is Placeholder:
        return None if scope.unmade else Placeholder(ANY, NAME, (name,))
    types = scope.shared.types
    type_ = types(scope.resources[name]) if types is not None else None
    if type_ is None:
        if attribute.__class__ is not str:
            wrong(NAME, attribute_place, scope, "attribute", "a text", attribute, _looked_at(steps))
        return None if scope.unmade else Placeholder(ANY, NAME, (name, *_known(steps)))
    made = _attribute(type_, name, attribute, steps, attribute_place, argument, scope)
    return None if scope.unmade else made


def _arguments(argument: Node, scope: Scope) -> list[Any] | None:
    """The arguments' values, None where their shape is refused."""
    alone = scope.version >= WITHOUT_ATTRIBUTE_SINCE
    if isinstance(argument, Sequence):
        items = argument.items
        if len(items) >= (1 if alone else 2):
            return [item.value if item.__class__ is Scalar else evaluate_early(item, scope)
                    for item in items]
        evaluate_node(argument, scope)
    elif argument.__class__ is Scalar:
        # Heat takes a text of one letter for a list of one name
        text = argument.value
        if alone and isinstance(text, str) and len(text) == 1:
            return [text]
    else:
        evaluate_node(argument, scope)
    refuse(NAME, argument, scope, ("[resource], or " if alone else "") + "[resource, attribute, path ...]", PARSE)
    return None


def _attribute(type_: ResourceType, name: str, attribute: Any, steps: tuple[str | int | None, ...], place: Node,
               argument: Node, scope: Scope) -> Placeholder:
    schema = type_.attributes.get(attribute) if attribute.__class__ is str else None
    if schema is None:
        if attribute.__class__ is str and type_.any_attribute:
            if type_.name in _OF_EACH and not attribute.startswith("resource."):
                return Placeholder(LIST, NAME, (name, *_known(steps)))
            return Placeholder(ANY, NAME, (name, *_known(steps)))
        if attribute.__class__ is str:
            # a nested template is asked for its outputs only once it is there
            stage = RESOLVE if type_.origin == "template" else VALIDATE
            scope.fault("HOT304", place, stage, attribute=attribute, resource=name, type=type_.name,
                        known=tuple(type_.attributes))
        else:
            stage = _looked_at(steps) if type_.any_attribute or type_.origin == "template" else VALIDATE
            wrong(NAME, place, scope, "attribute", "a text", attribute, stage)
        return unknown(NAME, of=(name,))
    kind = _KINDS.get(schema.type, ANY) if schema.type is not None else ANY
    if len(steps) == 1:
        return Placeholder(kind, NAME, (name, attribute))
    step = steps[1]
    fits = kind == ANY or step is None or attribute in _OF_MEMBERS or (kind == MAP and isinstance(step, str)) or (
        kind in (LIST, STRING) and isinstance(step, int))
    if not fits:
        scope.fault("HOT306", argument, "advice", resource=name, attribute=attribute, kind=kind, step=step)
        return Placeholder(ANY, NAME, (name, *_known(steps)), nullable=True)
    return Placeholder(STRING if kind == STRING else ANY, NAME, (name, *_known(steps)))


def _looked_at(steps: tuple[str | int | None, ...]) -> str:
    """When Heat comes upon an attribute that is no name, where any name will do: at once, or behind a path late."""
    return VALIDATE if len(steps) == 1 else RESOLVE


def _known(steps: tuple[str | int | None, ...]) -> tuple[str | int, ...]:
    """The steps up to the first that is not known."""
    known: list[str | int] = []
    for step in steps:
        if step is None:
            break
        known.append(step)
    return tuple(known)
