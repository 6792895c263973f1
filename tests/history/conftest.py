"""The application, and pages that show a stored template."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from flask import Flask

from conformance.killing.postgresql import Cluster, possible
from tests.web.visiting import SMALL, Tab
from web.app import create_app

__all__ = ["SMALL", "Tab"]


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
