"""The application and a visitor who has loaded a page: holds the cookie, sends the token."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from flask import Flask
from flask.testing import FlaskClient

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


class Visitor:
    """A browser as far as the server can tell."""

    def __init__(self, client: FlaskClient) -> None:
        self.client = client
        client.get("/")
        cookie = client.get_cookie(COOKIE)
        assert cookie is not None
        self.token = cookie.value

    def get(self, address: str, **options: Any) -> Any:
        return self.client.get(address, **options)

    def fragment(self, address: str) -> Any:
        return self.client.get(address, headers={"HX-Request": "true"})

    def post(self, address: str, headers: dict[str, str] | None = None, **options: Any) -> Any:
        return self.client.post(address, headers={HEADER: self.token, **(headers or {})}, **options)

    def open(self, data: bytes = SMALL, name: str = "small.yaml") -> str:
        """Open a template; its id."""
        from io import BytesIO

        answer = self.post("/open", data={"file": (BytesIO(data), name)}, content_type="multipart/form-data",
                           headers={"Accept": "application/json"})
        assert answer.status_code == 200, answer.text
        return str(answer.json["id"])


@pytest.fixture
def app() -> Flask:
    return create_app()


@pytest.fixture
def visit(app: Flask) -> Iterator[Visitor]:
    with app.test_client() as client:
        yield Visitor(client)


@pytest.fixture
def visit_with() -> Callable[..., Visitor]:
    """A visitor of an application with other settings."""

    def make(**settings: Any) -> Visitor:
        return Visitor(create_app(settings).test_client())

    return make
