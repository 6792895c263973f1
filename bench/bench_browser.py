"""What a person waits for in the browser: upload to graph, a key stroke to its problems, moving a thousand cards."""

from __future__ import annotations

import json
import shutil
import threading
from typing import Any

from bench.generate import template

ARGUMENTS = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
             "--disable-component-update", "--disable-sync"]
SIZES = {100: (300, 150), 1000: (1500, 400)}
RUNS = 5

# When the first picture was painted, seen from the page itself.
WATCH = """
(() => {
  const look = () => {
    if (document.querySelector(".canvas.live .graph-place .node")) {
      requestAnimationFrame(() => setTimeout(() => { window.painted ??= Date.now(); }));
    } else {
      requestAnimationFrame(look);
    }
  };
  if (location.pathname.startsWith("/t/")) requestAnimationFrame(look);
})();
"""

UPLOAD = """text => {
  const transfer = new DataTransfer();
  transfer.items.add(new File([text], "bench.yaml"));
  const field = document.querySelector("#file");
  field.files = transfer.files;
  sessionStorage.began = Date.now();
  field.dispatchEvent(new Event("change"));
}"""

LISTEN = """() => {
  window.waits = [];
  let began = 0;
  addEventListener("keydown", () => { began = performance.now(); }, true);
  document.addEventListener("hot:analysed", () => requestAnimationFrame(() => setTimeout(() => {
    if (began) window.waits.push(performance.now() - began);
    began = 0;
  })));
}"""

# The middle of the card that is nearest to the middle of the frame.
NEAREST = """() => {
  const canvas = document.querySelector("hot-canvas"), box = canvas.frame.getBoundingClientRect();
  const far = ([x, y]) => Math.hypot(x - box.left - box.width / 2, y - box.top - box.height / 2);
  const middles = canvas.names.map((name) => canvas.node(name).querySelector(".card").getBoundingClientRect())
    .map(({left, top, width, height}) => [left + width / 2, top + height / 2]);
  return middles.sort((one, other) => far(one) - far(other))[0];
}"""

MOVE = """async what => {
  const frame = document.querySelector(".frame");
  const box = frame.getBoundingClientRect();
  const at = {clientX: box.left + box.width / 2, clientY: box.top + box.height / 2, bubbles: true, cancelable: true};
  const frames = [];
  await new Promise((done) => {
    let last = performance.now(), step = 0;
    const next = (now) => {
      if (step > 1) frames.push(now - last);
      last = now;
      step += 1;
      if (step > 120) return done();
      const way = step % 60 < 30 ? 1 : -1;
      if (what === "drag") {
        at.clientX += 4 * way;
        at.clientY += 3 * way;
        frame.dispatchEvent(new PointerEvent("pointermove", {...at, pointerId: 1, pointerType: "mouse", buttons: 1}));
      } else {
        const deltas = what === "zoom" ? {ctrlKey: true, deltaY: 9 * way} : {deltaX: 18 * way, deltaY: 12 * way};
        frame.dispatchEvent(new WheelEvent("wheel", {...at, ...deltas}));
      }
      requestAnimationFrame(next);
    };
    requestAnimationFrame(next);
  });
  return frames;
}"""


def run() -> list[tuple[str, float, str, str]]:
    """Medians of a few runs in Chromium, against the application on waitress."""
    from playwright.sync_api import sync_playwright
    from waitress.server import create_server

    from web.app import create_app

    server: Any = create_server(create_app(), host="127.0.0.1", port=0, threads=8)
    thread = threading.Thread(target=_serve, args=(server,), daemon=True)
    thread.start()
    address = f"http://127.0.0.1:{server.effective_port}"
    chromium = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    rows: list[tuple[str, float, str, str]] = []
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=ARGUMENTS)
        try:
            for size, (upload, stroke) in SIZES.items():
                text = template(size)
                page = browser.new_page(viewport={"width": 1440, "height": 900})
                page.add_init_script(WATCH)
                waits = [_upload(page, address, text + f"# {number}\n") for number in range(RUNS + 1)][1:]
                rows.append((f"upload to finished graph, {size}", _median(waits), "ms", f"at most {upload}"))
                waits = _strokes(page)
                rows.append((f"key stroke to problems, {size}", _median(waits), "ms", f"at most {stroke}"))
                if size == 1000:
                    rows += _frames(page)
                page.close()
        finally:
            browser.close()
            server.close()
    return rows


def _serve(server: Any) -> None:
    try:
        server.run()
    except OSError:
        pass  # closed under the loop: the end


def _upload(page: Any, address: str, text: str) -> float:
    page.goto(address)
    page.evaluate(UPLOAD, text)
    page.wait_for_url("**/t/*")
    while page.evaluate("window.painted") is None:
        page.wait_for_timeout(20)
    return float(page.evaluate("window.painted - Number(sessionStorage.began)"))


def _strokes(page: Any) -> list[float]:
    page.wait_for_selector(".cm-content")
    page.wait_for_timeout(1500)
    page.evaluate(LISTEN)
    page.click(".cm-content")
    page.keyboard.press("Control+End")
    page.keyboard.press("ArrowUp")
    page.keyboard.press("End")
    for _ in range(2 * RUNS):
        page.keyboard.press("x")
        page.wait_for_timeout(700)
    waits: list[float] = json.loads(page.evaluate("JSON.stringify(window.waits)"))
    return waits


def _frames(page: Any) -> list[tuple[str, float, str, str]]:
    page.keyboard.press("Escape")
    page.click("[data-canvas=collapse]")
    page.wait_for_selector(".frames .container")
    page.wait_for_timeout(1500)
    rows: list[tuple[str, float, str, str]] = []
    for scale, words in ((None, "all in sight"), (0.8, "near")):
        if scale is None:
            page.click("[data-canvas=fit]")
        else:
            page.evaluate("s => { const c = document.querySelector('hot-canvas'); c.zoom(s / c.view.scale); }", scale)
        page.wait_for_timeout(800)
        for what in ("drag", "pan", "zoom"):
            if what == "drag":
                page.mouse.move(*page.evaluate(NEAREST))
                page.mouse.down()
            deltas = sorted(page.evaluate(MOVE, what))
            if what == "drag":
                page.keyboard.press("Escape")
                page.mouse.up()
            late = sum(delta > 34 for delta in deltas)
            rows.append((f"{what}, 1000 cards, {words}: frame, 95th of 100", deltas[len(deltas) * 95 // 100], "ms",
                         f"{late} of {len(deltas)} above 34 ms"))
            page.wait_for_timeout(300)
    return rows


def _median(values: list[float]) -> float:
    return sorted(values)[len(values) // 2] if values else float("nan")
