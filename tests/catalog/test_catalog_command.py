"""`hot-designer catalog`: what it writes, what it asks a server for, and the one line it says when it cannot."""

from __future__ import annotations

import json
import stat
import threading
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

import pytest

from designer import catalog
from designer.cli import catalog as command
from designer.errors import DesignerError

TOKEN = "gAAAAAB-token"

SERVER = {
    "resource_type": "OS::Nova::Server",
    "description": "A server, in their words.",
    "support_status": {"status": "SUPPORTED", "message": None, "version": None, "previous_status": None},
    "properties": {
        "flavor": {
            "type": "string",
            "required": True,
            "update_allowed": True,
            "immutable": False,
            "description": "Its size.",
            "constraints": [{"custom_constraint": "nova.flavor"}],
        },
        "networks": {
            "type": "list",
            "required": False,
            "update_allowed": True,
            "immutable": False,
            "description": "Its networks.",
            "schema": {
                "*": {
                    "type": "map",
                    "required": False,
                    "schema": {"port": {"type": "string", "required": False, "description": "Its port."}},
                }
            },
        },
    },
    "attributes": {"addresses": {"type": "map", "description": "Its addresses."}, "show": {"description": "All."}},
}
BOX = {
    "resource_type": "Vendor::Box",
    "support_status": {
        "status": "DEPRECATED",
        "version": "10.0.0",
        "previous_status": {"status": "SUPPORTED", "version": "5.0.0"},
    },
    "properties": {"size": {"type": "integer", "default": 3, "constraints": [{"range": {"min": 1}}]}},
    "attributes": {"serial": {"type": "string"}},
}


class FakeHeat:
    """A server on this machine that answers as Heat's API does, and remembers what it was asked."""

    def __init__(self) -> None:
        self.answers: dict[str, Any] = {}
        self.asked: list[tuple[str, str | None]] = []
        fake = self

        class Handler(BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                path = unquote(urlsplit(self.path).path)
                fake.asked.append((self.path, self.headers.get("X-Auth-Token")))
                answer = fake.answers.get(path, (404, b"{}", {}))
                if callable(answer):
                    answer = answer()
                if isinstance(answer, dict):
                    answer = (200, json.dumps(answer).encode(), {})
                code, body, headers = answer
                self.send_response(code)
                for name, value in headers.items():
                    self.send_header(name, value)
                self.send_header("Content-Length", str(len(body)))
                self.end_headers()
                self.wfile.write(body)

            def log_message(self, *args: object) -> None:
                pass

        class Server(ThreadingHTTPServer):
            def handle_error(self, *args: object) -> None:
                pass  # who asked may have gone away, as in the test of slow answers

        self.server = Server(("127.0.0.1", 0), Handler)
        self.url = f"http://127.0.0.1:{self.server.server_port}/v1/demo"
        self.types("OS::Nova::Server", "Vendor::Box")
        self.answers["/v1/demo/resource_types/OS::Nova::Server"] = SERVER
        self.answers["/v1/demo/resource_types/Vendor::Box"] = BOX

    def types(self, *names: object) -> None:
        self.answers["/v1/demo/resource_types"] = {"resource_types": list(names)}


@pytest.fixture
def heat(monkeypatch: pytest.MonkeyPatch) -> Iterator[FakeHeat]:
    for name in ("OS_TOKEN", "OS_AUTH_TOKEN", "OS_CACERT", "http_proxy", "HTTP_PROXY"):
        monkeypatch.delenv(name, raising=False)
    fake = FakeHeat()
    thread = threading.Thread(target=fake.server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True)
    thread.start()
    yield fake
    fake.server.shutdown()
    fake.server.server_close()


def test_fetch_into_the_users_own_catalog(
    heat: FakeHeat, own_catalog: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert catalog.find("Vendor::Box") is None
    assert command.run(["fetch", "--url", heat.url + "/", "--token", TOKEN]) == 0
    assert capsys.readouterr().out == f"2 resource types written to {own_catalog}\n"
    assert {token for _, token in heat.asked} == {TOKEN}
    assert heat.asked[1][0] == "/v1/demo/resource_types/OS%3A%3ANova%3A%3AServer?with_description=true"

    server = catalog.find("OS::Nova::Server")
    assert server is not None
    assert server.description == "A server, in their words."
    assert server.properties["flavor"].description == "Its size."
    port = server.property_at(("networks", 0, "port"))
    assert port is not None and port.description == "Its port." and port.entity == "neutron.port"
    assert server.attributes["addresses"].description == "Its addresses."
    assert len(server.properties) > 20

    box = catalog.find("Vendor::Box")
    assert box is not None and box.support.status == "DEPRECATED" and box.origin == "user"
    assert box.properties["size"].default == 3 and box.properties["size"].type == "Integer"
    assert "Vendor::Box" in catalog.type_names()


def test_fetch_reads_the_token_from_the_environment(
    heat: FakeHeat, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with pytest.raises(DesignerError, match="a token is needed"):
        command.run(["fetch", "--url", heat.url])
    monkeypatch.setenv("OS_AUTH_TOKEN", "second")
    assert command.run(["fetch", "--url", heat.url, "--output", str(tmp_path / "there")]) == 0
    monkeypatch.setenv("OS_TOKEN", "first")
    assert command.run(["fetch", "--url", heat.url, "--output", str(tmp_path / "there")]) == 0
    assert {token for _, token in heat.asked} == {"first", "second"}
    assert (tmp_path / "there" / "types" / "Vendor__Box.json").is_file()


def test_fetch_takes_lists_with_descriptions(heat: FakeHeat, own_catalog: Path) -> None:
    heat.types({"resource_type": "Vendor::Box", "description": "Theirs."}, {"other": 1}, 7, "")
    assert command.run(["fetch", "--url", heat.url, "--token", TOKEN]) == 0
    assert catalog.find("Vendor::Box") is not None


def test_fetch_goes_on_after_one_type(heat: FakeHeat, own_catalog: Path, capsys: pytest.CaptureFixture[str]) -> None:
    gone, odd = "OS::Gone::Thing", "OS::Odd::Thing"
    heat.types(gone, odd, "Vendor::Box", "../../escape", "a/b", "OS::Nul\x00::X")
    heat.answers[f"/v1/demo/resource_types/{odd}"] = (200, b"<html>", {})
    for name in ("../../escape", "a/b", "OS::Nul\x00::X"):
        heat.answers["/v1/demo/resource_types/" + name] = BOX
    assert command.run(["fetch", "--url", heat.url, "--token", TOKEN]) == 0
    said = capsys.readouterr().err.splitlines()
    assert len(said) == 5
    assert any(gone in line and "404" in line for line in said)
    assert any(odd in line and "JSON" in line for line in said)
    assert sum("not a name" in line for line in said) == 3
    written = sorted(path.name for path in own_catalog.rglob("*") if path.is_file())
    assert written == ["Vendor__Box.json", "index.json"]
    assert sorted(path.name for path in own_catalog.parent.iterdir()) == ["own"]


def answer(code: int, body: bytes = b"{}", **headers: str) -> tuple[int, bytes, dict[str, str]]:
    return code, body, headers


@pytest.mark.parametrize(
    ("reply", "said"),
    [
        (answer(401), "token is refused"),
        (answer(403), "answers 403"),
        (answer(500), "answers 500"),
        (answer(302, Location="http://127.0.0.1:1/steal"), "sends us elsewhere"),
        (answer(200, b"not json"), "does not answer with JSON"),
        (answer(200, b"[" * 200_000), "does not answer with JSON"),
        (answer(200, b"\xff\xfe"), "does not answer with JSON"),
        (answer(200, b"[]"), "lists no resource types"),
        (answer(200, b'{"resource_types": {}}'), "lists no resource types"),
        (answer(200, b'{"resource_types": []}'), "lists no resource types"),
        (answer(200, b'{"resource_types": ["A::B"]}'), "shows none of the 1"),
        (answer(200, b"1" * 3000), "more than 2000 bytes"),
    ],
    ids=range(12),
)
def test_fetch_says_in_one_line_why_not(
    heat: FakeHeat, own_catalog: Path, monkeypatch: pytest.MonkeyPatch, reply: Any, said: str
) -> None:
    limit = 2000 if b"111" in reply[1] else 10**6
    monkeypatch.setattr(command, "ANSWER_BYTES", limit)
    heat.answers["/v1/demo/resource_types"] = reply
    with pytest.raises(DesignerError, match=said) as caught:
        command.run(["fetch", "--url", heat.url, "--token", TOKEN])
    assert "\n" not in str(caught.value) and TOKEN not in str(caught.value)
    assert not own_catalog.exists()
    assert not any("steal" in path for path, _ in heat.asked)


def test_fetch_waits_no_longer_than_it_should(heat: FakeHeat, monkeypatch: pytest.MonkeyPatch) -> None:
    released = threading.Event()

    def slow() -> Any:
        released.wait(10)
        return answer(200)

    heat.answers["/v1/demo/resource_types"] = slow
    monkeypatch.setattr(command, "ANSWER_SECONDS", 0.2)
    with pytest.raises(DesignerError, match=r"cannot reach .*timed out"):
        command.run(["fetch", "--url", heat.url, "--token", TOKEN])
    released.set()


@pytest.mark.parametrize(
    "url",
    [
        "",
        "heat",
        "file:///etc/passwd",
        "ftp://127.0.0.1/x",
        "http://",
        "http://[::1",
        "http://127.0.0.1:8004/v1/a b",
        "http://127.0.0.1/?x=1",
        "http://127.0.0.1/v1\r\nX-Evil: 1",
    ],
)
def test_fetch_refuses_what_is_not_an_address(url: str) -> None:
    with pytest.raises(DesignerError, match="not the address of a Heat"):
        command.run(["fetch", "--url", url, "--token", TOKEN])


@pytest.mark.parametrize("token", ["a b", "a\nb", "é", "a\x00"])
def test_fetch_refuses_what_is_not_a_token(token: str) -> None:
    with pytest.raises(DesignerError, match="token"):
        command.run(["fetch", "--url", "http://127.0.0.1:1", "--token", token])


def test_fetch_from_nobody() -> None:
    with pytest.raises(DesignerError, match=r"cannot reach http://127\.0\.0\.1:1/resource_types: "):
        command.run(["fetch", "--url", "http://127.0.0.1:1", "--token", TOKEN])


def test_fetch_with_certificates_that_are_not_there() -> None:
    with pytest.raises(DesignerError, match=r"cannot read certificates from /no/such\.pem"):
        command.run(["fetch", "--url", "https://127.0.0.1:1", "--token", TOKEN, "--cacert", "/no/such.pem"])


@pytest.fixture
def python(tmp_path: Path) -> Callable[[str], str]:
    """A program that stands where the Python with Heat would, and behaves as told."""

    def make(script: str) -> str:
        path = tmp_path / "python"
        path.write_text("#!/bin/sh\n" + script)
        path.chmod(path.stat().st_mode | stat.S_IXUSR)
        return str(path)

    return make


FACTS = {
    "heat": "99.0",
    "types": {
        "Vendor::Box": {
            "name": "Vendor::Box",
            "support": {},
            "properties": {
                "net": {"type": "String", "constraints": [{"custom_constraint": "neutron.network"}]},
                "pools": {"type": "List", "item": {"type": "String"}},
            },
            "attributes": {},
            "translation": [
                {
                    "rule": "resolve",
                    "path": ["pools"],
                    "finder": "find_resourceid_by_name_or_id",
                    "entity": "subnetpool",
                }
            ],
        }
    },
}


def test_extract_writes_facts(python: Callable[[str], str], tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    place = python(f"echo noise >&2\ncat <<'END'\n{json.dumps(FACTS)}\nEND\n")
    folder = tmp_path / "there"
    assert command.run(["extract", "--heat", place, "--output", str(folder)]) == 0
    assert capsys.readouterr().out == f"1 resource types written to {folder}\n"
    facts = json.loads((folder / "types" / "Vendor__Box.json").read_text())
    assert facts["properties"]["net"]["entity"] == "neutron.network"
    assert facts["properties"]["pools"]["item"]["entity"] == "neutron.subnetpool"
    assert json.loads((folder / "index.json").read_text())["heat"] == "99.0"


@pytest.mark.parametrize(
    ("script", "said"),
    [
        ("echo one >&2; echo 'No module named heat' >&2; exit 1", "cannot read Heat: No module named heat"),
        ("exit 3", "it said nothing"),
        ("echo hello", "gave no facts"),
        ("echo '{}'", "gave no facts"),
        ('echo \'{"heat": "1", "types": {}}\'', "gave no facts"),
    ],
)
def test_extract_says_in_one_line_why_not(python: Callable[[str], str], script: str, said: str) -> None:
    with pytest.raises(DesignerError, match=said):
        command.run(["extract", "--heat", python(script)])


def test_extract_waits_no_longer_than_it_should(python: Callable[[str], str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(command, "EXTRACT_SECONDS", 0.2)
    with pytest.raises(DesignerError, match="did not finish"):
        command.run(["extract", "--heat", python("exec sleep 5")])


def test_extract_needs_a_heat(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("HOT_DESIGNER_HEAT", raising=False)
    with pytest.raises(DesignerError, match="--heat"):
        command.run(["extract"])
    with pytest.raises(DesignerError, match="there is no Python at"):
        command.run(["extract", "--heat", str(tmp_path / "nowhere")])
    (tmp_path / "broken").write_text("")
    with pytest.raises(DesignerError, match=r"cannot run .*Permission denied"):
        command.run(["extract", "--heat", str(tmp_path / "broken")])


def test_descriptions_never_reach_the_shipped_catalog(python: Callable[[str], str]) -> None:
    from designer.catalog.store import DATA

    with pytest.raises(DesignerError, match="your own catalog"):
        command.run(["extract", "--heat", python("exit 1"), "--descriptions", "--output", DATA + "/."])


def test_a_folder_that_cannot_be_written(python: Callable[[str], str], tmp_path: Path) -> None:
    place = python(f"cat <<'END'\n{json.dumps(FACTS)}\nEND\n")
    (tmp_path / "file").write_text("")
    with pytest.raises(DesignerError, match="cannot write to"):
        command.run(["extract", "--heat", place, "--output", str(tmp_path / "file" / "below")])


@pytest.mark.parametrize("argv", [[], ["nonsense"], ["fetch"], ["extract", "--nonsense"]])
def test_bad_usage(argv: list[str]) -> None:
    with pytest.raises(SystemExit) as caught:
        command.run(argv)
    assert caught.value.code == 2
