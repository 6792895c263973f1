// Entries that are dragged out of the outline: let go over a card, they are offered to be used by it.

import { offerConnection } from "./connecting.js";

const USABLE = ["", "/parameters/"]; // how the nodes begin that a card can use

/** Let a canvas take what the outline says is dragged over it. */
export function takeDrops(canvas) {
  let aimed = null;
  const aim = (card) => {
    if (card === aimed) return;
    aimed?.classList.remove("target");
    aimed = card;
    aimed?.classList.add("target");
  };
  document.addEventListener("hot:dragmove", (event) => {
    const card = cardFor(canvas, event.detail);
    aim(card);
    if (card) event.preventDefault();
  });
  document.addEventListener("hot:drop", (event) => {
    const { what, x, y } = event.detail;
    const card = cardFor(canvas, event.detail);
    aim(null);
    if (card) offerConnection({ from: card.dataset.node, to: what.node }, [x, y]);
  });
  document.addEventListener("hot:dragend", () => aim(null));
}

function cardFor(canvas, { what, x, y }) {
  const card = document.elementFromPoint(x, y)?.closest(".node.resource");
  if (!card || !canvas.contains(card) || card.dataset.node === what.node || what.nodes.length > 1) return null;
  return USABLE.includes(what.node.slice(0, what.node.lastIndexOf("/") + 1)) ? card : null;
}
