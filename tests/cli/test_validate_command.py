"""`hot-designer validate` and `schema` as a person or a script calls them."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from designer.cli import main

GOOD = "heat_template_version: 2018-08-31\nresources:\n  key:\n    type: OS::Heat::RandomString\n"
BAD = GOOD + "    depends_on: nothing\n"
ADVICE = "heat_template_version: 2018-08-31\nparameters:\n  unused: {type: string}\n" + GOOD.partition("\n")[2]


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    for name, text in (("good.yaml", GOOD), ("bad.yaml", BAD), ("advice.yaml", ADVICE)):
        (tmp_path / name).write_text(text, "utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def run(capsys: pytest.CaptureFixture[str], *argv: str) -> tuple[int, str, str]:
    status = main(["validate", *argv])
    captured = capsys.readouterr()
    return status, captured.out, captured.err


@pytest.mark.parametrize(("paths", "status"), [(["good.yaml"], 0), (["bad.yaml"], 1), (["good.yaml", "bad.yaml"], 1),
                                               (["advice.yaml"], 0), (["."], 1), (["nowhere.yaml"], 2),
                                               (["bad.yaml", "nowhere.yaml"], 2), ([], 2)])
def test_exit_status(folder: Path, capsys: pytest.CaptureFixture[str], paths: list[str], status: int) -> None:
    found, _, said = run(capsys, *paths)
    assert found == status
    assert said.count("\n") == (1 if status == 2 else 0)
    assert "Traceback" not in said


def test_json_names_files_as_given(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    _, out, _ = run(capsys, "--format", "json", "./bad.yaml", str(folder / "good.yaml"))
    data = json.loads(out)
    assert [file["path"] for file in data["files"]] == ["./bad.yaml", str(folder / "good.yaml")]
    assert data["summary"] == {"files": 2, "errors": 1, "warnings": 0, "infos": 0}


def test_a_list_with_environments(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "own.yaml").write_text(GOOD.replace("OS::Heat::RandomString", "My::Key"), "utf-8")
    (folder / "env.yaml").write_text("resource_registry: {My::Key: OS::Heat::RandomString}\n", "utf-8")
    (folder / "list").write_text("own.yaml\nown.yaml\tenv.yaml\n", "utf-8")
    _, out, _ = run(capsys, "--format", "json", "--files-from", "list")
    assert [bool(file["diagnostics"]) for file in json.loads(out)["files"]] == [True, False]
    assert run(capsys, "own.yaml", "-e", "env.yaml")[0] == 0
    assert run(capsys, "own.yaml", "-e", "nowhere.yaml") == (
        2, "", "hot-designer: cannot read nowhere.yaml: No such file or directory\n")


def test_values_of_parameters(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    text = ADVICE.replace("unused: {type: string}", "length: {type: number}")
    (folder / "p.yaml").write_text(text + "    properties: {length: {get_param: length}}\n", "utf-8")
    assert run(capsys, "p.yaml")[0] == 0
    assert run(capsys, "p.yaml", "--param", "length=20")[0] == 0
    assert run(capsys, "p.yaml", "--param", "length=many")[0] == 1


def test_several_processes_say_the_same(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    paths = ["good.yaml", "bad.yaml", "advice.yaml", "nowhere.yaml"] * 3
    assert run(capsys, *paths, "--jobs", "3") == run(capsys, *paths)


@pytest.mark.parametrize("argv", [("--jobs", "0", "good.yaml"), ("--jobs", "x", "good.yaml"),
                                  ("--target", "nova", "good.yaml"), ("--explain", "HOT000"), ("--format", "xml",
                                  "good.yaml"), ("--nothing",)])
def test_bad_usage(folder: Path, capsys: pytest.CaptureFixture[str], argv: tuple[str, ...]) -> None:
    status, out, said = run(capsys, *argv)
    assert (status, out, said.count("\n")) == (2, "", 1)


def test_target(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(capsys, "good.yaml", "--target", "rocky")[0] == 0
    assert run(capsys, "good.yaml", "--target", "queens")[0] == 1


def test_explain(capsys: pytest.CaptureFixture[str]) -> None:
    status, out, _ = run(capsys, "--explain", "unknown-dependency")
    assert status == 0 and out.startswith("# HOT116 unknown-dependency\n")
    assert "HOT116 unknown-dependency" in run(capsys, "--explain", "all")[1]


@pytest.mark.parametrize("content", [b"", b"\xff\xfe\x00", b"\x00" * 100, b"- a\n- b\n", b"[" * 10_000, b"<html>",
                                     b"a: &a [*a]",
                                     "heat_template_version: 2018-08-31\nresources:\n  <script>: \u2028".encode(),
                                     b"%PDF-1.4 \x80", b"{{ jinja }}: x",
                                     b"\xef\xbb\xbf" + GOOD.encode() + b"  <<: 1"])
def test_strange_files_get_diagnostics_and_never_a_traceback(folder: Path, capsys: pytest.CaptureFixture[str],
                                                             content: bytes) -> None:
    (folder / "strange.yaml").write_bytes(content)
    for format in ("text", "json", "sarif", "github"):
        status, out, said = run(capsys, "strange.yaml", "--format", format)
        assert status == 1 and said == "" and out


def test_a_schema_is_printed_or_written(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["schema", "rocky"]) == 0
    printed = capsys.readouterr().out
    assert json.loads(printed)["title"] == "Heat Orchestration Template 2018-08-31 (rocky)"
    assert main(["schema", "rocky", "-o", "schema.json"]) == 0
    assert (folder / "schema.json").read_text("utf-8") == printed
    assert main(["schema", "xena"]) == 2
    assert main(["schema"]) == 2


def process(*argv: str, **options: Any) -> subprocess.CompletedProcess[str]:
    environment = {**os.environ, "PYTHONPATH": str(Path(__file__).parents[2])}
    return subprocess.run([sys.executable, "-m", "designer", *argv], capture_output=True, text=True, env=environment,
                          timeout=60, **options)


def test_a_list_from_windows(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "list").write_bytes(b"\xef\xbb\xbfgood.yaml\r\nbad.yaml\r\n")
    _, out, _ = run(capsys, "--format", "json", "--files-from", "list")
    assert [file["path"] for file in json.loads(out)["files"]] == ["good.yaml", "bad.yaml"]


def test_what_is_no_file_is_passed_by_in_a_folder(folder: Path) -> None:
    (folder / "below" / "inner.yaml").mkdir(parents=True)
    os.mkfifo(folder / "below" / "pipe.yaml")
    os.symlink("/dev/zero", folder / "below" / "endless.yaml")
    os.symlink("round.yaml", folder / "below" / "round.yaml")
    (folder / "below" / "good.yaml").write_text(GOOD, "utf-8")
    done = process("validate", "below", cwd=folder)
    assert (done.returncode, done.stdout, done.stderr) == (0, "1 file: nothing to say\n", "")


def test_as_a_process_of_its_own(folder: Path) -> None:
    done = process("validate", "bad.yaml", cwd=folder)
    assert (done.returncode, done.stderr) == (1, "")
    assert "1 error in 1 file" in done.stdout
    done = process("validate", "--files-from", "-", cwd=folder, input="good.yaml\n")
    assert (done.returncode, done.stdout) == (0, "1 file: nothing to say\n")


def test_a_reader_that_leaves_early_is_no_fault(folder: Path) -> None:
    environment = {**os.environ, "PYTHONPATH": str(Path(__file__).parents[2])}
    command = f"{sys.executable} -m designer validate {' '.join(['bad.yaml'] * 400)} | head -1"
    done = subprocess.run(["sh", "-c", command], capture_output=True, text=True, env=environment, cwd=folder,
                          timeout=120)
    assert done.stderr == "" and done.stdout.startswith("bad.yaml:5:17: error")
