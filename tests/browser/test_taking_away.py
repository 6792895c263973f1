"""Take away: to the byte where nothing was edited, in the file's own form where something was."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browser.desk import SMALL, drop, node, open_file, settled, text_of, type_at_end

FORMS = {
    "plain": SMALL.encode(),
    "CRLF": SMALL.replace("\n", "\r\n").encode(),
    "CR": SMALL.replace("\n", "\r").encode(),
    "mixed line breaks": SMALL.replace("\n", "\r\n", 3).encode(),
    "byte order mark": b"\xef\xbb\xbf" + SMALL.encode(),
    "UTF-16": SMALL.encode("utf-16"),
    "not UTF-8": SMALL.replace("small", "kl\xe4ner").encode("latin-1"),
    "no line break at the end": SMALL.rstrip().encode(),
    "blanks, tabs and odd characters": (SMALL + "# \t \u2028 \U0001f578 \x85 end   \n\n\n").encode(),
    "first line empty": b"\n\n" + SMALL.encode(),
    "binary": bytes(range(256)),
}


def take(page: Page, what: str) -> bytes:
    """Take something away by its line in the menu."""
    page.click("text=Take away")
    with page.expect_download() as download:
        page.click(f"#take-away a:has-text('{what}')")
    return Path(download.value.path()).read_bytes()


@pytest.mark.parametrize("form", FORMS.values(), ids=FORMS.keys())
def test_unedited_it_is_the_same_to_the_byte(page: Page, form: bytes) -> None:
    open_file(page, form)
    assert take(page, "HOT YAML") == form


@pytest.mark.parametrize("name", ["plain", "CRLF", "CR", "mixed line breaks", "byte order mark",
                                  "no line break at the end", "blanks, tabs and odd characters", "first line empty"])
def test_an_edit_changes_what_was_typed_alone_and_undo_gives_the_first_bytes(page: Page, name: str) -> None:
    form = FORMS[name]
    open_file(page, form)
    type_at_end(page, "#x")
    settled(page)
    assert take(page, "HOT YAML") == form + b"#x"
    page.click(".cm-content")
    page.keyboard.press("Control+z")
    settled(page)
    assert take(page, "HOT YAML") == form


@pytest.mark.parametrize("name", ["UTF-16", "not UTF-8"])
def test_an_edit_makes_a_file_in_another_encoding_the_one_that_heat_takes(page: Page, name: str) -> None:
    form = FORMS[name]
    open_file(page, form)
    shown = text_of(page)
    assert "heat_template_version" in shown
    expect(page.locator("#problems")).to_contain_text("not UTF-8")
    type_at_end(page, "#x")
    settled(page)
    expect(page.locator("#problems")).not_to_contain_text("not UTF-8")
    assert take(page, "HOT YAML") == (shown + "#x").encode()


def test_a_new_line_is_broken_as_the_others_are(page: Page) -> None:
    form = FORMS["CRLF"]
    open_file(page, form)
    type_at_end(page, "\n# two\n# lines")
    settled(page)
    assert take(page, "HOT YAML").count(b"\r\n") == form.count(b"\r\n") + 2
    assert b"\n" not in take(page, "HOT YAML").replace(b"\r\n", b"")


def test_the_pictures(page: Page) -> None:
    open_file(page)
    svg = take(page, "SVG").decode()
    assert svg.startswith("<?xml") and "subnet" in svg and "<style>" in svg
    assert take(page, "PNG").startswith(b"\x89PNG")
    assert take(page, "DOT").startswith(b"digraph")
    assert b"subnet" in take(page, "Mermaid")


def test_the_analysis_as_data(page: Page) -> None:
    open_file(page)
    link = page.locator("#take-away a:has-text('JSON')").get_attribute("href")
    facts = json.loads(page.request.get(link or "").text())
    assert facts["version"] == 1 and facts["summary"]["errors"] == 0
    assert [one["name"] for one in facts["files"][0]["nodes"]] == ["net", "subnet", "port"]


def test_what_is_taken_is_what_the_page_shows(page: Page) -> None:
    open_file(page)
    type_at_end(page, "\n# later")
    settled(page)
    assert take(page, "HOT YAML").endswith(b"# later")
    type_at_end(page, "!")
    expect(page.locator("hot-state")).to_have_attribute("data-state", "read")
    settled(page)
    assert take(page, "HOT YAML").endswith(b"# later!")


def test_nothing_typed_is_lost_on_reload(page: Page) -> None:
    open_file(page)
    type_at_end(page, "\n# kept")
    page.reload()
    settled_again(page)
    assert text_of(page).endswith("# kept")
    expect(page.locator("#problems")).to_be_visible()


def test_a_text_that_the_server_forgot_comes_back_from_the_browser(new_page: Callable[..., Page],
                                                                   server: object) -> None:
    page = new_page(expected=("status of 404",))
    open_file(page)
    type_at_end(page, "\n# remembered here")
    settled(page)
    documents = server.app.extensions["documents"]  # type: ignore[attr-defined]
    forget_all(documents)
    expect(node(page, "subnet")).to_be_visible()
    node(page, "subnet").locator(".card").first.click()
    expect(page.locator("#inspector h2")).to_have_text("subnet")
    forget_all(documents)
    page.goto(page.url.split("#")[0])
    settled_again(page)
    assert text_of(page).endswith("# remembered here")
    forget_all(documents)
    page.goto("/")
    page.click(".templates-open >> nth=0")
    page.wait_for_url("**/t/*")
    settled_again(page)
    assert text_of(page).endswith("# remembered here")


def test_dropping_another_file_keeps_the_first_in_the_list(page: Page) -> None:
    open_file(page)
    drop(page, [("other.yaml", SMALL.replace("net:", "web:"))])
    expect(page.locator(".document-name")).to_have_text("other.yaml")
    settled_again(page)
    page.goto("/")
    expect(page.locator(".templates li")).to_have_count(2)


def settled_again(page: Page) -> None:
    page.wait_for_selector(".cm-content", state="attached")
    settled(page)


def forget_all(documents: object) -> None:
    """What a restart of the server does."""
    for kept in (documents._sources, documents._opened):  # type: ignore[attr-defined]
        for key in list(kept._things):
            kept.forget(key)
