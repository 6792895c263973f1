"""Cycles, waves, redundancy and closures."""

from __future__ import annotations

import itertools
import random
import subprocess
import sys
import time
from typing import Any

import networkx as nx
from hypothesis import given, settings
from hypothesis import strategies as st

from designer.analysis import analyse
from designer.graph import Cycle, Graph
from designer.graph.networks import as_networkx
from designer.reanalysis import reanalyse
from tests.graph.test_explicit import graph_of

NAMES = [f"r{n}" for n in range(9)]
HEAD = "heat_template_version: 2018-08-31\n"


def wired(needs: dict[str, list[str]]) -> Graph:
    """A graph in which each name needs others, said by `depends_on`."""
    return graph_of(resources(needs))


def resources(needs: dict[str, list[str]]) -> str:
    return "resources:\n" + "".join(
        f"  {name}: {{type: OS::Heat::Value, depends_on: [{', '.join(others)}], properties: {{value: 1}}}}\n"
        for name, others in needs.items())


def test_no_cycle() -> None:
    graph = wired({"a": ["b", "c"], "b": ["c"], "c": []})
    assert graph.cycles == []
    assert graph.waves == [["c"], ["b"], ["a"]]
    assert graph.critical_path == ["c", "b", "a"]
    assert graph.needs("a") == {"b", "c"}
    assert graph.needed_by("c") == {"a", "b"}
    assert {edge.target: edge.redundant for edge in graph.edges if edge.source == "a"} == {"b": False, "c": True}


def test_a_cycle_has_its_path() -> None:
    graph = wired({"d": [], "a": ["b"], "b": ["c"], "c": ["a", "d"]})
    assert [list(cycle) for cycle in graph.cycles] == [["a", "b", "c", "a"]]
    assert (graph.cycles[0].hidden, graph.cycles[0].enabled) == (False, True)
    # what is left has an order all the same
    assert sorted(name for wave in graph.waves for name in wave) == ["a", "b", "c", "d"]


def test_what_needs_itself() -> None:
    assert [list(cycle) for cycle in wired({"a": ["a"], "b": ["a"]}).cycles] == [["a", "a"]]


def test_the_order_follows_edits() -> None:
    rng = random.Random(17)
    needs: dict[str, list[str]] = {name: [] for name in NAMES}
    analysis = analyse(HEAD + resources(needs))
    kept = 0
    for _ in range(250):
        name = rng.choice(NAMES)
        if name not in needs:
            needs[name] = []
        elif rng.random() < 0.1:
            del needs[name]
        else:
            # mostly without a circle
            rank = NAMES.index(name)
            among = NAMES if rng.random() < 0.05 else NAMES[rank // 3 * 3 + 3:]
            needs[name] = rng.sample(among, min(len(among), rng.randrange(4)))
        told = {each: [other for other in others if other in needs] for each, others in needs.items()}
        before = analysis.graph.order if analysis.graph is not None else None
        analysis = reanalyse(analysis, HEAD + resources(told))
        graph, fresh = analysis.graph, wired(told)
        assert graph is not None
        kept += graph.order is before
        for one in (graph, fresh):
            assert all(one.order.places[target] < one.order.places[number]
                       for number, targets in enumerate(one.order.remaining()) for target in targets)
        assert (graph.cycles, graph.waves, graph.critical_path) == (fresh.cycles, fresh.waves, fresh.critical_path)
        assert [e.redundant for e in graph.edges] == [e.redundant for e in fresh.edges]
        assert [graph.needs(each) for each in told] == [fresh.needs(each) for each in told]
    assert kept > 150


def test_several_cycles_are_all_told_in_the_order_of_the_text() -> None:
    graph = wired({"a": ["b"], "b": ["a"], "c": ["d"], "d": ["c"], "e": ["a", "c"]})
    assert [list(cycle) for cycle in graph.cycles] == [["a", "b", "a"], ["c", "d", "c"]]


def test_a_cycle_that_closes_only_through_a_hidden_dependency() -> None:
    graph = graph_of("""resources:
  net: {type: OS::Neutron::Net}
  port: {type: OS::Neutron::Port, properties: {network: {get_resource: net}}}
  sub:
    type: OS::Neutron::Subnet
    depends_on: port
    properties: {network: {get_resource: net}, cidr: 10.0.0.0/24}
""")
    assert [(list(cycle), cycle.hidden, cycle.enabled) for cycle in graph.cycles] == [
        (["port", "sub", "port"], True, True)]


def test_a_cycle_that_a_condition_may_open() -> None:
    text = """parameters:
  p: {type: string}
conditions:
  open: {equals: [{get_param: p}, a]}
resources:
  a: {type: OS::Heat::Value, depends_on: b, condition: open}
  b: {type: OS::Heat::Value, depends_on: a}
"""
    assert [(list(cycle), cycle.enabled) for cycle in graph_of(text).cycles] == [(["a", "b", "a"], None)]
    assert graph_of(text, {"p": "b"}).cycles == []
    assert [cycle.enabled for cycle in graph_of(text, {"p": "a"}).cycles] == [True]


def test_a_path_through_what_may_be_off_implies_nothing() -> None:
    text = """parameters:
  p: {type: string}
conditions:
  open: {equals: [{get_param: p}, a]}
resources:
  a: {type: OS::Heat::Value, depends_on: [b, c]}
  b: {type: OS::Heat::Value, depends_on: c, condition: open}
  c: {type: OS::Heat::Value}
"""
    edge = graph_of(text).edge("a", "c")
    assert edge is not None and not edge.redundant
    edge = graph_of(text, {"p": "a"}).edge("a", "c")
    assert edge is not None and edge.redundant


def test_hidden_dependencies_imply_too() -> None:
    graph = graph_of("""resources:
  net: {type: OS::Neutron::Net}
  sub: {type: OS::Neutron::Subnet, properties: {network: {get_resource: net}, cidr: 10.0.0.0/24}}
  port: {type: OS::Neutron::Port, properties: {network: {get_resource: net}}}
""")
    edge = graph.edge("port", "net")
    assert edge is not None and edge.redundant
    # a picture keeps it, since it would hide what the text says
    assert not graph.order.among(graph.order.implied_by_text, "port", "net")


def test_more_circles_than_anyone_reads_end_in_time() -> None:
    names = [f"n{n}" for n in range(120)]
    started = time.perf_counter()
    graph = wired({name: [other for other in names if other != name] for name in names})
    assert 1 <= len(graph.cycles) <= 50
    assert sum(len(wave) for wave in graph.waves) == len(names)
    assert time.perf_counter() - started < 20


needs_of = st.fixed_dictionaries({name: st.lists(st.sampled_from(NAMES), max_size=3, unique=True) for name in NAMES})


@settings(max_examples=60, deadline=None)
@given(needs_of)
def test_against_networkx(needs: dict[str, list[str]]) -> None:
    graph = wired(needs)
    model: Any = as_networkx(graph)
    for cycle in graph.cycles:
        assert isinstance(cycle, Cycle)
        assert cycle[0] == cycle[-1]
        assert all(model.has_edge(one, other) for one, other in itertools.pairwise(cycle))
    assert bool(graph.cycles) == (not nx.is_directed_acyclic_graph(model))
    for name in NAMES:
        assert graph.needs(name) == nx.descendants(model, name) - {name}
        assert graph.needed_by(name) == nx.ancestors(model, name) - {name}
    if graph.cycles:
        return
    assert [sorted(wave) for wave in graph.waves] == [sorted(wave) for wave in
                                                     nx.topological_generations(model.reverse())]
    assert len(graph.critical_path) == nx.dag_longest_path_length(model) + 1
    kept = set(nx.transitive_reduction(model).edges)
    assert {(edge.source, edge.target) for edge in graph.edges if not edge.redundant} == kept


def test_drawing_up_a_graph_imports_nothing_heavy() -> None:
    done = subprocess.run([sys.executable, "-c", """
import sys
from designer.analysis import analyse
text = '''heat_template_version: 2018-08-31
resources:
  net: {type: OS::Neutron::Net}
  port: {type: OS::Neutron::Port, depends_on: port, properties: {network: {get_resource: net}}}
'''
graph = analyse(text).graph
assert graph.cycles and list(graph.pairs()) and graph.waves
heavy = ('networkx', 'jsonschema', 'dataclasses', 'inspect', 'argparse', 'pathlib')
print([name for name in heavy if name in sys.modules])
"""], capture_output=True, text=True, check=True)
    assert done.stdout == "[]\n"
