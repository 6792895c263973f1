"""The list of one's templates on the start page: with a mouse, with the keyboard, without script."""

from __future__ import annotations

import io
import json
import zipfile
from collections.abc import Callable
from pathlib import Path

from playwright.sync_api import Page, expect

from tests.browser.axe import violations
from tests.browser.desk import SMALL, node, open_file


def names(page: Page) -> list[str]:
    return page.locator(".templates li strong").all_inner_texts()


def test_found_renamed_duplicated_deleted_and_brought_back(page: Page) -> None:
    open_file(page, name="web.yaml")
    open_file(page, SMALL.replace("net:", "dns:"), name="dns.yaml")
    page.goto("/")
    assert names(page) == ["dns.yaml", "web.yaml"]
    assert violations(page) == []
    page.fill(".templates-search input", "WEB")
    expect(page.locator(".templates li")).to_have_count(1)
    expect(page.locator(".templates-search input")).to_be_focused()
    page.fill(".templates-search input", "")
    expect(page.locator(".templates li")).to_have_count(2)

    page.locator(".templates li").nth(1).get_by_text("Rename").first.click()
    expect(page.get_by_label("New name of web.yaml")).to_be_focused()
    page.keyboard.type("front.yaml")
    page.keyboard.press("Enter")
    expect(page.locator(".templates li strong").first).to_have_text("front.yaml")

    page.get_by_label("Duplicate dns.yaml").click()
    expect(page.locator(".templates li")).to_have_count(3)
    assert names(page)[0] == "dns copy.yaml"
    page.get_by_label("Delete dns copy.yaml").focus()
    page.keyboard.press("Enter")
    expect(page.locator(".templates-deleted")).to_contain_text("dns copy.yaml is deleted")
    expect(page.get_by_text("Bring it back")).to_be_focused()
    assert violations(page) == []
    page.keyboard.press("Enter")
    expect(page.locator(".templates li")).to_have_count(3)

    page.locator(".templates li", has_text="front.yaml").locator("a").click()
    expect(page.locator(".document-name")).to_have_text("front.yaml")


def test_all_go_out_and_come_in(new_page: Callable[..., Page], tmp_path: Path) -> None:
    page = new_page()
    open_file(page, name="web.yaml")
    page.goto("/")
    with page.expect_download() as download:
        page.get_by_text("Export all").click()
    file = tmp_path / "all.zip"
    download.value.save_as(file)
    with zipfile.ZipFile(io.BytesIO(file.read_bytes())) as archive:
        assert archive.read("web.yaml").decode() == SMALL
    other = new_page()
    other.goto("/")
    other.set_input_files(".templates-import input[type=file]", file)
    expect(other.locator(".templates li strong")).to_have_text("web.yaml")


def test_a_new_template(page: Page) -> None:
    page.goto("/")
    page.get_by_text("New template").click()
    page.wait_for_url("**/t/*")
    expect(page.locator(".document-name")).to_have_text("template.yaml")


def test_the_list_without_script(new_page: Callable[..., Page]) -> None:
    page = new_page(java_script_enabled=False)
    page.goto("/")
    page.get_by_text("New template").click()
    page.goto("/")
    page.get_by_label("Delete template.yaml").click()
    expect(page.locator(".templates-deleted")).to_be_visible()
    page.get_by_text("Bring it back").click()
    expect(page.locator(".templates li")).to_have_count(1)


def test_positions_go_out_and_come_in(page: Page, tmp_path: Path) -> None:
    open_file(page)
    page.evaluate("document.querySelector('hot-document').place({net: [40, 700]})")
    expect(page.locator("button[data-undo]")).to_be_enabled()
    page.click("text=Take away")
    with page.expect_download() as download:
        page.get_by_text("Positions of the cards").click()
    file = tmp_path / "positions.json"
    download.value.save_as(file)
    assert json.loads(file.read_text())["positions"] == {"net": [40, 700]}
    open_file(page)
    before = node(page, "net").get_attribute("transform")
    page.click("text=Take away")
    page.set_input_files(".take-positions input[type=file]", file)
    expect(node(page, "net")).not_to_have_attribute("transform", str(before))
    expect(page.locator("button[data-undo]")).to_be_enabled()
