"""A template from nothing: by mouse, and once more by keyboard; both mean the same in the end."""

from __future__ import annotations

from typing import Any

import yaml
from playwright.sync_api import Locator, Page, expect

from tests.browser.desk import drag, middle, node, open_file, settled, text_of, until

MORE = "#inspector [aria-label=Properties] > .more > summary"
EMPTY = "heat_template_version: 2021-04-16\n"
TYPES = {
    "net": "OS::Neutron::Net", "subnet": "OS::Neutron::Subnet", "router": "OS::Neutron::Router",
    "router_interface": "OS::Neutron::RouterInterface", "security_group": "OS::Neutron::SecurityGroup",
    "port": "OS::Neutron::Port", "server": "OS::Nova::Server",
}
PLACES = {
    "net": (420, 180), "subnet": (650, 180), "router": (420, 420), "router_interface": (760, 420),
    "security_group": (420, 300), "port": (700, 300), "server": (960, 300),
}
# what needs what, and the way that is chosen from the menu
LINES = [
    ("subnet", "net", "network"), ("port", "net", "network"), ("port", "subnet", "fixed_ips"),
    ("port", "security_group", "security_groups"), ("server", "port", "networks"),
    ("router_interface", "router", "router"), ("router_interface", "subnet", "subnet"),
]
VALUES = [("subnet", "cidr", "10.0.0.0/24"), ("server", "flavor", "m1.small"), ("server", "image", "debian-12")]
INTENDED: dict[str, Any] = {
    "net": {"type": "OS::Neutron::Net"},
    "subnet": {"type": "OS::Neutron::Subnet",
               "properties": {"network": {"get_resource": "net"}, "cidr": "10.0.0.0/24"}},
    "router": {"type": "OS::Neutron::Router"},
    "router_interface": {"type": "OS::Neutron::RouterInterface",
                         "properties": {"router": {"get_resource": "router"}, "subnet": {"get_resource": "subnet"}}},
    "security_group": {"type": "OS::Neutron::SecurityGroup"},
    "port": {"type": "OS::Neutron::Port",
             "properties": {"network": {"get_resource": "net"}, "fixed_ips": [{"subnet": {"get_resource": "subnet"}}],
                            "security_groups": [{"get_resource": "security_group"}]}},
    "server": {"type": "OS::Nova::Server",
               "properties": {"flavor": "m1.small", "image": "debian-12",
                              "networks": [{"port": {"get_resource": "port"}}]}},
}


def test_by_mouse(page: Page) -> None:
    open_file(page, EMPTY)
    page.click("#tab-types")
    for name, type in TYPES.items():
        row = page.locator(f'#types a[data-type="{type}"]').first  # among those often used
        row.scroll_into_view_if_needed()
        box = row.bounding_box()
        assert box is not None
        drag(page, (box["x"] + 60, box["y"] + 12), PLACES[name])
        expect(node(page, name)).to_be_visible()
        settled(page)
    for name, (x, y) in PLACES.items():
        at = middle(page, name)
        assert abs(at[0] - x) < 3 and abs(at[1] - y) < 3, name
    for source, target, way in LINES:
        page.mouse.move(*middle(page, source))
        handle = page.locator(f'.handles[data-of="{source}"] [data-handle=needs] .knob').bounding_box()
        assert handle is not None
        drag(page, (handle["x"] + handle["width"] / 2, handle["y"] + handle["height"] / 2), middle(page, target))
        page.locator(".point-menu [role=menuitem]", has_text=way).first.click()
        expect(page.locator(f'.edge[data-from="{source}"][data-to="{target}"]')).to_be_attached()
        settled(page)
    for name, property, value in VALUES:
        page.mouse.click(*middle(page, name))
        field = control(page, name, property)
        expect(field).to_be_attached()
        if not field.is_visible():
            page.click(MORE)
        field.click()
        page.keyboard.type(value)
        page.locator("#inspector h3").first.click()
        until(page, f"document.querySelector('hot-editor').text.includes('{property}: {value}')")
        settled(page)
    assert yaml.safe_load(text_of(page))["resources"] == INTENDED
    for name, (x, y) in PLACES.items():
        at = middle(page, name)
        assert abs(at[0] - x) < 3 and abs(at[1] - y) < 3, f"{name} moved"
    expect(page.locator("#summary")).to_contain_text("No problems")


def test_by_keyboard(page: Page) -> None:
    open_file(page, EMPTY)
    for name, type in TYPES.items():
        page.keyboard.press("a")
        expect(page.locator(".picker input")).to_be_focused()
        page.keyboard.type(type)
        page.keyboard.press("Enter")
        expect(node(page, name)).to_be_visible()
        settled(page)
        for source, target, way in LINES:
            if source == name:
                expect(page.locator("#inspector input#form-title")).to_have_value(name)
                page.keyboard.press("e")
                expect(page.locator(".picker input")).to_be_focused()
                page.keyboard.type(target)
                page.keyboard.press("Enter")
                expect(page.locator(".point-menu [role=menuitem]").first).to_be_focused()
                down_to(page, way)
                page.keyboard.press("Enter")
                expect(page.locator(f'.edge[data-from="{source}"][data-to="{target}"]')).to_be_attached()
                settled(page)
        for owner, property, value in VALUES:
            if owner == name:
                page.keyboard.press("Alt+4")
                field = control(page, name, property)
                if not field.is_visible():
                    tab_to(page, page.locator(MORE))
                    page.keyboard.press("Enter")
                tab_to(page, field)
                page.keyboard.type(value)
                page.keyboard.press("Enter")
                until(page, f"document.querySelector('hot-editor').text.includes('{property}: {value}')")
                settled(page)
                page.keyboard.press("Alt+3")
    assert yaml.safe_load(text_of(page))["resources"] == INTENDED
    expect(page.locator("#summary")).to_contain_text("No problems")


def control(page: Page, name: str, property: str) -> Locator:
    """What a property of a resource is edited with in the inspector."""
    key = f'["resources","{name}","properties","{property}"]'.replace('"', '\\"')
    return page.locator(f'#inspector [data-key="{key}"] > .row > .box > :is(input, select, textarea)')


def down_to(page: Page, words: str) -> None:
    """Press the arrow key until the item of these words has the keyboard."""
    for _ in range(20):
        if words in page.evaluate("document.activeElement.textContent"):
            return
        page.keyboard.press("ArrowDown")
    raise AssertionError(f"no item {words}")


def tab_to(page: Page, field: Locator) -> None:
    """Press Tab until a field has the keyboard."""
    for _ in range(60):
        if field.evaluate("field => field === document.activeElement"):
            return
        page.keyboard.press("Tab")
    raise AssertionError("no such field on the way")
