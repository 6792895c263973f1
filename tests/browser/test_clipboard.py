"""The clipboard: parts of a template as YAML, within one template and between two."""

from __future__ import annotations

from collections.abc import Callable

import yaml
from playwright.sync_api import Page, expect

from tests.browser.desk import OPENED, SMALL, open_file, ready, settled, text_of
from tests.browser.test_outline import SECTIONS, go, has_text, outlined, press, row

EMPTY = "heat_template_version: 2021-04-16\n"


def pasted(page: Page, text: str, target: str = ".frame") -> None:
    """Paste a text from elsewhere."""
    page.focus(target)
    page.evaluate("""text => {
        const data = new DataTransfer();
        data.setData("text/plain", text);
        document.activeElement.dispatchEvent(
            new ClipboardEvent("paste", {bubbles: true, cancelable: true, clipboardData: data}));
    }""", text)


def test_a_copy_has_what_it_needs_and_clashes_are_renamed(page: Page) -> None:
    open_file(page, SECTIONS)
    go(page, "port")
    press(page, "Enter", "Shift+ArrowDown", "Control+c")
    expect(page.locator("#announcements")).to_have_text("2 entries copied.")
    press(page, "Control+v")
    has_text(page, lambda text: "server_2" in text)
    made = yaml.safe_load(text_of(page))
    assert list(made["resources"]) == ["net", "port", "server", "port_2", "server_2"]
    assert made["resources"]["server_2"]["properties"]["networks"] == [{"port": {"get_resource": "port_2"}}]
    assert list(made["parameters"]) == ["flavor", "image", "zone"]
    expect(page.locator("#inspector h2")).to_have_text("2 selected")
    press(page, "Control+z")
    has_text(page, lambda text: text == SECTIONS)


def test_between_two_templates_by_cut_and_paste(new_page: Callable[..., Page]) -> None:
    page = new_page()
    open_file(page, SECTIONS)
    go(page, "server")
    press(page, "Enter", "Control+x")
    page.click(".uses-panel [data-delete]")
    has_text(page, lambda text: "server" not in text)
    assert "outputs" not in text_of(page)
    other = page.context.new_page()
    open_file(other, EMPTY)
    other.focus(".frame")
    press(other, "Control+v")
    has_text(other, lambda text: "server" in text)
    made = yaml.safe_load(text_of(other))
    assert list(made["resources"]) == ["server"] and sorted(made["parameters"]) == ["flavor", "image", "zone"]
    assert list(made["conditions"]) == ["here"]
    press(page, "Control+z")  # one step: the cut
    has_text(page, lambda text: text == SECTIONS)
    press(other, "Control+z")
    has_text(other, lambda text: text == EMPTY)


def test_parameters_and_outputs_too(page: Page) -> None:
    open_file(page, SECTIONS)
    row(page, "id").click()
    press(page, "Control+c")
    expect(page.locator("#announcements")).to_have_text("Copied.")
    press(page, "Control+v")
    has_text(page, lambda text: "id_2" in text)
    expect(row(page, "id_2")).to_be_focused()


def test_in_a_text_they_stay_what_they_are(page: Page) -> None:
    open_file(page, SECTIONS)
    row(page, "net").click()
    page.click(".cm-content")
    press(page, "Control+Home", "Shift+End", "Control+c", "Control+End", "Control+v")
    has_text(page, lambda text: text == SECTIONS + SECTIONS.splitlines()[0])
    row(page, "server").focus()
    press(page, "F2", "Control+a", "Control+c", "End", "Control+v")
    expect(page.locator(".ask-name input")).to_have_value("serverserver")


def test_a_whole_template_is_merged_or_opened(page: Page) -> None:
    open_file(page, SECTIONS)
    pasted(page, SMALL)
    expect(page.locator(".point-menu")).to_contain_text("3 resources, 1 output")
    press(page, "Enter")
    has_text(page, lambda text: "net_2" in text)
    assert list(yaml.safe_load(text_of(page))["outputs"]) == ["id", "address"]
    here = page.url
    pasted(page, SMALL)
    expect(page.locator(".point-menu")).to_be_visible()
    press(page, "ArrowDown", "Enter")
    page.wait_for_url(lambda address: address != here and OPENED.search(address) is not None)
    ready(page)
    settled(page)
    assert text_of(page) == SMALL


def test_what_is_no_part_of_a_template_is_refused(page: Page) -> None:
    open_file(page, SECTIONS)
    pasted(page, "only some words")
    expect(page.locator("#notices")).to_contain_text("no part of a template")
    outlined(page)
    assert text_of(page) == SECTIONS


def test_text_that_was_marked_is_what_is_copied(page: Page) -> None:
    open_file(page, SECTIONS)
    row(page, "net").click()
    expect(page.locator("#form-title")).to_have_value("net")
    settled(page)
    expect(page.locator("#announcements")).not_to_have_text("Copied.")
    page.evaluate("getSelection().selectAllChildren(document.querySelector('#inspector header'))")
    press(page, "Control+c")
    page.wait_for_timeout(200)
    expect(page.locator("#announcements")).not_to_have_text("Copied.")
