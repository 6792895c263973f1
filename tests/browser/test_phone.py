"""A narrow screen: one panel at a time; the canvas is read and pinched."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from tests.browser.desk import SMALL, middle, node, open_file

FAULTY = SMALL.replace("10.0.0.0/24", "10.0.0.0/99")


@pytest.fixture
def phone(new_page: Callable[..., Page]) -> Page:
    return new_page(viewport={"width": 390, "height": 844}, has_touch=True, is_mobile=True)


def width_of(page: Page) -> int:
    """How wide the page is laid out: where something does not fit, a phone widens the page, and shows it smaller."""
    return int(page.evaluate("Math.max(innerWidth, document.documentElement.scrollWidth)"))


def test_one_panel_at_a_time(phone: Page) -> None:
    open_file(phone, FAULTY)
    for view, shown in {"graph": ".frame", "outline": "hot-outline", "inspector": "#inspector", "text": "hot-editor",
                        "problems": "#problems"}.items():
        phone.click(f".views [data-view-button={view}]")
        for selector in (".frame", "hot-outline", "#inspector", "hot-editor", "#problems"):
            locator = phone.locator(selector)
            expect(locator).to_be_visible() if selector == shown else expect(locator).to_be_hidden()
        assert width_of(phone) == 390
    phone.click(".views [data-view-button=outline]")
    phone.click("#tab-types")
    phone.locator("#types [data-add='OS::Neutron::Router']").first.tap()
    expect(node(phone, "router")).to_be_in_viewport(ratio=0.9)
    assert middle(phone, "net")[1] > 200  # fitted to the frame, which was not there when it was added


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
    assert width_of(phone) == 390


@pytest.mark.parametrize("width", [360, 390, 430])
def test_nothing_is_wider_than_the_screen_whatever_is_wrong(new_page: Callable[..., Page], width: int) -> None:
    page = new_page(viewport={"width": width, "height": 780}, has_touch=True, is_mobile=True)
    faults = "".join(f"  lost_{number}:\n    type: OS::Neutron::Pool\n" for number in range(120))
    advice = "parameters:\n  unused:\n    type: string\n    default: x\n"
    text = FAULTY.replace("resources:\n", f"{advice}resources:\n{faults}")
    open_file(page, text, "a_very_long_name_of_a_template.yaml")
    assert width_of(page) == width
    page.click(".views [data-view-button=graph]")
    for panel in ("steps", "take-away"):
        page.click(f"[popovertarget={panel}]")
        box = page.locator(f"#{panel}").bounding_box()
        assert box is not None and box["x"] >= 0 and box["x"] + box["width"] <= width
        page.keyboard.press("Escape")
