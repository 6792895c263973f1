"""The outline: a tree that keyboard and screen reader work with, from which everything in a template is changed."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

from playwright.sync_api import Page, expect

from tests.browser.axe import violations
from tests.browser.desk import SMALL, node, open_file, settled, text_of, until, wait

SECTIONS = """heat_template_version: 2021-04-16
parameter_groups:
  - label: Sizes
    parameters:
      - flavor
      - image
parameters:
  flavor:
    type: string
    default: m1.small
  image:
    type: string
    default: debian
  zone:
    type: string
    default: nova
conditions:
  here: {equals: [{get_param: zone}, nova]}
resources:
  # the network of all
  net:
    type: OS::Neutron::Net
  port:
    type: OS::Neutron::Port
    properties:
      network: {get_resource: net}
  server:
    type: OS::Nova::Server
    condition: here
    properties:
      flavor: {get_param: flavor}
      image: {get_param: image}
      networks:
        - port: {get_resource: port}
outputs:
  id:
    value: {get_resource: server}
"""


def row(page: Page, name: str, level: int = 2) -> Any:
    return page.locator(f"hot-outline [aria-level='{level}'][data-name='{name}']")


def at(page: Page) -> str:
    """The name of the row that has the keyboard."""
    return str(page.evaluate("document.activeElement.dataset.name ?? document.activeElement.outerHTML.slice(0, 120)"))


def press(page: Page, *keys: str) -> None:
    for key in keys:
        page.keyboard.press(key)


def go(page: Page, name: str) -> None:
    """Take the keyboard to a row."""
    row(page, name).focus()


def outlined(page: Page) -> None:
    """Wait until problems, graph and outline belong to the text."""
    settled(page)
    until(page, "document.querySelector('hot-outline').data.id === document.querySelector('hot-document').dataset.id")


def has_text(page: Page, test: Callable[[str], bool]) -> None:
    """Wait until the text is as it should be, and everything belongs to it."""
    wait(page, lambda: test(text_of(page)), lambda: text_of(page))
    outlined(page)


def shown(page: Page) -> list[str]:
    """The names of the rows in sight, from the top."""
    rows = "[...document.querySelectorAll('hot-outline [role=treeitem]')]"
    return list(page.evaluate(f"{rows}.map(one => one.dataset.name)"))


def test_it_lists_sections_groups_and_members(page: Page) -> None:
    open_file(page, SECTIONS)
    assert shown(page) == ["Parameters", "flavor", "image", "zone", "Parameter groups", "Sizes", "flavor", "image",
                           "Conditions", "here", "Resources", "net", "port", "server", "Outputs", "id"]
    expect(row(page, "flavor", 3)).to_have_attribute("aria-label", "flavor, parameter")
    expect(row(page, "server")).to_have_attribute("aria-posinset", "3")
    row(page, "Sizes").focus()
    press(page, "ArrowLeft")
    expect(row(page, "flavor", 3)).to_have_count(0)
    press(page, "ArrowRight", "ArrowRight")
    assert at(page) == "flavor"
    press(page, "ArrowLeft")
    assert at(page) == "Sizes"


def test_letters_lead_to_names(page: Page) -> None:
    open_file(page, SECTIONS)
    go(page, "flavor")
    for _ in range(5):  # on a slow machine the second letter may come when a new word has begun
        page.keyboard.type("se")
        if at(page) == "server":
            break
        page.wait_for_timeout(700)
    assert at(page) == "server"
    page.wait_for_timeout(700)
    page.keyboard.type("i")
    assert at(page) == "id"


def test_several_are_selected_with_keys_and_clicks(page: Page) -> None:
    open_file(page, SECTIONS)
    go(page, "net")
    press(page, "Enter", "Shift+ArrowDown", "Shift+ArrowDown")
    expect(page.locator("hot-outline [aria-selected=true]")).to_have_count(3)
    expect(page.locator("#inspector h2")).to_have_text("3 selected")
    expect(page.locator("#announcements")).to_have_text("3 selected")
    expect(page.locator(".graph-place .node.selected")).to_have_count(3)
    row(page, "port").click(modifiers=["Control"])
    expect(page.locator("#inspector h2")).to_have_text("2 selected")
    press(page, "Control+Space")
    expect(page.locator("#inspector h2")).to_have_text("3 selected")
    press(page, "Control+a")
    expect(page.locator("#inspector h2")).to_have_text("3 selected")
    row(page, "flavor").click()
    row(page, "zone").click(modifiers=["Shift"])
    expect(page.locator("#inspector h2")).to_have_text("3 selected")
    expect(page.locator("#inspector .kinds").first).to_contain_text("Parameter")
    press(page, "Escape")
    expect(page.locator("hot-outline [aria-selected=true]")).to_have_count(0)


def test_a_condition_for_several_at_once(page: Page) -> None:
    open_file(page, SECTIONS)
    go(page, "net")
    press(page, "Enter", "Shift+ArrowDown")
    page.click("#inspector [data-perform] >> text=\"here\"")
    has_text(page, lambda text: text.count("condition: here") == 3)
    expect(page.locator("#inspector [aria-pressed=true]")).to_have_text("here")
    page.click("#inspector [data-perform] >> text=Always there")
    has_text(page, lambda text: text == SECTIONS)


def test_renaming_keeps_focus_and_selection_and_a_clash_is_said(page: Page) -> None:
    open_file(page, SECTIONS)
    go(page, "net")
    press(page, "Enter", "F2")
    page.keyboard.type("port")
    press(page, "Enter")
    expect(page.locator(".ask-name .refusal")).to_contain_text("port")
    press(page, "Control+a")
    page.keyboard.type("wire")
    press(page, "Enter")
    renamed = SECTIONS.replace("net:", "wire:", 1).replace("get_resource: net", "get_resource: wire")
    has_text(page, lambda text: text == renamed)
    expect(row(page, "wire")).to_be_focused()
    expect(row(page, "wire")).to_have_attribute("aria-selected", "true")
    expect(page.locator("#announcements")).to_contain_text("Undo takes it back")
    press(page, "Control+z")
    has_text(page, lambda text: text == SECTIONS)


def test_groups_are_named_ordered_and_left(page: Page) -> None:
    open_file(page, SECTIONS)
    go(page, "Sizes")
    press(page, "F2")
    page.keyboard.type("Form")
    press(page, "Enter")
    has_text(page, lambda text: "label: Form" in text)
    expect(row(page, "Form")).to_be_focused()
    press(page, "ArrowDown", "Alt+ArrowDown")
    has_text(page, lambda text: "- image\n      - flavor\n" in text)
    expect(row(page, "flavor", 3)).to_be_focused()
    go(page, "zone")
    press(page, "Shift+F10")
    page.locator(".point-menu button", has_text="Put into a group").click()
    page.keyboard.type("Form")
    press(page, "Enter")
    outlined(page)
    expect(row(page, "zone", 3)).to_have_count(1)


def test_order_by_keys(page: Page) -> None:
    open_file(page, SECTIONS)
    go(page, "server")
    press(page, "Alt+ArrowUp")
    outlined(page)
    expect(row(page, "server")).to_be_focused()
    assert text_of(page).index("server:") < text_of(page).index("port:")
    expect(page.locator("#announcements")).to_have_text("server: now 2 of 3. Undo takes it back.")
    press(page, "Alt+ArrowUp")
    has_text(page, lambda text: text.index("  server:") < text.index("  # the network of all\n  net:"))
    press(page, "Alt+ArrowUp")  # it is the first
    press(page, "Control+z", "Control+z")
    has_text(page, lambda text: text == SECTIONS)


def test_order_by_drag(page: Page) -> None:
    open_file(page, SECTIONS)
    drag(page, row(page, "zone"), row(page, "flavor"), above=True)
    outlined(page)
    text = text_of(page)
    assert text.index("\n  zone:") < text.index("\n  flavor:")
    drag(page, row(page, "zone"), row(page, "image", 3), above=True)
    has_text(page, lambda text: "- flavor\n      - zone\n      - image" in text)
    drag(page, row(page, "zone", 3), row(page, "zone"), above=True)
    outlined(page)
    assert text_of(page) == text


def drag(page: Page, source: Any, target: Any, above: bool = False) -> None:
    start, end = source.bounding_box(), target.bounding_box()
    page.mouse.move(start["x"] + 60, start["y"] + 8)
    page.mouse.down()
    page.mouse.move(start["x"] + 60, start["y"] + 20)
    page.mouse.move(end["x"] + 60, end["y"] + (4 if above else end["height"] - 4), steps=4)
    page.mouse.up()


def test_what_is_dragged_out_is_told_to_whoever_listens(page: Page) -> None:
    open_file(page, SECTIONS)
    page.evaluate("""() => {
        window.told = [];
        for (const name of ["hot:dragstart", "hot:dragmove", "hot:drop", "hot:dragend"])
            document.addEventListener(name, (event) => window.told.push([name, event.detail.what.node]));
    }""")
    start, frame = row(page, "flavor").bounding_box(), page.locator(".frame").bounding_box()
    page.mouse.move(start["x"] + 60, start["y"] + 8)
    page.mouse.down()
    page.mouse.move(frame["x"] + 30, frame["y"] + 300, steps=4)
    page.mouse.up()
    told = page.evaluate("window.told")
    assert [told[0], told[-2], told[-1]] == [[name, "/parameters/flavor"] for name in (
        "hot:dragstart", "hot:drop", "hot:dragend")]
    page.mouse.move(start["x"] + 60, start["y"] + 8)
    page.mouse.down()
    page.mouse.move(frame["x"] + 30, frame["y"] + 300, steps=4)
    press(page, "Escape")
    page.mouse.up()
    assert page.evaluate("window.told.at(-1)[0]") == "hot:dragend"
    assert page.evaluate("window.told.filter(([name]) => name === 'hot:drop').length") == 1
    assert text_of(page) == SECTIONS


def test_a_parameter_dropped_on_a_card_is_offered_its_places(page: Page) -> None:
    open_file(page, SECTIONS)
    start = row(page, "zone").bounding_box()
    card = page.locator('.graph-place .node[data-node="server"] .card').first.bounding_box()
    assert card is not None
    page.mouse.move(start["x"] + 60, start["y"] + 8)
    page.mouse.down()
    page.mouse.move(card["x"] + 30, card["y"] + 12, steps=4)
    expect(page.locator('.node[data-node="server"]')).to_have_class(re.compile("target"))
    page.mouse.up()
    expect(page.locator(".point-menu .menu-heading")).to_have_text("zone for server")
    page.locator(".point-menu button", has_text="availability_zone").click()
    has_text(page, lambda text: "availability_zone: {get_param: zone}" in text)


def test_a_parameter_dropped_on_a_field_is_its_value(page: Page) -> None:
    open_file(page, SECTIONS)
    row(page, "server").click()
    field = page.locator('#inspector [data-key$=\'"flavor"]\'] > .row').first
    expect(field).to_be_visible()
    start, end = row(page, "zone").bounding_box(), field.bounding_box()
    assert end is not None
    page.mouse.move(start["x"] + 60, start["y"] + 8)
    page.mouse.down()
    page.mouse.move(end["x"] + 40, end["y"] + 10, steps=6)
    expect(page.locator(".drag-ghost")).to_have_class(re.compile("taken"))
    page.mouse.up()
    has_text(page, lambda text: "flavor: {get_param: zone}" in text)


def test_delete_is_about_what_is_at_hand(page: Page) -> None:
    open_file(page, SECTIONS)
    row(page, "net").click()
    page.locator("#inspector").focus()
    press(page, "Delete")
    expect(page.locator(".uses-panel")).to_have_count(0)
    press(page, "Alt+3", "Delete")
    expect(page.locator(".uses-panel")).to_be_visible()
    press(page, "Escape")
    expect(page.locator(".frame")).to_be_focused()


def test_a_text_that_cannot_be_read_has_no_rows(page: Page) -> None:
    open_file(page, "a: [")
    expect(page.locator("hot-outline .empty")).to_contain_text("Nothing to list yet")
    expect(page.locator("hot-outline [role=tree]")).to_be_hidden()


def test_by_touch(new_page: Callable[..., Page]) -> None:
    page = new_page(viewport={"width": 390, "height": 844}, has_touch=True, is_mobile=True)
    open_file(page, SECTIONS)
    page.click(".views [data-view-button=outline]")
    start, end = row(page, "zone").bounding_box(), row(page, "flavor").bounding_box()
    assert start["height"] == 40
    touch = page.context.new_cdp_session(page)

    def send(kind: str, x: float, y: float) -> None:
        points = [] if kind == "touchEnd" else [{"x": x, "y": y}]
        touch.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": points})

    send("touchStart", start["x"] + 80, start["y"] + 20)
    until(page, "document.querySelector('hot-outline').classList.contains('dragging')")
    for step in range(6):
        send("touchMove", start["x"] + 80, start["y"] + 20 + (end["y"] - start["y"] - 12) * step / 5)
    send("touchEnd", 0, 0)
    has_text(page, lambda text: text.index("\n  zone:") < text.index("\n  flavor:"))


def test_duplicating(page: Page) -> None:
    open_file(page, SECTIONS)
    go(page, "port")
    press(page, "Enter", "Shift+ArrowDown", "Control+d")
    outlined(page)
    expect(page.locator("#inspector h2")).to_have_text("2 selected")
    assert "port: {get_resource: port_2}" in text_of(page)
    expect(row(page, "server_2")).to_be_focused()
    go(page, "flavor")
    press(page, "Control+d")
    outlined(page)
    expect(row(page, "flavor_2")).to_be_focused()
    press(page, "Control+z", "Control+z")
    has_text(page, lambda text: text == SECTIONS)


def test_deleting_shows_what_refers_to_it_and_goes_to_the_neighbour(page: Page) -> None:
    open_file(page, SECTIONS)
    go(page, "port")
    press(page, "Delete")
    expect(page.locator(".uses-panel")).to_contain_text("server.networks[0].port")
    expect(page.locator(".uses-panel [data-keep]")).to_be_focused()
    press(page, "Enter")
    expect(page.locator(".uses-panel")).to_have_count(0)
    expect(row(page, "port")).to_be_focused()
    assert text_of(page) == SECTIONS
    press(page, "Delete")
    page.click(".uses-panel [data-delete]")
    has_text(page, lambda text: "port" not in text)
    expect(row(page, "server")).to_be_focused()
    go(page, "id")
    press(page, "Delete")
    has_text(page, lambda text: "outputs" not in text)
    expect(row(page, "Outputs", 1)).to_be_focused()
    press(page, "Control+z", "Control+z")
    has_text(page, lambda text: text == SECTIONS)


def test_a_place_in_a_group_is_nothing_to_ask_about(page: Page) -> None:
    open_file(page, SECTIONS.replace("flavor: {get_param: flavor}", "flavor: m1.small"))
    row(page, "flavor").focus()
    press(page, "Delete")
    has_text(page, lambda text: "flavor:\n" not in text and "- flavor" not in text)
    expect(row(page, "image")).to_be_focused()


def test_what_refers_to_each_other_goes_together(page: Page) -> None:
    open_file(page, SECTIONS)
    row(page, "server").click()
    row(page, "id").click(modifiers=["Shift"])
    press(page, "Delete")
    has_text(page, lambda text: "server" not in text and "outputs" not in text)
    go(page, "Sizes")
    press(page, "Delete")
    has_text(page, lambda text: "parameter_groups" not in text)


def test_an_edit_keeps_its_place(page: Page) -> None:
    many = "heat_template_version: 2021-04-16\nresources:\n" + "".join(
        f"  r{n}:\n    type: OS::Heat::TestResource\n" for n in range(1000))
    open_file(page, many)
    until(page, "document.querySelectorAll('hot-outline [role=treeitem]').length < 120")
    row(page, "Conditions", 1).focus()
    press(page, "ArrowLeft", "End")
    assert at(page) == "Outputs"
    press(page, "ArrowUp")
    assert at(page) == "r999"
    press(page, "PageUp", "PageUp")
    name, top = at(page), page.evaluate("document.querySelector('hot-outline').scrollTop")
    page.evaluate("""() => document.querySelector("hot-document").perform(
        [{op: "add_resource", name: "first", type: "OS::Heat::TestResource", before: "r0"}], {select: false})""")
    outlined(page)
    assert at(page) == name
    assert page.evaluate("document.querySelector('hot-outline').scrollTop") == top + 24
    sent = page.evaluate("""async () => {
        const page = document.querySelector("hot-document"), before = document.querySelector("hot-outline").data.id;
        await page.perform([{op: "rename", section: "resources", name: "r500", to: "middle"}], {select: false});
        const answer = await fetch(`/d/${page.dataset.id}/outline.json?since=${before}`);
        return (await answer.text()).length;
    }""")
    assert sent < 3000
    outlined(page)
    assert page.evaluate("document.querySelector('hot-outline').find('middle').name") == "middle"


def test_marks_of_what_is_wrong_and_what_is_unfinished(page: Page) -> None:
    wrong = SMALL.replace("cidr: 10.0.0.0/24", "cidr: 10.0.0.0/99")
    open_file(page, wrong.replace("network: {get_resource: net}", "network:", 1))
    expect(row(page, "subnet")).to_have_attribute("aria-label", "subnet, Neutron Subnet, unfinished, error")
    expect(row(page, "subnet").locator(".unfinished .icon")).to_be_visible()
    expect(page.locator("#summary .severity-error")).to_contain_text("1")
    expect(page.locator("#summary .severity-unfinished")).to_contain_text("1")
    expect(page.locator(".problem.unfinished")).to_contain_text("network has no value yet")
    expect(node(page, "subnet")).to_have_attribute("data-severity", "error")


def test_no_violation_with_anything_open(page: Page) -> None:
    open_file(page, SECTIONS)

    row(page, "net").click()
    row(page, "server").click(modifiers=["Shift"])
    expect(page.locator("#inspector h2")).to_have_text("3 selected")
    assert violations(page, dark=True) == []
    press(page, "Shift+F10")
    assert violations(page, dark=True) == []
    press(page, "Escape")
    page.click("[data-outline-menu=add]")
    assert violations(page, dark=True) == []
    press(page, "Escape")
    go(page, "zone")
    press(page, "F2")
    assert violations(page, dark=True) == []
    press(page, "Escape", "Delete")
    expect(page.locator(".uses-panel")).to_be_visible()
    assert violations(page, dark=True) == []
    press(page, "Escape")
    go(page, "id")
    press(page, "+")
    expect(page.locator(".ask-name")).to_be_visible()
    press(page, "Enter")
    expect(page.locator(".picker")).to_be_visible()
    assert violations(page, dark=True) == []
