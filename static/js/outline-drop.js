// What is dragged out of the outline onto a card of the graph: the server says what could be meant, and one way is chosen.

import { offer, offers, tried } from "./offering.js";

let target = null; // the card that it would go to

/** The resource's card at a place of the window, if what is dragged is another. */
function cardAt({ x, y, what }) {
  const card = document.elementFromPoint(x, y)?.closest("hot-canvas .node.resource[data-node]");
  return card && card.dataset.node !== what.node && (what.nodes?.length ?? 1) === 1 ? card : null;
}

function aim(card) {
  if (card === target) return;
  target?.classList.remove("target");
  target = card;
  target?.classList.add("target");
}

document.addEventListener("hot:dragmove", (event) => {
  aim(cardAt(event.detail));
  if (target) event.preventDefault();
});
document.addEventListener("hot:dragend", () => aim(null));
document.addEventListener("hot:drop", async (event) => {
  const card = cardAt(event.detail);
  aim(null);
  if (!card) return;
  const { x, y, what } = event.detail;
  const found = await tried(() => offers("/offers/drop", { node: what.node, on: card.dataset.node }));
  if (found) offer([x, y], `${what.name ?? what.node} for ${card.dataset.node}`, found);
});
