"""Drawing on the canvas: by mouse, by keyboard, by finger."""

from __future__ import annotations

from playwright.sync_api import Page, expect

from tests.browser.desk import node, open_file, settled, text_of, until

EMPTY = "heat_template_version: 2021-04-16\n"


def middle(page: Page, name: str) -> tuple[float, float]:
    box = node(page, name).locator(".card").first.bounding_box()
    assert box is not None
    return box["x"] + box["width"] / 2, box["y"] + box["height"] / 2


def drag(page: Page, start: tuple[float, float], end: tuple[float, float]) -> None:
    page.mouse.move(*start)
    page.mouse.down()
    page.mouse.move((start[0] + end[0]) / 2, (start[1] + end[1]) / 2, steps=4)
    page.mouse.move(*end, steps=4)
    page.mouse.up()


def drag_type(page: Page, type: str, to: tuple[float, float]) -> None:
    """Find a type in the list and drag it to a place of the window."""
    page.click("#tab-types")
    expect(page.locator("#types details").first).to_be_visible()
    page.fill("#types-search", type)
    row = page.locator(f'#types a[data-type="{type}"]')
    until(page, "document.querySelectorAll('#types a[data-type]').length < 20")
    page.wait_for_timeout(50)
    row.scroll_into_view_if_needed()
    box = row.bounding_box()
    assert box is not None
    drag(page, (box["x"] + 60, box["y"] + 10), to)


def test_a_type_that_is_dropped_stands_where_it_was_dropped(page: Page) -> None:
    open_file(page, EMPTY)
    expect(page.locator(".canvas-empty")).to_contain_text("press A")
    drag_type(page, "OS::Neutron::Net", (500, 300))
    expect(node(page, "net")).to_be_visible()
    settled(page)
    assert "net:\n    type: OS::Neutron::Net" in text_of(page)
    x, y = middle(page, "net")
    assert abs(x - 500) < 3 and abs(y - 300) < 3
    expect(page.locator("#inspector h2")).to_have_text("net")
