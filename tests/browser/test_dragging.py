"""Drags near the border, drags that are given up, and fingers: one that draws or moves, two that zoom."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

from playwright.sync_api import Page, expect

from tests.browser.desk import SMALL, at_rest, click_node, middle, node, open_file, settled, text_of, until
from tests.browser.test_drawing import EMPTY, LOOSE, row_of

VIEW = "(({x, y, scale}) => [x, y, scale])(document.querySelector('hot-canvas').view)"


def view(page: Page) -> list[float]:
    """Where the picture stands and how large it is."""
    found: list[float] = page.evaluate(VIEW)
    return found


def pieces_of(page: Page) -> list[str]:
    """The keys of what is drawn, each with the layer that it stands in."""
    found: list[str] = page.evaluate("""[...document.querySelectorAll(".graph-place [data-key]")].map(
        one => `${one.parentNode.classList} ${one.dataset.key}`)""")
    return found


def frame_of(page: Page) -> dict[str, float]:
    box = page.locator(".frame").bounding_box()
    assert box is not None
    return {"left": box["x"], "top": box["y"], "right": box["x"] + box["width"], "bottom": box["y"] + box["height"]}


def test_a_card_takes_the_picture_along_at_the_border(page: Page) -> None:
    open_file(page, SMALL)
    frame, start = frame_of(page), middle(page, "subnet")
    before = page.evaluate("document.querySelector('hot-canvas').sceneBox('subnet').y")
    page.mouse.move(*start)
    page.mouse.down()
    page.mouse.move(start[0], frame["bottom"] - 30, steps=4)
    page.mouse.move(start[0], frame["bottom"] - 6)
    _, y, scale = view(page)
    until(page, f"{VIEW}[1] < {y - 120}")
    assert abs(middle(page, "subnet")[1] - frame["bottom"] + 6) < 24  # under the pointer all the time
    page.mouse.move(start[0], frame["bottom"] - 200)
    at_rest(page, VIEW)
    still = view(page)
    page.wait_for_timeout(120)
    assert view(page) == still
    page.mouse.up()
    settled(page)
    after = page.evaluate("document.querySelector('hot-canvas').sceneBox('subnet').y")
    assert (after - before) * scale > frame["bottom"] - 200 - start[1] + 100
    assert text_of(page) == SMALL


def test_a_line_takes_the_picture_along_to_what_was_out_of_sight(page: Page) -> None:
    open_file(page, LOOSE)
    click_node(page, "port")
    page.evaluate("""() => {
        const canvas = document.querySelector("hot-canvas"), box = canvas.sceneBox("net");
        const [, y] = canvas.windowPoint(box.x, box.y + box.height);
        canvas.view.move(0, canvas.frame.getBoundingClientRect().top - y - 8);
        canvas.moved();
    }""")
    until(page, "!document.querySelector('.frame').classList.contains('moving')")
    at_rest(page, "document.querySelector('.handles[data-of=port] .knob')?.getBoundingClientRect()")
    handle = page.locator('.handles[data-of="port"] [data-handle=needs] .knob').bounding_box()
    frame = frame_of(page)
    assert handle is not None and middle(page, "net")[1] < frame["top"]
    at = (handle["x"] + handle["width"] / 2, handle["y"] + handle["height"] / 2)
    page.mouse.move(*at)
    page.mouse.down()
    page.mouse.move(at[0] + 200, frame["top"] + 4, steps=5)
    top = "document.querySelector('.graph-place .node[data-node=net] .card').getBoundingClientRect().top"
    until(page, f"{top} > {frame['top'] + 60}")
    page.mouse.move(at[0] + 200, frame["bottom"] - 120)
    at_rest(page, VIEW)
    page.mouse.move(*middle(page, "net"), steps=3)
    page.mouse.up()
    page.locator(".point-menu [role=menuitem]").first.click()
    expect(page.locator(".edge[data-from=port][data-to=net]")).to_be_attached()


def test_escape_gives_up_any_drag(page: Page) -> None:
    open_file(page, SMALL)
    start, before, pieces = middle(page, "subnet"), view(page), pieces_of(page)
    other = (start[0] + 60, start[1] + 90)
    page.mouse.move(*start)
    page.mouse.down()
    page.mouse.move(*other, steps=4)
    carried = ":is(.node[data-node=subnet], .edge[data-from=subnet], .edge[data-to=subnet])"
    assert page.locator(f".lifted {carried}").count() == page.locator(f".graph-place {carried}").count() > 1
    # What is edited meanwhile, here or elsewhere, is there once, and what is carried goes back to its place.
    page.evaluate("document.querySelector('hot-document').perform("
                  "[{op: 'rename', section: 'resources', name: 'net', to: 'mesh'}], {select: false})")
    settled(page)
    page.keyboard.press("Escape")
    expect(page.locator(".lifted")).to_have_count(0)
    expect(node(page, "subnet")).to_have_count(1)
    page.evaluate("document.querySelector('hot-document').undo()")
    settled(page)
    assert sorted(pieces_of(page)) == sorted(pieces)
    page.mouse.move(other[0] + 40, other[1] + 40, steps=3)  # nor does the picture follow
    page.mouse.up()
    assert middle(page, "subnet") == start and view(page) == before
    expect(page.locator(".frame")).not_to_have_class(re.compile("dragging|carrying"))
    node(page, "subnet").hover()
    handle = page.locator('.handles[data-of="subnet"] [data-handle=needed] .knob').bounding_box()
    assert handle is not None
    page.mouse.move(handle["x"] + 4, handle["y"] + 4)
    page.mouse.down()
    page.mouse.move(*other, steps=4)
    expect(page.locator(".rubber")).to_have_count(1)
    page.keyboard.press("Escape")
    expect(page.locator(".rubber")).to_have_count(0)
    page.mouse.up()
    expect(page.locator(".picker")).to_have_count(0)
    page.keyboard.down("Shift")
    page.mouse.move(start[0], start[1] + 150)
    page.mouse.down()
    page.mouse.move(start[0] - 60, start[1] - 60, steps=4)
    page.keyboard.press("Escape")
    page.mouse.up()
    page.keyboard.up("Shift")
    expect(page.locator(".band, .touched, .node.selected")).to_have_count(0)
    at = row_of(page, "OS::Neutron::Router")
    page.mouse.move(*at)
    page.mouse.down()
    page.mouse.move(*other, steps=4)
    expect(page.locator(".ghost")).to_have_count(1)
    page.keyboard.press("Escape")
    page.mouse.up()
    expect(page.locator(".ghost")).to_have_count(0)
    settled(page)
    assert text_of(page) == SMALL


def test_a_type_dropped_on_a_card_is_offered_to_be_connected(page: Page) -> None:
    open_file(page, LOOSE)
    at, target = row_of(page, "OS::Neutron::Subnet"), middle(page, "net")
    page.mouse.move(*at)
    page.mouse.down()
    page.mouse.move(*target, steps=6)
    expect(page.locator(".drag-chip")).to_have_text("Add, and connect to net")
    y = view(page)[1]
    page.mouse.move(target[0], frame_of(page)["bottom"] - 4, steps=4)
    until(page, f"{VIEW}[1] < {y - 40}")  # the picture moves on below it
    page.mouse.move(target[0], target[1] + 20, steps=2)
    at_rest(page, VIEW)
    page.mouse.move(*middle(page, "net"), steps=3)
    page.mouse.up()
    page.locator(".point-menu [role=menuitem]").first.click()
    expect(page.locator(".edge[data-from=subnet_2][data-to=net]")).to_be_attached()


def test_a_click_shows_no_ring_and_a_key_does(page: Page) -> None:
    open_file(page, SMALL)
    page.locator("#types-search, #tab-types").first.focus()
    page.keyboard.press("Tab")
    click_node(page, "net")
    ring = "getComputedStyle(document.querySelector('.frame')).outlineStyle"
    assert page.evaluate(ring) == "none"
    page.keyboard.press("ArrowRight")
    assert page.evaluate(ring) != "none"


class Fingers:
    """Fingers on the screen, by number."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.session = page.context.new_cdp_session(page)

    def send(self, kind: str, *points: tuple[float, float]) -> None:
        found = [{"x": x, "y": y, "id": at} for at, (x, y) in enumerate(points)]
        self.session.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": found})

    def drag(self, start: tuple[float, float], end: tuple[float, float]) -> None:
        self.send("touchStart", start)
        across, down = (end[0] - start[0]) / 8, (end[1] - start[1]) / 8
        for part in range(1, 9):
            self.send("touchMove", (start[0] + across * part, start[1] + down * part))
        # A finger comes to rest before it leaves: Chromium takes one that does not for a fling, and passes over the
        # tap that follows at once.
        self.page.wait_for_timeout(120)
        self.send("touchMove", end)
        self.send("touchEnd")


def touched(new_page: Callable[..., Page], text: str) -> tuple[Page, Fingers]:
    page = new_page(has_touch=True, viewport={"width": 1024, "height": 768})
    open_file(page, text)
    return page, Fingers(page)


def test_two_fingers_zoom_where_they_are(new_page: Callable[..., Page]) -> None:
    page, fingers = touched(new_page, SMALL)
    x, y = middle(page, "subnet")
    before = view(page)
    fingers.send("touchStart", (x - 40, y), (x + 40, y))
    for part in range(1, 7):
        fingers.send("touchMove", (x - 40 - 10 * part, y), (x + 40 + 10 * part, y))
    fingers.send("touchEnd")
    at_rest(page, VIEW)
    after = view(page)
    assert abs(after[2] / before[2] - 2.5) < 0.1 or after[2] == 2.5
    moved = middle(page, "subnet")
    assert abs(moved[0] - x) < 4 and abs(moved[1] - y) < 4
    fingers.send("touchStart", (x - 100, y), (x + 100, y))
    for part in range(1, 7):
        fingers.send("touchMove", (x - 100 + 10 * part, y), (x + 100 - 10 * part, y))
    fingers.send("touchEnd")
    at_rest(page, VIEW)
    assert view(page)[2] < after[2]
    assert text_of(page) == SMALL


def test_one_finger_moves_the_picture_and_what_was_tapped(new_page: Callable[..., Page]) -> None:
    page, fingers = touched(new_page, SMALL)
    x, y = middle(page, "subnet")
    before = view(page)
    fingers.drag((x, y), (x + 40, y + 60))
    at_rest(page, VIEW)
    after = view(page)
    assert abs(after[0] - before[0] - 40) < 6 and abs(after[1] - before[1] - 60) < 6
    x, y = middle(page, "subnet")
    page.touchscreen.tap(x, y)
    expect(node(page, "subnet")).to_have_class(re.compile("selected"))
    fingers.drag((x, y), (x + 30, y + 70))
    settled(page)
    moved = middle(page, "subnet")
    assert abs(moved[0] - x - 30) < 3 and abs(moved[1] - y - 70) < 3
    assert view(page) == after


def test_a_finger_draws_a_line(new_page: Callable[..., Page]) -> None:
    page, fingers = touched(new_page, LOOSE)
    page.touchscreen.tap(*middle(page, "port"))
    expect(page.locator('.handles[data-of="port"]')).to_be_attached()
    knob = page.locator('.handles[data-of="port"] [data-handle=needs] .knob').bounding_box()
    assert knob is not None
    reach: Any = page.locator('.handles[data-of="port"] [data-handle=needs] .reach').bounding_box()
    assert reach["width"] >= 24
    fingers.drag((knob["x"] + knob["width"] / 2, knob["y"] + knob["height"] / 2), middle(page, "net"))
    menu = page.locator(".point-menu [role=menuitem]").first
    expect(menu).to_contain_text("network")
    box = menu.bounding_box()
    assert box is not None
    page.touchscreen.tap(box["x"] + 20, box["y"] + 10)
    expect(page.locator(".edge[data-from=port][data-to=net]")).to_be_attached()


def test_a_finger_that_rests_asks_for_the_menu(new_page: Callable[..., Page]) -> None:
    page, fingers = touched(new_page, SMALL)
    fingers.send("touchStart", middle(page, "port"))
    expect(page.locator(".point-menu")).to_contain_text("Connect to")
    fingers.send("touchEnd")
    expect(page.locator(".point-menu")).to_be_visible()


def test_a_finger_drops_a_type_into_an_empty_template(new_page: Callable[..., Page]) -> None:
    page, fingers = touched(new_page, EMPTY)
    fingers.drag(row_of(page, "OS::Neutron::Net"), (520, 330))
    expect(node(page, "net")).to_be_visible()
    settled(page)
    x, y = middle(page, "net")
    assert abs(x - 520) < 3 and abs(y - 330) < 3
