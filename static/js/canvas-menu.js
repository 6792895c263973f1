// The menu of the canvas: on a right click, a long press, the Menu key or Shift F10. Its items are the commands of the palette.

import { canvasCommands } from "./canvas-commands.js";
import { besideCard } from "./connecting.js";
import { editCommands } from "./edit-commands.js";
import { openMenu } from "./menu.js";

const MORE = new Set(["add-here", "connect", "rename", "type"]); // these ask for something first
const ITEMS = { // the ids of commands; null: a line between
  card: ["connect", "rename", "type", null, "duplicate", "copy", "cut", null, "delete"],
  cards: ["duplicate", "copy", "cut", null, "delete"],
  edge: ["disconnect"],
  container: ["add-here"],
  canvas: ["add-here", "paste", "all"],
};

/** Open the menu for what is under a pointer; without one, for what is selected. `held`: under a finger that rests there. */
export function menuAt(canvas, event, held = false) {
  canvas.frame.focus({ preventScroll: true }); // there the keyboard is again when the menu has gone
  const found = event ? under(canvas, event) : selected(canvas);
  const at = event ? canvas.scenePoint(event.clientX, event.clientY).map(Math.round) : null;
  const point = event ? [event.clientX, event.clientY] : canvas.chosen.length > 0 ? besideCard(canvas, canvas.chosen.at(-1)) : middle(canvas);
  const all = [...canvasCommands, ...editCommands];
  const items = ITEMS[found.kind].map((id) => {
    const command = all.find((one) => one.id === id);
    if (!command) return { rule: true };
    if (!(command.able?.() ?? true)) return null;
    return { ...command, title: MORE.has(id) ? `${command.title} …` : command.title, run: () => command.run({ at, point }) };
  }).filter(Boolean);
  items.push(...besides(canvas, found));
  openMenu({ at: point, label: found.words, items, held });
}

/** What only looks, and so is no command of its own. */
function besides(canvas, { kind, name, open }) {
  if (kind === "card") return [{ rule: true }, { title: "Go to text", keys: "T", run: () => canvas.dispatchEvent(new CustomEvent("hot:go", { bubbles: true, detail: { node: name } })) }];
  if (kind === "container") return [{ title: open ? "Collapse" : "Open", run: () => canvas.toggle(name) }];
  if (kind === "canvas") return [{ rule: true }, { title: "Tidy", run: () => canvas.querySelector("[data-canvas=tidy]").click() }, { title: "Show all", keys: "F", run: () => canvas.fit() }];
  return [];
}

function under(canvas, event) {
  const container = event.target.closest?.("[data-toggle-cluster]");
  if (container) return { kind: "container", name: container.dataset.toggleCluster, open: !container.classList.contains("node"), words: "Container" };
  const { badge, node, from, to } = canvas.hit(event)?.dataset ?? {};
  const name = badge ?? node;
  if (name === undefined) canvas.pick(from !== undefined && to !== undefined ? { edge: [from, to] } : null);
  else if (!canvas.chosen.includes(name)) canvas.pick({ node: name });
  return selected(canvas);
}

function selected(canvas) {
  const { chosen, selection } = canvas;
  if (selection?.edge !== undefined) return { kind: "edge", words: `${selection.edge[0]} needs ${selection.edge[1]}` };
  if (chosen.length > 1) return { kind: "cards", words: `${chosen.length} cards` };
  if (chosen.length === 1) return { kind: "card", name: chosen[0], words: chosen[0].split("/").at(-1) };
  return { kind: "canvas", words: "Graph" };
}

function middle(canvas) {
  const frame = canvas.frame.getBoundingClientRect();
  return [frame.left + frame.width / 2 - 100, frame.top + frame.height / 3];
}
