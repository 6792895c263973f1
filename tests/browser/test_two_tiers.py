"""The two-tier example from nothing, by mouse and by keys: both mean what it means, and Heat takes both."""

from __future__ import annotations

import os
from typing import Any

import pytest
import yaml
from playwright.sync_api import Page, expect

from conformance.heat.process import Heat
from tests.browser.desk import open_file, text_of
from tests.browser.hands import Hands, build
from tests.browser.keys import Keys
from tests.browser.mouse import Mouse
from web import paths

PROJECT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
HEAT = os.path.join(os.environ.get("HOT_DESIGNER_HEAT") or os.path.join(PROJECT, ".heat"), "bin", "python")
EMPTY = "heat_template_version: 2021-04-16\n"
# what is drawn on the canvas, and the way that is chosen for it; all else is filled in
LINES = [
    ("web_subnet", "web_network", "network"), ("database_subnet", "database_network", "network"),
    ("web_interface", "router", "router"), ("web_interface", "web_subnet", "subnet"),
    ("database_interface", "router", "router"), ("database_interface", "database_subnet", "subnet"),
    ("database_port", "database_network", "network"), ("database_port", "database_subnet", "fixed_ips"),
    ("database_port", "database_security", "security_groups"), ("database", "database_port", "networks"),
    ("web_servers", "database", "depends_on"), ("load_balancer", "web_subnet", "vip_subnet"),
    ("listener", "load_balancer", "loadbalancer"), ("pool", "listener", "listener"), ("health", "pool", "pool"),
    ("member_0", "pool", "pool"), ("member_0", "web_subnet", "subnet"),
]
COPIES = {"member_1": "member_0", "member_2": "member_1"}
STAGES = ("load", "validate", "create", "resources", "rules", "unchecked")


@pytest.mark.parametrize("hand", [Mouse, Keys])
def test_the_two_tiers_from_nothing(page: Page, hand: type[Mouse] | type[Keys]) -> None:
    wanted = example()
    page.set_viewport_size({"width": 1920, "height": 1500})
    open_file(page, EMPTY, "built.yaml")
    page.evaluate("""() => {
        window.used = {keydown: 0, pointerdown: 0};
        const count = (event) => { window.used[event.type] += 1; };
        for (const name of Object.keys(window.used)) window.addEventListener(name, count, true);
    }""")
    hands: Hands = hand(page)
    build(hands, wanted, LINES, places(list(wanted["resources"])), COPIES)
    expect(page.locator("#summary")).to_contain_text("No problems")
    file = exported(page, hands)
    assert page.evaluate("window.used")["keydown" if hand is Mouse else "pointerdown"] == 0
    assert meaning(yaml.safe_load(file)) == meaning(wanted)
    assert file == text_of(page)
    if os.path.exists(HEAT):
        with Heat(HEAT) as heat:
            ((_, answer),) = heat.ask([{"path": "built.yaml", "text": file}])
        assert {stage: answer[stage] for stage in STAGES if answer[stage]} == {}


def example() -> dict[str, Any]:
    """What the example says."""
    with open(os.path.join(paths.EXAMPLES, "two-tiers.yaml"), encoding="utf-8") as file:
        found: dict[str, Any] = yaml.safe_load(file)
    return found


def meaning(template: dict[str, Any]) -> dict[str, Any]:
    """What Heat makes of it: a resource may name one that it waits for, or a list of them."""
    for resource in template["resources"].values():
        if isinstance(resource.get("depends_on"), str):
            resource["depends_on"] = [resource["depends_on"]]
    return {key: template[key] for key in ("description", "parameters", "resources", "outputs")}


def places(names: list[str]) -> dict[str, tuple[int, int]]:
    """A place of the window for each card: each below and right of those before, where no line runs yet."""
    return {name: (340 + 56 * at, 130 + 48 * at) for at, name in enumerate(names)}


def exported(page: Page, hands: Hands) -> str:
    """The file that the page hands out."""
    if isinstance(hands, Mouse):
        page.click("text=Take away")
        with page.expect_download() as download:
            page.click("#take-away a[href*='export.yaml']")
    else:
        hands.press("Control+s")
        hands.tab_to(page.locator("#take-away a[href*='export.yaml']"))
        with page.expect_download() as download:
            hands.press("Enter")
    with open(download.value.path(), encoding="utf-8") as file:
        return file.read()
