"""Boolean formulas over what parameters may be, and whether they can hold: few questions instead of all combinations.

    formulas = Formulas()
    env = formulas.variable(("env",), ["dev", "prod"], closed=True)
    both = formulas.both(formulas.equal(env, "prod"), formulas.opposite(formulas.equal(env, "dev")))
    formulas.solve(both)        # {env: "prod"}; None where nothing makes it hold, or nothing was found in time

A formula is a number. Equal formulas are the same number, the lowest bit says that it is negated, and what has been
found out about one is remembered: so that shared parts are looked at once, and chains of conditions cost what they
are long.
"""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable
    from typing import Any

NEVER = 0
ALWAYS = 1

# How many parts of formulas are looked at for one question, and for all questions of a template.
STEPS = 1_000
ALL_STEPS = 2_000
# Of more values than these it is not asked which are needless.
MANY = 8
# Conjunctions are written out into those around them up to this many parts.
WIDEST = 64


class _Other:
    """A value that is none of those spoken of."""

    __slots__ = ()

    def __repr__(self) -> str:
        return "OTHER"


OTHER = _Other()


class Variable:
    """Something that has one of several values.

    `of` says what it is: a parameter's name and the path inside it, or (None, text) for a condition that is only
    known as a whole. `values` are those it may have; `closed` says that it has no others. `first` is tried first.
    """

    __slots__ = ("bit", "of", "values", "closed", "first")

    def __init__(self, bit: int, of: tuple[Any, ...], values: list[Any], closed: bool, first: Any = OTHER) -> None:
        self.bit = bit
        self.of = of
        self.values = values
        self.closed = closed
        self.first = first

    def __repr__(self) -> str:
        return f"<Variable {self.of} {self.values}>"


class Formulas:
    """Makes formulas, each once, and answers whether they can hold."""

    __slots__ = ("nodes", "masks", "made", "hopeless", "answers", "left", "_bit", "_steps")

    def __init__(self) -> None:
        # a node is (variable, number of a value), or a tuple of the formulas that hold all together
        self.nodes: list[Any] = [None]
        # the bits of the variables that each node speaks of
        self.masks: list[int] = [0]
        self.made: dict[Any, int] = {}
        self.hopeless: set[int] = {NEVER}
        self.answers: dict[int, dict[Variable, Any] | None] = {}
        self.left = ALL_STEPS
        self._bit = 1
        self._steps = 0

    def variable(self, of: tuple[Any, ...], values: list[Any], closed: bool, first: Any = OTHER) -> Variable:
        made = Variable(self._bit, of, values, closed, first)
        self._bit <<= 1
        return made

    def equal(self, variable: Variable, value: Any) -> int:
        """That a variable has a value."""
        try:
            number = variable.values.index(value)
        except ValueError:
            if variable.closed:
                return NEVER
            number = len(variable.values)
            variable.values.append(value)
        if variable.closed and len(variable.values) == 1:
            return ALWAYS
        return self._make((variable, number))

    def opposite(self, formula: int) -> int:
        return formula ^ 1

    def both(self, first: int, second: int) -> int:
        if first == second or second == ALWAYS:
            return first
        if first == ALWAYS:
            return second
        if first ^ 1 == second or first == NEVER or second == NEVER:
            return NEVER
        pair = (first, second) if first < second else (second, first)
        made = self.made.get(pair)  # most conjunctions are asked for again and again
        return self.all_of(pair) if made is None else made

    def all_of(self, formulas: Iterable[int]) -> int:
        """That all of several hold."""
        parts: set[int] = set()
        for formula in formulas:
            node = self.nodes[formula >> 1]
            if not formula & 1 and node is not None and node[0].__class__ is int and len(parts) + len(node) <= WIDEST:
                parts.update(node)
            else:
                parts.add(formula)
        parts.discard(ALWAYS)
        if NEVER in parts or any(part ^ 1 in parts for part in parts):
            return NEVER
        if len(parts) < 2:
            return parts.pop() if parts else ALWAYS
        return self._make(tuple(sorted(parts)))

    def any_of(self, formulas: Iterable[int]) -> int:
        """That any of several holds."""
        return self.all_of([formula ^ 1 for formula in formulas]) ^ 1

    def solve(self, formula: int) -> dict[Variable, Any] | None:
        """Values that make a formula hold, mostly none of them needless; None where none was found in time."""
        if formula in self.answers:
            return self.answers[formula]
        self._steps = min(STEPS, self.left)
        before = self._steps
        found = None
        try:
            found = self._solve(formula)
            if found is not None and len(found) <= MANY:
                found = self._needed(formula, found)
        except _TooLong:
            pass
        self.left -= before - self._steps
        self.answers[formula] = found
        return found

    def never(self, formula: int) -> bool:
        """Whether it is certain that a formula cannot hold."""
        return self.solve(formula) is None and formula in self.hopeless

    def _make(self, node: Any) -> int:
        made = self.made.get(node)
        if made is None:
            made = self.made[node] = len(self.nodes) << 1
            self.nodes.append(node)
            mask = 0
            if node[0].__class__ is int:
                for part in node:
                    mask |= self.masks[part >> 1]
            else:
                mask = node[0].bit
            self.masks.append(mask)
        return made

    def _solve(self, formula: int) -> dict[Variable, Any] | None:
        if formula == ALWAYS:
            return {}
        if formula in self.hopeless:
            return None
        variable = self._first_variable(formula)
        for value in self._candidates(variable, formula):
            found = self._solve(self._given(formula, variable, value, {}))
            if found is not None:
                found[variable] = value
                return found
        self.hopeless.add(formula)
        return None

    def _first_variable(self, formula: int) -> Variable:
        node = self.nodes[formula >> 1]
        while node[0].__class__ is int:
            # a part that is a single statement decides most
            node = next((self.nodes[part >> 1] for part in node if self.nodes[part >> 1][0].__class__ is Variable),
                        self.nodes[node[0] >> 1])
        variable: Variable = node[0]
        return variable

    def _candidates(self, variable: Variable, formula: int) -> list[Any]:
        """The values of a variable that a formula tells apart, and one for all others."""
        numbers: set[int] = set()
        seen: set[int] = set()
        waiting = [formula >> 1]
        while waiting:
            at = waiting.pop()
            if at in seen:
                continue
            seen.add(at)
            node = self.nodes[at]
            if node[0].__class__ is int:
                waiting += [part >> 1 for part in node if self.masks[part >> 1] & variable.bit]
            else:
                numbers.add(node[1])
        self._spend(len(seen))
        found = [variable.values[number] for number in sorted(numbers)]
        others = [value for number, value in enumerate(variable.values) if number not in numbers]
        first = variable.first
        if first is not OTHER and any(first == value for value in found):
            found.sort(key=lambda value: value != first)
            rest = others[:1] if variable.closed else [OTHER]
            return found + rest
        if first is not OTHER and (not variable.closed or any(first == value for value in others)):
            return [first, *found]
        return found + (others[:1] if variable.closed else [OTHER])

    def _given(self, formula: int, variable: Variable, value: Any, known: dict[int, int]) -> int:
        """What is left of a formula when a variable has a value."""
        at = formula >> 1
        if not self.masks[at] & variable.bit:
            return formula
        made = known.get(at)
        if made is None:
            self._spend(1)
            node = self.nodes[at]
            if node[0].__class__ is int:
                made = self.all_of([self._given(part, variable, value, known) for part in node])
            else:
                made = ALWAYS if value is not OTHER and variable.values[node[1]] == value else NEVER
            known[at] = made
        return made ^ (formula & 1)

    def _needed(self, formula: int, found: dict[Variable, Any]) -> dict[Variable, Any]:
        """The values without those that the others make needless."""
        for variable in list(found):
            left = formula
            for other, value in found.items():
                if other is not variable:
                    left = self._given(left, other, value, {})
            if left == ALWAYS:
                del found[variable]
        return found

    def _spend(self, steps: int) -> None:
        self._steps -= steps
        if self._steps < 0:
            raise _TooLong


class _TooLong(Exception):
    """A question was given up."""
