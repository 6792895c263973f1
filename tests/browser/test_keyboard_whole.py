"""A template built from nothing with the keyboard alone, and taken back to nothing; every command in one list."""

from __future__ import annotations

from typing import Any

import yaml
from playwright.sync_api import Page, expect

from tests.browser.desk import open_file, settled, text_of, until
from tests.browser.test_outline import SECTIONS, at, has_text, outlined, press, row

EMPTY = "heat_template_version: 2021-04-16\n"


def palette(page: Page, words: str) -> None:
    """Do the first thing that the command palette finds."""
    press(page, "Control+k")
    expect(page.locator("#palette")).to_be_visible()
    until(page, "document.querySelectorAll('#commands [role=option]').length > 0")
    page.keyboard.type(words)
    page.wait_for_timeout(100)
    press(page, "Enter")


def add_type(page: Page, label: str, name: str) -> None:
    press(page, "Control+k")
    page.keyboard.type(f"add {label}")
    expect(page.locator("#commands [aria-selected=true]")).to_contain_text(f"Add {label}")
    press(page, "Enter")
    has_text(page, lambda text: f"\n  {name}:\n" in text)


def connect(page: Page, name: str, to: str) -> None:
    """Draw from one to another as the keys do, and take what is offered first."""
    palette(page, name)
    press(page, "Alt+3")
    expect(page.locator(".frame")).to_be_focused()
    before = text_of(page)
    press(page, "e")
    expect(page.locator(".picker input")).to_be_focused()
    page.keyboard.type(to)
    press(page, "Enter")
    expect(page.locator(".point-menu [data-run]").first).to_be_focused()
    press(page, "Enter")
    has_text(page, lambda text: text != before)


def tab_to(page: Page, selector: str) -> None:
    """From the inspector on to something in it."""
    press(page, "Alt+4")
    for _ in range(80):
        if page.evaluate("selector => document.activeElement.matches(selector)", selector):
            return
        press(page, "Tab")
    raise AssertionError(f"Tab never reached {selector}")


def field(name: str, rest: str) -> str:
    return f'#inspector [data-key$="\\"{name}\\"]"] {rest}'


def test_from_nothing_to_a_server_and_back(page: Page) -> None:
    open_file(page, EMPTY)
    press(page, "Alt+1")
    assert at(page) == "Parameters"

    press(page, "+")  # a parameter
    expect(page.locator(".ask-name input")).to_be_focused()
    page.keyboard.type("size")
    press(page, "Enter")
    expect(page.locator(".picker input")).to_be_focused()
    press(page, "Enter")
    has_text(page, lambda text: "size:\n    type: string" in text)
    expect(row(page, "size")).to_be_focused()

    add_type(page, "Neutron Net", "net")
    add_type(page, "Neutron Subnet", "subnet")
    connect(page, "subnet", "net")
    tab_to(page, "#inspector [aria-label=Properties] > .more > summary")
    press(page, "Enter")
    tab_to(page, field("cidr", ":is(input, textarea)"))
    page.keyboard.type("10.0.0.0/24")
    press(page, "Enter")
    has_text(page, lambda text: "cidr: 10.0.0.0/24" in text)
    add_type(page, "Neutron Port", "port")
    if "network: {get_resource: net}" not in text_of(page).split("port:")[1]:
        connect(page, "port", "net")
    add_type(page, "Nova Server", "server")
    connect(page, "server", "port")
    tab_to(page, field("flavor", "[data-menu]"))
    press(page, "Enter")
    for _ in range(20):
        if page.evaluate("document.activeElement.querySelector('.title')?.textContent.trim()") == "size":
            break
        press(page, "ArrowDown")
    press(page, "Enter")
    has_text(page, lambda text: "get_param: size" in text)

    press(page, "Alt+1")
    press(page, "End", "+")  # an output
    expect(page.locator(".ask-name input")).to_be_focused()
    page.keyboard.type("address")
    press(page, "Enter")
    expect(page.locator(".picker input")).to_be_focused()
    page.keyboard.type("addresses of server")
    press(page, "Enter")
    has_text(page, lambda text: "addresses" in text)
    made = yaml.safe_load(text_of(page))
    assert made == {
        "heat_template_version": made["heat_template_version"],
        "parameters": {"size": {"type": "string"}},
        "resources": {
            "net": {"type": "OS::Neutron::Net"},
            "subnet": {"type": "OS::Neutron::Subnet", "properties": {
                "network": {"get_resource": "net"}, "cidr": "10.0.0.0/24"}},
            "port": {"type": "OS::Neutron::Port", "properties": {"network": {"get_resource": "net"}}},
            "server": {"type": "OS::Nova::Server", "properties": {
                "flavor": {"get_param": "size"}, "networks": [{"port": {"get_resource": "port"}}]}},
        },
        "outputs": {"address": {"value": {"get_attr": ["server", "addresses"]}}},
    }

    row(page, "server").focus()
    press(page, "F2")
    page.keyboard.type("web")
    press(page, "Enter")
    has_text(page, lambda text: "server" not in text.replace("OS::Nova::Server", ""))
    expect(row(page, "web")).to_be_focused()
    press(page, "Control+d")
    has_text(page, lambda text: "web_2" in text)
    expect(row(page, "web_2")).to_be_focused()
    press(page, "Alt+ArrowUp")
    has_text(page, lambda text: text.index("web_2:") < text.index("  web:"))
    press(page, "Delete")
    has_text(page, lambda text: "web_2" not in text)

    for _ in range(40):
        if text_of(page) == EMPTY:
            break
        press(page, "Control+z")
        page.wait_for_timeout(60)
        settled(page)
    assert text_of(page) == EMPTY
    press(page, "Control+Shift+Z")
    has_text(page, lambda text: "size" in text)


def test_the_palette_finds_what_can_be_done_added_and_opened(page: Page) -> None:
    open_file(page, SECTIONS)
    press(page, "Control+k")
    page.keyboard.type("add nova s")
    expect(page.locator("#commands [aria-selected=true] .title")).to_have_text("Add Nova Server")
    press(page, "Control+a")
    page.keyboard.type("zone")
    expect(page.locator("#commands [aria-selected=true] .kind")).to_have_text("Parameter")
    press(page, "Control+a")
    page.keyboard.type("zzzz")
    expect(page.locator("#palette .empty")).to_be_visible()
    press(page, "Escape")

    palette(page, "add a condition")
    expect(page.locator(".ask-name input")).to_have_value("condition")
    page.keyboard.type("here")
    press(page, "Enter")
    expect(page.locator(".ask-name .refusal")).to_have_text("There is a condition here already.")
    press(page, "Escape", "Control+k")
    expect(page.locator("#commands [aria-selected=true] .title")).to_have_text("Add a condition")
    press(page, "Escape")


def test_a_command_is_about_what_the_keyboard_was_at(page: Page) -> None:
    open_file(page, SECTIONS)
    row(page, "zone").focus()
    palette(page, "duplicate")
    has_text(page, lambda text: "zone_2" in text)
    row(page, "net").focus()
    palette(page, "move down in the template")
    has_text(page, lambda text: text.index("  net:") > text.index("  port:"))
    row(page, "net").focus()
    press(page, "Control+k")
    page.keyboard.type("change type")
    press(page, "Enter")
    expect(page.locator(".picker input")).to_be_focused()
    page.keyboard.type("neutron router")
    press(page, "Enter")
    has_text(page, lambda text: "type: OS::Neutron::Router" in text)


def test_every_key_is_on_the_map(page: Page) -> None:
    open_file(page, SECTIONS)
    press(page, "?")
    keys: Any = page.locator("#keys")
    for words in ("Rename", "Duplicate", "Copy", "Cut", "Paste", "Delete", "Move up in the template", "Undo", "Redo",
                  "Connect to", "Add a resource", "Add to this section"):
        expect(keys).to_contain_text(words)
    titles = [each.strip() for each in keys.locator("dd").all_inner_texts()]
    assert len(titles) == len(set(titles))


def test_adding_and_groups_from_the_outline(page: Page) -> None:
    open_file(page, EMPTY)
    press(page, "Alt+1", "ArrowDown", "+")
    expect(page.locator("#notices")).to_contain_text("add one there first")
    open_file(page, SECTIONS)
    row(page, "zone").focus()
    press(page, "Enter")
    row(page, "Parameter groups", 1).focus()
    press(page, "+")
    expect(page.locator(".ask-name input")).to_be_focused()
    page.keyboard.type("Place")
    press(page, "Enter")
    has_text(page, lambda text: "label: Place" in text)
    outlined(page)
    expect(row(page, "zone", 3)).to_have_count(1)
    row(page, "Resources", 1).focus()
    press(page, "Insert")
    expect(page.locator(".picker input")).to_be_focused()
    page.keyboard.type("neutron router")
    press(page, "Enter")
    has_text(page, lambda text: "OS::Neutron::Router" in text)
    expect(row(page, "router")).to_be_focused()
