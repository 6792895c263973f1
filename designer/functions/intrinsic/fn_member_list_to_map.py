"""`Fn::MemberListToMap`: a map out of numbered keys and values."""

from __future__ import annotations

from designer.functions.arguments import place_of, refuse, unpacked, wrong
from designer.functions.scope import PARSE, RESOLVE
from designer.functions.walk import evaluate as evaluate_node
from designer.functions.walk import visit
from designer.syntax.nodes import Scalar
from designer.values import LIST, MAP, STRING, Placeholder, is_known, may_be, unknown

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from designer.functions.scope import Scope
    from designer.syntax import Mapping, Node

NAME = "Fn::MemberListToMap"
SINCE = "2013-05-23"
UNTIL = "2014-10-16"
CONDITION = None
ANYWHERE = True
SUMMARY = "a map out of a list of numbered names and values"
SIGNATURE = "Fn::MemberListToMap: [${1:Name}, ${2:Value}, ['.member.0.Name=${3:key}', '.member.0.Value=${4:value}']]"


def evaluate(call: Mapping, argument: Node, scope: Scope) -> Any:
    """The map. Source: heat.engine.cfn.functions.MemberListToMap."""
    nodes = unpacked(argument, scope)
    if nodes is None or len(nodes) != 3:
        evaluate_node(argument, scope)
        refuse(NAME, argument, scope, "[name of keys, name of values, list]")
        return unknown(NAME, MAP)
    key, value = visit(nodes[0], scope), visit(nodes[1], scope)
    members = evaluate_node(nodes[2], scope)
    for index, what in enumerate(("name of keys", "name of values")):
        node = nodes[index]
        if not isinstance(node, Scalar) or not isinstance(node.value, str):
            wrong(NAME, node, scope, what, "a text that is written out", stage=PARSE)
            return unknown(NAME, MAP)
    if members.__class__ is Placeholder and may_be(members, LIST, MAP, STRING):
        return unknown(NAME, MAP)
    if not isinstance(members, (list, dict, str)):
        wrong(NAME, nodes[2], scope, "third argument", "a list", members)
        return unknown(NAME, MAP)
    named: dict[str, str] = {}
    for index, item in enumerate(members):
        if item.__class__ is Placeholder and may_be(item, STRING):
            continue
        name, sign, text = item.partition("=") if isinstance(item, str) else ("", "", "")
        if not sign:
            scope.fault("HOT339", place_of(nodes[2], index), RESOLVE, function=NAME, expects="`name=value`")
            return unknown(NAME, MAP)
        named[name] = text
    return _pairs(named, key, value) if is_known(members) else unknown(NAME, MAP)


def _pairs(named: dict[str, str], key: str, value: str) -> dict[str, str]:
    """The members that have both a key and a value, in the order of their numbers.

    Source: heat.api.aws.utils.extract_param_pairs.
    """
    members: dict[int, dict[str, str]] = {}
    for name, text in named.items():
        dot, _, rest = name.partition(".member.")
        number, sign, field = rest.partition(".")
        if not dot and sign and number.isascii() and number.isdigit() and "\n" not in field:
            members.setdefault(int(number), {})[field] = text
    return {member[key]: member[value] for _, member in sorted(members.items()) if key in member and value in member}
