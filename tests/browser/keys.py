"""A hand at the keyboard alone."""

from __future__ import annotations

from typing import Any

from playwright.sync_api import Locator, expect

from tests.browser.hands import Hand, Path, field, key_of, place


class Keys(Hand):
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
