"""`hot-designer graph`."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from designer.cli import main

GOOD = """heat_template_version: 2018-08-31
parameters: {stage: {type: string, default: test}}
conditions: {live: {equals: [{get_param: stage}, live]}}
resources:
  net: {type: OS::Neutron::Net}
  sub: {type: OS::Neutron::Subnet, condition: live, properties: {network: {get_resource: net}, cidr: 10.0.0.0/24}}
"""
FAULTY = GOOD.replace("{type: OS::Neutron::Net}", "{type: OS::Neutron::Net, properties: {nope: 1}}")


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "good.yaml").write_text(GOOD)
    (tmp_path / "faulty.yaml").write_text(FAULTY)
    (tmp_path / "live.yaml").write_text("parameters: {stage: live}\n")
    (tmp_path / "more").mkdir()
    (tmp_path / "more" / "deep.yaml").write_text(GOOD)
    (tmp_path / "broken.yaml").write_text("heat_template_version: [\n")
    return tmp_path


def told(capsys: pytest.CaptureFixture[str]) -> dict[str, dict[tuple[str, str], bool | None]]:
    files = json.loads(capsys.readouterr().out)["files"]
    return {file["path"]: {(edge["from"], edge["to"]): edge["enabled"] for edge in file["edges"]} for file in files}


def test_json(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["graph", "--format", "json", "good.yaml"]) == 0
    assert told(capsys) == {"good.yaml": {("sub", "net"): False}}
    assert main(["graph", "--format=json", "--param", "stage=live", "good.yaml"]) == 0
    assert told(capsys) == {"good.yaml": {("sub", "net"): True}}
    assert main(["graph", "-f", "json", "-e", "live.yaml", "good.yaml"]) == 0
    assert told(capsys) == {"good.yaml": {("sub", "net"): True}}


def test_a_list_names_templates_and_environments(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "list").write_text("good.yaml\tlive.yaml\nmore/deep.yaml\n")
    assert main(["graph", "--format", "json", "--files-from", "list"]) == 0
    assert told(capsys) == {"good.yaml": {("sub", "net"): True}, "more/deep.yaml": {("sub", "net"): False}}


def test_the_status_says_whether_there_are_errors(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["graph", "--format", "json", "faulty.yaml", "good.yaml"]) == 1
    assert list(told(capsys)) == ["faulty.yaml", "good.yaml"]


@pytest.mark.parametrize(("format", "start"), [("svg", "<?xml"), ("dot", "digraph"), ("mermaid", "flowchart")])
def test_one_picture_goes_to_standard_output(format: str, start: str, folder: Path,
                                             capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    assert main(["graph", "--format", format, "good.yaml"]) == 0
    assert capfdbinary.readouterr().out.startswith(start.encode())


def test_a_picture_goes_to_a_file(folder: Path) -> None:
    pytest.importorskip("resvg_py")
    assert main(["graph", "--format", "png", "-o", "out.png", "good.yaml"]) == 0
    assert (folder / "out.png").read_bytes().startswith(b"\x89PNG")


def test_several_go_to_a_folder(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["graph", "-f", "dot", "good.yaml", "more"]) == 2
    assert capsys.readouterr().err == "hot-designer: graph: 2 pictures need a folder to go to: -o FOLDER/\n"
    assert main(["graph", "-f", "dot", "-o", "out/", "good.yaml", "more"]) == 0
    made = sorted(str(path.relative_to(folder)) for path in folder.rglob("*.dot"))
    assert made == ["out/good.dot", "out/more/deep.dot"]


def test_layers_waves_and_tiers(folder: Path, capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    assert main(["graph", "--layer", "parameters", "--waves", "--theme", "dark", "good.yaml"]) == 0
    out = capfdbinary.readouterr().out
    assert b'data-parameter="stage"' in out and b'data-engine="waves"' in out and b"prefers-color-scheme" not in out
    without = GOOD.replace("condition: live, ", "")
    (folder / "tier.yaml").write_text(without + "  other: {type: OS::Heat::RandomString}\n")
    assert main(["graph", "--collapse", "net", "tier.yaml"]) == 0
    assert b'data-toggle-cluster="/tiers/net"' in capfdbinary.readouterr().out


@pytest.mark.parametrize(("arguments", "line"), [
    (["nope.yaml"], "hot-designer: cannot read nope.yaml: No such file or directory"),
    ([], "hot-designer: graph: say which template; see hot-designer graph --help"),
    (["--format", "gif", "good.yaml"],
     "hot-designer: graph: --format is one of svg, png, dot, mermaid, json, not 'gif'"),
    (["-o", "missing/out.svg", "good.yaml"], "hot-designer: cannot write missing/out.svg: No such file or directory"),
    (["--format", "json", "nope.yaml"], "hot-designer: cannot read nope.yaml: No such file or directory"),
])
def test_what_cannot_run_says_so_in_one_line(arguments: list[str], line: str, folder: Path,
                                             capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["graph", *arguments]) == 2
    captured = capsys.readouterr()
    assert (captured.out, captured.err) == ("", line + "\n")


def test_what_is_no_template_is_not_drawn(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["graph", "broken.yaml"]) == 1
    captured = capsys.readouterr()
    assert captured.out == ""
    assert captured.err.startswith("hot-designer: broken.yaml:") and captured.err.count("\n") == 1
    assert main(["graph", "--format", "json", "broken.yaml"]) == 1


def test_png_without_its_renderer(folder: Path, capsys: pytest.CaptureFixture[str],
                                  monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(__import__("sys").modules, "resvg_py", None)
    assert main(["graph", "--format", "png", "-o", "out.png", "good.yaml"]) == 2
    assert capsys.readouterr().err == (
        "hot-designer: cannot make a PNG: the package resvg-py is not installed; SVG needs nothing\n")
