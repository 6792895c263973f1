"""Evaluating an expression: finding the function that fits, and calling it.

Source: yaql.language.runner and yaql.language.contexts.
"""

from __future__ import annotations

from designer.functions.yaql.errors import Refused, Vague
from designer.functions.yaql.kinds import Rule, converted, fits, frozen, is_set, thawed, weigh
from designer.functions.yaql.library import Overload, overloads_of
from designer.functions.yaql.parser import MISSING, Expression
from designer.values import SET, Placeholder

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any

STEP = 100
"""What a step costs, in letters of text."""

_ABSENT = object()


def evaluate(expression: Expression, data: Any, spend: Callable[[int], bool]) -> Any:
    """What an expression is worth with `$` holding the data under `data`. Raises Refused or Vague."""
    try:
        engine = Engine(spend)
        context = Context(None)
        context.names["$1"] = frozen({"data": data})
        found = engine.value(expression, context)
        return _as_set(found) if is_set(found) else thawed(found)
    except (Refused, Vague):
        raise
    except RecursionError:
        raise Vague from None
    except Exception as error:  # a function of the expression may fail in any way that Python does
        raise Refused(f"{type(error).__name__}: {error}" if str(error) else type(error).__name__) from None


def _as_set(found: Any) -> Placeholder:
    """What Heat gets is a set, whose items it may not even be able to hold. Raises Refused where it is not."""
    try:
        thawed(found)
    except Vague:
        pass
    return Placeholder(SET, "yaql")


class Context:
    """The variables of a place in an expression, and those around it."""

    __slots__ = ("names", "outer")

    def __init__(self, outer: Context | None) -> None:
        self.names: dict[str, Any] = {}
        self.outer = outer

    def get(self, name: str) -> Any:
        name = "$1" if name == "$" else name
        context: Context | None = self
        while context is not None:
            if name in context.names:
                return context.names[name]
            context = context.outer
        return None

    def set(self, name: str, value: Any) -> None:
        self.names["$" + name.lstrip("$")] = value


class Engine:
    """One evaluation: it asks before each step, so that none goes on forever."""

    __slots__ = ("spend", "context")

    def __init__(self, spend: Callable[[int], bool]) -> None:
        self.spend = spend
        self.context = Context(None)

    def value(self, expression: Expression, context: Context, receiver: Any = _ABSENT) -> Any:
        """What a part of an expression is worth."""
        kind = expression.kind
        if kind in ("constant", "keyword"):
            return expression.value
        if kind == "variable":
            return context.get(expression.value)
        if kind == "wrap":
            return self.value(expression.parts[0], context, receiver)
        if kind == "rule":
            return Rule(self.value(expression.parts[0], context), self.value(expression.parts[1], context))
        if kind == "missing":
            raise Refused("an argument is missing")
        if expression.value in ("#operator_.", "#operator_?."):
            return self.access(expression, context)
        return self.call(expression.value, expression.parts, context, receiver)

    def access(self, expression: Expression, context: Context) -> Any:
        """`a.b`: a method's call, a key of a map, or the same of each item of a list."""
        self.step()
        left, right = expression.parts
        target = self.value(left, context)
        if expression.value == "#operator_?." and target is None:
            return None
        if right.kind == "call" and right.named:
            return self.value(right, Context(context), target)
        if right.kind != "keyword":
            raise Refused("no function `.` matches its arguments")
        return self.attribute(target, right.value)

    def attribute(self, target: Any, name: str) -> Any:
        if fits("map?", target) and target is not None:
            weigh(target[name])
            return target[name]
        if target is not None and fits("items", target):
            return (self.attribute(item, name) for item in converted("items", target))
        raise Refused(f"there is no property `{name}`")

    def call(self, name: str, parts: tuple[Any, ...], context: Context, receiver: Any = _ABSENT) -> Any:
        """Calls the first of a function's forms that takes the arguments."""
        self.step()
        method = receiver is not _ABSENT
        forms = [form for form in overloads_of(name) if (form.method if method else form.function)]
        if not forms:
            raise Refused(f"there is no {'method' if method else 'function'} `{name}`")
        positional: list[Any] = [receiver] if method else []
        named: dict[str, Any] = {}
        for part in parts:
            if part.__class__ is Expression and part.kind == "rule" and not forms[0].rules:
                key = part.parts[0]
                if key.kind != "keyword" or key.value in named:
                    raise Refused(f"`{name}` is called with a name that is none")
                named[key.value] = part.parts[1]
            else:
                positional.append(part)
        evaluated: dict[int, Any] = {}
        for form in forms:
            found = self._bound(form, positional, named, context, evaluated)
            if found is not None:
                if form.payload is None:
                    raise Vague
                values, rest = found
                self.context = Context(context)
                result = form.payload(self, *rest, **values) if form.rest else form.payload(self, **values)
                weigh(result)
                return result
        raise Refused(f"no {'method' if method else 'function'} `{name}` matches its arguments")

    def step(self) -> None:
        if not self.spend(STEP):
            raise Vague

    def _bound(self, form: Overload, positional: list[Any], named: dict[str, Any], context: Context,
               evaluated: dict[int, Any]) -> tuple[dict[str, Any], list[Any]] | None:
        """The arguments as a form takes them: by name, and the rest; None where it does not take them."""
        names = dict(named)
        chosen: list[tuple[str, str, Any]] = []
        for index, (name, key, kind, required) in enumerate(form.parameters):
            given = positional[index] if index < len(positional) else MISSING
            if given is not MISSING:
                if key in names:
                    return None
                chosen.append((name, kind, given))
            elif key in names:
                chosen.append((name, kind, names.pop(key)))
            elif required:
                return None
        if form.keywords:
            chosen += [(key, "any", given) for key, given in names.items()]
        elif names:
            return None
        rest = positional[len(form.parameters):]
        if rest and form.rest is None:
            return None
        values: dict[str, Any] = {}
        for name, kind, given in chosen:
            value = self._argument(kind, given, context, evaluated)
            if value is _ABSENT:
                return None
            values[name] = value
        others = []
        for given in rest:
            value = self._argument(form.rest or "any", given, context, evaluated)
            if value is _ABSENT:
                return None
            others.append(value)
        return values, others

    def _argument(self, kind: str, given: Any, context: Context, evaluated: dict[int, Any]) -> Any:
        written = given.__class__ is Expression
        if kind.startswith("lambda"):
            return self.function(given, context, kind == "lambda context") if written else given
        if kind == "lazy rule":
            if not written or given.kind != "rule":
                return _ABSENT
            return Rule(*[self.function(part, context) for part in given.parts])
        if written:
            if given is MISSING:
                return _ABSENT
            if id(given) not in evaluated:
                evaluated[id(given)] = self.value(given, context)
            given = evaluated[id(given)]
        return converted(kind, given) if fits(kind, given) else _ABSENT

    def function(self, expression: Expression, context: Context, with_context: bool = False) -> Callable[..., Any]:
        """An argument that is evaluated when, and as often as, the function asks for it."""

        def called(*arguments: Any) -> Any:
            if with_context:
                return self.value(expression, arguments[0])
            inner = Context(context)
            for number, argument in enumerate(arguments, 1):
                inner.names[f"${number}"] = argument
            return self.value(expression, inner)

        return called
