"""`hot-designer serve` as a process: it says where it is, ends when told, and says in one line why it cannot begin."""

from __future__ import annotations

import signal
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest

COMMAND = [sys.executable, "-c", "import sys; from designer.cli import main; sys.exit(main())", "serve"]


@pytest.fixture
def taken() -> Iterator[int]:
    """A port of this machine that another program listens at."""
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        yield other.getsockname()[1]


@pytest.mark.parametrize("ending", [signal.SIGTERM, signal.SIGINT])
def test_it_serves_until_it_is_told_to_end(ending: signal.Signals) -> None:
    process = subprocess.Popen([*COMMAND, "--port", "0"], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
    try:
        assert process.stdout is not None
        said = process.stdout.readline()
        address = next(word for word in said.split() if word.startswith("http://127.0.0.1:"))
        with urllib.request.urlopen(address + "/healthz", timeout=10) as answer:
            assert answer.status == 200
        process.send_signal(ending)
        out, err = process.communicate(timeout=20)
    finally:
        process.kill()
    assert (process.returncode, out, err) == (0, "", "")


def test_a_page_that_listens_does_not_hold_it_up(tmp_path: Path) -> None:
    process = subprocess.Popen([*COMMAND, "--port", "0", "--database", f"sqlite:///{tmp_path}/t.sqlite"],
                               stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
    try:
        assert process.stdout is not None
        address = next(word for word in process.stdout.readline().split() if word.startswith("http://127.0.0.1:"))
        with urllib.request.urlopen(address + "/examples/one-server", timeout=20) as page:
            template = page.url.rsplit("/", 1)[-1]
        with urllib.request.urlopen(f"{address}/t/{template}/events?since=-1", timeout=20) as stream:
            assert stream.readline().startswith(b"retry")
            began = time.monotonic()
            process.send_signal(signal.SIGTERM)
            process.communicate(timeout=20)
        assert time.monotonic() - began < 4
    finally:
        process.kill()
    assert process.returncode == 0


def test_a_port_that_is_taken(taken: int) -> None:
    assert "taken" in refused("--port", str(taken))


@pytest.mark.parametrize(("arguments", "reason"), [
    (["--port", "70000"], "--port is a number"), (["--threads", "0"], "--threads is a number"),
    (["--prot", "8000"], "did you mean --port"), (["surplus"], "not expected"),
    (["--repository", "/nowhere/at/all"], "no such folder"), (["--database", "nonsense"], "named by an address"),
])
def test_what_it_cannot_begin_with(arguments: list[str], reason: str) -> None:
    assert reason in refused(*arguments)


def test_a_folder_that_is_no_repository(tmp_path: Path) -> None:
    assert "not a git repository" in refused("--repository", str(tmp_path))


def refused(*arguments: str) -> str:
    done = subprocess.run([*COMMAND, *arguments], capture_output=True, text=True, timeout=60, check=False)
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.count("\n") == 1
    return done.stderr
