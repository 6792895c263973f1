// The clipboard: what is copied from the page is YAML that any editor takes; what is pasted into it is planned by the server.
// It works by the events `copy`, `cut` and `paste`, so that no permission is asked for. In a field or the text they stay what they are.

import { keepNew, remove } from "./entry-acts.js";
import { openMenu } from "./menu.js";
import { announce, notice } from "./notices.js";
import { openText } from "./open.js";
import { tried } from "./offering.js";
import { nodesOf } from "./selection.js";
import { postJson, Refused } from "./server.js";
import { outlined, page, targets } from "./targets.js";

let ready = null; // {key, text}: what was asked for, for the event that is on its way

/** Whether an event means the page and not a text in it. */
function meant(event) {
  const field = event.target.closest?.("input, textarea, select, [contenteditable=true], .cm-editor, [popover]");
  return !field && document.getSelection().isCollapsed;
}

async function fetched(nodes) {
  await page().whenSettled();
  const answer = await postJson(page().address("/copy"), { nodes });
  if (answer.refused !== undefined) throw new Refused(answer.refused, 200, "refused");
  return answer.text;
}

/**
 * Put nodes on the clipboard; with `cut` they then go. The text comes from the server, later than the event that asked for it:
 * the page copies once more when it is there, which a browser allows for some seconds after a key or click.
 */
export async function copyNodes(nodes, { cut = false } = {}) {
  if (nodes.length === 0) return;
  const text = await tried(() => fetched(nodes));
  if (text === null) return;
  ready = { text };
  const copied = document.execCommand("copy");
  ready = null;
  if (!copied && !(await written(text))) {
    notice("This browser lets nothing be copied from here. The text has it: select its lines there.");
    return;
  }
  if (!cut) announce(nodes.length === 1 ? "Copied." : `${nodes.length} entries copied.`);
  else await remove(nodes, { word: "Cut" });
}

async function written(text) {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}

/** From a menu or the palette a page may not read the clipboard unasked: then it says which key does. */
export async function pasteHere() {
  let text;
  try {
    text = await navigator.clipboard.readText();
  } catch {
    notice("Press Ctrl V to paste: a browser lets a page read the clipboard only then.", { plain: true });
    return;
  }
  await paste(text);
}

/** Put a text from the clipboard into the template. */
export async function paste(text, as = null) {
  if (text.trim() === "") return;
  const found = await tried(() => postJson("/clipboard", text));
  if (found === null) return;
  if (found.refused !== undefined) {
    notice(found.refused);
    return;
  }
  if (found.whole && as === null) {
    const at = [innerWidth / 2 - 140, innerHeight / 3];
    openMenu({ at, label: "What is pasted is a whole template", items: [
      { heading: "What is pasted is a whole template" },
      { title: "Put its parts into this one", detail: wordsOf(found.counts), run: () => paste(text, "part") },
      { title: "Open it as a template of its own", run: () => openText(text) },
    ] });
    return;
  }
  const after = afterWhat();
  await keepNew(() => page().perform([{ op: "paste", text, ...(after === null ? {} : { after }) }], { select: false }));
  await outlined();
}

/** The last selected thing that is drawn: what is pasted comes behind it. */
function afterWhat() {
  const drawn = nodesOf(page().selection).filter((node) => !node.startsWith("/"));
  return drawn.at(-1) ?? null;
}

function wordsOf(counts) {
  return document.querySelector("hot-outline").sections.filter(({ section }) => counts[section] > 0)
    .map(({ section, one, title }) => `${counts[section]} ${counts[section] === 1 ? one : title.toLowerCase()}`).join(", ");
}

for (const kind of ["copy", "cut"]) {
  document.addEventListener(kind, (event) => {
    if (ready !== null && kind === "copy") {
      event.preventDefault();
      event.clipboardData.setData("text/plain", ready.text);
      return;
    }
    if (event.defaultPrevented || !meant(event)) return;
    const nodes = targets().map((each) => each.node);
    if (nodes.length === 0) return;
    event.preventDefault();
    copyNodes(nodes, { cut: kind === "cut" });
  });
}

document.addEventListener("paste", (event) => {
  if (event.defaultPrevented || !meant(event)) return;
  const text = event.clipboardData?.getData("text/plain") ?? "";
  if (text.trim() === "") return;
  event.preventDefault();
  paste(text);
});
