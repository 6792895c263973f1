"""A parameter's schema: read from its definition, and what Heat would refuse in it reported.

Source: heat.engine.hot.parameters HOTParamSchema and its successors, heat.engine.parameters.Schema.
"""

from __future__ import annotations

from designer.syntax.nodes import Mapping, Scalar, Sequence

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from designer.catalog.schema import Constraint
    from designer.diagnostics.finding import Report
    from designer.syntax import Node
    from designer.template import Parameter

STRING = "string"
NUMBER = "number"
LIST = "comma_delimited_list"
JSON = "json"
BOOLEAN = "boolean"
TYPES = (STRING, NUMBER, LIST, JSON, BOOLEAN)

KEYS = ("type", "description", "default", "schema", "constraints", "hidden", "label", "immutable")
TAGS_SINCE = "2018-03-02"


def keys_of(version: str) -> tuple[str, ...]:
    """The keys that a parameter's definition may have in a version."""
    return (*KEYS, "tags") if version >= TAGS_SINCE else KEYS


class ParameterSchema:
    """A parameter's schema.

    `type` is None where it is missing or wrong; `constraints` are those that are right in themselves, each with its
    node; `sound` says whether Heat takes the schema. `default` is as written, None where there is none.
    """

    __slots__ = ("parameter", "name", "type", "default", "default_node", "constraints", "entity", "hidden", "sound")

    def __init__(self, parameter: Parameter) -> None:
        self.parameter = parameter
        self.name = parameter.name
        self.type: str | None = None
        self.default: Any = None
        self.default_node: Node | None = None
        self.constraints: list[tuple[Constraint, Node]] = []
        self.entity: str | None = None
        self.hidden = False
        self.sound = True


def parse_schema(parameter: Parameter, version: str, report: Report, instead: Any = None) -> ParameterSchema:
    """The schema as far as it can be made out, with every fault in it reported.

    `instead` is what stands in its template instead of the default that is written there, None where nothing does.
    """
    schema = ParameterSchema(parameter)
    node = parameter.node
    if not isinstance(node, Mapping):
        schema.sound = False
        report("HOT201", node if not _is_null(node) else parameter.key, parameter=parameter.name)
        return schema
    index = node.index
    for key, _ in node.items():
        if key.value not in KEYS and key.value not in keys_of(version):
            schema.sound = False
            report("HOT202", key, parameter=parameter.name, key=key.value, known=keys_of(version),
                   since=TAGS_SINCE if key.value == "tags" else None, version=version)
    _read_type(schema, index, parameter, report)
    if "tags" in index and version >= TAGS_SINCE and not isinstance(index["tags"], Sequence):
        schema.sound = False
        report("HOT207", index["tags"], parameter=parameter.name)
    if "constraints" in index and not _is_null(index["constraints"]):
        from designer.parameters.constraint import read_constraints

        read_constraints(schema, index["constraints"], version, report)
    hidden = index.get("hidden")
    schema.hidden = bool(hidden is not None and hidden.plain())
    default = index.get("default")
    if instead is not None:
        schema.default_node, schema.default = default or parameter.key, instead
    elif default is not None and not _is_null(default):
        schema.default_node = default
        schema.default = default.value if default.__class__ is Scalar else default.plain()
    if schema.default_node is not None:
        if schema.type == LIST and not isinstance(schema.default, (list, str)):
            # only of this type Heat looks at the default whatever value is given
            report("HOT213", schema.default_node, parameter=parameter.name, value=schema.default, type=LIST)
            schema.default, schema.sound = None, False
        elif schema.constraints and schema.type is not None:
            from designer.parameters.constraint import check_default

            check_default(schema, report)
    return schema


def _read_type(schema: ParameterSchema, index: dict[str, Node], parameter: Parameter, report: Report) -> None:
    if "type" not in index:
        schema.sound = False
        report("HOT203", parameter.key, parameter=parameter.name)
        return
    node = index["type"]
    if node.__class__ is Scalar and node.value in TYPES:
        schema.type = node.value
        return
    schema.sound = False
    report("HOT204", node if not _is_null(node) else parameter.key, parameter=parameter.name, type=node.plain(),
           known=TYPES)


def _is_null(node: Node) -> bool:
    return node.__class__ is Scalar and node.value is None
