// Drawing from a card to another: a line that follows the pointer, what would come of it beside it, and on release the ways.

import { draw, overlay } from "./handles.js";
import { offer, offers, tried } from "./offering.js";
import { pick } from "./picker.js";
import { route } from "./routing.js";
import { outline, placeOf, sectionOf } from "./targets.js";

const NEAR = 12; // how far beside a card the pointer may be and still mean it

/** A drag that draws a connection from the handle `side` ("needs" or "needed") of a card; `loose(event)` where it ends nowhere. */
export function drawLine(canvas, name, side, loose = () => {}) {
  const layer = overlay(canvas.svg);
  const line = draw(layer, "path", { class: "rubber" });
  const from = canvas.sceneBox(name);
  const cards = canvas.names.map((other) => ({ name: other, box: canvas.sceneBox(other) }))
    .filter((card) => card.name !== name && canvas.node(card.name).classList.contains("resource"));
  const chip = document.createElement("div");
  chip.className = "drag-chip";
  chip.hidden = true;
  canvas.append(chip);
  let target = null, asking = null;
  canvas.classList.add("connecting");

  const aim = (card) => {
    if (card === target) return;
    canvas.node(target?.name)?.classList.remove("target", "misfit");
    asking?.abort();
    target = card;
    chip.hidden = true;
    if (!card) return;
    canvas.node(card.name).classList.add("target");
    asking = new AbortController();
    const ends = side === "needs" ? { from: name, to: card.name } : { from: card.name, to: name };
    offers("/offers/connect", ends, { signal: asking.signal }).then((found) => {
      if (target !== card) return;
      canvas.node(card.name)?.classList.toggle("misfit", found.best === null);
      chip.textContent = found.words;
      chip.hidden = found.words === "";
    }, () => {}); // what is refused is said on release
  };
  const end = () => {
    asking?.abort();
    canvas.node(target?.name)?.classList.remove("target", "misfit");
    canvas.classList.remove("connecting");
    chip.remove();
    line.remove();
  };
  return {
    move(event) {
      const [x, y] = canvas.scenePoint(event.clientX, event.clientY);
      aim(cards.find(({ box }) => x >= box.x - NEAR && x <= box.x + box.width + NEAR && y >= box.y - NEAR && y <= box.y + box.height + NEAR) ?? null);
      const point = target ? target.box : { x, y, width: 0, height: 0 };
      line.setAttribute("d", side === "needs" ? route(from, point) : route(point, from));
      const frame = canvas.getBoundingClientRect();
      chip.style.transform = `translate(${Math.round(event.clientX - frame.left + 14)}px, ${Math.round(event.clientY - frame.top + 18)}px)`;
    },
    drop(event) {
      this.move(event);
      const card = target;
      end();
      if (!card) {
        loose(event);
        return;
      }
      const ends = side === "needs" ? { from: name, to: card.name } : { from: card.name, to: name };
      offerConnection(ends, [event.clientX, event.clientY], event.shiftKey);
    },
    cancel: end,
  };
}

/** Ask how `from` can come to need `to`; with `at_once` the best way is taken where there is one. */
export async function offerConnection({ from, to }, at, atOnce = false) {
  const found = await tried(() => offers("/offers/connect", { from, to }));
  if (!found) return;
  if (atOnce && found.best) await document.querySelector("hot-document").perform(found.best);
  else offer(at, `Connect ${from} and ${to.split("/").at(-1)}`, found);
}

/** By the keyboard: first the other one, drawn or not, then the ways. */
export function connectTo(name) {
  const at = placeOf(name);
  pick({
    at, label: `Connect ${name} to`, placeholder: `Connect ${name} to …`,
    rows: outline().entries.filter((entry) => entry.node !== name && sectionOf(entry)?.typed).map((entry) => ({
      title: entry.name, detail: entry.detail, run: () => offerConnection({ from: name, to: entry.node }, at),
    })),
  });
}

/** The place of the window below the left corner of a card. */
export function besideCard(canvas, name) {
  const box = canvas.sceneBox(name), frame = canvas.frame.getBoundingClientRect();
  if (!box) return [frame.left + 48, frame.top + 64];
  const [x, y] = canvas.windowPoint(box.x, box.y + box.height);
  return [Math.min(Math.max(x, frame.left + 8), frame.right - 60), Math.min(Math.max(y + 6, frame.top + 48), frame.bottom - 40)];
}
