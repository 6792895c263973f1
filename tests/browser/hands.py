"""Building a template from nothing as a person does: by a mouse that types into fields, or by keys alone.

    build(Mouse(page), wanted, lines, places, copies)

`wanted` is what the file is to mean, `lines` what is drawn on the canvas, `places` where cards are dropped, `copies`
which resources begin as copies of others.

Both hands do the same few gestures (`add`, `draw`, `write`, `give` ...), so that one walk through what is wanted builds
it with either.
"""

from __future__ import annotations

import json
import re
from typing import Any, Protocol

import yaml
from playwright.sync_api import Locator, Page, expect

from tests.browser.desk import settled, text_of, until

Path = tuple[Any, ...]
Line = tuple[str, str, str]

GIVEN = {"get_param": "Parameters", "get_resource": "References", "get_attr": "Attributes"}
FUNCTIONS = ("str_replace", "list_join", "get_attr")
KINDS = {"custom_constraint": "custom constraint", "allowed_pattern": "pattern"}
SHOWN = "document.querySelector('hot-editor').text"


class Hands(Protocol):
    """What a person does; each yields once the page has taken it."""

    page: Page

    def start(self) -> None: ...
    def open(self, path: Path) -> None: ...
    def add(self, type: str, name: str, place: tuple[int, int]) -> None: ...
    def enter(self, section: str, name: str) -> None: ...
    def duplicate(self, name: str, copy: str) -> None: ...
    def draw(self, source: str, target: str, way: str) -> None: ...
    def write(self, path: Path, text: str) -> None: ...
    def choose(self, path: Path, text: str) -> None: ...
    def give(self, path: Path, group: str, label: str) -> None: ...
    def follow(self, path: Path, steps: list[Any]) -> None: ...
    def add_entry(self, path: Path, name: str, text: str) -> None: ...
    def add_item(self, path: Path) -> None: ...
    def add_constraint(self, kind: str) -> None: ...


def build(hands: Hands, wanted: dict[str, Any], lines: list[Line], places: dict[str, tuple[int, int]],
          copies: dict[str, str]) -> None:
    """Build a template in the page, which shows an empty one."""
    hands.start()
    _fill(hands, ("description",), wanted["description"])
    for name, parameter in wanted["parameters"].items():
        hands.enter("parameter", name)
        for key in ("default", "description"):
            if key in parameter:
                _fill(hands, ("parameters", name, key), parameter[key])
        for at, constraint in enumerate(parameter.get("constraints", [])):
            kind = next(iter(constraint))
            hands.add_constraint(KINDS[kind])
            for key, value in constraint.items():
                _fill(hands, ("parameters", name, "constraints", at, key), value)
    for name, resource in wanted["resources"].items():
        if name in copies:
            hands.duplicate(copies[name], name)
        else:
            hands.add(resource["type"], name, places[name])
        for source, target, way in lines:
            if source == name:
                hands.draw(source, target, way)
        for key, value in resource.get("properties", {}).items():
            _fill(hands, ("resources", name, "properties", key), value)
    for name, output in wanted["outputs"].items():
        hands.enter("output", name)
        for key, value in output.items():
            _fill(hands, ("outputs", name, key), value)


def _fill(hands: Hands, path: Path, value: Any) -> None:
    """Make the field at a path what is wanted, whatever is inside of it."""
    if value_at(present(hands.page), path) == value:
        return
    page = hands.page
    call = next(iter(value)) if isinstance(value, dict) and len(value) == 1 else None
    if call in GIVEN and _simple(value[call]):
        name, *steps = value[call] if isinstance(value[call], list) else [value[call]]
        hands.give(path, GIVEN[call], f"{steps[0]} of {name}" if steps else name)
        if len(steps) > 1:
            hands.follow(path, [name, *steps])
    elif call in FUNCTIONS:
        if value_at(present(page), (*path, call)) is None:
            hands.give(path, "Functions", call)
        _fill(hands, (*path, call), value[call])
    elif isinstance(value, dict):
        hands.open(path)
        for key, inner in value.items():
            inner_field, entry = field(page, (*path, key)), page.locator(f"#inspector [data-entry='{key_of(path)}']")
            inner_field.or_(entry).first.wait_for(state="attached")
            if inner_field.count() == 0:
                hands.add_entry(path, key, "" if isinstance(inner, (dict, list)) else str(inner))
            _fill(hands, (*path, key), inner)
    elif isinstance(value, list):
        hands.open(path)
        for at, inner in enumerate(value):
            item = (*path, at)
            if isinstance(inner, dict) and page.locator(f"{place(path)} [data-add-item='{key_of(item)}']").count():
                hands.add_item(item)
            _fill(hands, item, inner)
    elif field(page, path).locator("> .row > .box > select").count():
        hands.choose(path, str(value))
    else:
        hands.write(path, str(value))


def _simple(argument: Any) -> bool:
    """Whether a reference is offered by name: nothing in it is worked out, and no member of a group is meant."""
    steps = argument if isinstance(argument, list) else [argument]
    return not any(isinstance(step, (dict, list)) or str(step).startswith("resource.") for step in steps)


def present(page: Page) -> Any:
    return yaml.safe_load(text_of(page)) or {}


def value_at(value: Any, path: Path) -> Any:
    for step in path:
        try:
            value = value[step]
        except (KeyError, IndexError, TypeError):
            return None
    return value


def key_of(path: Path) -> str:
    """The name of the field at a path."""
    return json.dumps(list(path), separators=(",", ":"))


def place(path: Path) -> str:
    """The selector of the field at a path, also where it is the place of one more item."""
    quoted = key_of(path).replace('"', '\\"')
    return f'#inspector [data-key="{quoted}"]'


def field(page: Page, path: Path) -> Locator:
    """The field at a path."""
    return page.locator(place(path)).first


class Hand:
    """What both hands know of the page."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self._before = ""

    def before(self) -> None:
        """Remember the text that the next gesture is to change."""
        self.page.evaluate(f"window.textBefore = {SHOWN}")

    def done(self) -> None:
        """Wait until it is changed, and all of the page shows that."""
        until(self.page, f"window.textBefore !== {SHOWN}")
        settled(self.page)

    def folded(self, path: Path) -> Locator | None:
        """What unfolds the field at a path, None where it is open."""
        fold = field(self.page, path).locator("> .row > .fold-field[aria-expanded=false]")
        return fold if fold.count() else None

    def opened(self, path: Path) -> None:
        """Wait until what is inside of a field is there."""
        expect(field(self.page, path).locator("> .inside :is(.field, [data-add-item])").first).to_be_attached()

    def item(self, group: str, label: str) -> Locator:
        """An offer of the menu that stands open."""
        exact = re.compile(f"^{re.escape(label)}$")
        return self.page.locator(f'.offers section[aria-label="{group}"] button').filter(
            has=self.page.locator(".title").get_by_text(exact)).first
