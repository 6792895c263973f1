// Taking out what is selected: what refers to it is shown first; where nothing does, it goes at once, and undo brings it back.

import { besideCard } from "./connecting.js";
import { closeMenu, openPanel } from "./menu.js";
import { offer, offers, ask, tried } from "./offering.js";

const page = () => document.querySelector("hot-document");

/** Delete what is selected: cards, or the dependency that an edge stands for; false where nothing is. */
export function removeSelected(canvas) {
  const { node, nodes, edge } = canvas.selection ?? {};
  if (edge !== undefined) disconnect(canvas, edge);
  else if (nodes !== undefined || node !== undefined) remove(canvas, nodes ?? [node]);
  else return false;
  return true;
}

export async function remove(canvas, names) {
  const html = await tried(() => ask("/uses", { node: names }));
  if (html === null) return;
  const piece = document.createElement("template");
  piece.innerHTML = html;
  const uses = piece.content.querySelector(".uses");
  const operations = JSON.parse(uses.dataset.run);
  const go = async () => {
    if (await page().perform(operations, { select: false })) page().select(null, "edit");
  };
  if (Number(uses.dataset.count) === 0) {
    await go();
    return;
  }
  const panel = openPanel({ at: besideCard(canvas, names[0]), label: uses.querySelector("h2").textContent, role: "alertdialog", className: "uses-panel" }, uses);
  panel.addEventListener("click", (event) => {
    if (event.target.closest("[data-delete]")) {
      closeMenu();
      go();
    } else if (event.target.closest("[data-keep]")) {
      closeMenu();
    }
  });
  panel.querySelector("[data-keep]").focus();
}

/** Take away the dependency of `from` on `to`: at once where it has one reason, else one is chosen. */
export async function disconnect(canvas, [from, to], at = null) {
  const found = await tried(() => offers("/offers/loose", { from, to }));
  if (!found) return;
  const go = async (operations) => {
    page().select({ node: from }, "graph"); // first: the edge may be gone when the answer comes
    if (!await page().perform(operations, { select: false })) page().select({ edge: [from, to] }, "graph");
  };
  if (found.count === 1) await go(found.best);
  else offer(at ?? middleOf(canvas, from, to), `Disconnect ${from} from ${to}`, found, go);
}

function middleOf(canvas, from, to) {
  const path = canvas.edges.find(({ dataset }) => dataset.from === from && dataset.to === to);
  if (!path) return besideCard(canvas, from);
  const { x, y } = path.getPointAtLength(path.getTotalLength() / 2);
  return canvas.windowPoint(x, y);
}
