"""Environments, the registry, and files that never leave their folder."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

import pytest

from designer.analysis import analyse
from designer.environment import Folder, Given, read_environments
from designer.environment.files import BINARY, MISSING, OUTSIDE, UNKNOWN, URL, Files


def merged(*texts: str) -> Any:
    found: list[Any] = []
    environment = read_environments([(f"{n}.yaml", text) for n, text in enumerate(texts)], None,
                                    lambda code, place, **facts: found.append((code, facts.get("file"))))
    return environment, found


def test_a_later_environment_goes_before_an_earlier_one() -> None:
    environment, found = merged(
        "parameters: {a: 1, b: {x: 1, y: 2}}\nparameter_defaults: {c: 3}\n",
        "parameters: {b: {y: 5, z: null}}\nparameter_defaults: {a: 9}\n")
    assert found == []
    assert environment.parameters == {"a": 1, "b": {"y": 5, "z": None}}
    assert environment.given() == {"a": 1, "b": {"y": 5, "z": None}, "c": 3}


@pytest.mark.parametrize(("strategy", "first", "second", "kind", "becomes"), [
    ("overwrite", "a", "b", "string", "b"), ("merge", "a", "b", "string", "ab"), ("nonsense", "a", "b", "string", "b"),
    ("merge", "'a,b'", "c", "comma_delimited_list", "a,b,c"),
    ("merge", "[a]", "[b]", "comma_delimited_list", ["a", "b"]),
    ("merge", "[a]", "b", "comma_delimited_list", "HOT816"), ("merge", "1", "2", "number", "HOT816"),
    ("merge", "true", "false", "boolean", "HOT816"), ("merge", "a", "null", "string", "a"),
    ("merge", "{a: {x: 1}, b: 1}", "{a: {y: 2}}", "json", {"a": {"y": 2}, "b": 1}),
    ("deep_merge", "{a: {x: 1}, b: [1]}", "{a: {y: 2}, b: [2]}", "json", {"a": {"x": 1, "y": 2}, "b": [1, 2]}),
    ("deep_merge", "{a: x}", "{a: y}", "json", {"a": "xy"}),
    ("merge", "{a: 1}", "'{\"b\": 2}'", "json", {"a": 1, "b": 2}),
])
def test_strategies_of_merging(strategy: str, first: str, second: str, kind: str, becomes: Any) -> None:
    found: list[str] = []
    for section in ("parameters", "parameter_defaults"):
        head = f"parameter_merge_strategies: {{p: {strategy}}}\n{section}: "
        environment = read_environments([("0", head + f"{{p: {first}}}\n"), ("1", head + f"{{p: {second}}}\n")], None,
                                        lambda code, place, **facts: found.append(code))
        environment.settle({"p": kind}, lambda code, place, **facts: found.append(code))
        assert (found.pop() if found else environment.given()["p"]) == becomes


def test_environments_must_agree_on_the_strategy() -> None:
    text = ("heat_template_version: 2018-08-31\nparameters: {p: {type: string}}\n"
            "resources: {r: {type: OS::Heat::Value, properties: {value: {get_param: p}}}}\n")
    layers = [("a.yaml", "parameter_merge_strategies: {p: merge}\nparameters: {p: a}\n"),
              ("b.yaml", "parameter_merge_strategies: {p: deep_merge}\nparameters: {p: b}\n"),
              ("c.yaml", "parameters: {p: c, passed_by: 1}\n")]
    found = [(d.code, d.file, d.severity) for d in analyse(text, environments=layers).diagnostics]
    assert found == [("HOT816", "b.yaml", "error"), ("HOT809", "c.yaml", "warning")]


@pytest.mark.parametrize(("text", "codes"), [
    ("- a\n", ["HOT805"]), ("parameter: {a: 1}\n", ["HOT806"]), ("parameters:\n", ["HOT807"]),
    ("parameters: [a]\n", ["HOT808"]), ("a: [1\n", ["HOT001"]), ("", []), ("event_sinks: []\n", []),
    ("parameter_merge_strategies: []\n", []), ("parameters: []\n", []), ("event_sinks: {}\n", []),
    ("resource_registry: {A: {b: {c: [d]}}}\n", ["HOT813", "HOT813"]), ("resource_registry: {A: {}}\n", []),
    ("resource_registry: {'A::*': {b: c}}\n", ["HOT813"]), ("resource_registry: {A: {b: 'C::D'}}\n", ["HOT813"]),
    ("resource_registry: {A: 5}\n", ["HOT813"]), ("resource_registry: {resources: [a]}\n", ["HOT813"]),
    ("resource_registry: {resources: {a: b}}\n", ["HOT813"]),
    ("resource_registry: {resources: {a: {B: true}}}\n", ["HOT813"]),
    ("resource_registry: {resources: {a: {b: {c: d}}}}\n", []),
    ("resource_registry: {A: 'http://x/y.yaml'}\n", ["HOT803"]),
    ("resource_registry: {resources: {a: {hooks: [pre-create, never]}}}\n", ["HOT814"]),
    ("resource_registry: {resources: {a: {restricted_actions: delete}}}\n", ["HOT814"])])
def test_faults_of_an_environment(text: str, codes: list[str]) -> None:
    assert merged(text)[1] == [(code, "0.yaml") for code in codes]


@pytest.mark.parametrize(("registry", "type_name", "resource", "becomes"), [
    ("{}", "OS::Nova::Server", "a", ("OS::Nova::Server", None)),
    ("{}", "OS::Quantum::Net", "a", ("OS::Neutron::Net", None)),
    ("{}", "My::Server", "a", None),
    ("{}", "my.yaml", "a", ("my.yaml", "my.yaml")),
    ("{'My::Server': 'OS::Nova::Server'}", "My::Server", "a", ("OS::Nova::Server", None)),
    ("{'My::*': 'OS::Nova::*'}", "My::Server", "a", ("OS::Nova::Server", None)),
    ("{'My::*': 'OS::Heat::None'}", "My::Thing", "a", ("OS::Heat::None", None)),
    ("{'OS::Nova::Server': server.yaml}", "OS::Nova::Server", "a", ("OS::Nova::Server", "server.yaml")),
    ("{'A::B': 'C::D', 'C::D': 'A::B'}", "A::B", "a", None),
    ("{'OS::Nova::Server': 'OS::Nova::Server'}", "OS::Nova::Server", "a", None),
    ("{'My::*': server.yaml}", "My::Server", "a", None),
    ("{resources: {a: {'OS::Nova::Server': server.yaml}}}", "OS::Nova::Server", "a",
     ("OS::Nova::Server", "server.yaml")),
    ("{resources: {a: {'OS::Nova::Server': server.yaml}}}", "OS::Nova::Server", "b", ("OS::Nova::Server", None)),
    ("{resources: {a: {hooks: pre-create}}}", "OS::Nova::Server", "a", ("OS::Nova::Server", None)),
])
def test_what_a_type_stands_for(registry: str, type_name: str, resource: str, becomes: Any) -> None:
    environment, _ = merged(f"resource_registry: {registry}\n")
    found = environment.resolve(type_name, resource)
    assert (None if found is None else (found.type_name, found.template)) == becomes


def test_a_null_takes_an_entry_back() -> None:
    environment, _ = merged("resource_registry: {'My::A': 'OS::Heat::None', 'My::*': null}\n")
    assert environment.resolve("My::A") is None


def test_the_registries_of_several_files() -> None:
    environment, _ = merged(
        "resource_registry: {'My::A': 'OS::Heat::None', resources: {a: {'My::B': 'OS::Heat::None'}}}\n",
        "resource_registry: {'My::*': null, 'My::C': 'OS::Heat::None', resources: {b: {'My::B': 'OS::Heat::None'}}}\n")
    assert environment.resolve("My::A") is not None  # a later file takes nothing back
    assert environment.resolve("My::C") is not None
    assert environment.resolve("My::B", "a") is None  # its single resources take the place of all others
    assert environment.resolve("My::B", "b") is not None


@pytest.mark.parametrize("registry", ["{'*': 'OS::Nowhere::*'}", "{'A::B': {x: 'C::D'}}"])
def test_a_registry_that_heat_cannot_follow(registry: str) -> None:
    found = analyse("heat_template_version: 2018-08-31\nresources: {r: {type: 'A::B'}}\n",
                    environments=[("e.yaml", f"resource_registry: {registry}\n")]).diagnostics
    assert any(d.severity == "error" and d.path == ("resources", "r", "type") for d in found)


def test_files_never_leave_their_folder(tmp_path: Path) -> None:
    inside = tmp_path / "in"
    (inside / "sub").mkdir(parents=True)
    (inside / "a.sh").write_text("a")
    (inside / "binary").write_bytes(b"\xff\xfe\x00")
    (tmp_path / "secret").write_text("secret")
    os.symlink(tmp_path / "secret", inside / "link")
    files = Folder(str(inside), str(inside / "sub"))
    assert files.fetch("../a.sh").text == "a"
    assert files.fetch("a.sh", str(inside)).text == "a"
    assert [files.fetch(name).problem for name in (
        "../../secret", "../link", str(tmp_path / "secret"), "/etc/passwd", "file:///etc/passwd", "missing",
        "../binary", "http://localhost/x", "sub\0", "..")] == [
        OUTSIDE, OUTSIDE, OUTSIDE, OUTSIDE, OUTSIDE, MISSING, BINARY, URL, MISSING, MISSING]


def test_given_files_and_none() -> None:
    given = Given({"a.sh": "a", "sub/b.sh": "b"})
    assert given.fetch("a.sh").text == "a"
    assert given.fetch("../a.sh", "sub").text == "a"
    assert given.fetch("../../a.sh", "sub").problem == OUTSIDE
    assert given.fetch("x").problem == MISSING
    assert Files().fetch("a.sh").problem == UNKNOWN
