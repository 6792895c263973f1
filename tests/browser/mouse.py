"""A hand at the mouse, which types into fields only."""

from __future__ import annotations

from typing import Any

from playwright.sync_api import Locator, expect

from tests.browser.desk import drag, middle, node, until
from tests.browser.hands import Hand, Path, field, key_of


class Mouse(Hand):
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
