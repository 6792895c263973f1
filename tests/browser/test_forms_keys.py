"""Maps of any keys in the inspector: names typed over, order by keys, drag and menu, names that a text has."""

from __future__ import annotations

import json
from typing import Any

from playwright.sync_api import Locator, Page, expect

from tests.browser.desk import open_file, settled, text_of, until
from tests.browser.test_forms import inspect, key

TEMPLATE = """heat_template_version: 2021-04-16
resources:
  server:
    type: OS::Nova::Server
    properties:
      flavor: x
      metadata:
        # the role
        role: web  # front
        tier: one
        last: {é: 1}
      user_data:
        str_replace:
          template: |
            $host $db
          params: {$host: a}
"""
META = ("server", "metadata")
CALL = ("server", "user_data", "str_replace")


def name_of(page: Page, *path: str) -> Locator:
    return page.locator(f"{key(*path)} > .row > input.key")


def has(page: Page, words: str) -> None:
    until(page, f"document.querySelector('hot-editor').text.includes({json.dumps(words)})")
    settled(page)


def start(page: Page) -> None:
    open_file(page, TEMPLATE)
    inspect(page, "server")


def test_a_name_is_typed_over_and_what_is_typed_next_is_kept(page: Page) -> None:
    start(page)
    name_of(page, *META, "role").fill("job")
    page.keyboard.press("Tab")
    page.keyboard.type("back")  # the new name is on its way
    page.keyboard.press("Enter")
    has(page, "        # the role\n        job: back  # front\n")
    expect(page.locator(f"{key(*META, 'job')} > .row > .box input")).to_be_focused()
    page.fill("#inspector input.key[value='é']", "ü")
    page.keyboard.press("Enter")
    has(page, "last: {ü: 1}")
    expect(page.locator("#inspector input.key[value='ü']")).to_be_focused()


def test_a_name_that_is_taken_is_refused_and_stays_to_be_mended(page: Page) -> None:
    start(page)
    field = name_of(page, *META, "role")
    field.fill("tier")
    page.keyboard.press("Enter")
    expect(page.locator("#inspector .refusal")).to_contain_text("already")
    assert text_of(page) == TEMPLATE
    page.keyboard.press("Escape")
    expect(field).to_have_value("role")


def test_order_by_keys_drag_and_menu(page: Page) -> None:
    start(page)
    name_of(page, *META, "role").focus()
    page.keyboard.press("Alt+ArrowDown")
    has(page, "        tier: one\n        # the role\n        role: web  # front\n")
    expect(page.locator(f"{key(*META, 'role')} > .row > .box input")).to_be_focused()
    drag(page, key(*META, "last"), key(*META, "tier"))
    has(page, "metadata:\n        last: {é: 1}\n        tier: one\n")
    page.click(f"{key(*META, 'last')} > .row > [data-menu]")
    page.click("[popover] button:has-text('Move down')")
    has(page, "metadata:\n        tier: one\n        last: {é: 1}\n")


def drag(page: Page, source: str, target: str) -> None:
    """Drag a field by its handle above another one."""
    start: Any = page.locator(f"{source} > .row > [data-handle]").bounding_box()
    end: Any = page.locator(target).bounding_box()
    page.mouse.move(start["x"] + 5, start["y"] + 8)
    page.mouse.down()
    page.mouse.move(start["x"] + 5, start["y"] - 4)
    page.mouse.move(end["x"] + 5, end["y"] + 2, steps=4)
    page.mouse.up()


def test_a_new_entry_takes_no_other_s_place(page: Page) -> None:
    start(page)
    entry = page.locator(f"{key(*META)} > .inside > .entry.draft")
    entry.locator("[data-entry-name]").fill("tier")
    entry.locator("[data-entry-value]").fill("two")
    page.keyboard.press("Enter")
    expect(page.locator("#inspector .refusal")).to_contain_text("already")
    assert text_of(page) == TEMPLATE


def test_names_that_the_text_has_become_rows_and_the_text_follows_a_name(page: Page) -> None:
    start(page)
    page.click("#inspector .adders button:has-text('$db')")
    has(page, "params: {$host: a, $db: ''}" if "''" in text_of(page) else 'params: {$host: a, $db: ""}')
    expect(page.locator(f"{key(*CALL, 'params', '$db')} > .row > .box input")).to_be_focused()
    expect(page.locator("#inspector .adders button:has-text('$db')")).to_have_count(0)
    name_of(page, *CALL, "params", "$host").fill("$name")
    page.keyboard.press("Enter")
    has(page, "            $name $db\n")
    has(page, "{$name: a,")
