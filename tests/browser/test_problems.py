"""Problems: all of them, each leading to its line and its node; typing brings them up to date."""

from __future__ import annotations

import re
from collections.abc import Callable

from playwright.sync_api import Page, Route, expect

from tests.browser.desk import (
    SMALL,
    click_node,
    has_problem,
    node,
    open_file,
    ready,
    replace_all,
    settled,
    text_of,
    type_at_end,
    wait,
)

FAULTY = SMALL.replace("OS::Neutron::Port", "OS::Neutron::Prot").replace("cidr: 10.0.0.0/24", "cidr: 10.0.0.0/99")


def test_a_click_leads_to_the_line_and_the_node(page: Page) -> None:
    open_file(page, FAULTY)
    page.click(".problem-go >> text=10.0.0.0/99")
    expect(page.locator("#inspector h2")).to_have_text("subnet")
    expect(node(page, "subnet")).to_have_class(re.compile("selected"))
    expect(page.locator(".cm-content")).to_be_focused()
    expect(page.locator(".cm-activeLine")).to_contain_text("cidr: 10.0.0.0/99")
    expect(page.locator("hot-outline [aria-selected=true]")).to_contain_text("subnet")


def test_nodes_lines_and_outline_wear_the_severity(page: Page) -> None:
    open_file(page, FAULTY)
    expect(node(page, "subnet")).to_have_attribute("data-severity", "error")
    expect(page.locator(".cm-lint-marker-error").first).to_be_visible()
    expect(page.locator("hot-outline [data-name=port] .severity-error")).to_be_visible()
    expect(page.locator("#summary")).to_contain_text("2")


def test_each_problem_leads_to_its_page_of_the_manual(page: Page) -> None:
    open_file(page, FAULTY)
    link = page.locator(".problem .place a").first
    code = link.inner_text()
    with page.expect_popup() as opened:
        link.click()
    expect(opened.value.locator("h1")).to_contain_text(code)


def test_severities_can_be_left_out(page: Page) -> None:
    open_file(page, FAULTY)
    page.click("[data-filter=error]")
    expect(page.locator(".problem.error").first).to_be_hidden()
    type_at_end(page, "\n# more")
    settled(page)
    expect(page.locator(".problem.error").first).to_be_hidden()
    page.click("[data-filter=error]")
    expect(page.locator(".problem.error").first).to_be_visible()


def test_typing_brings_problems_and_graph_up_to_date(page: Page) -> None:
    open_file(page)
    type_at_end(page, "  wrong:\n  value: {get_resource: nowhere}")
    has_problem(page, "nowhere")
    replace_all(page, SMALL.replace("outputs:", "  extra:\n    type: OS::Neutron::Net\noutputs:"))
    expect(node(page, "extra")).to_be_visible()
    expect(page.locator("#summary")).to_contain_text("No problems")
    expect(page.locator("hot-outline [data-name=extra]")).to_be_visible()


def test_an_edit_moves_no_card(page: Page) -> None:
    open_file(page)
    before = {name: node(page, name).get_attribute("transform") for name in ("net", "subnet", "port")}
    replace_all(page, SMALL.replace("outputs:", "  extra:\n    type: OS::Neutron::Net\noutputs:"))
    expect(node(page, "extra")).to_be_visible()
    assert {name: node(page, name).get_attribute("transform") for name in before} == before
    page.click("[data-canvas=tidy]")
    page.wait_for_selector(".graph-place > svg:not([data-engine=kept])")


def test_what_is_typed_while_an_answer_is_under_way_goes_on_top_of_it(page: Page) -> None:
    open_file(page)
    held: list[Route] = []

    def hold(route: Route) -> None:
        if not held:
            held.append(route)
        else:
            route.continue_()

    page.route("**/steps", hold)
    type_at_end(page, "\n# first {get_resource: old}")
    wait(page, lambda: len(held) == 1)
    text = SMALL.replace("{get_resource: net}\n      cidr", "{get_resource: newer}\n      cidr")
    replace_all(page, text)
    page.wait_for_timeout(400)
    held[0].continue_()
    has_problem(page, "newer")
    settled(page)
    assert text_of(page) == text
    page.reload()
    ready(page)
    assert text_of(page) == text


def alone(route: Route) -> None:
    """Send a step without what should come along with its answer: the page asks for that by itself then."""
    route.continue_(post_data={key: value for key, value in route.request.post_data_json.items() if key != "asks"})


def test_a_picture_that_is_late_is_dropped(page: Page) -> None:
    open_file(page)
    held: list[Route] = []

    def hold(route: Route) -> None:
        if not held:
            held.append(route)
        else:
            route.continue_()

    page.route("**/steps", alone)
    page.route("**/changes?*", hold)
    replace_all(page, SMALL.replace("outputs:", "  first:\n    type: OS::Neutron::Net\noutputs:"))
    wait(page, lambda: len(held) == 1)
    replace_all(page, SMALL.replace("outputs:", "  second:\n    type: OS::Neutron::Net\noutputs:"))
    expect(node(page, "second")).to_be_visible()
    held[0].abort()
    settled(page)
    expect(node(page, "first")).to_have_count(0)
    expect(page.locator(".graph-place .node")).to_have_count(4)


def test_a_quick_fix_mends_the_text_and_undo_takes_it_back(page: Page) -> None:
    open_file(page, FAULTY)
    page.click(".problem:has-text('OS::Neutron::Prot') .fixes button")
    settled(page)
    assert "OS::Neutron::Port" in text_of(page) and "Prot" not in text_of(page)
    expect(page.locator("#problems")).not_to_contain_text("Prot")
    page.click("button[data-undo]")
    has_problem(page, "Prot")
    assert text_of(page) == FAULTY


def test_fixes_and_marks_stand_right_behind_characters_beyond_the_first_plane(page: Page) -> None:
    text = FAULTY.replace("A small network.", "Ein Netz 🕸️🕸️ für alle 🎉")
    open_file(page, text)
    page.click(".problem-go >> text=10.0.0.0/99")
    selected = page.evaluate("getSelection().toString()")
    assert "10.0.0.0/99" in selected
    page.click(".problem:has-text('OS::Neutron::Prot') .fixes button")
    settled(page)
    assert text_of(page) == text.replace("OS::Neutron::Prot", "OS::Neutron::Port")


def test_the_last_good_graph_stays_and_says_so(page: Page) -> None:
    open_file(page)
    click_node(page, "subnet")
    replace_all(page, SMALL.replace("resources:\n", "resources: [\n"))
    expect(page.locator(".stale-note")).to_be_visible()
    expect(page.locator("hot-state")).to_contain_text("cannot be read")
    expect(page.locator(".graph-place .node")).to_have_count(3)
    expect(page.locator(".problem.error").first).to_be_visible()
    page.keyboard.press("Control+z")
    expect(page.locator(".stale-note")).to_be_hidden()
    expect(page.locator("hot-state")).to_contain_text("Saved")


def test_completion_and_hover(page: Page) -> None:
    open_file(page)
    page.click(".cm-line >> text=cidr")
    page.keyboard.press("End")
    page.keyboard.type("\nenable_d")
    expect(page.locator(".cm-tooltip-autocomplete")).to_contain_text("enable_dhcp")
    page.wait_for_timeout(200)  # a list that has only just opened does not take Enter: it may be meant for the text
    page.keyboard.press("Enter")
    assert "      enable_dhcp" in text_of(page)
    page.keyboard.press("Control+z")
    replace_all(page, SMALL)
    settled(page)
    page.hover(".cm-line:has-text('OS::Neutron::Subnet') >> text=OS::Neutron::Subnet")
    expect(page.locator(".hover")).to_contain_text("OS::Neutron::Subnet")


def test_a_server_that_is_away_loses_nothing(new_page: Callable[..., Page]) -> None:
    page = new_page(expected=("Failed to load", "ERR_"))
    open_file(page)
    page.context.set_offline(True)
    type_at_end(page, "\n# typed while away")
    expect(page.locator("hot-state")).to_contain_text("not reached")
    page.context.set_offline(False)
    expect(page.locator("hot-state")).to_contain_text("Saved")
    assert "# typed while away" in text_of(page)
