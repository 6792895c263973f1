"""Drawing on the canvas: by mouse, by keyboard, by finger."""

from __future__ import annotations

import json
import re
from collections.abc import Callable

from playwright.sync_api import Page, expect

from tests.browser.axe import violations
from tests.browser.desk import SMALL, click_node, drag, middle, node, open_file, ready, settled, text_of, until

EMPTY = "heat_template_version: 2021-04-16\n"
PLACED = """Object.fromEntries(document.querySelector("hot-canvas").names.sort().map((name) => {
    const {x, y} = document.querySelector("hot-canvas").sceneBox(name);
    return [name, [x, y]];
}))"""
LOOSE = """heat_template_version: 2021-04-16
resources:
  net:
    type: OS::Neutron::Net
  subnet:
    type: OS::Neutron::Subnet
    properties:
      network: {get_resource: net}
      cidr: 10.0.0.0/24
  port:
    type: OS::Neutron::Port
    properties:
      network:
"""
BETWEEN = """heat_template_version: 2021-04-16
resources:
  net:
    type: OS::Neutron::Net
  server:
    type: OS::Nova::Server
    properties:
      flavor: m1.small
      image: debian
      networks:
        - network: {get_resource: net}
"""


def row_of(page: Page, type: str) -> tuple[float, float]:
    """Find a type in the list; a place of its row."""
    page.click("#tab-types")
    expect(page.locator("#types details").first).to_be_visible()
    if page.input_value("#types-search") != type:
        with page.expect_response(lambda answer: "q=" in answer.url):
            page.fill("#types-search", type)
        until(page, "!document.querySelector('.htmx-request, .htmx-swapping, .htmx-settling, .htmx-added')")
    row = page.locator(f'#types a[data-type="{type}"]')
    row.scroll_into_view_if_needed()
    box = row.bounding_box()
    assert box is not None
    return box["x"] + 60, box["y"] + 10


def drag_type(page: Page, type: str, to: tuple[float, float]) -> None:
    """Find a type in the list and drag it to a place of the window."""
    drag(page, row_of(page, type), to)


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


def test_a_card_that_is_dragged_stays_there(page: Page) -> None:
    open_file(page, SMALL)
    x, y = middle(page, "subnet")
    other = middle(page, "net")
    drag(page, (x, y), (x + 80, y + 120))
    settled(page)
    moved = middle(page, "subnet")
    assert abs(moved[0] - x - 80) < 3 and abs(moved[1] - y - 120) < 3
    assert middle(page, "net") == other
    assert text_of(page) == SMALL
    ends = page.evaluate("""() => {
        const path = document.querySelector(".edge[data-from=subnet][data-to=net]");
        const start = path.getPointAtLength(0).matrixTransform(path.getScreenCTM());
        return [start.x, start.y];
    }""")
    box = node(page, "subnet").locator(".card").first.bounding_box()
    assert box is not None and abs(ends[1] - box["y"] - box["height"] / 2) < 4 and abs(ends[0] - box["x"]) < 8
    page.reload()
    ready(page)
    page.keyboard.press("Control+z")
    settled(page)
    expect(page.locator("#inspector h2")).to_be_visible()


def test_tidy_is_a_step_that_undo_takes_back(page: Page) -> None:
    open_file(page, SMALL)
    x, y = middle(page, "subnet")
    drag(page, (x, y), (x + 80, y + 140))
    settled(page)
    put = placed(page)
    page.click("[data-canvas=tidy]")
    until(page, f"JSON.stringify({PLACED}) !== {json.dumps(json.dumps(put, separators=(',', ':')))}")
    settled(page)
    assert placed(page)["subnet"][1] == placed(page)["net"][1]
    page.locator(".frame").focus()
    page.keyboard.press("Control+z")
    until(page, f"JSON.stringify({PLACED}) === {json.dumps(json.dumps(put, separators=(',', ':')))}")


def placed(page: Page) -> dict[str, list[float]]:
    """Where each card stands in the scene."""
    found: dict[str, list[float]] = page.evaluate(PLACED)
    return found


def test_a_connection_is_drawn_and_the_best_way_is_first(page: Page) -> None:
    open_file(page, LOOSE)
    node(page, "port").hover()
    handle = page.locator('.handles[data-of="port"] [data-handle=needs]').bounding_box()
    assert handle is not None
    drag(page, (handle["x"] + handle["width"] / 2, handle["y"] + handle["height"] / 2), middle(page, "net"))
    menu = page.locator(".point-menu")
    expect(menu.locator("[role=menuitem]").first).to_contain_text("network")
    expect(menu.locator("[role=menuitem]").last).to_contain_text("depends_on")
    page.keyboard.press("Enter")
    expect(page.locator(".edge[data-from=port][data-to=net]")).to_be_attached()
    settled(page)
    assert "network: {get_resource: net}" in text_of(page) or "network: { get_resource: net }" in text_of(page)


def test_connecting_by_keyboard(page: Page) -> None:
    open_file(page, LOOSE + "# what follows\n" * 40)
    click_node(page, "port")
    page.locator(".cm-scroller").evaluate("scroller => scroller.scrollTo(0, 1e6)")
    fields = page.locator("#inspector .fields").first
    expect(fields.locator("> [data-name=fixed_ips]")).to_have_count(0)
    page.keyboard.press("e")
    page.keyboard.type("subnet")
    page.keyboard.press("Enter")
    expect(page.locator(".point-menu [role=menuitem]").first).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.locator(".edge[data-from=port][data-to=subnet]")).to_be_attached()
    expect(page.locator(".cm-line", has_text="subnet: {get_resource: subnet}")).to_be_in_viewport()
    expect(fields.locator("> [data-name=fixed_ips]")).to_be_visible()  # and no longer folded away
    settled(page)
    page.keyboard.press("Alt+1")
    page.keyboard.press("Shift+F10")
    expect(page.locator(".point-menu [role=menuitem]").first).to_have_text("Connect to …")
    page.keyboard.press("Enter")
    page.keyboard.type("net")
    page.keyboard.press("Enter")
    expect(page.locator(".point-menu [role=menuitem]").first).to_contain_text("network")


def test_what_refers_to_it_is_shown_before_it_goes(page: Page) -> None:
    open_file(page, SMALL)
    click_node(page, "net")
    page.keyboard.press("Delete")
    panel = page.locator(".uses-panel")
    expect(panel.locator("h2")).to_have_text("net is referred to 2 times")
    expect(panel.locator("[data-keep]")).to_be_focused()
    page.keyboard.press("Escape")
    expect(panel).to_have_count(0)
    assert text_of(page) == SMALL
    page.keyboard.press("Delete")
    panel.locator("[data-delete]").click()
    expect(node(page, "net")).to_have_count(0)
    settled(page)
    assert "get_resource: net" not in text_of(page)
    page.locator(".frame").focus()
    page.keyboard.press("Control+z")
    expect(node(page, "net")).to_be_visible()
    settled(page)
    assert text_of(page) == SMALL


def test_what_nothing_refers_to_goes_at_once_and_an_edge_too(page: Page) -> None:
    open_file(page, LOOSE)
    click_node(page, "port")
    page.keyboard.press("Delete")
    expect(node(page, "port")).to_have_count(0)
    open_file(page, SMALL)
    page.evaluate("document.querySelector('hot-document').select({edge: ['subnet', 'net']})")
    page.locator(".frame").focus()
    page.keyboard.press("Delete")
    expect(page.locator(".edge[data-from=subnet][data-to=net]")).to_have_count(0)
    settled(page)
    assert text_of(page).count("get_resource: net") == 1


def test_several_are_chosen_moved_and_deleted(page: Page) -> None:
    open_file(page, LOOSE)
    click_node(page, "net")
    node(page, "port").click(modifiers=["Shift"])
    expect(page.locator(".node.selected")).to_have_count(2)
    (x, y), (px, py) = middle(page, "net"), middle(page, "port")
    drag(page, (x, y), (x + 40, y + 90))
    settled(page)
    moved = middle(page, "port")
    assert abs(moved[0] - px - 40) < 3 and abs(moved[1] - py - 90) < 3
    page.keyboard.press("Escape")
    expect(page.locator(".node.selected")).to_have_count(0)
    frame = page.locator(".frame").bounding_box()
    assert frame is not None
    page.keyboard.down("Shift")
    drag(page, (frame["x"] + 6, frame["y"] + 60), (frame["x"] + frame["width"] - 6, frame["y"] + frame["height"] - 6))
    page.keyboard.up("Shift")
    expect(page.locator(".node.selected")).to_have_count(3)
    page.keyboard.press("Escape")
    page.keyboard.press("Control+a")
    expect(page.locator(".node.selected")).to_have_count(3)
    page.keyboard.press("Delete")
    expect(page.locator(".node")).to_have_count(0)


def test_keys_move_a_card(page: Page) -> None:
    open_file(page, SMALL)
    click_node(page, "net")
    x, y = middle(page, "net")
    page.keyboard.press("Alt+ArrowDown")
    page.keyboard.press("Alt+ArrowDown")
    page.keyboard.press("Alt+ArrowRight")
    scale = page.evaluate("document.querySelector('hot-canvas').view.scale")
    moved = middle(page, "net")
    assert round((moved[0] - x) / scale) == 24 and round((moved[1] - y) / scale) == 48
    page.wait_for_timeout(700)
    settled(page)
    assert middle(page, "net") == moved


def test_a_menu_for_each_kind_of_thing(page: Page) -> None:
    open_file(page, SMALL)
    node(page, "port").click(button="right")
    menu = page.locator(".point-menu")
    expect(menu).to_contain_text("Connect to …")
    page.keyboard.press("Escape")
    expect(menu).to_have_count(0)
    expect(page.locator(".frame")).to_be_focused()
    page.keyboard.press("Shift+F10")
    expect(menu.locator("[role=menuitem]").first).to_be_focused()
    page.keyboard.type("du")
    page.keyboard.press("Enter")
    expect(page.locator(".node.resource")).to_have_count(4)
    frame = page.locator(".frame").bounding_box()
    assert frame is not None
    page.mouse.click(frame["x"] + 20, frame["y"] + frame["height"] - 20, button="right")
    expect(menu).to_contain_text("Add a resource …")
    assert violations(page) == []
    menu.locator("[role=menuitem]").first.click()
    assert violations(page) == []
    page.keyboard.type("key pair")
    page.keyboard.press("Enter")
    expect(node(page, "key_pair")).to_be_visible()
    expect(page.locator("#inspector .unfinished input")).to_be_visible()
    expect(page.locator(".frame")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.locator("#inspector .unfinished input")).to_be_focused()


def test_a_type_comes_between(page: Page) -> None:
    open_file(page, BETWEEN)
    at = page.evaluate("""() => {
        const path = document.querySelector(".edge[data-from=server][data-to=net]");
        const middle = path.getPointAtLength(path.getTotalLength() / 2).matrixTransform(path.getScreenCTM());
        return [middle.x, middle.y];
    }""")
    drag_type(page, "OS::Neutron::Port", (at[0], at[1]))
    menu = page.locator(".point-menu")
    expect(menu).to_contain_text("Between server and net")
    menu.locator("[role=menuitem]").first.click()
    expect(page.locator(".edge[data-from=server][data-to=port]")).to_be_attached()
    expect(page.locator(".edge[data-from=port][data-to=net]")).to_be_attached()


def test_a_finger_drags_from_the_list(new_page: Callable[..., Page]) -> None:
    page = new_page(has_touch=True, viewport={"width": 1024, "height": 768})
    open_file(page, LOOSE)
    row = row_of(page, "OS::Neutron::Router")
    finger(page, row, (520, 330))
    expect(node(page, "router")).to_be_visible()
    settled(page)
    x, y = middle(page, "router")
    assert abs(x - 520) < 3 and abs(y - 330) < 3
    page.touchscreen.tap(x, y)
    expect(node(page, "router")).to_have_class(re.compile("selected"))
    finger(page, (x, y), (x + 60, y + 40))
    settled(page)
    moved = middle(page, "router")
    assert abs(moved[0] - x - 60) < 3 and abs(moved[1] - y - 40) < 3


def finger(page: Page, start: tuple[float, float], end: tuple[float, float]) -> None:
    """Drag with one finger."""
    session = page.context.new_cdp_session(page)
    session.send("Input.dispatchTouchEvent", {"type": "touchStart", "touchPoints": [{"x": start[0], "y": start[1]}]})
    for part in range(1, 9):
        x, y = start[0] + (end[0] - start[0]) * part / 8, start[1] + (end[1] - start[1]) * part / 8
        session.send("Input.dispatchTouchEvent", {"type": "touchMove", "touchPoints": [{"x": x, "y": y}]})
    session.send("Input.dispatchTouchEvent", {"type": "touchEnd", "touchPoints": []})
