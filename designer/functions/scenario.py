"""What has to hold of the parameters for a resource to be there, and for an expression to be looked at.

    scenarios = Scenarios(template, evaluation)
    there = scenarios.condition(resource.condition)                # a formula
    values = scenarios.formulas.solve(scenarios.formulas.both(looked_at, there ^ 1))
    words_of(values)                                               # "`env` is `prod` and `with_db` is false"

A parameter whose value is given has that value; one with a default may have any other value too.
"""

from __future__ import annotations

from designer.functions.formula import ALWAYS, NEVER, OTHER, Formulas, Variable
from designer.functions.scope import Scope
from designer.functions.walk import evaluate
from designer.parameters import coerce, parse_schema
from designer.parameters.constraint import broken
from designer.syntax.nodes import Mapping, Scalar, Sequence
from designer.values import BOOLEAN, NUMBER, STRING, Placeholder, is_known

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from designer.functions.evaluation import Evaluation
    from designer.functions.reference import Branches
    from designer.syntax import Node
    from designer.template import Template

# Conditions that name conditions deeper than this are taken as they are.
DEEPEST = 60
_TYPES = {STRING: (str,), NUMBER: (int, float), BOOLEAN: (bool, int, float)}


class Scenarios:
    """The conditions of a template as formulas; `given` are the parameters whose values are certain."""

    __slots__ = ("template", "evaluation", "formulas", "given", "parameters", "_variables", "_named", "_nodes",
                 "_running")

    def __init__(self, template: Template, evaluation: Evaluation, given: frozenset[str] | None = None) -> None:
        self.template = template
        self.evaluation = evaluation
        self.formulas = Formulas()
        self.given = evaluation.shared.given if given is None else given
        self.parameters: dict[str, Any] = {}
        self._variables: dict[tuple[Any, ...], Variable] = {}
        self._named: dict[str, int] = {}
        self._nodes: dict[int, int] = {}
        self._running: list[str] = []
        for name, value in evaluation.parameters.items():
            open_value = value
            if not isinstance(value, Placeholder) and name not in self.given and name in template.parameters:
                schema = parse_schema(template.parameters[name], evaluation.version, _silent)
                open_value = _unknown(schema)
            self.parameters[name] = open_value

    def condition(self, node: Node | None) -> int:
        """What stands under `condition:`, or first in `if`, as a formula."""
        if node is None:
            return ALWAYS
        known = self._nodes.get(id(node))
        if known is None:
            known = self._nodes[id(node)] = self._outcome(node, 0)
        return known

    def named(self, name: str) -> int:
        """A condition of the template as a formula."""
        known = self._named.get(name)
        if known is None:
            if name in self._running or len(self._running) > DEEPEST:
                return self._opaque(name, f"the condition `{name}`")
            self._running.append(name)
            known = self._named[name] = self._outcome(self.template.conditions[name].node, 0, name)
            self._running.pop()
        return known

    def branches(self, branches: Branches | None) -> int:
        """That all branches of `if` around an expression are taken."""
        found = ALWAYS
        while branches is not None:
            node, holds, branches = branches
            condition = self.condition(node)
            found = self.formulas.both(found, condition if holds else condition ^ 1)
        return found

    def _outcome(self, node: Node, depth: int, name: str | None = None) -> int:
        if node.__class__ is Scalar:
            return self._value(node.value, node, name)
        if isinstance(node, Mapping) and len(node.index) == 1 and depth < DEEPEST:
            (function, argument), = node.index.items()
            if function == "not":
                return self._outcome(argument, depth + 1) ^ 1
            if function in ("and", "or") and isinstance(argument, Sequence) and len(argument.items) > 1:
                parts = [self._outcome(item, depth + 1) for item in argument.items]
                return self.formulas.all_of(parts) if function == "and" else self.formulas.any_of(parts)
            if function == "equals" and isinstance(argument, Sequence) and len(argument.items) == 2:
                return self._equals(argument.items[0], argument.items[1], node, name)
        return self._value(self._evaluate(node), node, name)

    def _value(self, value: Any, node: Node, name: str | None) -> int:
        if value is None:
            return ALWAYS
        if isinstance(value, bool):
            return ALWAYS if value else NEVER
        if isinstance(value, str) and value in self.template.conditions:
            return self.named(value)
        if isinstance(value, Placeholder) and value.origin == "get_param" and value.of:
            return self._is(value, True, node, name)
        return self._unknown(node, name)

    def _equals(self, first: Node, second: Node, node: Node, name: str | None) -> int:
        left, right = self._evaluate(first), self._evaluate(second)
        if left is OTHER or right is OTHER:
            return self._unknown(node, name)
        if is_known(left) and is_known(right):
            return ALWAYS if left == right else NEVER
        if is_known(left):
            left, right = right, left
        if isinstance(left, Placeholder) and left.origin == "get_param" and left.of and is_known(right):
            return self._is(left, right, node, name)
        return self._unknown(node, name)

    def _is(self, placeholder: Placeholder, value: Any, node: Node, name: str | None) -> int:
        """That a parameter, or a part of it, has a value."""
        whole = len(placeholder.of) == 1
        variable = self._variables.get(placeholder.of)
        if variable is None:
            variable = self._variables[placeholder.of] = self._variable(placeholder, whole)
        if whole and not variable.closed:
            types = _TYPES.get(placeholder.kind)
            if types is not None and not isinstance(value, types):
                return NEVER
            for constraint in placeholder.constraints:
                if constraint.kind != "custom_constraint" and broken(constraint, value, placeholder.kind) is not None:
                    return NEVER
        return self.formulas.equal(variable, value)

    def _variable(self, placeholder: Placeholder, whole: bool) -> Variable:
        values: list[Any] = []
        closed = False
        first: Any = OTHER
        if whole:
            name = str(placeholder.of[0])
            default = self.evaluation.parameters.get(name)
            if not isinstance(default, Placeholder):
                first = default
            if placeholder.kind == BOOLEAN:
                values, closed = [True, False], True
            for constraint in placeholder.constraints:
                if constraint.kind == "allowed_values" and placeholder.kind in _TYPES and isinstance(
                        constraint.value, (list, tuple)):
                    allowed = _coerced(constraint.value, placeholder.kind)
                    values = [value for value in values if value in allowed] if closed else allowed
                    closed = True
            if closed:
                values = [value for value in values if not any(
                    constraint.kind not in ("custom_constraint", "allowed_values")
                    and broken(constraint, value, placeholder.kind) is not None
                    for constraint in placeholder.constraints)]
                closed = bool(values)  # nothing allowed at all is a fault of its own
        return self.formulas.variable(placeholder.of, values, closed, first)

    def _unknown(self, node: Node, name: str | None) -> int:
        """A condition of which nothing is known but that it is the same wherever it is written the same."""
        plain = node.plain()
        if name is None:
            from json import dumps

            text = plain if isinstance(plain, str) else dumps(plain, default=str)
            shown = text if len(text) <= _LONGEST else text[:_LONGEST] + " …"
            return self._opaque(repr(plain), f"`{shown}`")
        return self._opaque(repr(plain), f"the condition `{name}`")

    def _opaque(self, key: str, text: str) -> int:
        variable = self._variables.get((None, key))
        if variable is None:
            variable = self._variables[None, key] = self.formulas.variable((None, text), [True, False], True)
        return self.formulas.equal(variable, True)

    def _evaluate(self, node: Node) -> Any:
        """What an expression is worth with the defaults left open; OTHER where it turns on a condition."""
        if node.__class__ is Scalar:
            return node.value
        shared = self.evaluation.shared
        scope = Scope(shared, _silent, "conditions")
        scope.functions = shared.condition_functions
        scope.parameters = self.parameters
        value = evaluate(node, scope)
        return OTHER if any(reference.kind == "condition" for reference in scope.references) else value


_LONGEST = 60


def _silent(code: str, place: Any, **facts: Any) -> None:
    """What is wrong with a condition has been reported where it was decided."""


def _unknown(schema: Any) -> Any:
    from designer.parameters import parameter_value

    schema.default = None
    return parameter_value(schema, None)


def _coerced(values: Any, kind: str) -> list[Any]:
    found = []
    for value in values:
        try:
            made = coerce(value, kind)
        except (ValueError, TypeError, OverflowError):
            continue
        if made not in found:
            found.append(made)
    return found


def words_of(values: dict[Variable, Any]) -> str:
    """A solution in words: "`env` is `prod` and `with_db` is false"."""
    said = []
    for variable, value in sorted(values.items(), key=lambda each: str(each[0].of)):
        if variable.of[0] is None:
            said.append(f"{variable.of[1]} {'holds' if value else 'does not hold'}")
            continue
        name = ".".join(map(str, variable.of))
        if value is OTHER:
            others = [_shown(each) for each in variable.values]
            said.append(f"`{name}` is not {others[0]}" if len(others) == 1 else
                        f"`{name}` is none of {', '.join(others[:_MOST])}")
        else:
            said.append(f"`{name}` is {_shown(value)}")
    if len(said) > _MOST + 1:
        said[_MOST:] = [f"{len(said) - _MOST} more are as they must be"]
    return ", ".join(said[:-1]) + " and " + said[-1] if len(said) > 1 else "".join(said)


_MOST = 5


def _shown(value: Any) -> str:
    if value.__class__ is bool:
        return "true" if value else "false"
    return f"`{str(value)[:_LONGEST]}`" if value != "" else "empty"
