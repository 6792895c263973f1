"""No violation that axe knows, on each page, in light and dark."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Page

from tests.browser.axe import violations
from tests.browser.desk import SMALL, click_node, open_file, ready

FAULTY = SMALL.replace("10.0.0.0/24", "10.0.0.0/99").replace("OS::Neutron::Port", "OS::Neutron::Prot")


@pytest.mark.parametrize("address", ["/", "/manual", "/manual/HOT301", "/types/OS::Nova::Server"])
def test_pages_that_are_read(page: Page, address: str) -> None:
    page.goto(address)
    page.wait_for_load_state("networkidle")
    assert violations(page, dark=True) == []


def test_the_designer(page: Page) -> None:
    open_file(page, FAULTY)
    assert violations(page, dark=True) == []
    click_node(page, "subnet")
    page.locator("#inspector .more > summary").first.click()
    assert violations(page, dark=True) == []


def test_what_opens_over_it(page: Page) -> None:
    page.goto("/examples/two-tiers")
    ready(page)
    page.click("text=Take away")
    assert violations(page, dark=True) == []
    page.keyboard.press("Escape")
    page.keyboard.press("Control+k")
    page.keyboard.type("web")
    assert violations(page, dark=True) == []
    page.keyboard.press("Escape")
    page.click("[data-commands=keys]")
    assert violations(page, dark=True) == []
    page.keyboard.press("Escape")
    page.click("[popovertarget=layers]")
    assert violations(page, dark=True) == []
    page.keyboard.press("Escape")
    page.click("[role=tab] >> text=Types")
    page.wait_for_selector("#types details")
    page.click("[data-canvas=waves]")
    page.wait_for_selector("g.wave")
    assert violations(page, dark=True) == []


def test_why_an_edge_is_there(page: Page) -> None:
    open_file(page)
    click_node(page, "port")
    page.click("#inspector .why >> nth=0")
    page.wait_for_selector(".reasons")
    assert violations(page, dark=True) == []


def test_refusals(new_page: Callable[..., Page]) -> None:
    page = new_page(expected=("status of 404",))
    for address in ("/nothing", "/d/nothing"):
        page.goto(address)
        assert violations(page) == []


def test_on_a_phone(new_page: Callable[..., Page]) -> None:
    page = new_page(viewport={"width": 390, "height": 844}, has_touch=True, is_mobile=True)
    open_file(page, FAULTY)
    for view in ("graph", "outline", "inspector", "problems", "text"):
        page.click(f".views [data-view-button={view}]")
        assert violations(page) == []
