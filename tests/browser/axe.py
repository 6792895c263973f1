"""What axe finds wrong with a page as it stands."""

from __future__ import annotations

from typing import Any

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

AXE = Axe()


def violations(page: Page) -> list[str]:
    """Every violation that axe knows, with the elements that it is about."""
    page.wait_for_timeout(200)  # what fades in has faded in
    found: Any = AXE.run(page).response["violations"]
    return [f"{one['id']}: {each['html'][:160]} {each.get('any', [{}])[:1]}"
            for one in found for each in one["nodes"][:4]]
