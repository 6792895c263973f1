"""A narrow screen: one panel at a time; the canvas is read and pinched."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from tests.browser.desk import SMALL, node, open_file

FAULTY = SMALL.replace("10.0.0.0/24", "10.0.0.0/99")


@pytest.fixture
def phone(new_page: Callable[..., Page]) -> Page:
    return new_page(viewport={"width": 390, "height": 844}, has_touch=True, is_mobile=True)


def test_one_panel_at_a_time(phone: Page) -> None:
    open_file(phone, FAULTY)
    for view, shown in {"graph": ".frame", "outline": "hot-outline", "inspector": "#inspector", "text": "hot-editor",
                        "problems": "#problems"}.items():
        phone.click(f".views [data-view-button={view}]")
        for selector in (".frame", "hot-outline", "#inspector", "hot-editor", "#problems"):
            locator = phone.locator(selector)
            expect(locator).to_be_visible() if selector == shown else expect(locator).to_be_hidden()
        assert phone.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_a_tap_selects_and_a_problem_leads_to_its_line(phone: Page) -> None:
    open_file(phone, FAULTY)
    node(phone, "subnet").locator(".card").first.tap()
    expect(node(phone, "subnet")).to_have_class(re.compile("selected"))
    phone.click(".views [data-view-button=inspector]")
    expect(phone.locator("#inspector h2")).to_have_text("subnet")
    phone.click(".views [data-view-button=problems]")
    phone.locator(".problem-go").first.tap()
    expect(phone.locator(".cm-activeLine")).to_contain_text("10.0.0.0/99")


def test_the_start_page_fits(phone: Page) -> None:
    phone.goto("/")
    assert phone.evaluate("document.documentElement.scrollWidth <= innerWidth")
