"""Pages hear of changes as they happen, through a real server."""

from __future__ import annotations

import http.client
import threading
import time
from collections.abc import Iterator
from typing import Any

import pytest
from flask import Flask
from waitress.server import create_server

from tests.history.conftest import Tab
from web.app import create_app
from web.history.live import Listeners


class Served:
    def __init__(self, app: Flask) -> None:
        self.app = app
        self.server: Any = create_server(app, host="127.0.0.1", port=0, threads=12,
                                         channel_request_lookahead=1)
        self.port = self.server.effective_port
        threading.Thread(target=self.run, daemon=True).start()

    def run(self) -> None:
        try:
            self.server.run()
        except OSError:
            pass  # the socket was closed under the loop: that is how it ends


@pytest.fixture(scope="module")
def served() -> Iterator[Served]:
    made = Served(create_app({"LISTENERS": 3}))
    yield made
    made.app.extensions["history"].close()
    made.server.close()


class Stream:
    """A page that listens."""

    def __init__(self, served: Served, template: str, since: int = 0) -> None:
        self.connection = http.client.HTTPConnection("127.0.0.1", served.port, timeout=10)
        self.connection.request("GET", f"/t/{template}/events?since={since}")
        self.answer = self.connection.getresponse()

    def event(self) -> tuple[str, str]:
        """The next event's name and data; comments and times are passed over."""
        name = ""
        while True:
            line = self.answer.readline().decode().strip()
            if line.startswith("event: "):
                name = line[7:]
            elif line.startswith("data: ") and name:
                return name, line[6:]

    def close(self) -> None:
        self.answer.close()
        self.connection.close()


@pytest.fixture
def tab(served: Served) -> Tab:
    return Tab(served.app.test_client()).open()


def test_a_change_is_heard_at_once(served: Served, tab: Tab) -> None:
    stream = Stream(served, tab.template)
    assert stream.answer.status == 200 and stream.answer.getheader("Content-Type", "").startswith("text/event-stream")
    for number in (1, 2):
        tab.step(edits=[[0, 0, "# a\n"]], kind="paste")
        assert stream.event() == ("changed", f'{{"revision": {number}}}')
    late = Stream(served, tab.template, since=1)
    assert late.event() == ("changed", '{"revision": 2}')
    tab.post(f"/t/{tab.template}/delete")
    assert stream.event()[0] == late.event()[0] == "gone"
    stream.close()
    late.close()
    free(served)


def test_a_change_that_another_server_made_is_heard_too(served: Served, tab: Tab) -> None:
    other = Tab(create_app({"DATABASE": str(served.app.extensions["history"].engine.url)}).test_client(), tab.template)
    stream = Stream(served, tab.template)
    other.step(edits=[[0, 0, "# theirs\n"]])
    assert stream.event() == ("changed", '{"revision": 1}')
    stream.close()
    free(served)


def test_there_is_an_end_to_listening_and_a_way_beyond_it(served: Served, tab: Tab) -> None:
    streams = [Stream(served, tab.template) for _ in range(3)]
    refused = Stream(served, tab.template)
    assert refused.answer.status == 503 and refused.answer.getheader("X-Reason") == "listeners"
    assert tab.since()["revision"] == 0  # requests are answered all the same
    for stream in [*streams, refused]:
        stream.close()
    free(served)
    again = Stream(served, tab.template)
    assert again.answer.status == 200
    again.close()
    free(served)


def free(served: Served) -> None:
    """Wait until nobody listens."""
    listeners: Listeners = served.app.extensions["history"].listeners
    ends = time.monotonic() + 15
    while listeners.count and time.monotonic() < ends:
        time.sleep(0.05)
    assert listeners.count == 0


def test_of_one_browser_only_some_listen() -> None:
    listeners = Listeners(10)
    assert [listeners.enter("a") for _ in range(5)] == [True] * 4 + [False]
    assert listeners.enter("b")
    listeners.leave("a")
    assert listeners.enter("a")
    heard = listeners.heard("t")
    listeners.tell("t")
    assert listeners.wait("t", heard, 5) and listeners.heard("t") != heard
    listeners.close()
    assert not listeners.wait("t", listeners.heard("t"), 5) and not listeners.enter("c")
