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

from tests.browser.desk import drag, middle, node, settled, text_of, until

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
    if _at(_present(hands.page), path) == value:
        return
    page = hands.page
    call = next(iter(value)) if isinstance(value, dict) and len(value) == 1 else None
    if call in GIVEN and _simple(value[call]):
        name, *steps = value[call] if isinstance(value[call], list) else [value[call]]
        hands.give(path, GIVEN[call], f"{steps[0]} of {name}" if steps else name)
        if len(steps) > 1:
            hands.follow(path, [name, *steps])
    elif call in FUNCTIONS:
        if _at(_present(page), (*path, call)) is None:
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


def _present(page: Page) -> Any:
    return yaml.safe_load(text_of(page)) or {}


def _at(value: Any, path: Path) -> Any:
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


class _Hand:
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


class Mouse(_Hand):
    """A mouse does every gesture; keys only type the values."""

    def start(self) -> None:
        self.page.click("#tab-types")
        self.page.click("[data-canvas=out]")

    def open(self, path: Path) -> None:
        fold = self.folded(path)
        if fold is not None:
            self.click(fold)
            self.opened(path)

    def click(self, target: Locator) -> None:
        self.show(target)
        target.click()

    def show(self, target: Locator) -> None:
        """Bring into sight what is folded or scrolled away."""
        target.wait_for(state="attached")
        if not target.is_visible():
            more = target.evaluate("element => element.closest('details.more:not([open])')?.dataset.key")
            if more is not None:
                self.page.locator("#inspector details.more").and_(
                    self.page.locator(f"[data-key='{more}']")).locator("> summary").click()
        target.scroll_into_view_if_needed()

    def type_over(self, control: Locator, text: str) -> None:
        self.show(control)
        control.click(click_count=3 if control.input_value() else 1)
        self.page.keyboard.insert_text(text)

    def leave(self) -> None:
        """Click where nothing is: what was typed is taken."""
        sign = self.page.locator("#inspector header > .service")
        sign.scroll_into_view_if_needed()
        sign.click()

    def add(self, type: str, name: str, place: tuple[int, int]) -> None:
        page = self.page
        search = page.locator("#types-search")
        if search.input_value() != type:
            search.click(click_count=3)
            with page.expect_response(lambda answer: "q=" in answer.url):
                page.keyboard.insert_text(type)
            until(page, "!document.querySelector('.htmx-request, .htmx-swapping, .htmx-settling, .htmx-added')")
        row = page.locator(f'#types a[data-type="{type}"]').last
        row.scroll_into_view_if_needed()
        box = row.bounding_box()
        assert box is not None
        self.before()
        drag(page, (box["x"] + 60, box["y"] + 10), place)
        self.done()
        expect(page.locator("#inspector .type-line")).to_contain_text(type)
        self.rename(name)

    def rename(self, name: str) -> None:
        title = self.page.locator("#form-title")
        if title.input_value() != name:
            self.before()
            self.type_over(title, name)
            self.leave()
            self.done()
        expect(node(self.page, name)).to_be_attached()

    def duplicate(self, name: str, copy: str) -> None:
        self.before()
        self.click(self.page.locator("#inspector [data-act=duplicate]"))
        self.done()
        expect(self.page.locator("#form-title")).not_to_have_value(name)
        self.rename(copy)

    def enter(self, section: str, name: str) -> None:
        page = self.page
        close = page.locator("#inspector header [data-select='']")
        if close.count():
            self.click(close)
        entry = page.get_by_label(f"Name of a new {section}", exact=True)
        self.click(entry)
        page.keyboard.insert_text(name)
        self.before()
        page.locator("#inspector .add-entry", has=entry).locator("button").click()
        self.done()
        expect(page.locator("#form-title")).to_have_value(name)

    def draw(self, source: str, target: str, way: str) -> None:
        page = self.page
        page.mouse.move(*middle(page, source))
        handle = page.locator(f'.handles[data-of="{source}"] [data-handle=needs] .knob').bounding_box()
        assert handle is not None
        self.before()
        drag(page, (handle["x"] + handle["width"] / 2, handle["y"] + handle["height"] / 2), middle(page, target))
        page.locator(".point-menu [role=menuitem]", has_text=way).first.click()
        self.done()

    def write(self, path: Path, text: str) -> None:
        self.before()
        self.type_over(field(self.page, path).locator("> .row > .box > :is(input, textarea)"), text)
        self.leave()
        self.done()

    def choose(self, path: Path, text: str) -> None:
        control = field(self.page, path).locator("> .row > .box > select")
        self.before()
        self.show(control)
        control.select_option(label=text)  # the list of a select is the browser's own, outside of the page
        self.done()

    def give(self, path: Path, group: str, label: str) -> None:
        self.click(field(self.page, path).locator("> .row [data-menu]"))
        search, item = self.page.locator(".offers [data-search]"), self.item(group, label)
        search.wait_for()
        if not item.count():  # more than are shown
            search.click()
            self.page.keyboard.insert_text(label)
        self.before()
        item.click()
        self.done()

    def follow(self, path: Path, steps: list[Any]) -> None:
        self.click(field(self.page, path).locator("> .row [data-menu]"))
        self.page.locator(".offers [data-unfold='[data-steps]']").click()
        self.before()
        self.page.locator(".offers [data-steps] input").click(click_count=3)
        self.page.keyboard.insert_text(".".join(map(str, steps)))
        self.page.locator(".offers [data-steps] button").click()
        self.done()

    def add_entry(self, path: Path, name: str, text: str) -> None:
        entry = self.page.locator(f"#inspector [data-entry='{key_of(path)}']")
        self.click(entry.locator("[data-entry-name]"))
        self.page.keyboard.insert_text(name)
        entry.locator("[data-entry-value]").click()
        self.page.keyboard.insert_text(text)
        self.before()
        entry.locator("[data-enter]").click()
        self.done()

    def add_item(self, path: Path) -> None:
        self.click(self.page.locator(f"#inspector [data-add-item='{key_of(path)}']"))
        expect(field(self.page, path)).to_be_visible()

    def add_constraint(self, kind: str) -> None:
        self.before()
        self.click(self.page.locator("#inspector .adders button", has_text=kind))
        self.done()


class Keys(_Hand):
    """Keys do everything."""

    def start(self) -> None:
        pass

    def press(self, *keys: str) -> None:
        for key in keys:
            self.page.keyboard.press(key)

    def type(self, text: str) -> None:
        """Type what is typed into a field: a line's end is a key of its own."""
        for at, line in enumerate(text.split("\n")):
            if at:
                self.press("Enter")
            self.page.keyboard.insert_text(line)

    def find(self, path: Path) -> None:
        """Go to a field by its name, or to the place of one more item."""
        if field(self.page, path).evaluate("field => field.matches('.draft')"):
            self.look_for("Add to " + self.title(path[:-1]))
        else:
            self.look_for(self.title(path))

    def look_for(self, name: str) -> None:
        self.press("Alt+.")
        expect(self.page.locator(".picker input")).to_be_focused()
        self.page.keyboard.insert_text(name)
        self.press("Enter")
        expect(self.page.locator(".picker")).to_have_count(0)

    def tab_to(self, wanted: Locator) -> None:
        for _ in range(6):
            if wanted.evaluate("element => element === document.activeElement"):
                return
            self.press("Tab")
        raise AssertionError("not on the way")

    def open(self, path: Path) -> None:
        if self.folded(path) is not None:
            self.find(path)
            self.press("Enter")
            self.opened(path)

    def add(self, type: str, name: str, place: tuple[int, int]) -> None:
        page = self.page
        self.press("Alt+3", "a")
        expect(page.locator(".picker input")).to_be_focused()
        page.keyboard.insert_text(type)
        self.before()
        self.press("Enter")
        self.done()
        expect(page.locator("#inspector .type-line")).to_contain_text(type)
        self.rename(name)

    def rename(self, name: str) -> None:
        if self.page.locator("#form-title").input_value() != name:
            self.press("F2")
            expect(self.page.locator(".ask-name input")).to_be_focused()
            self.page.keyboard.insert_text(name)
            self.before()
            self.press("Enter")
            self.done()
        expect(self.page.locator("#form-title")).to_have_value(name)

    def duplicate(self, name: str, copy: str) -> None:
        self.before()
        self.press("Alt+3", "Control+d")
        self.done()
        expect(self.page.locator("#form-title")).not_to_have_value(name)
        self.rename(copy)

    def enter(self, section: str, name: str) -> None:
        page = self.page
        self.press("Control+k")
        expect(page.locator("#palette input")).to_be_focused()
        page.keyboard.insert_text(f"add {'an' if section == 'output' else 'a'} {section}")
        self.press("Enter")
        expect(page.locator(".ask-name input")).to_be_focused()
        page.keyboard.insert_text(name)
        self.press("Enter")
        expect(page.locator(".picker input")).to_be_focused()
        self.before()
        self.press("Enter")
        self.done()
        expect(page.locator("#form-title")).to_have_value(name)

    def draw(self, source: str, target: str, way: str) -> None:
        page = self.page
        self.press("Alt+3", "e")
        expect(page.locator(".picker input")).to_be_focused()
        page.keyboard.insert_text(target)
        self.press("Enter")
        expect(page.locator(".point-menu [role=menuitem]").first).to_be_focused()
        self.down_to(way)
        self.before()
        self.press("Enter")
        self.done()

    def down_to(self, words: str) -> None:
        for _ in range(30):
            if words in self.page.evaluate("document.activeElement.textContent"):
                return
            self.press("ArrowDown")
        raise AssertionError(f"no item {words}")

    def write(self, path: Path, text: str) -> None:
        control = field(self.page, path).locator("> .row > .box > :is(input, textarea)")
        self.find(path)
        expect(control).to_be_focused()
        several = control.evaluate("control => control.nodeName === 'TEXTAREA'")
        if control.input_value():
            self.press("Control+a")
        self.type(text)
        self.before()
        self.press("Control+Enter" if several else "Enter")
        self.done()

    def choose(self, path: Path, text: str) -> None:
        self.find(path)
        expect(field(self.page, path).locator("> .row > .box > select")).to_be_focused()
        self.before()
        self.page.keyboard.type(text)
        self.done()

    def give(self, path: Path, group: str, label: str) -> None:
        self.menu(path)
        self.page.keyboard.insert_text(label)
        item = self.item(group, label)
        expect(item).to_be_visible()
        if self.page.locator(".offers .offer-groups button:not([hidden]) .title").first.text_content() != label:
            self.down_to(label)
        self.before()
        self.press("Enter")
        self.done()

    def menu(self, path: Path) -> None:
        """Open the menu of a field."""
        self.find(path)
        self.tab_to(field(self.page, path).locator("> .row [data-menu]"))
        self.press("Enter")
        expect(self.page.locator(".offers [data-search]")).to_be_focused()

    def follow(self, path: Path, steps: list[Any]) -> None:
        self.menu(path)
        self.down_to("Another path")
        self.press("Enter")
        expect(self.page.locator(".offers [data-steps] input")).to_be_focused()
        self.page.keyboard.insert_text(".".join(map(str, steps)))
        self.before()
        self.press("Enter")
        self.done()

    def add_entry(self, path: Path, name: str, text: str) -> None:
        entry = self.page.locator(f"#inspector [data-entry='{key_of(path)}']")
        self.look_for("Add to " + self.title(path))
        expect(entry.locator("[data-entry-name]")).to_be_focused()
        self.page.keyboard.insert_text(name)
        self.press("Enter")
        self.page.keyboard.insert_text(text)
        self.before()
        self.press("Enter")
        self.done()

    def title(self, path: Path) -> str:
        """What the page calls a field."""
        inner = path
        while inner and not self.page.locator(place(inner)).count():  # a call has no field of its own
            inner = inner[:-1]
        return str(field(self.page, inner).evaluate("""field => {
            const names = [];
            for (let at = field; at; at = at.parentElement.closest(".field")) names.unshift(at.dataset.name ?? "");
            return names.filter(Boolean).join(" ");
        }"""))

    def add_item(self, path: Path) -> None:
        self.look_for("Add to " + self.title(path[:-1]))
        expect(field(self.page, path)).to_be_visible()

    def add_constraint(self, kind: str) -> None:
        self.before()
        self.look_for(f"Add {kind}")
        self.done()
