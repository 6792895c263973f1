"""Everything by keyboard: from the start page to a fault, its node, its text, and away with the file."""

from __future__ import annotations

from pathlib import Path

from playwright.sync_api import Page, expect

from tests.browser.desk import OPENED, SMALL, node, open_file, ready, settled, text_of

FAULTY = SMALL.replace("10.0.0.0/24", "10.0.0.0/99")


def focused(page: Page) -> str:
    """What has the focus, in words."""
    return str(page.evaluate("""() => {
        const at = document.activeElement;
        return at.getAttribute("aria-label") ?? at.textContent.trim().slice(0, 80);
    }"""))


def press(page: Page, *keys: str) -> None:
    for key in keys:
        page.keyboard.press(key)


def test_from_pasting_to_taking_away(page: Page) -> None:
    page.goto("/")
    for _ in range(12):
        press(page, "Tab")
        if page.evaluate("document.activeElement.id") == "text":
            break
    page.keyboard.insert_text(FAULTY)
    press(page, "Tab", "Enter")
    page.wait_for_url(OPENED)
    ready(page)

    press(page, "Alt+6")  # the problems
    expect(page.locator(".problem-go").first).to_be_focused()
    press(page, "Enter")  # the line
    expect(page.locator(".cm-content")).to_be_focused()
    press(page, "End", "Backspace", "Backspace")
    page.keyboard.type("24")
    settled(page)
    assert text_of(page) == SMALL
    expect(page.locator("#summary")).to_contain_text("No problems")

    press(page, "Escape")  # out of the text, to the graph
    expect(page.locator(".frame")).to_be_focused()
    press(page, "ArrowLeft")
    expect(page.locator("#inspector h2")).to_have_text("net")
    press(page, "ArrowRight")
    expect(page.locator("#inspector h2")).to_have_text("subnet")
    press(page, "ArrowRight")
    expect(page.locator("#inspector h2")).to_have_text("port")
    press(page, "ArrowLeft")
    expect(page.locator("#inspector h2")).to_have_text("subnet")
    press(page, "Enter")  # the inspector
    expect(page.locator("#inspector")).to_be_focused()

    press(page, "Control+s")
    expect(page.locator("#take-away a").first).to_be_focused()
    with page.expect_download() as download:
        press(page, "Enter")
    assert Path(download.value.path()).read_text() == SMALL


def test_the_outline_is_a_tree(page: Page) -> None:
    open_file(page)
    press(page, "Alt+1")
    assert focused(page).startswith("Parameters, none yet")
    press(page, "r")
    assert focused(page).startswith("Resources, 3")
    press(page, "ArrowRight", "ArrowDown")
    assert focused(page).startswith("subnet")
    press(page, "Enter")
    expect(page.locator("#inspector h2")).to_have_text("subnet")
    press(page, "ArrowLeft")
    assert focused(page).startswith("Resources")
    press(page, "ArrowLeft")
    expect(page.locator("hot-outline [data-name=net]")).to_have_count(0)
    press(page, "End")
    assert focused(page).startswith("address")
    press(page, "Home", "r", "ArrowRight")
    expect(page.locator("hot-outline [data-name=net]")).to_be_visible()
    press(page, "p")
    assert focused(page).startswith("port")


def test_panels_in_turn_and_their_sizes(page: Page) -> None:
    open_file(page)
    page.focus(".frame")
    press(page, "F6")
    expect(page.locator("#inspector")).to_be_focused()
    press(page, "F6")
    expect(page.locator(".cm-content")).to_be_focused()
    press(page, "Escape", "Shift+F6")
    assert focused(page).startswith("Parameters")
    bar = page.locator(".separator-right")
    bar.focus()
    width = page.locator("#inspector").bounding_box()
    press(page, "ArrowLeft", "ArrowLeft")
    wider = page.locator("#inspector").bounding_box()
    assert width is not None and wider is not None and round(wider["width"] - width["width"]) == 32
    page.reload()
    ready(page)
    again = page.locator("#inspector").bounding_box()
    assert again is not None and again["width"] == wider["width"]


def test_the_command_palette_and_the_map_of_keys(page: Page) -> None:
    open_file(page)
    press(page, "?")
    expect(page.locator("#keys")).to_contain_text("Command palette")
    press(page, "Escape")
    expect(page.locator("#keys")).to_be_hidden()
    press(page, "Control+k")
    page.keyboard.type("subn")
    expect(page.locator("#commands [aria-selected=true]")).to_contain_text("subnet")
    press(page, "Enter")
    expect(page.locator("#inspector h2")).to_have_text("subnet")
    press(page, "Control+k")
    page.keyboard.type("deploy order")
    press(page, "Enter")
    expect(page.locator("g.wave").first).to_be_visible()
    press(page, "Control+k")
    page.keyboard.type("add port")
    expect(page.locator("#commands [aria-selected=true]")).to_contain_text("Neutron Port")  # what is common goes first
    press(page, "Escape")
    expect(page.locator("#palette")).to_be_hidden()


def test_problems_in_turn_from_the_text(page: Page) -> None:
    open_file(page, FAULTY)
    press(page, "F8")
    expect(page.locator(".cm-content")).to_be_focused()
    expect(page.locator(".cm-activeLine")).to_contain_text("10.0.0.0/99")


def test_undo_and_redo_from_the_graph(page: Page) -> None:
    open_file(page)
    page.click(".cm-content")
    press(page, "Control+End")
    page.keyboard.type("# x")
    page.focus(".frame")
    press(page, "Control+z")
    settled(page)
    assert text_of(page) == SMALL
    press(page, "Control+Shift+Z")
    settled(page)
    assert text_of(page) == SMALL + "# x"


def test_what_is_selected_is_said(page: Page) -> None:
    open_file(page)
    page.focus(".frame")
    press(page, "ArrowRight", "ArrowRight")
    expect(page.locator("#announcements")).to_have_text("subnet, Neutron Subnet. Needs 1, needed by 1.")
    expect(node(page, "subnet")).to_be_visible()
