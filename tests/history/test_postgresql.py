"""What holds on SQLite holds on PostgreSQL."""

from __future__ import annotations

import inspect
from collections.abc import Callable, Iterator
from types import ModuleType

import pytest

from conformance.killing.postgresql import Cluster
from tests.history import test_steps, test_together
from tests.history.conftest import Tab
from web.app import create_app
from web.history import templates


def those_of(module: ModuleType) -> list[Callable[[Tab], None]]:
    return [test for name, test in vars(module).items()
            if name.startswith("test_") and list(inspect.signature(test).parameters) == ["tab"]]


@pytest.fixture(scope="module")
def there(cluster: Cluster) -> Iterator[Tab]:
    app = create_app({"DATABASE": cluster.address})
    yield Tab(app.test_client())
    app.extensions["history"].close()


def test_a_transaction_that_reads_sees_one_state(there: Tab) -> None:
    store = there.client.application.extensions["history"]
    tab = Tab(there.client).open()
    with store.reading() as db:
        before = templates.found(store, db, tab.template)
        tab.step(edits=[[0, 0, "# a\n"]])
        after = templates.found(store, db, tab.template)
    assert before is not None and after is not None and before.revision == after.revision == 0


@pytest.mark.parametrize("test", [*those_of(test_steps), *those_of(test_together)], ids=lambda test: test.__name__)
def test_on_postgresql(there: Tab, test: Callable[[Tab], None]) -> None:
    test(Tab(there.client).open())
