"""What a person waits for after a change on the canvas, in Chromium and on the server, stored in a database as ever.

Each row is a median. `to the page`: from the gesture to problems, graph, outline and inspector of the new text.
`server`: the request that stores the step and says what the text means now.
"""

from __future__ import annotations

import os
import shutil
import tempfile
import threading
from typing import Any

from bench.generate import template

ARGUMENTS = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
             "--disable-component-update", "--disable-sync"]
SIZES = {100: (60, 15), 1000: (150, 50), 10000: (0, 0)}
RUNS = 9

# Each with an inverse, so that the template is the same before every run.
KINDS = {
    "set a property": ("{op: 'set', path: ['resources', name, 'metadata'], value: {run: String(run)}}",
                       "{op: 'unset', path: ['resources', name, 'metadata']}"),
    "rename": ("{op: 'rename', section: 'resources', name, to: name + '_'}",
               "{op: 'rename', section: 'resources', name: name + '_', to: name}"),
    "connect": ("{op: 'connect', from: name, to: other}", "{op: 'disconnect', from: name, to: other}"),
    "add and remove": ("{op: 'add_resource', name: 'added', type: 'OS::Neutron::Net'}",
                       "{op: 'remove_resource', name: 'added'}"),
}

MEASURE = """async ([kind, runs, names]) => {
  const owner = document.querySelector("hot-document");
  const pages = [], servers = [];
  const done = async () => {
    do {
      await owner.whenSettled();
      await owner.whenDrawn();
    } while (!owner.settled || owner.drawing);
    await new Promise((next) => requestAnimationFrame(() => setTimeout(next)));
  };
  const gestures = GESTURES;
  for (let run = 0; run < runs; run += 1) {
    const name = names[Math.floor(names.length / 2) + run], other = names[2 + run];
    for (const operation of gestures[kind](run, name, other)) {
      await done();
      performance.clearResourceTimings();
      const began = performance.now();
      const answer = await owner.perform([operation], {select: false});
      if (answer === null) throw new Error(document.querySelector("#notices").textContent);
      await done();
      pages.push(performance.now() - began);
      const [step] = performance.getEntriesByType("resource").filter((entry) => entry.name.endsWith("/steps"));
      if (step) servers.push(step.responseStart - step.requestStart);
      await new Promise((next) => setTimeout(next, 150));
    }
  }
  return [pages, servers];
}""".replace("GESTURES", "{" + ", ".join(
    f"{kind!r}: (run, name, other) => [{one}, {back}]" for kind, (one, back) in KINDS.items()) + "}")


def run() -> list[tuple[str, float, str, str]]:
    """Medians of a few runs of each kind of change, and how the server's part grows from 1,000 resources to 10,000."""
    from playwright.sync_api import sync_playwright
    from waitress.server import create_server

    from designer.syntax import read
    from web.app import create_app

    rows: list[tuple[str, float, str, str]] = []
    cost: dict[tuple[str, int], float] = {}
    with tempfile.TemporaryDirectory() as folder:
        app = create_app({"DATABASE": f"sqlite:///{os.path.join(folder, 'bench.sqlite')}"})
        server: Any = create_server(app, host="127.0.0.1", port=0, threads=16)
        threading.Thread(target=_serve, args=(server,), daemon=True).start()
        address = f"http://127.0.0.1:{server.effective_port}"
        chromium = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
        with sync_playwright() as playwright:
            browser = playwright.chromium.launch(executable_path=chromium, args=ARGUMENTS)
            try:
                for size, (page_limit, server_limit) in SIZES.items():
                    page = browser.new_page(viewport={"width": 1440, "height": 900}, base_url=address)
                    page.set_default_timeout(180_000)
                    text = template(size)
                    names = list(read(text).root.plain()["resources"])  # type: ignore[union-attr]
                    _open(page, text)
                    for kind in KINDS:
                        page.evaluate(MEASURE, [kind, 1, names])
                        pages, servers = page.evaluate(MEASURE, [kind, RUNS if size <= 1000 else 3, names])
                        cost[kind, size] = _median(servers)
                        held = (f"at most {page_limit}", f"at most {server_limit}") if page_limit else ("", "")
                        rows.append((f"{kind} to the page, {size}", _median(pages), "ms", held[0]))
                        rows.append((f"{kind}, server, {size}", cost[kind, size], "ms", held[1]))
                    page.close()
            finally:
                browser.close()
                server.close()
    for kind in KINDS:
        rows.append((f"{kind}, server, 10000 against 1000", cost[kind, 10000] / cost[kind, 1000], "x", "at most 3"))
    return rows


def _serve(server: Any) -> None:
    try:
        server.run()
    except OSError:
        pass  # closed under the loop: the end


def _open(page: Any, text: str) -> None:
    page.goto("/")
    page.set_input_files("#file", {"name": "bench.yaml", "mimeType": "application/yaml", "buffer": text.encode()})
    page.wait_for_url("**/t/*")
    page.wait_for_selector(".cm-content", state="attached")
    while not page.evaluate("(owner => owner?.settled && !owner.drawing)(document.querySelector('hot-document'))"):
        page.wait_for_timeout(50)


def _median(values: list[float]) -> float:
    ordered = sorted(values)
    return ordered[len(ordered) // 2]
