"""A page without a screen: it changes a template again and again, and remembers what was acknowledged."""

from __future__ import annotations

import http.client
import json
import random
import threading
from typing import Any
from uuid import UUID

from designer.text import Edit, apply_edits

TEMPLATE = """heat_template_version: 2021-04-16
resources:
  net:
    type: OS::Neutron::Net
""" + "".join(f"""  port{number}:
    type: OS::Neutron::Port
    properties:
      network: {{get_resource: net}}
""" for number in range(12)) + "".join(f"""  # {number}: so much that the file is not written whole at each step
""" for number in range(1100))

Step = tuple[int, dict[str, Any]]


class Client:
    """One of several that share a template. `acknowledged` leads from request ids to the revision that was answered."""

    def __init__(self, template: str, number: int, seed: int) -> None:
        self.template = template
        self.number = number
        self.random = random.Random(f"{seed}/{number}")
        self.acknowledged: dict[str, int] = {}
        self.pending: dict[str, Any] | None = None
        self.revision = 0
        self.text = TEMPLATE
        self.faults: list[str] = []
        self.answered = 0  # since the server was started
        self._count = 0
        self._connection: http.client.HTTPConnection | None = None
        self._token = ""

    def work(self, port: int, stop: threading.Event) -> None:
        """Send step after step until the server is gone; what is not answered stays `pending`."""
        try:
            self._connect(port)
            while not stop.is_set():
                if self.pending is None:
                    self.pending = self._next()
                self._send(self.pending)
        except (OSError, http.client.HTTPException):
            pass  # the server is gone
        finally:
            self._close()

    def settle(self, port: int) -> None:
        """Send again what was not answered, until it is."""
        try:
            self._connect(port)
            while self.pending is not None:
                self._send(self.pending)
        finally:
            self._close()

    def _next(self) -> dict[str, Any]:
        chance = self.random.random()
        self._count += 1
        body: dict[str, Any] = {"base": self.revision, "client": f"client-{self.number}",
                                "request": str(UUID(int=self.random.getrandbits(128)))}
        if chance < 0.45:
            lines = [at + 1 for at, sign in enumerate(self.text) if sign == "\n"]
            at = self.random.choice(lines)
            return {**body, "edits": [[at, at, f"# {self.number}.{self._count}\n"]], "kind": "typing"}
        if chance < 0.6:
            name = f"port{self.random.randrange(12)}"
            operation = {"op": "set", "path": ["resources", name, "properties", "name"],
                         "value": f"{self.number}.{self._count}"}
            return {**body, "operations": [operation]}
        if chance < 0.75:
            return {**body, "places": {f"port{self.random.randrange(12)}": [self._count, self.number]}}
        if chance < 0.88:
            return {**body, "undo": True}
        return {**body, "redo": True}

    def _send(self, body: dict[str, Any]) -> None:
        status, said = self._post(f"/t/{self.template}/steps", json.dumps(body), "application/json")
        if status == 503:
            return  # busy: the same again
        if status != 200:
            self.faults.append(f"{status} {said}")
            self.pending = None
            return
        self.pending = None
        self.answered += 1
        mine = False
        for change in said["changes"]:
            self.text = apply_edits(self.text, [Edit(*edit) for edit in change["edits"]])
            mine = mine or change["mine"]
        self.revision = said["revision"]
        if mine:
            self.acknowledged[body["request"]] = said["revision"]

    def _connect(self, port: int) -> None:
        self._connection = http.client.HTTPConnection("127.0.0.1", port, timeout=30)
        self._connection.request("GET", "/manual")
        answer = self._connection.getresponse()
        answer.read()
        if not self._token:
            self._connection.request("GET", "/")
            answer = self._connection.getresponse()
            answer.read()
            self._token = str(answer.getheader("Set-Cookie")).split(";")[0].split("=", 1)[1]

    def _post(self, address: str, body: str, kind: str) -> tuple[int, Any]:
        assert self._connection is not None
        self._connection.request("POST", address, body, {
            "Content-Type": kind, "Accept": "application/json", "X-CSRF-Token": self._token,
            "Cookie": f"hot_designer_token={self._token}"})
        answer = self._connection.getresponse()
        data = answer.read()
        return answer.status, json.loads(data)

    def _close(self) -> None:
        if self._connection is not None:
            self._connection.close()
            self._connection = None
