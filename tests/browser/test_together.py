"""One template in several tabs, one history for all that is done, and nothing lost."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from playwright.sync_api import Page, expect

from tests.browser.desk import SMALL, open_file, ready, settled, text_of, type_at_end, until

# Chromium itself styles what is typed over a selection, tells that the policy forbids it, and goes on.
AWAY = ("ERR_INTERNET_DISCONNECTED", "Applying inline style")


def again(new_page: Callable[..., Page], page: Page) -> Page:
    """The same template in another tab."""
    other = new_page()
    other.goto(page.url)
    ready(other)
    return other


def put_cursor(page: Page, words: str) -> None:
    """Put the cursor behind some words of the text, as a click does."""
    page.locator(".cm-line", has_text=words).first.click()
    page.keyboard.press("End")


def do(page: Page, *operations: dict[str, object]) -> Any:
    done = page.evaluate("operations => document.querySelector('hot-document').perform(operations)", list(operations))
    settled(page)
    return done


def test_one_history_for_text_and_canvas_that_survives_a_reload(page: Page) -> None:
    open_file(page)
    put_cursor(page, "cidr:")
    page.keyboard.type(" # wide")
    settled(page)
    do(page, {"op": "rename", "section": "resources", "name": "net", "to": "wire"})
    expect(page.locator("button[data-undo]")).to_have_attribute("aria-label", "Undo: Rename net to wire")
    page.reload()
    ready(page)
    page.locator("hot-canvas .frame").focus()
    page.keyboard.press("Control+z")
    until(page, "!document.querySelector('hot-editor').text.includes('wire')")
    settled(page)
    page.keyboard.press("Control+z")
    until(page, "!document.querySelector('hot-editor').text.includes('wide')")
    settled(page)
    assert text_of(page) == SMALL
    page.keyboard.press("Control+Shift+z")
    page.keyboard.press("Control+Shift+z")
    until(page, "document.querySelector('hot-editor').text.includes('wire')")


def test_tabs_follow_each_other(page: Page, new_page: Callable[..., Page]) -> None:
    open_file(page)
    other = again(new_page, page)
    type_at_end(page, "# one\n")
    until(other, "document.querySelector('hot-editor').text.endsWith('# one\\n')")
    do(other, {"op": "add_resource", "name": "box", "type": "OS::Neutron::Router"})
    until(page, "document.querySelector('hot-editor').text.includes('box:')")
    expect(page.locator('.graph-place .node[data-node="box"]')).to_be_visible()
    settled(page)
    settled(other)
    assert text_of(page) == text_of(other)


def test_both_type_at_once_in_different_places(page: Page, new_page: Callable[..., Page]) -> None:
    open_file(page)
    other = again(new_page, page)
    put_cursor(page, "description:")
    put_cursor(other, "ip_address")
    for sign in "abcdefgh":
        page.keyboard.type(sign)
        other.keyboard.type(sign.upper())
    until(page, "['abcdefgh', 'ABCDEFGH'].every(word => document.querySelector('hot-editor').text.includes(word))")
    until(other, "['abcdefgh', 'ABCDEFGH'].every(word => document.querySelector('hot-editor').text.includes(word))")
    settled(page)
    settled(other)
    assert text_of(page) == text_of(other)


def test_what_both_changed_is_shown_and_not_lost(new_page: Callable[..., Page]) -> None:
    page = new_page(expected=AWAY)
    open_file(page)
    other = again(new_page, page)
    page.context.set_offline(True)
    put_cursor(page, "description:")
    page.keyboard.press("Shift+Home")
    page.keyboard.type("description: mine")
    expect(page.locator("hot-state")).to_contain_text("not reached")
    do(other, {"op": "set", "path": ["description"], "value": "theirs"})
    page.context.set_offline(False)
    expect(page.locator(".conflict")).to_contain_text("description: mine", timeout=20_000)
    expect(page.locator(".conflict")).to_contain_text("description: theirs")
    assert "description: theirs" in text_of(page)
    page.click("text=Put yours in its place")
    until(other, "document.querySelector('hot-editor').text.includes('description: mine')")
    expect(page.locator(".conflict")).to_have_count(0)


def test_what_could_not_be_sent_comes_back_with_the_page(new_page: Callable[..., Page]) -> None:
    page = new_page(expected=AWAY)
    open_file(page)
    other = again(new_page, page)
    page.route("**/steps", lambda route: route.abort("internetdisconnected"))
    put_cursor(page, "description:")
    page.keyboard.type(" mine")
    expect(page.locator("hot-state")).to_contain_text("not reached")
    do(other, {"op": "add_resource", "name": "box", "type": "OS::Neutron::Router"})
    until(page, "document.querySelector('hot-editor').text.includes('box:')")
    assert "A small network. mine" in text_of(page)  # what others do takes nothing away that is on its way
    page.context.set_offline(True)
    type_at_end(page, "# kept\n")
    expect(page.locator("hot-state")).to_contain_text("not reached")
    page.evaluate("document.dispatchEvent(new Event('visibilitychange'))")
    address = page.url
    page.unroute("**/steps")
    page.context.set_offline(False)
    page.goto("about:blank")
    page.goto(address)
    ready(page)
    until(page, "document.querySelector('hot-editor').text.endsWith('# kept\\n')")
    assert "A small network. mine" in text_of(page) and "box:" in text_of(page)


def test_the_history_leads_anywhere(page: Page) -> None:
    open_file(page)
    for name in ("one", "two", "three"):
        do(page, {"op": "add_resource", "name": name, "type": "OS::Neutron::Router"})
    page.click("[aria-label=History]")
    expect(page.locator("#steps [data-step]")).to_have_count(4)
    page.locator("#steps [data-step]", has_text="one").click()
    until(page, "!document.querySelector('hot-editor').text.includes('two:')")
    assert "one:" in text_of(page)
