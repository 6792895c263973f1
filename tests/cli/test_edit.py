"""`hot-designer edit` as a script calls it: what comes out, and what happens to files."""

from __future__ import annotations

import io
import json
import os
import sys
from pathlib import Path
from typing import Any

import pytest

from designer.cli import main
from designer.edit import operation_names

TEXT = """\
# first
heat_template_version: 2018-08-31
resources:
  a: {type: X}  # one
  b: {type: X, depends_on: a}""".replace("\n", "\r\n")
RENAME = {"op": "rename", "section": "resources", "name": "a", "to": "c"}


@pytest.fixture
def template(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    path = tmp_path / "t.yaml"
    path.write_bytes(TEXT.encode())
    return path


def run(capsysbinary: pytest.CaptureFixture[bytes], *argv: Any) -> tuple[int, bytes, str]:
    status = main(["edit", *(each if isinstance(each, str) else json.dumps(each) for each in argv)])
    captured = capsysbinary.readouterr()
    return status, captured.out, captured.err.decode()


def test_to_standard_output(template: Path, capsysbinary: pytest.CaptureFixture[bytes]) -> None:
    status, out, err = run(capsysbinary, "t.yaml", "--op", RENAME)
    assert (status, err) == (0, "")
    assert out == TEXT.replace("  a:", "  c:").replace("depends_on: a", "depends_on: c").encode()
    assert template.read_bytes() == TEXT.encode()


def test_without_operations_that_change_anything(template: Path, capsysbinary: pytest.CaptureFixture[bytes]) -> None:
    assert run(capsysbinary, "t.yaml", "--op", [])[:2] == (0, TEXT.encode())


@pytest.mark.parametrize("form", ["lines", "list", "options"])
def test_several_in_order(template: Path, capsysbinary: pytest.CaptureFixture[bytes], form: str) -> None:
    operations = [RENAME, {"op": "connect", "from": "c", "to": "b", "property": ["x"]}, {"op": "unset", "path": [
        "resources", "c", "properties"]}]
    if form == "options":
        arguments: list[Any] = [each for operation in operations for each in ("--op", operation)]
    else:
        text = json.dumps(operations) if form == "list" else "\n".join(map(json.dumps, operations))
        Path("ops.json").write_text(text, "utf-8")
        arguments = ["--ops", "ops.json"]
    assert run(capsysbinary, "t.yaml", *arguments)[1] == run(capsysbinary, "t.yaml", "--op", RENAME)[1]


def test_into_the_file_itself(template: Path, capsysbinary: pytest.CaptureFixture[bytes]) -> None:
    template.chmod(0o640)
    assert run(capsysbinary, "t.yaml", "--op", RENAME, "-o", "t.yaml") == (0, b"", "")
    assert b"  c: {type: X}  # one\r\n" in template.read_bytes()
    assert template.stat().st_mode & 0o777 == 0o640
    assert os.listdir() == ["t.yaml"]


def test_a_byte_order_mark_stays(template: Path, capsysbinary: pytest.CaptureFixture[bytes]) -> None:
    template.write_bytes(b"\xef\xbb\xbf" + TEXT.encode())
    out = run(capsysbinary, "t.yaml", "--op", RENAME)[1]
    assert out.startswith(b"\xef\xbb\xbf# first\r\n") and b"  c:" in out


def test_from_standard_input(monkeypatch: pytest.MonkeyPatch, capsysbinary: pytest.CaptureFixture[bytes]) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(TEXT.encode())))
    assert b"  c:" in run(capsysbinary, "-", "--op", RENAME)[1]


@pytest.mark.parametrize(("arguments", "said"), [
    (["t.yaml", "--op", {"op": "remove_resource", "name": "a"}], "the resource a cannot be removed"),
    (["t.yaml", "--op", [RENAME, {"op": "unset", "path": ["outputs"]}]], "operation 2: there is no outputs"),
    (["t.yaml", "--op", "{"], "--op is no JSON"),
    (["t.yaml", "--op", {"op": "dance"}], "there is no operation"),
    (["t.yaml"], "say what to do"),
    (["t.yaml", "u.yaml", "--op", RENAME], "which template"),
    (["none.yaml", "--op", RENAME], "none.yaml"),
    (["t.yaml", "--ops", "none.json"], "none.json"),
    (["t.yaml", "--op", RENAME, "-o", "no/where.yaml"], "cannot write"),
])
def test_what_cannot_be_done(template: Path, capsysbinary: pytest.CaptureFixture[bytes], arguments: list[Any],
                             said: str) -> None:
    status, out, err = run(capsysbinary, *arguments)
    assert status == 2 and out == b"" and said in err and err.count("\n") == 1
    assert template.read_bytes() == TEXT.encode() and os.listdir() == ["t.yaml"]


def test_what_is_no_yaml(template: Path, capsysbinary: pytest.CaptureFixture[bytes]) -> None:
    template.write_text("a: [", "utf-8")
    status, out, err = run(capsysbinary, "t.yaml", "--op", RENAME)
    assert (status, out) == (2, b"") and "cannot be read (HOT001 in line 1)" in err


def test_the_operations_are_told(capsysbinary: pytest.CaptureFixture[bytes]) -> None:
    status, out, _ = run(capsysbinary, "--list")
    told = out.decode().splitlines()
    assert status == 0 and "set path [value] [text] [yaml]" in told
    assert [line.split()[0] for line in told[::2]] == operation_names()
