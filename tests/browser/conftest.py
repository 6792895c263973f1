"""A real server, a real Chromium, and pages that fail their test when they complain."""

from __future__ import annotations

import shutil
import threading
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, CDPSession, Page, expect, sync_playwright
from waitress import wasyncore
from waitress.server import create_server

from tests.browser.desk import PATIENCE
from web.app import create_app

# For every page that is opened, Chromium's window loads pages of its own for what the address bar suggests, which
# nobody sees here and which take longer than ours. With them what Playwright turns off: Chromium takes the last list.
LEFT_OUT = ("WebUIOmniboxPopup", "WebUIOmniboxFullPopup", "WebUIOmniboxAimPopup", "AimEnabled",
            "AvoidCorsURLLoaderRestartOnRedirect", "AvoidUnnecessaryBeforeUnloadCheckSync",
            "DestroyProfileOnBrowserClose", "HttpsFirstBalancedModeAutoEnable", "HttpsUpgrades", "LensOverlay",
            "MediaRouter", "NetworkTimeServiceQuerying", "OptimizationHints", "PaintHolding", "PreconnectToSearch",
            "ThirdPartyStoragePartitioning")
ARGUMENTS = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
             "--disable-component-update", "--disable-sync", f"--disable-features={','.join(LEFT_OUT)}"]
expect.set_options(timeout=PATIENCE * 1000)
# What htmx says when a request gives way to the next, as when letters are typed into a search faster than it is
# answered. A request that fails says something else besides.
GAVE_WAY = ("htmx:afterRequest", "htmx:sendAbort")
KEPT = "cookies,local_storage,indexeddb,cache_storage,service_workers"


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if "/browser/" in str(item.path):
            item.add_marker(pytest.mark.browser)


class Served:
    """The application on a port of this machine."""

    def __init__(self, **settings: Any) -> None:
        self.app = create_app({"ALLOWED_HOSTS": ("127.0.0.1",), **settings})
        self._server: Any = create_server(self.app, host="127.0.0.1", port=0, threads=32)
        self.address = f"http://127.0.0.1:{self._server.effective_port}"
        self._thread = threading.Thread(target=self._run, daemon=True)
        self._thread.start()

    def _run(self) -> None:
        try:
            self._server.run()
        except OSError:
            pass  # the socket was closed under the loop: that is how it ends

    def close(self) -> None:
        """Ends at once, whoever still listens: its own thread closes what is open, and then has nothing to wait for."""
        self._server.trigger.pull_trigger(lambda: wasyncore.close_all(self._server._map, ignore_all=True))
        self._thread.join(5)
        assert not self._thread.is_alive(), "the server did not end"


@pytest.fixture(scope="session")
def server() -> Iterator[Served]:
    served = Served()
    yield served
    served.close()


@pytest.fixture
def serve() -> Iterator[Callable[..., Served]]:
    """Another server with settings of its own."""
    all_served: list[Served] = []

    def make(**settings: Any) -> Served:
        all_served.append(Served(**settings))
        return all_served[-1]

    yield make
    for served in all_served:
        served.close()


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    found = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
    assert found is not None, "no Chromium on this machine: the journeys need one"
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=found, args=ARGUMENTS)
        yield browser
        browser.close()


class Kept:
    """A browser that is used again: it holds the scripts already; what a person left in it is taken away."""

    def __init__(self, context: BrowserContext, address: str) -> None:
        self.context = context
        self._address = address
        self._blank = context.new_page()
        self._session: CDPSession = context.new_cdp_session(self._blank)

    def empty(self) -> None:
        """Close the pages, and take from the browser what they kept there."""
        self.context.set_offline(False)
        self.context.clear_permissions()
        for page in self.context.pages:
            if page is not self._blank:
                page.close()
        self._session.send("Storage.clearDataForOrigin", {"origin": self._address, "storageTypes": KEPT})
        self.context.clear_cookies()


def context_with(chromium: Browser, base: str, options: dict[str, Any]) -> BrowserContext:
    context = chromium.new_context(base_url=base, **options)
    context.set_default_timeout(PATIENCE * 1000)
    return context


@pytest.fixture(scope="session")
def kept(chromium: Browser, server: Served) -> Iterator[Callable[[dict[str, Any]], Kept]]:
    """Browsers by their options."""
    made: dict[str, Kept] = {}

    def find(options: dict[str, Any]) -> Kept:
        key = repr(sorted(options.items()))
        if key not in made:
            made[key] = Kept(context_with(chromium, server.address, options), server.address)
        return made[key]

    yield find
    for one in made.values():
        one.context.close()


@pytest.fixture
def new_page(chromium: Browser, server: Served,
             kept: Callable[[dict[str, Any]], Kept]) -> Iterator[Callable[..., Page]]:
    """Makes pages, each of another person; what they complain of fails the test unless it was expected."""
    contexts: list[BrowserContext] = []
    shared: list[Kept] = []
    complaints: list[str] = []

    def make(expected: tuple[str, ...] = (), base: str | None = None, **options: Any) -> Page:
        options.setdefault("viewport", {"width": 1440, "height": 900})
        if base is None and kept(options) not in shared:
            shared.append(kept(options))
            context = shared[-1].context
        else:
            context = context_with(chromium, base or server.address, options)
            contexts.append(context)
        page = context.new_page()

        def complain(text: str) -> None:
            if not any(words in text for words in (*expected, *GAVE_WAY)):
                complaints.append(text)

        page.on("console", lambda message: complain(message.text) if message.type in ("error", "warning") else None)
        page.on("pageerror", lambda error: complain(str(error)))
        return page

    yield make
    for context in contexts:
        context.close()
    for one in shared:
        one.empty()
    assert complaints == []


@pytest.fixture
def page(new_page: Callable[..., Page]) -> Page:
    """A page on a desk."""
    return new_page()
