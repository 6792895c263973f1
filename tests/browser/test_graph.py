"""The graph: what is needed and what needs it, why an edge is there, layers, waves, containers, search, moving."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

from playwright.sync_api import Page, expect

from tests.browser.desk import SMALL, click_node, node, open_file, ready, settled, until

CHAIN = """heat_template_version: 2021-04-16
parameters:
  cidr: {type: string, default: 10.0.0.0/24}
resources:
  net: {type: OS::Neutron::Net}
  subnet:
    type: OS::Neutron::Subnet
    properties: {network: {get_resource: net}, cidr: {get_param: cidr}}
  port:
    type: OS::Neutron::Port
    properties: {network: {get_attr: [subnet, network_id]}}
  server:
    type: OS::Nova::Server
    depends_on: volume
    properties:
      flavor: m1.small
      networks: [{port: {get_resource: port}}]
  volume: {type: OS::Cinder::Volume, properties: {size: 1}}
  lonely: {type: OS::Nova::KeyPair, properties: {name: key}}
outputs:
  server: {value: {get_resource: server}}
"""


def view_of(page: Page) -> Any:
    return page.evaluate("(({x, y, scale}) => ({x, y, scale}))(document.querySelector('hot-canvas').view)")


def test_a_click_lights_up_both_ways_in_two_tones(page: Page) -> None:
    open_file(page, CHAIN)
    click_node(page, "port")
    for name, tone in {"port": "selected", "subnet": "needs", "net": "needs-far", "server": "needed"}.items():
        expect(node(page, name)).to_have_class(re.compile(rf"\blit\b.*\b{tone}\b"))
    for name in ("volume", "lonely"):
        expect(node(page, name)).not_to_have_class(re.compile(r"\blit\b"))
    expect(page.locator(".graph-place > svg")).to_have_class(re.compile("dimmed"))
    expect(page.locator("#inspector h2")).to_have_text("port")
    expect(page.locator(".edge-labels")).to_contain_text("network")
    page.keyboard.press("Escape")
    expect(page.locator(".graph-place > svg")).not_to_have_class(re.compile("dimmed"))
    expect(page.locator("#inspector h2")).to_have_text("small.yaml")


def test_an_edge_says_why_it_is_there_and_leads_to_the_line(page: Page) -> None:
    open_file(page, CHAIN)
    at = page.evaluate("""() => {
        const path = document.querySelector(".edge[data-from=server][data-to=port]");
        const middle = path.getPointAtLength(path.getTotalLength() / 2).matrixTransform(path.getScreenCTM());
        return [middle.x, middle.y + 4];
    }""")
    page.mouse.click(*at)
    inspector = page.locator("#inspector")
    expect(inspector.locator("h2")).to_have_text("Why server needs port")
    expect(inspector).to_contain_text("resources.server.properties.networks.0.port")
    expect(inspector).to_contain_text("line 17")
    expect(inspector.locator("pre")).to_have_text("{get_resource: port}")
    inspector.locator(".path a").click()
    expect(page.locator(".cm-activeLine")).to_contain_text("networks: [{port: {get_resource: port}}]")
    assert page.evaluate("getSelection().toString()") == "{get_resource: port}"
    inspector.get_by_role("button", name="Disconnect").click()
    expect(page.locator(".edge[data-from=server][data-to=port]")).to_have_count(0)
    expect(inspector.locator("h2")).to_have_text("server")
    expect(inspector.locator("hot-form")).not_to_contain_text("id of port")


def test_the_inspector_leads_from_neighbour_to_neighbour(page: Page) -> None:
    open_file(page, CHAIN)
    click_node(page, "server")
    page.click("#inspector .edges.needs a >> text=volume")
    expect(page.locator("#inspector h2")).to_have_text("volume")
    page.click("#inspector .edges.needed_by .why")
    expect(page.locator("#inspector h2")).to_have_text("Why server needs volume")


def test_the_inspector_shows_every_property_and_what_a_change_does(page: Page) -> None:
    open_file(page, CHAIN)
    click_node(page, "server")
    inspector = page.locator("#inspector")
    expect(inspector.locator(".field.set[data-name=flavor] input")).to_have_value("m1.small")
    expect(inspector.locator(".field.set[data-name=networks] .pill")).to_have_text("id of port")
    inspector.locator("[aria-label=Properties] > .more > summary").click()
    expect(inspector.locator(".field[data-name=key_name] > .row > .effect")).to_have_attribute("aria-label", "replaces")
    expect(inspector.locator(".field[data-name=flavor_update_policy] select")).to_contain_text("RESIZE by default")
    link = inspector.locator("a >> text=Manual")
    expect(link).to_have_attribute("href", re.compile("docs.openstack.org.*OS::Nova::Server"))


def test_layers_show_parameters_and_outputs(page: Page) -> None:
    open_file(page, CHAIN)
    page.click("[popovertarget=layers]")
    page.check("[data-layer=parameters]")
    expect(page.locator(".node.parameter")).to_have_count(1)
    page.check("[data-layer=outputs]")
    expect(page.locator(".node.output")).to_have_count(1)
    page.keyboard.press("Escape")
    page.click('.node.parameter')
    expect(node(page, "subnet")).to_have_class(re.compile(r"\bneeded\b"))


def test_deploy_order_in_waves(page: Page) -> None:
    open_file(page, CHAIN)
    page.click("[data-canvas=waves]")
    expect(page.locator("g.wave").first).to_contain_text("Wave 1")
    expect(page.locator("[data-canvas=waves]")).to_have_attribute("aria-pressed", "true")
    page.click("[data-canvas=waves]")
    expect(page.locator("g.wave")).to_have_count(0)


def test_containers_collapse_and_open(page: Page) -> None:
    open_file(page, CHAIN)
    containers = page.locator(".frames .container")
    if containers.count() == 0:
        page.goto("/examples/two-tiers")
        ready(page)
    count = page.locator(".graph-place .node").count()
    title = page.locator(".frames .title text").first
    name = title.text_content()
    title.click()
    expect(page.locator(".graph-place .collapsed")).to_have_count(1)
    assert page.locator(".graph-place .node").count() < count
    member = page.evaluate("""() => {
        const canvas = document.querySelector("hot-canvas"), {entries} = document.querySelector("hot-outline");
        return entries.find(({node}) => canvas.node(node) && !canvas.names.includes(node)).name;
    }""")
    page.keyboard.press("/")
    page.keyboard.type(member)
    page.keyboard.press("Enter")
    expect(page.locator("#inspector h2")).to_have_text(member)  # inside of the card
    page.keyboard.press("Escape")
    page.keyboard.press("Escape")
    page.locator(".graph-place .collapsed .card").last.click()
    expect(page.locator(".frames .title text", has_text=re.compile(f"^{name}$"))).to_be_visible()
    expect(page.locator(".graph-place .node")).to_have_count(count)
    page.keyboard.press("c")
    expect(page.locator(".frames .container")).to_have_count(0)
    page.keyboard.press("c")
    expect(page.locator(".graph-place .node")).to_have_count(count)


def test_search_finds_by_name_and_type(page: Page) -> None:
    open_file(page, CHAIN)
    page.keyboard.press("/")
    page.keyboard.type("neutron")
    expect(page.locator(".node.match")).to_have_count(3)
    expect(page.locator("hot-outline [data-node=server]")).to_have_count(0)
    page.keyboard.press("Enter")
    expect(page.locator("#inspector h2")).to_have_text("net")
    page.keyboard.press("Enter")
    expect(page.locator("#inspector h2")).to_have_text("subnet")
    page.keyboard.press("Escape")
    expect(page.locator(".node.match")).to_have_count(0)


def test_drag_wheel_and_keys_move_the_picture(page: Page) -> None:
    open_file(page, CHAIN)
    start = view_of(page)
    box = page.locator(".frame").bounding_box()
    assert box is not None
    x, y = box["x"] + 60, box["y"] + box["height"] - 40
    page.mouse.move(x, y)
    page.mouse.down()
    page.mouse.move(x + 50, y - 30, steps=5)
    page.mouse.up()
    moved = view_of(page)
    assert round(moved["x"] - start["x"]) == 50 and round(moved["y"] - start["y"]) == -30
    expect(page.locator("#inspector h2")).to_have_text("small.yaml")
    page.mouse.wheel(0, 100)
    until(page, f"Math.round(document.querySelector('hot-canvas').view.y - {moved['y']}) === -100")
    page.keyboard.down("Control")
    page.mouse.wheel(0, -60)
    page.keyboard.up("Control")
    until(page, f"document.querySelector('hot-canvas').view.scale > {moved['scale']}")
    page.keyboard.press("f")
    assert view_of(page) == start


def test_while_it_moves_the_picture_is_a_layer_that_only_the_compositor_moves(page: Page) -> None:
    open_file(page)
    layer = ("[document.querySelector('.frame').classList.contains('moving'),"
             " document.querySelector('.world').getAnimations().map(each => each.playState).join()]")
    assert page.evaluate(layer) == [False, ""]
    place = page.locator(".frame").bounding_box()
    assert place is not None
    page.mouse.move(place["x"] + 300, place["y"] + 200)
    page.mouse.wheel(40, 30)
    until(page, f"{layer}.join() === 'true,paused'")
    until(page, f"{layer}.join() === 'false,'")


def test_two_fingers_zoom(new_page: Callable[..., Page]) -> None:
    page = new_page(has_touch=True)
    open_file(page, CHAIN)
    start = view_of(page)
    session = page.context.new_cdp_session(page)
    box = page.locator(".frame").bounding_box()
    assert box is not None
    x, y = box["x"] + box["width"] / 2, box["y"] + box["height"] / 2

    def touch(kind: str, distance: float) -> None:
        fingers = [{"x": x - distance, "y": y, "id": 0}, {"x": x + distance, "y": y, "id": 1}]
        points = [] if kind == "touchEnd" else fingers
        session.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": points})

    touch("touchStart", 40)
    for distance in (60, 80, 100):
        touch("touchMove", distance)
    touch("touchEnd", 0)
    until(page, f"document.querySelector('hot-canvas').view.scale > {start['scale'] * 1.8}")


def test_the_cursor_in_the_text_selects_the_node(page: Page) -> None:
    open_file(page, CHAIN)
    page.click(".cm-line >> text=size: 1")
    expect(page.locator("#inspector h2")).to_have_text("volume")
    expect(node(page, "volume")).to_have_class(re.compile("selected"))


def test_selecting_a_node_brings_its_text_into_sight(page: Page) -> None:
    long = CHAIN + "".join(f"  out{n}: {{value: {n}}}\n" for n in range(300))
    open_file(page, long)
    page.evaluate("document.querySelector('hot-outline').scrollTop = 1e6")
    page.click("hot-outline [data-name=out299]")
    expect(page.locator(".cm-line >> text=out299")).to_be_visible()
    click_node(page, "net")
    expect(page.locator(".cm-line >> text=net: {type")).to_be_visible()


def test_an_address_names_what_is_selected(page: Page) -> None:
    open_file(page, CHAIN)
    click_node(page, "volume")
    expect(page).to_have_url(re.compile("#volume$"))
    page.reload()
    ready(page)
    expect(page.locator("#inspector h2")).to_have_text("volume")


def test_a_minimap_appears_beyond_sixty_nodes(page: Page) -> None:
    many = "heat_template_version: 2021-04-16\nresources:\n" + "".join(
        f"  value{n}:\n    type: OS::Heat::Value\n    properties: {{value: {n}}}\n" for n in range(61))
    open_file(page, many)
    expect(page.locator("hot-minimap")).to_be_visible()
    before = view_of(page)
    page.locator("hot-minimap canvas").click(position={"x": 5, "y": 5})
    assert view_of(page) != before
    open_file(page, SMALL)
    expect(page.locator("hot-minimap")).to_be_hidden()
    settled(page)


def test_types_can_be_looked_up(page: Page) -> None:
    open_file(page, CHAIN)
    page.click("[role=tab] >> text=Types")
    page.fill("#types-search", "floating")
    page.click("#types a >> text=Neutron Floating IP >> nth=0")
    expect(page.locator("#inspector")).to_contain_text("OS::Neutron::FloatingIP")
    expect(page.locator("#inspector .property[data-key=floating_network]")).to_be_visible()


def test_what_edges_say_is_written_over_no_card(page: Page) -> None:
    page.goto("/examples/two-tiers")
    ready(page)
    page.evaluate("document.querySelector('hot-document').select({node: 'web_servers'})")
    expect(page.locator(".edge-labels text").first).to_be_attached()
    over = page.evaluate("""() => {
        const canvas = document.querySelector("hot-canvas"), cards = canvas.names.map((name) => canvas.sceneBox(name));
        return [...document.querySelectorAll(".edge-labels text")].filter((text) => {
            const {x, y, width, height} = text.getBBox();
            return cards.some((card) => card.x < x + width - 2 && card.x + card.width > x + 2
                && card.y < y + height - 4 && card.y + card.height > y + 4);
        }).map((text) => text.textContent);
    }""")
    assert over == []
