"""What a person does with the designer's page, as far as several journeys do it."""

from __future__ import annotations

import re
import time
from collections.abc import Callable
from typing import Any

from playwright.sync_api import FilePayload, Page, expect

PATIENCE = 30.0  # seconds that a page may take: a machine that has much else to do fails no test
OPENED = re.compile("/[dt]/[^/]+$")

SMALL = """heat_template_version: 2021-04-16
description: A small network.
resources:
  net:
    type: OS::Neutron::Net
  subnet:
    type: OS::Neutron::Subnet
    properties:
      network: {get_resource: net}
      cidr: 10.0.0.0/24
  port:
    type: OS::Neutron::Port
    properties:
      network: {get_resource: net}
      fixed_ips:
        - subnet: {get_resource: subnet}
outputs:
  address:
    value: {get_attr: [port, fixed_ips, 0, ip_address]}
"""


def open_file(page: Page, data: bytes | str = SMALL, name: str = "small.yaml") -> None:
    """Open a file's page and wait for its graph: what is sent is what the start page sends (see `choose_file`)."""
    start = page.request.get("/").text()
    found = re.search('name="csrf-token" content="([^"]+)"', start)
    assert found is not None
    answer = page.request.post("/open", headers={"Accept": "application/json", "X-CSRF-Token": found[1]},
                               multipart={"file": as_file(data, name)})
    assert answer.ok, answer.text()
    page.goto(answer.json()["location"])
    ready(page)


def choose_file(page: Page, data: bytes | str = SMALL, name: str = "small.yaml") -> None:
    """Choose a file on the start page, as a person does, and wait for its graph."""
    page.goto("/")
    page.set_input_files("#file", as_file(data, name))
    page.wait_for_url(OPENED)
    ready(page)


def as_file(data: bytes | str, name: str) -> FilePayload:
    """A file that is sent."""
    content = data.encode() if isinstance(data, str) else data
    return {"name": name, "mimeType": "application/yaml", "buffer": content}


def ready(page: Page) -> None:
    """Wait until the page works: the editor is there, and what is shown belongs to the text."""
    page.wait_for_selector(".cm-content", state="attached")
    settled(page)


def text_of(page: Page) -> str:
    """The text in the editor, with its own line breaks."""
    return str(page.evaluate("document.querySelector('hot-editor').text"))


def type_at_end(page: Page, text: str) -> None:
    """Type behind the last character of the text."""
    page.click(".cm-content")
    page.keyboard.press("Control+End")
    page.keyboard.type(text)


def replace_all(page: Page, text: str) -> None:
    """Paste another text over all of it."""
    page.click(".cm-content")
    page.keyboard.press("Control+a")
    page.evaluate("""text => {
        const data = new DataTransfer();
        data.setData("text/plain", text);
        const target = document.querySelector(".cm-content");
        target.dispatchEvent(new ClipboardEvent("paste", {bubbles: true, cancelable: true, clipboardData: data}));
    }""", text)


def settled(page: Page) -> None:
    """Wait until problems and graph belong to the text."""
    until(page, "document.querySelector('hot-document')?.settled && !document.querySelector('hot-document').drawing")


def until(page: Page, expression: str) -> None:
    """Wait until an expression holds. Playwright's own way needs `eval` on the page, which our policy refuses."""
    wait(page, lambda: bool(page.evaluate(expression)), lambda: f"never true: {expression}")


def wait(page: Page, test: Callable[[], bool], complaint: Callable[[], str] = lambda: "never came") -> None:
    """Wait until a test holds, and let the page go on meanwhile."""
    end = time.monotonic() + PATIENCE
    while not test():
        assert time.monotonic() < end, complaint()
        page.wait_for_timeout(20)


def at_rest(page: Page, expression: str) -> None:
    """Wait until what an expression yields is the same from one look to the next, two frames apart."""
    frames = "new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))"
    until(page, f"(async () => {{ const look = () => JSON.stringify({expression}), before = look();"
                f" await {frames}; return look() === before; }})()")


def node(page: Page, name: str) -> Any:
    """The card of a resource."""
    return page.locator(f'.graph-place .node[data-node="{name}"]')


def click_node(page: Page, name: str) -> None:
    """Click the middle of a card's name."""
    node(page, name).locator(".card").first.click()


def middle(page: Page, name: str) -> tuple[float, float]:
    """The middle of a card, in the window."""
    box = node(page, name).locator(".card").first.bounding_box()
    assert box is not None
    return box["x"] + box["width"] / 2, box["y"] + box["height"] / 2


def drag(page: Page, start: tuple[float, float], end: tuple[float, float]) -> None:
    """Press the mouse at a place of the window, move it to another, and let it go."""
    page.mouse.move(*start)
    page.mouse.down()
    page.mouse.move((start[0] + end[0]) / 2, (start[1] + end[1]) / 2, steps=4)
    page.mouse.move(*end, steps=4)
    page.mouse.up()


def drop(page: Page, files: list[tuple[str, str]], selector: str = "hot-drop") -> None:
    """Drop files, (name, content) each, on the window."""
    page.evaluate(
        """([selector, files]) => {
            const transfer = new DataTransfer();
            for (const [name, content] of files) transfer.items.add(new File([content], name));
            const target = document.querySelector(selector);
            for (const type of ["dragenter", "dragover", "drop"]) {
                target.dispatchEvent(new DragEvent(type, {bubbles: true, cancelable: true, dataTransfer: transfer}));
            }
        }""", [selector, files])


def has_problem(page: Page, words: str) -> None:
    """Wait until the list of problems holds these words."""
    expect(page.locator("#problems")).to_contain_text(words)
