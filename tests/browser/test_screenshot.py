"""The picture in the README, taken from the real thing where HOT_DESIGNER_SCREENSHOT names its file."""

from __future__ import annotations

import os
from collections.abc import Callable

from playwright.sync_api import Page, expect

from tests.browser.desk import click_node, ready


def test_the_designer_at_work(new_page: Callable[..., Page]) -> None:
    page = new_page()
    page.goto("/examples/two-tiers")
    ready(page)
    click_node(page, "load_balancer")
    expect(page.locator("#inspector h2")).to_have_text("load_balancer")
    page.keyboard.press("f")
    page.wait_for_timeout(1200)  # the line that flashed is as it was
    target = os.environ.get("HOT_DESIGNER_SCREENSHOT")
    if target:
        page.screenshot(path=target)
    expect(page.locator(".node.lit.needs")).not_to_have_count(0)
