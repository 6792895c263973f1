"""Ten seconds to a graph: by file, by dropping, by pasting, from the gallery. And what cannot be opened."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from tests.browser.desk import SMALL, choose_file, click_node, drop, node, ready, text_of, until


def test_by_choosing_a_file(page: Page) -> None:
    choose_file(page)
    expect(page.locator(".graph-place .node")).to_have_count(3)
    expect(page.locator("#summary")).to_contain_text("No problems")
    expect(page.locator(".document-name")).to_have_text("small.yaml")
    assert text_of(page) == SMALL


def test_by_dropping_it_on_the_window(page: Page) -> None:
    page.goto("/")
    drop(page, [("dropped.yaml", SMALL)])
    page.wait_for_url("**/t/*")
    ready(page)
    expect(page.locator(".document-name")).to_have_text("dropped.yaml")
    drop(page, [("second.yaml", SMALL.replace("port:", "gate:"))])
    expect(page.locator(".document-name")).to_have_text("second.yaml")
    expect(node(page, "gate")).to_be_visible()


def test_by_pasting_into_the_field(page: Page) -> None:
    page.goto("/")
    page.fill("#text", SMALL)
    page.click("#open-text button")
    page.wait_for_url("**/t/*")
    ready(page)
    assert text_of(page) == SMALL


def test_by_pasting_anywhere_on_the_start_page(page: Page) -> None:
    page.goto("/")
    page.evaluate("""text => {
        const data = new DataTransfer();
        data.setData("text/plain", text);
        document.body.dispatchEvent(new ClipboardEvent("paste", {bubbles: true, clipboardData: data}));
    }""", SMALL)
    page.wait_for_url("**/t/*")
    ready(page)
    assert text_of(page) == SMALL


def test_from_the_gallery(page: Page) -> None:
    page.goto("/")
    pictures = page.locator(".gallery img")
    assert pictures.count() >= 8
    for number in range(pictures.count()):
        pictures.nth(number).scroll_into_view_if_needed()
    until(page, "[...document.querySelectorAll('.gallery img')].every(i => i.complete && i.naturalWidth > 0)")
    page.click(".gallery a >> text=Two tiers")
    page.wait_for_url("**/t/*")
    ready(page)
    assert page.locator(".graph-place .node").count() > 15
    page.click("a[aria-label^='Hot Designer']")
    expect(page.locator(".templates")).to_contain_text("two-tiers.yaml")


def test_without_script(new_page: Callable[..., Page]) -> None:
    page = new_page(java_script_enabled=False)
    page.goto("/")
    page.set_input_files("#file", {"name": "plain.yaml", "mimeType": "text/plain", "buffer": SMALL.encode()})
    page.click("#open-file button")
    page.wait_for_url("**/t/*")
    expect(page.locator(".graph-place .node")).to_have_count(3)
    page.click("hot-outline [data-name=subnet]")
    expect(page.locator("#inspector h2")).to_have_text("subnet")
    page.fill("textarea[name=text]", SMALL.replace("10.0.0.0/24", "10.0.0.0/99"))
    page.click("hot-editor button")
    expect(page.locator("#problems")).to_contain_text("10.0.0.0/99")


BAD = {
    "a binary file": (bytes(range(256)) * 40, True),
    "a NUL byte": (b"heat_template_version: 2021-04-16\nresources: {a\0b: {}}\n", True),
    "not YAML": (b"{[}]: \t- nonsense: [", True),
    "no resources": (b"heat_template_version: 2021-04-16\nparameters: {a: {type: string}}\n", True),
    "ten thousand deep": (b"[" * 10_000 + b"]" * 10_000, True),
    "a hundred megabytes": (100_000_000, False),
}


@pytest.mark.parametrize("what", [name for name, (_, opens) in BAD.items() if opens])
def test_what_cannot_be_read_opens_and_says_why(page: Page, what: str) -> None:
    data, _ = BAD[what]
    assert isinstance(data, bytes)
    choose_file(page, data, "<script>alert(1)<script>.yaml")
    expect(page.locator(".document-name")).to_have_text("<script>alert(1)<script>.yaml")
    expect(page.locator(".problem").first).to_be_visible()
    page.locator(".problem-go").first.click()
    expect(page.locator(".cm-content")).to_be_focused()


def test_what_is_refused_leaves_what_was_open(new_page: Callable[..., Page]) -> None:
    page = new_page(expected=("status of 4",))
    choose_file(page)
    click_node(page, "subnet")
    address = page.url
    drop(page, [("one.yaml", SMALL), ("two.yaml", SMALL)])
    expect(page.locator("#notices")).to_contain_text("2 files were given. Open one template at a time.")
    page.evaluate("""() => {
        const transfer = new DataTransfer();
        transfer.items.add(new File([new Uint8Array(100_000_000)], "huge.yaml"));
        document.querySelector("hot-drop").dispatchEvent(
            new DragEvent("drop", {bubbles: true, cancelable: true, dataTransfer: transfer}));
    }""")
    expect(page.locator("#notices")).to_contain_text("huge.yaml is larger than 4 MB")
    assert page.url == address and text_of(page) == SMALL
    expect(page.locator("#inspector h2")).to_have_text("subnet")
    expect(node(page, "port")).to_be_visible()


def test_an_unknown_address_leads_back(new_page: Callable[..., Page]) -> None:
    page = new_page(expected=("status of 404",))
    page.goto("/no/such/page")
    expect(page.locator("main")).to_contain_text("There is nothing at this address.")
    page.click("text=Open a template")
    expect(page.locator("h1")).to_have_text("Open a Heat template")
