// The menu of the canvas: on a right click, a long press, the Menu key or Shift F10.

import { commandsFor } from "./canvas-commands.js";
import { besideCard } from "./connecting.js";
import { openMenu } from "./menu.js";

/** Open the menu for what is under a pointer; without one, for what is selected. */
export function menuAt(canvas, event) {
  canvas.frame.focus({ preventScroll: true }); // there the keyboard is again when the menu has gone
  const found = event ? under(canvas, event) : selected(canvas);
  const at = event ? { point: [event.clientX, event.clientY], at: canvas.scenePoint(event.clientX, event.clientY).map(Math.round) } : {};
  const point = at.point ?? (canvas.chosen.length > 0 ? besideCard(canvas, canvas.chosen.at(-1)) : middle(canvas));
  const items = commandsFor(found.kind).map((command) => ({ ...command, title: ending(command.title), run: () => command.run({ ...at, point }) }));
  if (found.kind === "card") items.push({ rule: true }, { title: "Go to text", keys: "T", run: () => canvas.dispatchEvent(new CustomEvent("hot:go", { bubbles: true, detail: { node: found.name } })) });
  if (found.kind === "container") items.push({ title: found.open ? "Collapse" : "Open", run: () => canvas.toggle(found.name) });
  if (found.kind === "canvas") items.push({ rule: true }, { title: "Tidy", run: () => canvas.querySelector("[data-canvas=tidy]").click() }, { title: "Show all", keys: "F", run: () => canvas.fit() });
  if (items.length > 0) openMenu({ at: point, label: found.words, items });
}

function under(canvas, event) {
  const container = event.target.closest?.("[data-toggle-cluster]");
  if (container) return { kind: "container", name: container.dataset.toggleCluster, open: !container.classList.contains("node"), words: "Container" };
  const hit = canvas.hit(event);
  const { badge, node, from, to } = hit?.dataset ?? {};
  const name = badge ?? node;
  if (name !== undefined) {
    if (!canvas.chosen.includes(name)) canvas.pick({ node: name });
  } else if (from !== undefined && to !== undefined) {
    canvas.pick({ edge: [from, to] });
  } else {
    canvas.pick(null);
  }
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

/** What asks for more first says so. */
function ending(title) {
  return ["Connect to", "Rename", "Change type", "Add a resource"].includes(title) ? `${title} …` : title;
}
