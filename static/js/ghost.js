// A resource type on its way to the canvas: a card that follows the pointer, and what would come of letting it go here.

import { panning } from "./autopan.js";

const SLOP = 5;
const NEAR = 8; // pixels beside an edge that still mean it

/** Follow the pointer from a row of the list of types; `dropped({at, edge, node, point})` when it is let go over the canvas. */
export function carryType(canvas, row, start, dropped) {
  let ghost = null, aimed = { element: null };
  row.setPointerCapture(start.pointerId);

  const aim = (x, y) => {
    ghost.style.transform = `translate(${x}px, ${y}px) translate(-50%, -50%) scale(${over(canvas, x, y) ? Math.max(0.3, canvas.view.scale) : 1})`;
    const found = over(canvas, x, y) ? underPoint(canvas, x, y) : { element: null, words: "" };
    ghost.classList.toggle("away", !over(canvas, x, y));
    if (found.element !== aimed.element) {
      aimed.element?.classList.remove("target");
      found.element?.classList.add("target");
      ghost.classList.toggle("onto", found.node !== undefined); // what it is dropped on is seen through it
      chip.textContent = found.words;
      chip.hidden = found.words === "";
    }
    aimed = found;
    chip.style.transform = `translate(${x + 14}px, ${y + 18}px)`;
  };
  const chip = document.createElement("div");
  chip.className = "drag-chip loose";
  chip.hidden = true;

  const drag = panning(canvas, { move: (event) => aim(event.clientX, event.clientY), cancel() {} }, { entering: true });
  const move = (event) => {
    if (event.pointerId !== start.pointerId) return;
    if (!ghost) {
      if (Math.hypot(event.clientX - start.clientX, event.clientY - start.clientY) < SLOP) return;
      ghost = ghostOf(row);
      document.body.append(ghost, chip);
      document.documentElement.classList.add("carrying-type");
      row.addEventListener("click", stop, { capture: true, once: true });
    }
    drag.move(event);
  };
  const end = (event) => {
    if (event.pointerId !== undefined && event.pointerId !== start.pointerId) return;
    row.removeEventListener("pointermove", move);
    row.removeEventListener("pointerup", end);
    row.removeEventListener("pointercancel", end);
    removeEventListener("keydown", escape, true);
    if (!ghost) return;
    drag.cancel();
    aimed.element?.classList.remove("target");
    ghost.remove();
    chip.remove();
    document.documentElement.classList.remove("carrying-type");
    setTimeout(() => row.removeEventListener("click", stop, { capture: true }));
    if (event.type !== "pointerup" || !over(canvas, event.clientX, event.clientY)) return;
    const { node, edge } = aimed;
    dropped({ at: canvas.scenePoint(event.clientX, event.clientY).map(Math.round), node, edge, point: [event.clientX, event.clientY] });
  };
  const escape = (event) => {
    if (event.key !== "Escape" || !ghost) return;
    event.preventDefault();
    event.stopPropagation();
    end({ type: "cancel" });
  };
  row.addEventListener("pointermove", move);
  row.addEventListener("pointerup", end);
  row.addEventListener("pointercancel", end);
  addEventListener("keydown", escape, true);
}

function stop(event) {
  event.preventDefault();
  event.stopPropagation();
}

/** Whether a place of the window shows the canvas, and nothing over it. */
function over(canvas, x, y) {
  const found = document.elementFromPoint(x, y);
  return Boolean(found && canvas.frame.contains(found));
}

/** The card or edge under a place of the window, and what letting go there does. */
function underPoint(canvas, x, y) {
  const node = document.elementFromPoint(x, y)?.closest(".node.resource");
  if (node) return { element: node, node: node.dataset.node, words: `Add, and connect to ${node.dataset.node}` };
  for (const [dx, dy] of [[0, 0], [0, -NEAR], [0, NEAR], [-NEAR, 0], [NEAR, 0], [0, -NEAR / 2], [0, NEAR / 2]]) {
    const edge = document.elementFromPoint(x + dx, y + dy)?.closest(".edge");
    const { from, to } = edge?.dataset ?? {};
    if (from === undefined || to === undefined || !canvas.contains(edge)) continue;
    if (from.startsWith("/") || to.startsWith("/")) continue;
    return { element: edge, edge: [from, to], words: `Between ${from} and ${to}` };
  }
  return { element: null, words: "" };
}

function ghostOf(row) {
  const ghost = document.createElement("div");
  ghost.className = "ghost";
  ghost.setAttribute("aria-hidden", "true");
  const sign = row.querySelector("svg.service") ?? row.closest("details")?.querySelector("svg.service");
  if (sign) ghost.append(sign.cloneNode(true));
  const words = document.createElement("span");
  words.textContent = row.querySelector(".name").textContent;
  ghost.append(words);
  return ghost;
}
