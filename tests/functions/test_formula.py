"""Formulas: what can hold is found, what cannot is known, and neither takes long."""

from __future__ import annotations

from itertools import product
from random import Random
from typing import Any

from designer.functions.formula import ALL_STEPS, ALWAYS, NEVER, OTHER, Formulas, Variable


def holds(formulas: Formulas, formula: int, values: dict[Variable, Any]) -> bool:
    node = formulas.nodes[formula >> 1]
    if node is None:
        found = False
    elif isinstance(node[0], int):
        found = all(holds(formulas, part, values) for part in node)
    else:
        value = values[node[0]]
        found = value is not OTHER and node[0].values[node[1]] == value
    return found is not bool(formula & 1)


def grow(formulas: Formulas, variables: list[Variable], random: Random, depth: int) -> int:
    if depth == 0 or random.random() < 0.2:
        variable = random.choice(variables)
        return formulas.equal(variable, random.choice([*variable.values, "more"])) ^ random.randrange(2)
    parts = [grow(formulas, variables, random, depth - 1) for _ in range(random.randrange(2, 4))]
    return (formulas.all_of if random.random() < 0.5 else formulas.any_of)(parts) ^ random.randrange(2)


def test_answers_are_those_of_trying_everything() -> None:
    random = Random(7)
    for _ in range(400):
        formulas = Formulas()
        variables = [formulas.variable(("flag",), [True, False], True), formulas.variable(("open",), ["a"], False, "z"),
                     formulas.variable(("closed",), ["a", "b", "c"], True, "b"),
                     formulas.variable(("other",), [1, 2], False, 2)]
        formula = grow(formulas, variables, random, 3)
        ways = [dict(zip(variables, values, strict=True)) for values in product(
            *[[*variable.values, *([] if variable.closed else [OTHER])] for variable in variables])]
        holding = [way for way in ways if holds(formulas, formula, way)]
        found = formulas.solve(formula)
        assert (found is not None) == bool(holding)
        assert formulas.never(formula) == (not holding)
        if found is not None:
            # whatever the values left out are
            for way in ways:
                assert holds(formulas, formula, {**way, **found})


def test_simple_laws() -> None:
    formulas = Formulas()
    stage = formulas.variable(("stage",), [], False)
    dev, prod = formulas.equal(stage, "dev"), formulas.equal(stage, "prod")
    assert formulas.both(dev, dev ^ 1) == NEVER
    assert formulas.any_of([dev, dev ^ 1]) == ALWAYS
    assert formulas.never(formulas.both(dev, prod))
    assert formulas.solve(formulas.both(dev ^ 1, prod ^ 1)) == {stage: OTHER}
    one = formulas.variable(("one",), ["only"], True)
    assert formulas.equal(one, "only") == ALWAYS
    assert formulas.equal(one, "other") == NEVER


def test_a_default_is_tried_first() -> None:
    formulas = Formulas()
    stage = formulas.variable(("stage",), ["dev", "test", "prod"], True, "test")
    assert formulas.solve(formulas.equal(stage, "prod") ^ 1) == {stage: "test"}


def test_chains_cost_what_they_are_long() -> None:
    formulas = Formulas()
    variables = [formulas.variable((str(number),), [True, False], True) for number in range(60)]
    odd = NEVER
    for variable in variables:
        holds_here = formulas.equal(variable, True)
        odd = formulas.any_of([formulas.both(odd, holds_here ^ 1), formulas.both(odd ^ 1, holds_here)])
    assert formulas.solve(odd) is not None
    assert formulas.left > 0


def test_what_takes_too_long_is_given_up() -> None:
    """More pigeons than holes: nobody finds that out quickly by trying."""
    formulas = Formulas()
    count = 12
    at = {(pigeon, hole): formulas.equal(formulas.variable((pigeon, hole), [True, False], True), True)
          for pigeon in range(count) for hole in range(count - 1)}
    parts = [formulas.any_of([at[pigeon, hole] for hole in range(count - 1)]) for pigeon in range(count)]
    parts += [formulas.both(at[one, hole], at[other, hole]) ^ 1 for hole in range(count - 1)
              for one in range(count) for other in range(one)]
    formula = formulas.all_of(parts)
    assert formulas.solve(formula) is None
    assert not formulas.never(formula)
    assert formulas.left >= 0
    assert formulas.left < ALL_STEPS
