"""Every test here sees the shipped catalog alone, unless it makes a catalog of the user's own."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from designer import catalog

ROOT = Path(__file__).parents[2]


def heat_place() -> Path | None:
    """The Python of an environment with openstack-heat: $HOT_DESIGNER_HEAT, or .heat at the top."""
    given = os.environ.get("HOT_DESIGNER_HEAT")
    place = Path(given) if given else ROOT / ".heat"
    if place.is_dir():
        place = place / "bin" / "python"
    return place if place.is_file() else None


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Without a Heat beside, the tests that ask it are deselected, and pytest's summary says how many."""
    if heat_place() is not None:
        return
    asking = [item for item in items if item.get_closest_marker("heat") and "/tests/catalog/" in str(item.path)]
    if asking:
        items[:] = [item for item in items if item not in asking]
        config.hook.pytest_deselected(items=asking)


@pytest.fixture(autouse=True)
def own_catalog(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    """The folder of the user's own catalog, which does not exist yet."""
    folder = tmp_path / "own"
    monkeypatch.setenv("HOT_DESIGNER_CATALOG", str(folder))
    catalog.forget()
    yield folder
    catalog.forget()


@pytest.fixture
def heat_python() -> str:
    place = heat_place()
    assert place is not None
    return str(place)
