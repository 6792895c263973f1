"""Forms by keyboard alone, without violations that axe knows, and at once."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from designer import catalog
from tests.browser.axe import violations
from tests.browser.desk import open_file, ready, settled
from tests.browser.test_forms import MORE, TEMPLATE, control, field_at, inspect, key, wait_line

FAULTY = TEMPLATE.replace("10.0.0.0/24", "10.0.0.0/99").replace("flavor: m1.tiny", "flavor:")


def test_by_keyboard_alone(page: Page) -> None:
    open_file(page, TEMPLATE)
    page.keyboard.press("Alt+1")
    page.keyboard.type("s")
    page.keyboard.press("Enter")
    settled(page)
    page.keyboard.press("Alt+4")
    for _ in range(40):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.closest('[data-name=flavor]') !== null"):
            break
    expect(control(page, "server", "flavor")).to_be_focused()
    page.keyboard.press("Control+a")
    page.keyboard.type("0123")
    page.keyboard.press("Tab")
    wait_line(page, 'flavor: "0123"')
    settled(page)
    # the menu of the field, a parameter from it, and back
    page.keyboard.press("Enter")
    page.locator(".offers").wait_for()
    for _ in range(30):
        page.keyboard.press("ArrowDown")
        if page.evaluate("document.activeElement.textContent.trim().startsWith('flavor')"):
            break
    page.keyboard.press("Enter")
    wait_line(page, "flavor: {get_param: flavor}")
    settled(page)
    expect(page.locator(f"{key('server', 'flavor')} [data-menu]")).to_be_focused()
    page.keyboard.press("Enter")
    page.locator(".offers").wait_for()
    page.keyboard.press("Escape")
    expect(page.locator(".offers")).to_have_count(0)
    expect(page.locator(f"{key('server', 'flavor')} [data-menu]")).to_be_focused()
    # an item of a list from place to place
    page.locator(f"{key('server', 'tags', 0)} input").focus()
    page.keyboard.press("Alt+ArrowDown")
    wait_line(page, "tags: [two, one, three]")
    settled(page)
    expect(page.locator(f"{key('server', 'tags', 1)} input")).to_be_focused()
    page.keyboard.press("Control+z")
    wait_line(page, "tags: [one, two, three]")
    settled(page)
    # another name, which everything follows
    page.locator("#form-title").focus()
    page.keyboard.press("Control+a")
    page.keyboard.type("web")
    page.keyboard.press("Enter")
    wait_line(page, "value: {get_attr: [web, first_address]}")
    settled(page)
    expect(page.locator("#form-title")).to_be_focused()


def test_forms_and_menus(page: Page) -> None:
    open_file(page, FAULTY)
    inspect(page, "server")
    page.locator(MORE).click()
    assert violations(page, dark=True) == []
    page.locator(f"{key('server', 'image')} > .row [data-menu]").click()
    page.locator(".offers").wait_for()
    page.locator(".offers [data-unfold]").first.click()
    assert violations(page, dark=True) == []
    page.keyboard.press("Escape")
    page.locator("#inspector [data-act=type]").click()
    page.locator(".picker").wait_for()
    assert violations(page, dark=True) == []
    page.keyboard.press("Escape")
    inspect(page, "pool")
    page.locator(key("pool", "cidr")).scroll_into_view_if_needed()
    assert violations(page, dark=True) == []
    for node in ("/parameters/count", "/outputs/address", None):
        inspect(page, node)
        assert violations(page, dark=True) == []


def test_calls_and_the_list_of_fields(page: Page) -> None:
    page.goto("/examples/two-tiers")
    ready(page)
    for name in ("web_servers", "member_0", "/outputs/url"):
        inspect(page, name)
        page.wait_for_selector("#inspector .field.nest code")
        assert violations(page, dark=True) == []
    page.keyboard.press("Alt+.")
    page.keyboard.type("deli")
    expect(page.locator(".picker [role=option]")).to_have_text(["value delimiter"])
    assert violations(page, dark=True) == []
    page.keyboard.press("Enter")
    expect(page.locator(f"{field_at('outputs', 'url', 'value', 'list_join', 0)} > .row input")).to_be_focused()


def test_on_a_phone(new_page: Callable[..., Page]) -> None:
    page = new_page(viewport={"width": 390, "height": 844}, has_touch=True, is_mobile=True)
    open_file(page, TEMPLATE)
    inspect(page, "server")
    page.click(".views [data-view-button=inspector]")
    assert violations(page) == []
    page.locator(f"{key('server', 'image')} > .row [data-menu]").tap()
    page.locator(".offers").wait_for()
    assert violations(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= 390


@pytest.fixture
def many(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    """A type of sixty properties of every kind."""
    kinds = ({"type": "String"}, {"type": "Integer", "constraints": [{"range": {"min": 0}}]}, {"type": "Boolean"},
             {"type": "Map"}, {"type": "List", "item": {"type": "String"}},
             {"type": "Map", "schema": {name: {"type": "String"} for name in "abcdef"}})
    properties = {f"p{at:02}": kinds[at % 6] for at in range(60)}
    (tmp_path / "types").mkdir()
    facts = {"name": "OS::Own::Many", "properties": properties}
    (tmp_path / "types" / "OS__Own__Many.json").write_text(json.dumps(facts))
    (tmp_path / "index.json").write_text(json.dumps({"types": {"OS::Own::Many": {}}}))
    monkeypatch.setenv("HOT_DESIGNER_CATALOG", str(tmp_path))
    catalog.forget()
    yield "OS::Own::Many"
    monkeypatch.undo()
    catalog.forget()


def test_sixty_properties_are_there_at_once(page: Page, many: str) -> None:
    open_file(page, "heat_template_version: 2021-04-16\nresources:\n  many:\n"
                    f"    type: {many}\n    properties: {{p00: a}}\n")
    inspect(page, "many")
    expect(page.locator("#inspector [aria-label=Properties] > .more > .fields > .field")).to_have_count(59)
    took = []
    for _ in range(9):
        inspect(page, None)
        took.append(page.evaluate("""async () => {
            const owner = document.querySelector("hot-document"), place = document.querySelector("#inspector");
            const began = performance.now();
            const shown = new Promise(resolve => place.addEventListener("hot:renewed", resolve, {once: true}));
            owner.select({node: "many"});
            await shown;
            await new Promise(requestAnimationFrame);
            place.getBoundingClientRect();
            return performance.now() - began;
        }"""))
        settled(page)
    took.sort()
    print("a form of 60 properties, ms:", [round(one) for one in took])
    assert took[0] < 400  # by itself some 40; other work may be going on


def test_a_form_without_script_shows_what_is_there(new_page: Callable[..., Page]) -> None:
    page = new_page(java_script_enabled=False)
    page.goto("/examples/two-tiers")
    page.goto(f"{page.url}?select=database")
    expect(page.locator("#inspector [data-menu]").first).to_be_hidden()
    expect(page.locator("#inspector [data-name=flavor] .pill")).to_have_text("parameter database_flavor")
