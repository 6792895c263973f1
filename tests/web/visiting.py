"""Browsers as far as the server can tell: each holds the cookie of a page, and sends its token."""

from __future__ import annotations

from io import BytesIO
from typing import Any
from uuid import uuid4

from flask.testing import FlaskClient

from web.security import COOKIE, HEADER

SMALL = b"""heat_template_version: 2021-04-16
resources:
  net:
    type: OS::Neutron::Net
  subnet:
    type: OS::Neutron::Subnet
    properties:
      network: {get_resource: net}
      cidr: 10.0.0.0/24
outputs:
  id:
    value: {get_attr: [subnet, cidr]}
"""


class Client:
    """Somebody who has loaded a page."""

    def __init__(self, client: FlaskClient) -> None:
        self.client = client
        client.get("/")
        cookie = client.get_cookie(COOKIE)
        assert cookie is not None
        self.token = cookie.value

    def get(self, address: str, **options: Any) -> Any:
        return self.client.get(address, **options)

    def post(self, address: str, headers: dict[str, str] | None = None, **options: Any) -> Any:
        return self.client.post(address, headers={HEADER: self.token, **(headers or {})}, **options)

    def send_file(self, data: bytes, name: str) -> Any:
        """Open a template; what the page is told of it."""
        answer = self.post("/open", data={"file": (BytesIO(data), name)}, content_type="multipart/form-data",
                           headers={"Accept": "application/json"})
        assert answer.status_code == 200, answer.text
        return answer.json


class Visitor(Client):
    """Somebody who looks at what a text means."""

    def fragment(self, address: str) -> Any:
        return self.client.get(address, headers={"HX-Request": "true"})

    def open(self, data: bytes = SMALL, name: str = "small.yaml") -> str:
        """Open a template; its id."""
        return str(self.send_file(data, name)["id"])


class Tab(Client):
    """A page that shows a stored template: knows the revision that it shows, and its text."""

    def __init__(self, client: FlaskClient, template: str = "") -> None:
        super().__init__(client)
        self.name = uuid4().hex
        self.template = template
        self.revision = 0

    def post(self, address: str, headers: dict[str, str] | None = None, **options: Any) -> Any:
        return super().post(address, {"Accept": "application/json", **(headers or {})}, **options)

    def open(self, data: bytes = SMALL, name: str = "small.yaml") -> Tab:
        self.template = self.send_file(data, name)["template"]
        self.revision = 0
        return self

    def beside(self) -> Tab:
        """Another tab of the same browser with the same template, at the same revision."""
        tab = Tab(self.client, self.template)
        tab.revision = self.revision
        return tab

    def send(self, **body: Any) -> Any:
        """Send a step as the page does; the raw answer."""
        body = {"base": self.revision, "request": uuid4().hex, "client": self.name, **body}
        return self.post(f"/t/{self.template}/steps", json=body)

    def step(self, **body: Any) -> dict[str, Any]:
        """Send a step and take the answer in."""
        answer = self.send(**body)
        assert answer.status_code == 200, answer.text
        self.revision = answer.json["revision"]
        return dict(answer.json)

    def since(self) -> dict[str, Any]:
        answer = self.client.get(f"/t/{self.template}/since?revision={self.revision}")
        assert answer.status_code == 200, answer.text
        return dict(answer.json)

    @property
    def data(self) -> bytes:
        return bytes(self.client.get(f"/t/{self.template}/export.yaml").data)

    @property
    def text(self) -> str:
        return self.data.decode()
