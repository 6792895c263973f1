"""The application, and who visits it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from flask import Flask

from tests.web.visiting import SMALL, Tab, Visitor
from web.app import create_app

__all__ = ["SMALL", "Tab", "Visitor"]


@pytest.fixture(scope="session")
def app() -> Flask:
    """One server for all: every browser has templates of its own there."""
    return create_app()


@pytest.fixture
def visit(app: Flask) -> Iterator[Visitor]:
    with app.test_client() as client:
        yield Visitor(client)


@pytest.fixture
def tab(app: Flask) -> Tab:
    return Tab(app.test_client()).open()


@pytest.fixture
def visit_with() -> Callable[..., Visitor]:
    """A visitor of an application with other settings."""

    def make(**settings: Any) -> Visitor:
        return Visitor(create_app(settings).test_client())

    return make
