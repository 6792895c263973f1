// Taking away the dependency that an edge stands for.

import { besideCard } from "./connecting.js";
import { offer, offers, tried } from "./offering.js";

const page = () => document.querySelector("hot-document");

/** Let `from` need `to` no longer: at once where it has one reason, else one is chosen. */
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
