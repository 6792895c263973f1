"""Where there is no Heat, the tests that ask it are deselected, and pytest's summary says how many."""

from __future__ import annotations

import os

import pytest

from conformance.sources import PROJECT

PYTHON = os.path.join(os.environ.get("HOT_DESIGNER_HEAT") or os.path.join(PROJECT, ".heat"), "bin", "python")


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Keeps what needs no Heat."""
    if os.path.exists(PYTHON):
        return
    asking = [item for item in items if item.get_closest_marker("heat") and "/tests/conformance/" in str(item.path)]
    if asking:
        items[:] = [item for item in items if item not in asking]
        config.hook.pytest_deselected(items=asking)


@pytest.fixture(scope="session")
def heat_python() -> str:
    """The interpreter of the environment that Heat is in."""
    return PYTHON
