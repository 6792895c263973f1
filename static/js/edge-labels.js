// Labels of the few edges that are looked at: each beside the card that the edge leads to or comes from, as seen from the
// one looked at, so that many edges of one card do not write over one another.

const SVG = "http://www.w3.org/2000/svg";
const MOST = 24;
const LONGEST = 30; // characters

const LETTER = 5.6; // about as wide as one is

/**
 * Label `rows` of [path, words, box of the card at whose end the words go] inside `svg`; older labels leave. `boxes()` yields
 * those of all cards: what would be written over one goes above it.
 */
export function labelEdges(svg, rows, boxes) {
  svg?.querySelector(".edge-labels")?.remove();
  if (!svg || rows.length === 0 || rows.length > MOST) return;
  const layer = document.createElementNS(SVG, "g");
  layer.classList.add("edge-labels");
  layer.setAttribute("aria-hidden", "true");
  const cards = boxes();
  for (const [path, words, box] of rows) {
    if (!words) continue;
    const end = nearer(path, box.x + box.width / 2, box.y + box.height / 2);
    const right = end.x > box.x + box.width / 2;
    const text = document.createElementNS(SVG, "text");
    const said = words.length > LONGEST ? `…${words.slice(-LONGEST + 1)}` : words;
    const x = end.x + (right ? 10 : -10), y = end.y - 5, width = said.length * LETTER;
    const left = right ? x : x - width;
    const under = cards.filter((card) => card.x < left + width && card.x + card.width > left && card.y < y + 3 && card.y + card.height > y - 9);
    text.setAttribute("x", x);
    text.setAttribute("y", Math.min(y, ...under.map((card) => card.y - 4)));
    text.setAttribute("text-anchor", right ? "start" : "end");
    text.textContent = said;
    layer.append(text);
  }
  svg.append(layer);
}

/** The end of a path that is nearer to a point. */
function nearer(path, x, y) {
  const first = path.getPointAtLength(0), last = path.getPointAtLength(path.getTotalLength());
  return Math.hypot(first.x - x, first.y - y) < Math.hypot(last.x - x, last.y - y) ? first : last;
}
