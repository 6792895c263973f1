"""Settings of a project: selection, severities, environments and target, from a file and from the command line."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml

from designer.analysis import analyse
from designer.cli import main
from designer.cli.validate import OPTIONS
from designer.errors import DesignerError
from designer.validate.selection import Selection

TEXT = """heat_template_version: 2018-08-31
parameters:
  unused: {type: string}
resources:
  port:
    type: OS::Neutron::Port
    properties: {network_id: n, nonsense: 1}
"""
TOP = Path(__file__).parents[2]


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / "stacks").mkdir()
    (tmp_path / ".git").mkdir()
    (tmp_path / "stacks" / "a.yaml").write_text(TEXT)
    (tmp_path / "other.yaml").write_text("parameters: {unused: x}\n")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def run(capsys: pytest.CaptureFixture[str], *argv: str) -> tuple[int, dict[str, str], str]:
    status = main(["validate", "--format", "json", *argv])
    captured = capsys.readouterr()
    found = json.loads(captured.out)["files"] if captured.out else []
    return status, {each["code"]: each["severity"] for file in found for each in file["diagnostics"]}, captured.err


ALL = {"HOT901": "info", "HOT421": "info", "HOT402": "error"}


@pytest.mark.parametrize(("settings", "expected"), [
    ("", ALL),
    ("# nothing said", ALL),
    ("ignore: [HOT9]", {"HOT421": "info", "HOT402": "error"}),
    ("ignore: unknown-property", {"HOT901": "info", "HOT421": "info"}),
    ("select: [HOT4]", {"HOT421": "info", "HOT402": "error"}),
    ("select: [HOT421]\nignore: [HOT4]", {"HOT421": "info"}),
    ("select: [HOT4]\nignore: [HOT402]", {"HOT421": "info"}),
    ("select: [HOT402]\nignore: [HOT402]", {}),
    ("severity: {HOT402: warning, HOT9: error, unused-parameter: warning}",
     {"HOT901": "warning", "HOT421": "info", "HOT402": "warning"}),
])
def test_a_file_of_settings(folder: Path, capsys: pytest.CaptureFixture[str], settings: str,
                            expected: dict[str, str]) -> None:
    (folder / ".hot-designer.yaml").write_text(settings)
    status, found, said = run(capsys, "stacks/a.yaml")
    assert found == expected
    assert status == (1 if "error" in expected.values() else 0)
    assert not said


def test_the_nearest_file_counts_and_none_outside_of_the_repository(folder: Path,
                                                                    capsys: pytest.CaptureFixture[str]) -> None:
    (folder.parent / ".hot-designer.yaml").write_text("ignore: [HOT]")
    try:
        assert run(capsys, "stacks")[1] == ALL
        (folder / ".hot-designer.yaml").write_text("ignore: [HOT402]")
        assert "HOT402" not in run(capsys, "stacks")[1]
        (folder / "stacks" / ".hot-designer.yaml").write_text("ignore: [HOT421]")
        assert run(capsys, "stacks")[1] == {"HOT901": "info", "HOT402": "error"}
        assert run(capsys, "--config", "none", "stacks")[1] == ALL
        assert "HOT402" not in run(capsys, "--config", ".hot-designer.yaml", "stacks")[1]
    finally:
        (folder.parent / ".hot-designer.yaml").unlink()


def test_the_command_line_goes_before_the_file(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / ".hot-designer.yaml").write_text("ignore: [HOT9]\nselect: [HOT402]\ntarget: queens\n")
    assert run(capsys, "--ignore", "HOT4", "--select", "HOT4,HOT901", "stacks")[1] == {"HOT901": "info"}
    assert run(capsys, "--select", "HOT402", "--select", "HOT421", "stacks")[1] == {
        "HOT421": "info", "HOT402": "error"}


def test_environments_lie_beside_the_file(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / ".hot-designer.yaml").write_text("environments: [env/test.yaml]\nselect: [HOT809]\n")
    (folder / "env").mkdir()
    (folder / "env" / "test.yaml").write_text("parameters: {nothing: 1}\n")
    assert run(capsys, "stacks/a.yaml")[1] == {"HOT809": "error"}
    (folder / "none.yaml").write_text("{}")
    assert run(capsys, "-e", "none.yaml", "stacks/a.yaml")[1] == {}


def test_a_target(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / ".hot-designer.yaml").write_text("target: queens\n")
    assert "HOT930" in run(capsys, "stacks/a.yaml")[1]
    assert "HOT930" not in run(capsys, "--target", "2024.1", "stacks/a.yaml")[1]


@pytest.mark.parametrize(("settings", "said"), [
    ("selct: [HOT9]", "did you mean select?"),
    ("- HOT9", "settings are keys"),
    ("ignore: [HOT777]", "there is no diagnostic 'HOT777'"),
    ("ignore: {HOT9: 1}", "ignore is a list"),
    ("severity: {HOT402: grave}", "not 'grave'"),
    ("severity: [HOT402]", "severity is a map"),
    ("target: next", "there is no release 'next'"),
    ("environments: [nowhere.yaml]", "cannot read nowhere.yaml"),
    ("parameters: [a]", "parameters is a map"),
    ("a: [", "cannot read"),
])
def test_what_is_wrong_with_settings_is_one_line(folder: Path, capsys: pytest.CaptureFixture[str], settings: str,
                                                 said: str) -> None:
    (folder / ".hot-designer.yaml").write_text(settings)
    status, found, error = run(capsys, "stacks/a.yaml")
    assert (status, found) == (2, {})
    assert said in error
    assert error.count("\n") == 1


SIZED = """heat_template_version: 2018-08-31
parameters:
  size: {type: number}
conditions:
  large: {equals: [{get_param: size}, 9]}
resources:
  disk: {type: OS::Cinder::Volume, properties: {size: {get_param: size}}}
  more: {type: OS::Cinder::Volume, condition: large, depends_on: disk, properties: {size: 1}}
"""


def test_values_of_parameters(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "stacks" / "sized.yaml").write_text(SIZED)
    (folder / ".hot-designer.yaml").write_text("parameters: {size: 0, nobody: 1}\nselect: [HOT4]\n")
    assert run(capsys, "stacks/sized.yaml")[1] == {"HOT405": "error"}
    assert run(capsys, "--param", "size=2", "stacks/sized.yaml")[1] == {}
    (folder / "sizes.yaml").write_text("parameter_defaults: {size: 3}\n")
    assert run(capsys, "-e", "sizes.yaml", "stacks/sized.yaml")[1] == {}


def test_graph_and_evaluate_heed_the_settings(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "stacks" / "sized.yaml").write_text(SIZED)
    (folder / "sizes.yaml").write_text("parameters: {size: 9}\n")

    def enabled(*argv: str) -> Any:
        main(["graph", "--format", "json", *argv, "stacks/sized.yaml"])
        return json.loads(capsys.readouterr().out)["files"][0]["nodes"][1]["enabled"]

    def size(*argv: str) -> Any:
        main(["evaluate", "--path", "resources.disk.properties.size", *argv, "stacks/sized.yaml"])
        return json.loads(capsys.readouterr().out)

    assert enabled() is None
    for settings, on, value in (("parameters: {size: 4}", False, 4), ("environments: [sizes.yaml]", True, 9)):
        (folder / ".hot-designer.yaml").write_text(settings)
        assert (enabled(), size()) == (on, value)
        assert (enabled("--config", "none"), size("-e", "sizes.yaml")) == (None, 9)


def test_graph_ends_as_the_settings_say(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["graph", "--format", "json", "stacks"]) == 1
    (folder / ".hot-designer.yaml").write_text("ignore: [HOT402]")
    assert main(["graph", "--format", "json", "stacks"]) == 0
    (folder / ".hot-designer.yaml").write_text("nonsense: 1")
    assert main(["graph", "--format", "json", "stacks"]) == 2
    assert "there is no setting 'nonsense'" in capsys.readouterr().err


def test_faults_of_reading_are_never_ignored() -> None:
    diagnostics = analyse("a: [").diagnostics
    assert Selection(ignore=["HOT"]).choose(diagnostics) == diagnostics != []


def test_what_is_no_diagnostic() -> None:
    for name in ("", "HOT999", "HOTX", "nonsense"):
        with pytest.raises(DesignerError):
            Selection(select=[name])


def test_settings_travel_to_other_processes(folder: Path) -> None:
    (folder / ".hot-designer.yaml").write_text("ignore: [HOT402, HOT9]")
    for number in range(4):
        (folder / "stacks" / f"b{number}.yaml").write_text(TEXT)
    done = subprocess.run([sys.executable, "-m", "designer", "validate", "--jobs", "2", "--format", "json", "stacks"],
                          capture_output=True, text=True, env={"PYTHONPATH": str(TOP)})
    assert done.returncode == 0, done.stderr
    assert json.loads(done.stdout)["summary"] == {"files": 5, "errors": 0, "warnings": 0, "infos": 5}


def test_the_hook_for_commits_passes_by_what_is_no_template(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    hook: dict[str, Any]
    (hook,) = yaml.safe_load((TOP / ".pre-commit-hooks.yaml").read_text())
    command, *argv = hook["entry"].split()
    assert command == "hot-designer"
    assert main([*argv, "other.yaml"]) == 0
    assert main([*argv, "other.yaml", "stacks/a.yaml"]) == 1
    assert "1 file" in capsys.readouterr().out
    assert {word for word in argv if word.startswith("--")} <= {option.name for option in OPTIONS}


def test_progress_is_shown_on_a_terminal_only(folder: Path, capsys: pytest.CaptureFixture[str],
                                              monkeypatch: pytest.MonkeyPatch) -> None:
    for number in range(30):
        (folder / "stacks" / f"b{number}.yaml").write_text(TEXT)
    main(["validate", "stacks"])
    assert capsys.readouterr().err == ""
    monkeypatch.setattr(sys.stderr, "isatty", lambda: True)
    main(["validate", "stacks"])
    assert "31 of 31" in capsys.readouterr().err
