"""A stored template, and pages that show it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from io import BytesIO
from typing import Any
from uuid import uuid4

import pytest
from flask import Flask
from flask.testing import FlaskClient

from conformance.killing.postgresql import Cluster, possible
from web.app import create_app
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


class Tab:
    """A page that shows a stored template: knows the revision that it shows, and its text."""

    def __init__(self, client: FlaskClient, template: str = "") -> None:
        self.client = client
        client.get("/")
        cookie = client.get_cookie(COOKIE)
        assert cookie is not None
        self.token = cookie.value
        self.name = uuid4().hex
        self.template = template
        self.revision = 0

    def post(self, address: str, **options: Any) -> Any:
        headers = {HEADER: self.token, "Accept": "application/json", **options.pop("headers", {})}
        return self.client.post(address, headers=headers, **options)

    def open(self, data: bytes = SMALL, name: str = "small.yaml") -> Tab:
        answer = self.post("/open", data={"file": (BytesIO(data), name)}, content_type="multipart/form-data")
        assert answer.status_code == 200, answer.text
        self.template = answer.json["template"]
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


@pytest.fixture(scope="session")
def app() -> Flask:
    """One server for all: every browser has templates of its own there."""
    return create_app()


@pytest.fixture
def tab(app: Flask) -> Tab:
    return Tab(app.test_client()).open()


@pytest.fixture
def tab_with() -> Callable[..., Tab]:
    """A tab of an application with other settings; it has no template open yet."""

    def make(**settings: Any) -> Tab:
        return Tab(create_app(settings).test_client())

    return make


@pytest.fixture(scope="session")
def cluster() -> Iterator[Cluster]:
    """A server of PostgreSQL; tests that need one are left out where none can be started."""
    if not possible():
        pytest.skip("no server of PostgreSQL can be started here; on Debian: apt-get install postgresql")
    with Cluster() as made:
        yield made
