// The keys of the canvas that only look: arrows go from card to card along what needs what, Enter inspects, Escape leaves.

import { announce } from "./notices.js";

const STEP = 60; // pixels that an arrow key moves the picture
const MOVES = { ArrowLeft: [1, 0], ArrowRight: [-1, 0], ArrowUp: [0, 1], ArrowDown: [0, -1] };

/** Do what a key means on the canvas; true where it means something. */
export function canvasKey(canvas, event) {
  if (event.ctrlKey || event.metaKey || event.altKey) return false;
  const move = MOVES[event.key];
  const node = canvas.selection?.node ?? canvas.selection?.nodes?.at(-1);
  if (move) {
    if (event.shiftKey || node === undefined || !canvas.node(node)) {
      if (node === undefined && !event.shiftKey && canvas.pickFirst()) return true;
      canvas.view.move(move[0] * STEP, move[1] * STEP);
      canvas.moved();
    } else {
      walk(canvas, node, event.key);
    }
  } else if (event.key === "Enter") {
    if (node === undefined) canvas.pickFirst();
    else {
      document.dispatchEvent(new CustomEvent("hot:panel", { detail: { panel: "inspector" } }));
      document.querySelector("#inspector .field.unfinished > .row > .box > :is(input, select, textarea)")?.focus(); // what is to be filled in
    }
  } else if (event.key === "Escape") {
    canvas.pick(null);
  } else {
    return false;
  }
  return true;
}

/** Left: to what this needs. Right: to what needs it. Up and down: to the neighbour in that direction. */
function walk(canvas, name, key) {
  const here = canvas.sceneBox(name);
  const others = { ArrowLeft: () => [...canvas.relations.needs(name)], ArrowRight: () => [...canvas.relations.neededBy(name)] }[key]?.() ?? canvas.names;
  let best = null, least = Infinity;
  for (const other of others) {
    const box = canvas.sceneBox(other);
    if (!box || other === name) continue;
    const dx = box.x - here.x, dy = box.y - here.y;
    if (key === "ArrowUp" && dy >= -1) continue;
    if (key === "ArrowDown" && dy <= 1) continue;
    const distance = key === "ArrowUp" || key === "ArrowDown" ? Math.abs(dy) + 3 * Math.abs(dx) : Math.abs(dx) + Math.abs(dy);
    if (distance < least) [best, least] = [other, distance];
  }
  if (best === null) {
    announce({ ArrowLeft: "Needs nothing that is drawn.", ArrowRight: "Nothing needs it." }[key] ?? "Nothing farther this way.");
    return;
  }
  canvas.pick({ node: best });
  canvas.reveal(best);
}
