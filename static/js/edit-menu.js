// The menus of entries and what opens them: a row of the outline, a button, a key.

import { canvasCommands } from "./canvas-commands.js";
import { pasteHere } from "./clipboard.js";
import { addCommands, editCommands } from "./edit-commands.js";
import { add } from "./entry-adding.js";
import { dropped, move } from "./entry-order.js";
import { openMenu } from "./menu.js";
import { capital, inOutline, outline, page, targets } from "./targets.js";

/** The menu of an outline's item, or of what is selected. */
function openEditMenu(at) {
  const items = editCommands.filter((command) => command.id && command.run && command.able && command.able())
    .map((command) => ({ title: command.title, keys: command.keys, danger: command.danger, run: command.run }));
  const connect = canvasCommands.find((command) => command.id === "connect");
  if (connect.able()) items.unshift({ title: "Connect to …", run: connect.run });
  items.push({ title: "Paste", keys: "Ctrl V", run: () => pasteHere() });
  openMenu({ at, label: targets().length > 1 ? `${targets().length} entries` : targets()[0]?.name ?? "Outline", items });
}

function openAddMenu(at) {
  openMenu({ at, label: "Add", items: addCommands().map((command) => ({ title: capital(command.title.slice(4).replace(/^an? /, "")), detail: command.detail, run: command.run })) });
}

/** Below an element, and somewhat inside of it where it begins at the border of the window. */
function beside(element) {
  const [left, bottom] = belowOf(element);
  return [Math.max(left, 16), bottom];
}

function belowOf(element) {
  const box = element.getBoundingClientRect();
  return [box.left, box.bottom + 2];
}

document.addEventListener("hot:outline", ({ detail: { what, item, nodes, place, element } }) => {
  if (what === "add") add(item.kind === "section" || item.kind === "entry" ? item.section : item.path[0], element ? beside(element) : null);
  else if (what === "drop") dropped(item, nodes, place);
});

document.addEventListener("click", (event) => {
  const button = event.target.closest("[data-command], [data-perform], [data-outline-menu]");
  if (!button) return;
  if (button.dataset.perform !== undefined) {
    const operations = JSON.parse(button.dataset.perform), { selection } = page();
    if (operations.length > 0) page().perform(operations, { select: false }).then((done) => { if (done) page().select(selection, "edit"); });
  } else if (button.dataset.outlineMenu === "add") {
    openAddMenu(belowOf(button));
  } else if (button.dataset.outlineMenu === "more") {
    outline().focusCurrent();
    openEditMenu(belowOf(button));
  } else {
    const command = [...editCommands, ...canvasCommands].find((each) => each.id === button.dataset.command);
    if (command && (command.able?.() ?? true)) command.run();
  }
});

document.addEventListener("contextmenu", (event) => {
  const row = event.target.closest?.("hot-outline [role=treeitem]");
  if (!row || event.defaultPrevented) return;
  event.preventDefault();
  row.focus();
  openEditMenu([event.clientX, event.clientY]);
});

/** Keys that mean something in the outline alone; true where one did. */
export function outlineKey(event) {
  if (!inOutline()) return false;
  const mod = event.ctrlKey || event.metaKey;
  if (event.altKey && !mod && event.key === "ArrowUp") move(-1);
  else if (event.altKey && !mod && event.key === "ArrowDown") move(1);
  else if (mod && !event.altKey && event.key.toLowerCase() === "a") outline().selectAll();
  else if (event.key === "ContextMenu" || (event.key === "F10" && event.shiftKey)) {
    const row = document.activeElement.closest("[role=treeitem]");
    if (!row) return false;
    openEditMenu(beside(row));
  } else if (event.key === "Escape" && page().selection !== null) page().select(null, "outline");
  else return false;
  return true;
}
