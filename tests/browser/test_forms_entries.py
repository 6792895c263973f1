"""Parameters, groups, conditions and outputs in the inspector."""

from __future__ import annotations

import re

import yaml
from playwright.sync_api import Page, expect

from tests.browser.desk import open_file, settled, text_of, until, wait
from tests.browser.test_forms import TEMPLATE, field_at, fill, inspect, offer, wait_line


def test_parameters_groups_conditions_and_outputs(page: Page) -> None:
    open_file(page, TEMPLATE)
    inspect(page, None)
    for section, name in (("parameter", "port_name"), ("condition", "big"), ("output", "name")):
        page.get_by_label(f"Name of a new {section}", exact=True).fill(name)
        page.keyboard.press("Enter")
        until(page, f"document.querySelector('#form-title')?.value === '{name}'")
        settled(page)
        if section == "parameter":
            page.locator(f"{field_at('parameters', name, 'type')} select").select_option("number")
            wait_line(page, "type: number")
            settled(page)
            fill(page, page.locator(f"{field_at('parameters', name, 'default')} input"), "010")
            wait_line(page, "default: 10")
            page.locator("#inspector .adders button", has_text="range").click()
            wait_line(page, "min: 0")
            settled(page)
            fill(page, page.locator(f"{field_at('parameters', name, 'constraints', 0, 'range', 'max')} input"), "64")
            wait_line(page, "max: 64")
            page.locator(f"{field_at('parameters', name, 'hidden')} label", has_text="true").click()
            wait_line(page, "hidden: true")
        elif section == "condition":
            condition(page, name)
        else:
            value = field_at("outputs", "name", "value")
            expect(page.locator(value)).to_have_class(re.compile("unfinished"))
            offer(page, value, "name of server")
            wait_line(page, "value: {get_attr: [server, name]}")
            page.locator(f"{field_at('outputs', name, 'condition')} select").select_option("big")
            wait_line(page, "condition: big")
        settled(page)
        inspect(page, None)
    page.get_by_label("Label of a new group").fill("Sizes")
    page.keyboard.press("Enter")
    wait_line(page, "- label: Sizes")
    settled(page)
    inspect(page, "/parameter_groups/0")
    page.locator("#inspector .draft select").select_option("flavor")
    wait_line(page, "parameters: [flavor]")
    settled(page)
    page.locator("#inspector .draft select").select_option("count")
    wait_line(page, "parameters: [flavor, count]")
    settled(page)
    page.locator(f"{field_at('parameter_groups', 0, 'parameters', 1)} [data-move='-1']").click()
    wait_line(page, "parameters: [count, flavor]")
    settled(page)
    inspect(page, None)
    page.locator(f"{field_at('heat_template_version')} select").select_option("2018-08-31")
    wait_line(page, "heat_template_version: 2018-08-31")


def condition(page: Page, name: str) -> None:
    """Put a condition together: call by call, and by what each argument may be."""
    def means(meant: object) -> None:
        wait(page, lambda: bool(yaml.safe_load(text_of(page))["conditions"][name] == meant), lambda: text_of(page))
        settled(page)

    def at(*path: str | int) -> str:
        return field_at("conditions", name, *path)

    same = {"equals": [{"get_param": "count"}, 2]}
    offer(page, at(), "equals")
    means({"equals": ["", ""]})
    expect(page.locator(f"{at('equals', 0)} input")).to_be_focused()
    offer(page, at("equals", 0), "count")
    fill(page, page.locator(f"{at('equals', 1)} input"), "2")
    means(same)
    expect(page.locator("#inspector")).to_contain_text("It holds")
    offer(page, at(), "or")
    means({"or": [same, False]})
    page.locator(f"{at('or', 1)} > .row [data-move='-1']").click()
    means({"or": [False, same]})
    page.locator(f"{at()} > .inside > .draft select").select_option("true")
    means({"or": [False, same, True]})
    page.locator(f"{at('or', 2)} > .row [data-out]").click()
    means({"or": [False, same]})
    page.locator(f"{at('or', 0)} > .row [data-out]").click()
    means({"or": [same]})
    offer(page, at(), "Without or")
    means(same)
