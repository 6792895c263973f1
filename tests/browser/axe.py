"""What axe finds wrong with a page as it stands."""

from __future__ import annotations

from typing import Any

from axe_playwright_python.base import AXE_SCRIPT
from playwright.sync_api import Page

from tests.browser.desk import until

# What is drawn in other colours in the dark is otherwise the same, so the other rules are asked once.
COLOURS = ["color-contrast", "link-in-text-block"]
# What fades in has faded in.
STILL = """document.getAnimations().every(one =>
    one.playState !== "running" || one.effect.getComputedTiming().endTime === Infinity)"""


def violations(page: Page, *, dark: bool = False) -> list[str]:
    """Every violation that axe knows, with the elements that it is about; with `dark` those of the dark colours too."""
    if not page.evaluate("'axe' in window"):
        page.evaluate(AXE_SCRIPT)
    found = _asked(page, {})
    if dark:
        page.emulate_media(color_scheme="dark")
        found += [f"in the dark: {one}" for one in _asked(page, {"runOnly": COLOURS})]
        page.emulate_media(color_scheme="light")
    return found


def _asked(page: Page, options: dict[str, Any]) -> list[str]:
    until(page, STILL)
    found: Any = page.evaluate("async options => (await axe.run(options)).violations",
                               {"resultTypes": ["violations"], **options})
    return [f"{one['id']}: {each['html'][:160]} {each.get('any', [{}])[:1]}"
            for one in found for each in one["nodes"][:4]]
