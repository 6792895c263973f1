"""The inspector as a form: each kind of field, what was typed becomes what was meant, and the keyboard suffices."""

from __future__ import annotations

import json
import re

from playwright.sync_api import Locator, Page, expect

from tests.browser.desk import open_file, settled, text_of, until

TEMPLATE = """heat_template_version: 2021-04-16
parameters:
  flavor: {type: string, default: m1.small}
  count: {type: number, default: 2}
  zone: {type: string}
resources:
  net:
    type: OS::Neutron::Net
    properties:
      admin_state_up: true  # up
  port:
    type: OS::Neutron::Port
    properties:
      network: {get_resource: net}
  server:
    type: OS::Nova::Server
    properties:
      flavor: m1.tiny
      image: cirros
      tags: [one, two, three]
      networks:
        - port: {get_resource: port}
      metadata:
        role: web
  pool:
    type: OS::Neutron::Subnet
    properties:
      network: {get_resource: net}
      cidr: 10.0.0.0/24
outputs:
  address:
    value: {get_attr: [server, first_address]}
"""

MORE = "#inspector [aria-label=Properties] > .more > summary"


def key(*path: str | int) -> str:
    """The selector of the field at a path below a resource's properties."""
    name, *rest = path
    return field_at("resources", name, "properties", *rest)


def field_at(*path: str | int) -> str:
    """The selector of the field at a path of the template."""
    text = json.dumps(list(path), separators=(",", ":")).replace('"', '\\"')
    return f'#inspector [data-key="{text}"]'


def inspect(page: Page, node: str | None) -> None:
    """Select a node and wait until its form is there."""
    page.evaluate("node => document.querySelector('hot-document').select(node === null ? null : {node})", node)
    settled(page)


def control(page: Page, *path: str | int) -> Locator:
    """What the field at a path is edited with."""
    return page.locator(f"{key(*path)} > .row > .box > :is(input, select, textarea)")


def fill(page: Page, field: Locator, text: str) -> None:
    """Type over what stands in a field and leave it by Enter."""
    field.click()
    page.keyboard.press("Control+a")
    page.keyboard.press("Delete")
    page.keyboard.type(text)
    page.keyboard.press("Enter")
    page.wait_for_timeout(30)
    settled(page)


def offer(page: Page, selector: str, words: str) -> None:
    """Open the menu of a field and take the offer of these words."""
    page.locator(f"{selector} > .row [data-menu]").click()
    page.locator(".offers").wait_for()
    page.locator(".offers button").filter(has=page.locator(".title").get_by_text(words, exact=True)).first.click()
    page.wait_for_timeout(30)
    settled(page)


def lines(page: Page, words: str) -> str:
    """The first line of the text that holds some words, without what stands around it."""
    return next((line.strip() for line in text_of(page).splitlines() if words in line), "")


def wait_line(page: Page, words: str) -> None:
    """Wait until a line of the text is just this."""
    every = "document.querySelector('hot-editor').text.split('\\n')"
    until(page, f"{every}.some(line => line.trim() === {json.dumps(words)})")


TYPED = [("m1.large", "m1.large"), ("0123", '"0123"'), ("null", '"null"'), ("yes", '"yes"'), ("false", '"false"'),
         ("0", '"0"'), ("", '""'), ("a: b # c", '"a: b # c"'), ("{x}", '"{x}"')]


def test_a_text_is_what_was_typed(page: Page) -> None:
    open_file(page, TEMPLATE)
    inspect(page, "server")
    field = control(page, "server", "flavor")
    for typed, written in TYPED:
        fill(page, field, typed)
        wait_line(page, f"flavor: {written}")
        expect(field).to_have_value(typed)
        expect(field).to_be_focused()
    for _ in TYPED:
        page.keyboard.press("Control+z")
        page.wait_for_timeout(50)
        settled(page)
    assert text_of(page) == TEMPLATE
    expect(field).to_have_value("m1.tiny")
    page.keyboard.type("xyz")
    page.keyboard.press("Escape")
    expect(field).to_have_value("m1.tiny")
    assert text_of(page) == TEMPLATE


def test_booleans_numbers_and_choices(page: Page) -> None:
    open_file(page, TEMPLATE)
    inspect(page, "net")
    page.locator(f"{key('net', 'admin_state_up')} label", has_text="false").click()
    wait_line(page, "admin_state_up: false  # up")
    settled(page)
    page.locator(f"{key('net', 'admin_state_up')} label", has_text="unset").click()
    until(page, "!document.querySelector('hot-editor').text.includes('admin_state_up')")
    settled(page)
    page.keyboard.press("ArrowLeft")  # from unset to false
    wait_line(page, "admin_state_up: false")
    inspect(page, "pool")
    page.locator(MORE).click()
    version = control(page, "pool", "ip_version")
    version.select_option("6")
    wait_line(page, "ip_version: 6")
    settled(page)
    version.select_option(index=0)
    until(page, "!document.querySelector('hot-editor').text.includes('ip_version')")
    settled(page)
    prefix = control(page, "pool", "prefixlen")
    for typed, written in (("0123", "123"), ("0", "0"), ("abc", "abc")):
        fill(page, prefix, typed)
        wait_line(page, f"prefixlen: {written}")
        expect(prefix).to_have_value(written)
    expect(page.locator(f"{key('pool', 'prefixlen')} .field-problem")).to_contain_text("prefixlen")
    expect(prefix).to_have_attribute("aria-invalid", "true")
    fill(page, prefix, "")
    until(page, "!document.querySelector('hot-editor').text.includes('prefixlen')")


def test_a_script_keeps_its_lines(page: Page) -> None:
    open_file(page, TEMPLATE)
    inspect(page, "server")
    page.locator(MORE).click()
    script = control(page, "server", "user_data")
    script.click()
    page.keyboard.type("#!/bin/sh\necho 'a: b'\n")
    page.keyboard.press("Control+Enter")
    wait_line(page, "user_data: |")
    assert "      user_data: |\n        #!/bin/sh\n        echo 'a: b'\n" in text_of(page)
    settled(page)
    page.keyboard.press("Control+End")
    page.keyboard.type("exit")
    page.keyboard.press("Control+Enter")
    settled(page)
    wait_line(page, "exit")


def test_a_field_given_by_something_else_and_back(page: Page) -> None:
    open_file(page, TEMPLATE)
    inspect(page, "server")
    flavor = key("server", "flavor")
    offer(page, flavor, "flavor")
    wait_line(page, "flavor: {get_param: flavor}")
    expect(page.locator(f"{flavor} .pill")).to_have_text("parameter flavor")
    expect(page.locator(f"{flavor} .worth")).to_have_text("m1.small")
    offer(page, flavor, "A value, m1.small")
    wait_line(page, "flavor: m1.small")
    expect(control(page, "server", "flavor")).to_be_focused()
    port = key("server", "networks", 0, "port")
    offer(page, port, "Unset")
    expect(page.locator(port)).to_have_attribute("data-state", "unset")
    offer(page, port, "port")
    wait_line(page, "- port: {get_resource: port}")
    expect(page.locator(f"{port} .pill")).to_have_text("id of port")
    name = key("server", "metadata", "role")
    offer(page, name, "mac_address of port")
    wait_line(page, "role: {get_attr: [port, mac_address]}")
    expect(page.locator(f"{name} .pill")).to_have_text("mac address of port")
    page.locator(f"{name} > .row [data-menu]").click()
    page.locator(".offers [data-unfold='[data-steps]']").click()
    page.keyboard.press("Control+a")
    page.keyboard.type("port.fixed_ips.0.ip_address")
    page.keyboard.press("Enter")
    wait_line(page, "role: {get_attr: [port, fixed_ips, 0, ip_address]}")
    settled(page)
    page.locator(f"{name} > .row [data-menu]").click()
    page.locator(".offers [data-yaml]").first.click()
    expect(page.locator(f"{name} textarea")).to_have_value("{get_attr: [port, fixed_ips, 0, ip_address]}")
    page.keyboard.press("Control+a")
    page.keyboard.type("{list_join: ['-', [a, b]]}")
    page.keyboard.press("Control+Enter")
    wait_line(page, "role: {list_join: ['-', [a, b]]}")
    settled(page)
    expect(page.locator(name)).to_have_attribute("data-state", "function")
    delimiter = page.locator(f"{key('server', 'metadata', 'role', 'list_join', 0)} > .row input")
    expect(delimiter).to_have_value("-")
    page.locator(f"{name} > .row [data-menu]").click()
    page.locator(".offers [data-yaml]").first.click()
    fill_yaml = page.locator(f"{name} > .box textarea")
    expect(fill_yaml).to_have_value("{list_join: ['-', [a, b]]}")
    page.keyboard.press("Control+a")
    page.keyboard.type("{list_join: ['-'")
    page.keyboard.press("Control+Enter")
    expect(page.locator(f"{name} .refusal")).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.locator(f"{name} .refusal")).to_have_count(0)
    expect(fill_yaml).to_have_count(0)
    expect(delimiter).to_have_value("-")


def test_a_call_is_filled_in_argument_by_argument(page: Page) -> None:
    open_file(page, TEMPLATE)
    inspect(page, "server")
    page.keyboard.press(".")
    page.keyboard.type("user_data")
    page.keyboard.press("Enter")
    expect(control(page, "server", "user_data")).to_be_focused()
    offer(page, key("server", "user_data"), "str_replace")
    text = control(page, "server", "user_data", "str_replace", "template")
    expect(text).to_be_focused()
    page.keyboard.type("echo $name\n")
    params = key("server", "user_data", "str_replace", "params")
    page.locator(f"{params} [data-entry-name]").click()
    page.keyboard.type("$name")
    page.locator(f"{params} [data-enter]").click()
    until(page, "document.querySelector('hot-editor').text.includes('$name: \"\"')")
    settled(page)
    offer(page, key("server", "user_data", "str_replace", "params", "$name"), "get_attr")
    resource = control(page, "server", "user_data", "str_replace", "params", "$name", "get_attr", 0)
    expect(resource).to_be_focused()
    resource.select_option("port")
    wait_line(page, "$name: {get_attr: [port, null]}")
    settled(page)
    fill(page, control(page, "server", "user_data", "str_replace", "params", "$name", "get_attr", 1), "fixed_ips")
    more = f"{key('server', 'user_data', 'str_replace', 'params', '$name')} .draft input"
    fill(page, page.locator(more), "0")
    wait_line(page, "$name: {get_attr: [port, fixed_ips, 0]}")
    expect(page.locator(more)).to_be_focused()
    page.keyboard.type("ip_address")
    page.keyboard.press("Enter")
    wait_line(page, "$name: {get_attr: [port, fixed_ips, 0, ip_address]}")
    settled(page)
    assert "        str_replace:\n          template: |\n            echo $name\n          params:\n" in text_of(page)


def test_lists_and_maps_grow_shrink_and_change_order(page: Page) -> None:
    open_file(page, TEMPLATE)
    inspect(page, "server")
    tags = key("server", "tags")
    page.locator(f"{key('server', 'tags', 0)} [data-move='1']").focus()
    page.keyboard.press("Enter")
    wait_line(page, "tags: [two, one, three]")
    settled(page)
    expect(page.locator(f"{key('server', 'tags', 1)} [data-move='1']")).to_be_focused()
    page.keyboard.press("Enter")
    wait_line(page, "tags: [two, three, one]")
    settled(page)
    control(page, "server", "tags", 0).focus()
    page.keyboard.press("Alt+ArrowDown")
    wait_line(page, "tags: [three, two, one]")
    settled(page)
    box = page.locator(f"{key('server', 'tags', 2)} [data-handle]").bounding_box()
    top = page.locator(key("server", "tags", 0)).bounding_box()
    assert box is not None and top is not None
    page.mouse.move(box["x"] + 5, box["y"] + 8)
    page.mouse.down()
    page.mouse.move(box["x"] + 5, top["y"] + 10, steps=4)
    page.mouse.move(box["x"] + 5, top["y"] + 2)
    page.mouse.up()
    wait_line(page, "tags: [one, three, two]")
    settled(page)
    draft = page.locator(f"{tags} .draft input")
    draft.click()
    page.keyboard.type("0123")
    page.keyboard.press("Enter")
    wait_line(page, 'tags: [one, three, two, "0123"]')
    settled(page)
    expect(page.locator(f"{tags} .draft input")).to_be_focused()
    page.keyboard.type("yes")
    page.keyboard.press("Enter")
    wait_line(page, 'tags: [one, three, two, "0123", "yes"]')
    settled(page)
    page.locator(f"{key('server', 'tags', 0)} [data-out]").click()
    wait_line(page, 'tags: [three, two, "0123", "yes"]')
    settled(page)
    page.locator(f"{key('server', 'networks')} [data-add-item]").click()
    page.wait_for_selector(key("server", "networks", 1))
    fill(page, control(page, "server", "networks", 1, "network"), "public")
    wait_line(page, "- network: public")
    expect(control(page, "server", "networks", 1, "network")).to_be_focused()
    page.locator(f"{key('server', 'metadata')} [data-entry-name]").fill("tier")
    page.keyboard.press("Enter")
    page.keyboard.type("1")
    page.keyboard.press("Enter")
    wait_line(page, "tier: 1")
    settled(page)
    page.locator(f"{key('server', 'metadata', 'role')} [data-out]").click()
    until(page, "!document.querySelector('hot-editor').text.includes('role: web')")


def test_a_literal_becomes_a_parameter_and_goes_back(page: Page) -> None:
    open_file(page, TEMPLATE)
    inspect(page, "server")
    page.locator(key("server", "image")).hover()
    page.locator(f"{key('server', 'image')} [data-extract]").click()
    expect(page.locator(".offers form[data-extract] input")).to_be_focused()
    page.keyboard.type("picture")
    page.keyboard.press("Enter")
    wait_line(page, "image: {get_param: picture}")
    wait_line(page, "default: cirros")
    settled(page)
    inspect(page, "/parameters/picture")
    page.click("text=Put its value in its place")
    wait_line(page, "image: cirros")
    settled(page)
    assert text_of(page) == TEMPLATE


def test_a_parameter_dropped_on_a_field(page: Page) -> None:
    open_file(page, TEMPLATE)
    inspect(page, "server")
    row = page.locator("hot-outline [role=treeitem]", has_text="zone").first.bounding_box()
    field = page.locator(key("server", "image")).bounding_box()
    assert row is not None and field is not None
    page.mouse.move(row["x"] + 40, row["y"] + 8)
    page.mouse.down()
    page.mouse.move(row["x"] + 80, row["y"] + 20, steps=3)
    page.mouse.move(field["x"] + 160, field["y"] + 12, steps=5)
    expect(page.locator(key("server", "image"))).to_have_class(re.compile("drop-here"))
    page.mouse.up()
    wait_line(page, "image: {get_param: zone}")
    expect(page.locator("#inspector .title-field")).to_have_value("server")


def test_the_head_of_a_resource(page: Page) -> None:
    open_file(page, TEMPLATE)
    inspect(page, "port")
    title = page.locator("#form-title")
    fill(page, title, "plug")
    wait_line(page, "- port: {get_resource: plug}")
    expect(title).to_have_value("plug")
    expect(title).to_be_focused()
    fill(page, title, "server")
    expect(page.locator("#inspector .refusal")).to_contain_text("server")
    page.keyboard.press("Escape")
    expect(title).to_have_value("plug")
    depends = field_at("resources", "plug", "depends_on")
    page.locator(f"{depends} .fold-field").click()
    page.locator(f"{depends} select").select_option("pool")
    wait_line(page, "depends_on: [pool]")
    settled(page)
    page.locator(f"{field_at('resources', 'plug', 'deletion_policy')} select").select_option("Retain")
    wait_line(page, "deletion_policy: Retain")
    settled(page)
    page.click("#inspector [data-act=type]")
    page.keyboard.type("neutron net")
    page.keyboard.press("Enter")
    wait_line(page, "type: OS::Neutron::Net")
    settled(page)
    page.click("#inspector [data-act=duplicate]")
    until(page, "document.querySelector('#form-title')?.value === 'plug_2'")
    settled(page)
    page.click("#inspector [data-act=remove]")
    until(page, "!document.querySelector('hot-editor').text.includes('plug_2')")
    settled(page)
    inspect(page, "plug")
    page.click("#inspector [data-act=remove]")
    page.locator(".uses-panel [data-delete]").click()
    until(page, "!document.querySelector('hot-editor').text.includes('plug')")


def test_nothing_typed_is_lost_to_a_renewal(page: Page) -> None:
    open_file(page, TEMPLATE)
    inspect(page, "server")
    field = control(page, "server", "image")
    field.click()
    page.keyboard.press("End")
    page.locator("#inspector").evaluate("panel => { panel.scrollTop = 40 }")
    path = ["resources", "net", "properties", "name"]
    for letter in "-and-more":
        page.keyboard.type(letter)
        page.evaluate("operation => document.querySelector('hot-document').perform([operation], {select: false})",
                      {"op": "set", "path": path, "value": letter})
    page.wait_for_timeout(300)
    settled(page)
    expect(field).to_have_value("cirros-and-more")
    expect(field).to_be_focused()
    assert page.locator("#inspector").evaluate("panel => panel.scrollTop") == 40
    page.keyboard.press("Enter")
    wait_line(page, "image: cirros-and-more")


def test_properties_that_are_not_set_are_found_by_typing(page: Page) -> None:
    open_file(page, TEMPLATE)
    inspect(page, "server")
    page.locator(MORE).click()
    page.locator("#inspector [data-filter-fields]").fill("zone")
    visible = page.locator("#inspector [aria-label=Properties] > .more > .fields > .field:not([hidden])")
    expect(visible).to_have_count(1)
    before = visible.bounding_box()
    fill(page, control(page, "server", "availability_zone"), "nova")
    wait_line(page, "availability_zone: nova")
    after = page.locator(key("server", "availability_zone")).bounding_box()
    assert before is not None and after is not None and abs(before["y"] - after["y"]) < 1
