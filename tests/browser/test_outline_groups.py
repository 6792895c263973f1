"""Parameter groups in the outline: once more, copied and pasted, several moved at once by keys and by drag."""

from __future__ import annotations

import yaml
from playwright.sync_api import Page, expect

from tests.browser.desk import open_file, text_of
from tests.browser.test_outline import drag, go, has_text, outlined, press, row

GROUPS = """heat_template_version: 2021-04-16
parameter_groups:
  # how large
  - label: Sizes
    parameters: [flavor, image]
  - label: Places
    parameters:
      - zone  # where
      - rack
      - row
  - label: Rest
    parameters: [name]
parameters:
  flavor: {type: string}
  image: {type: string}
  zone: {type: string}
  rack: {type: string}
  row: {type: string}
  name: {type: string}
"""


def groups(text: str) -> dict[str, list[str]]:
    """The parameters of each group by its label, in the order of the text."""
    return {each["label"]: each["parameters"] for each in yaml.safe_load(text)["parameter_groups"]}


def test_once_more_with_parameters_of_its_own(page: Page) -> None:
    open_file(page, GROUPS)
    go(page, "Sizes")
    press(page, "Control+d")
    has_text(page, lambda text: "Sizes 2" in text)
    found = groups(text_of(page))
    assert list(found) == ["Sizes", "Sizes 2", "Places", "Rest"] and found["Sizes 2"] == ["flavor_2", "image_2"]
    expect(row(page, "Sizes 2")).to_be_focused()
    expect(row(page, "Sizes 2")).to_have_attribute("aria-selected", "true")
    press(page, "Control+z")
    has_text(page, lambda text: text == GROUPS)


def test_cut_and_pasted(page: Page) -> None:
    open_file(page, GROUPS)
    go(page, "Sizes")
    press(page, "Control+x")
    has_text(page, lambda text: "Sizes" not in text)
    assert "  flavor: {type: string}" in text_of(page)
    press(page, "Control+v")
    has_text(page, lambda text: "Sizes" in text)
    assert groups(text_of(page)) == {"Places": ["zone", "rack", "row"], "Rest": ["name"], "Sizes": ["flavor", "image"]}


def test_several_move_together_by_keys(page: Page) -> None:
    open_file(page, GROUPS)
    go(page, "Places")
    press(page, "Enter")
    row(page, "Rest").click(modifiers=["Control"])
    press(page, "Alt+ArrowUp")
    has_text(page, lambda text: list(groups(text)) == ["Places", "Rest", "Sizes"])
    assert "  # how large\n  - label: Sizes" in text_of(page)
    expect(row(page, "Rest")).to_be_focused()
    expect(row(page, "Places")).to_have_attribute("aria-selected", "true")
    expect(row(page, "Sizes")).to_have_attribute("aria-selected", "false")
    press(page, "Alt+ArrowUp")  # they are the first
    press(page, "Alt+ArrowDown")
    has_text(page, lambda text: list(groups(text)) == ["Sizes", "Places", "Rest"])
    assert text_of(page) == GROUPS
    go(page, "flavor")
    press(page, "Enter")
    row(page, "zone").click(modifiers=["Control"])
    press(page, "Alt+ArrowDown")
    has_text(page, lambda text: list(yaml.safe_load(text)["parameters"])[:4] == ["image", "flavor", "rack", "zone"])


def test_members_move_together(page: Page) -> None:
    open_file(page, GROUPS)
    row(page, "zone", 3).click()
    row(page, "rack", 3).click(modifiers=["Control"])
    press(page, "Alt+ArrowDown")
    has_text(page, lambda text: groups(text)["Places"] == ["row", "zone", "rack"])
    assert "- zone  # where" in text_of(page)
    drag(page, row(page, "zone", 3), row(page, "flavor", 3), above=True)
    has_text(page, lambda text: groups(text).get("Sizes") == ["zone", "rack", "flavor", "image"])
    assert groups(text_of(page))["Places"] == ["row"]


def test_several_groups_are_dragged(page: Page) -> None:
    open_file(page, GROUPS)
    go(page, "Sizes")
    press(page, "Enter")
    row(page, "Places").click(modifiers=["Control"])
    drag(page, row(page, "Sizes"), row(page, "Rest"))
    has_text(page, lambda text: list(groups(text)) == ["Rest", "Sizes", "Places"])
    outlined(page)
    expect(row(page, "Places")).to_have_attribute("aria-selected", "true")
    expect(row(page, "Rest")).to_have_attribute("aria-selected", "false")
