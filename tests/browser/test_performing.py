"""What is meant on the page becomes text: the one door that every gesture goes through."""

from __future__ import annotations

from urllib.parse import urlsplit

from playwright.sync_api import Page, Route, expect

from tests.browser.desk import SMALL, node, open_file, settled, text_of


def perform(page: Page, *operations: dict[str, object]) -> object:
    """Do operations as a gesture does, and wait until the page shows them."""
    done = page.evaluate("operations => document.querySelector('hot-document').perform(operations)", list(operations))
    settled(page)
    return done


def test_an_operation_changes_its_lines_and_is_selected(page: Page) -> None:
    open_file(page)
    page.evaluate("document.querySelector('hot-canvas').view.move(0, 4000)")
    perform(page, {"op": "add_resource", "name": "box", "type": "OS::Neutron::Router"})
    assert text_of(page).startswith(SMALL[:SMALL.index("outputs:")])
    expect(node(page, "box")).to_be_in_viewport()
    expect(page.locator("#inspector h2")).to_have_text("box")
    perform(page, {"op": "rename", "section": "resources", "name": "net", "to": "wire"})
    assert text_of(page).count("wire") == 3
    expect(page.locator(".cm-flash").first).to_be_attached()
    page.keyboard.press("Control+z")
    settled(page)
    assert "wire" not in text_of(page)


def test_a_gesture_is_one_way_there_and_back(page: Page) -> None:
    open_file(page)
    asked: list[str] = []
    page.on("request", lambda request: asked.append(f"{request.method} {urlsplit(request.url).path.split('/')[-1]}"))
    perform(page, {"op": "add_resource", "name": "box", "type": "OS::Neutron::Router"})
    expect(node(page, "box")).to_be_visible()
    expect(page.locator("#inspector h2")).to_have_text("box")
    expect(page.locator("hot-outline [role=treeitem]").filter(has_text="box")).to_be_visible()
    assert [each for each in asked if "favicon" not in each] == ["POST steps"]


def test_what_did_not_come_along_is_asked_for(page: Page) -> None:
    open_file(page)

    def cut(route: Route) -> None:
        answer = route.fetch()
        route.fulfill(response=answer, body=answer.text().split("\n")[0])

    page.route("**/steps", cut)
    perform(page, {"op": "rename", "section": "resources", "name": "net", "to": "wire"})
    expect(node(page, "wire")).to_be_visible()
    expect(page.locator("#inspector h2")).to_have_text("wire")


def test_a_refusal_is_said_and_nothing_changes(page: Page) -> None:
    open_file(page)
    assert perform(page, {"op": "remove_resource", "name": "net"}) is None
    expect(page.locator("#notices")).to_contain_text("net")
    assert text_of(page) == SMALL
