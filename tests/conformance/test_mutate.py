"""The mutator, the generators and the comparison: repeatable, varied, and right about who refused what."""

from __future__ import annotations

import json
from typing import Any

import pytest

from conformance.compare import compare
from conformance.expressions import FUNCTIONS, expressions
from conformance.fitting import fitting, unfitting
from conformance.mutate import FAMILIES, Loader, mutants, seeds
from conformance.mutations import text
from conformance.ours import Verdict, judge
from conformance.places import places, within
from conformance.purpose import Purpose, explain, read_purposes
from conformance.sources import SEEDS, Case, made_cases
from designer import catalog


def test_the_same_seed_gives_the_same_mutants() -> None:
    first = [(each.text, each.told) for each in mutants(seeds(SEEDS), 60, 7)]
    assert first == [(each.text, each.told) for each in mutants(seeds(SEEDS), 60, 7)]
    assert first != [(each.text, each.told) for each in mutants(seeds(SEEDS), 60, 8)]


def test_mutants_differ_and_say_what_was_done() -> None:
    made = list(mutants(seeds(SEEDS), 120, 1))
    assert len({each.text for each in made}) > 110
    assert all(each.told for each in made)


@pytest.mark.parametrize(
    "mutation",
    [mutation for family in FAMILIES for mutation in dict.fromkeys(family.MUTATIONS)],
    ids=lambda each: f"{each.__module__.rpartition('.')[2]}.{each.__name__}",
)
def test_every_mutation_finds_an_occasion(mutation: Any) -> None:
    import copy
    import random

    import yaml

    for path in seeds(SEEDS):
        with open(path, encoding="utf-8") as file:
            tree = yaml.load(file.read(), Loader)
        for number in range(5):
            changed = copy.deepcopy(tree)
            if mutation(changed, random.Random(number)) and json.dumps(changed, default=str) != json.dumps(
                tree, default=str
            ):
                return
    assert mutation.__name__ == "nothing"


@pytest.mark.parametrize("mutation", list(dict.fromkeys(text.MUTATIONS)), ids=lambda each: each.__name__)
def test_every_mutation_of_text_changes_it(mutation: Any) -> None:
    import random

    with open(seeds(SEEDS)[0], encoding="utf-8") as file:
        source = file.read()
    assert any(
        result and result[0] != source for result in (mutation(source, random.Random(number)) for number in range(9))
    )


def test_expressions_call_every_function_and_repeat() -> None:
    asked = list(expressions(600, 1))
    written = json.dumps(asked)
    assert all(f'"{name}":' in written for name in FUNCTIONS)
    assert asked == list(expressions(600, 1))


def test_fitting_values_fit_and_unfitting_ones_do_not_always() -> None:
    import random

    size = catalog.find("OS::Cinder::Volume").properties["size"]  # type: ignore[union-attr]
    rng = random.Random(1)
    assert all(int(fitting(size, rng)) >= 1 for _ in range(30))
    assert any(unfitting(size, rng) == 0 for _ in range(30))


def test_made_cases_go_through_every_type() -> None:
    kinds = {kind for case in made_cases(len(catalog.type_names(hidden=True)), 1) for kind in case.told.split(", ")}
    assert kinds == set(catalog.type_names(hidden=True))


def test_places_are_found_by_path() -> None:
    tree = {"resources": {"a": {"type": "T", "properties": {"p": [1, {"q": 2}]}}}}
    below = within("resources", None, "properties")
    assert [str(place) for place in places(tree) if below(place)] == [
        "resources.a.properties.p",
        "resources.a.properties.p.0",
        "resources.a.properties.p.1",
        "resources.a.properties.p.1.q",
    ]


ACCEPTED: dict[str, Any] = {
    "load": None,
    "validate": None,
    "create": None,
    "resources": {},
    "rules": {},
    "unchecked": {},
    "interrupted": [],
    "later": {},
    "doubtful": {},
    "explicit": [["b", "a"]],
    "edges": [["b", "a"]],
    "parameters": {},
}
CASE = Case("case", "", "case.yaml", ".")


def verdict(*errors: tuple[str, tuple[str | int, ...]], edges: set[tuple[str, str]] | None = None) -> Verdict:
    made = Verdict()
    made.errors = [(code, path, "words", True) for code, path in errors]
    made.explicit = made.edges = {("b", "a")} if edges is None else edges
    return made


@pytest.mark.parametrize(
    ("answer", "ours", "wrong"),
    [
        ({}, verdict(), []),
        ({}, verdict(("HOT406", ("resources", "a"))), ["accepted", "bare"]),
        ({"validate": "no"}, verdict(), ["validate"]),
        ({"validate": "no"}, verdict(("HOT101", ())), []),
        ({"resources": {"a": "no"}}, verdict(("HOT404", ("resources", "b", "type"))), ["resources"]),
        ({"rules": {"a": "no"}}, verdict(("HOT501", ("resources", "a", "properties"))), []),
        ({}, verdict(edges=set()), ["explicit", "edges"]),
        ({"later": {"a": "no"}}, verdict(), ["later"]),
        ({"doubtful": {"a": "no"}}, verdict(("HOT811", ("resources", "a", "type"))), []),
        ({"timeout": True}, verdict(("HOT101", ())), []),
    ],
)
def test_differences_fall_to_the_right_figure(answer: dict[str, Any], ours: Verdict, wrong: list[str]) -> None:
    found = [
        figure
        for figure, right, difference in compare(CASE, {**ACCEPTED, **answer}, ours, ours)
        if not right and difference is not None
    ]
    assert found == wrong


def test_a_difference_on_purpose_needs_every_error_to_be_meant() -> None:
    purposes = read_purposes()
    one, two = (
        list(compare(CASE, ACCEPTED, ours, ours))
        for ours in (
            verdict(("HOT406", ("resources", "a"))),
            verdict(("HOT406", ("resources", "a")), ("HOT402", ("resources", "a"))),
        )
    )
    first, second = (next(difference for _, _, difference in each if difference is not None) for each in (one, two))
    explain(first, purposes)
    explain(second, purposes)
    assert first.meant is not None
    assert second.meant is None


def test_a_purpose_may_ask_for_a_warning_and_for_what_was_done() -> None:
    entry = {"kind": "missed", "heat": "no", "warned": ["HOT405"], "told": "the default", "reason": "because"}
    purpose = Purpose(entry)
    ours = verdict()
    ours.warnings = [("HOT405", ("resources", "a", "properties", "x"))]
    for told, name, meant in (("the default", "a", True), ("the default", "b", False), ("nothing", "a", False)):
        case = Case("case", "", "case.yaml", ".", told=told)
        (found,) = (each for _, _, each in compare(case, {**ACCEPTED, "resources": {name: "no"}}, ours, ours) if each)
        explain(found, [purpose])
        assert (found.meant is not None) is meant


def test_judging_never_raises() -> None:
    assert judge("resources: [", "x.yaml", ".", [], {}).errors
    assert judge("", "x.yaml", ".", [], {}).crash is None
