"""A real server is killed in the middle of its work; what it had acknowledged is there."""

from __future__ import annotations

from pathlib import Path

import pytest

from conformance.killing.postgresql import Cluster
from conformance.killing.rounds import Figures, run


def test_nothing_acknowledged_is_lost(tmp_path: Path) -> None:
    hold(run(f"sqlite:///{tmp_path}/templates.sqlite", kills=2, clients=3, seed=7))


def test_nothing_acknowledged_is_lost_on_postgresql(cluster: Cluster, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("conformance.killing.rounds.EVERY", 1)
    hold(run(cluster.address, kills=1, clients=3, seed=8, cluster=cluster))
    assert cluster.kills == 1


def hold(figures: Figures) -> None:
    assert figures.faults == []
    assert (figures.lost, figures.damaged) == (0, 0)
    assert figures.acknowledged > 0
