// Where a person puts cards: kept with the template, and held here until the picture from the server knows of it.

import { Carried } from "./arranging.js";
import { tried } from "./offering.js";
import { getJson } from "./server.js";

const page = () => document.querySelector("hot-document");
const held = new Map(); // name -> [x, y], the middle of the card in the scene

/** Keep where cards were put: {name: [x, y]}, the middle of each. */
export async function keep(places) {
  hold(places);
  try {
    await page().place(places);
  } finally {
    release(places);
  }
}

/** Do operations that make cards, which stand at these places then. */
export async function performAt(operations, places, options = {}) {
  hold(places);
  try {
    return await page().perform(operations, { ...options, places });
  } finally {
    release(places);
  }
}

/** Move the cards of a new picture to where they were put meanwhile. */
export function settle(canvas) {
  for (const [name, [x, y]] of held) {
    const box = canvas.names.includes(name) ? canvas.sceneBox(name) : null;
    if (!box) continue;
    const dx = x - box.x - box.width / 2, dy = y - box.y - box.height / 2;
    if (Math.abs(dx) >= 1 || Math.abs(dy) >= 1) new Carried(canvas, [name]).by(dx, dy);
  }
}

/** Place every card anew, as one step that undo takes back. */
export async function tidy(canvas) {
  held.clear();
  if (page().dataset.template === undefined) { // a text that is only looked at
    canvas.dispatchEvent(new CustomEvent("hot:view", { bubbles: true, detail: { tidy: true } }));
    return;
  }
  canvas.busy = true;
  const found = await tried(async () => {
    await page().whenSettled();
    return getJson(page().address(`/tidy${canvas.query}`));
  });
  canvas.busy = false;
  if (!found) return;
  const fit = () => canvas.fit();
  canvas.addEventListener("hot:drawn", fit, { once: true });
  setTimeout(() => canvas.removeEventListener("hot:drawn", fit), 2000); // where all stood so already, nothing is drawn
  await page().place(found.places, "Tidy");
}

function hold(places) {
  for (const [name, place] of Object.entries(places)) held.set(name, place);
}

function release(places) {
  for (const [name, place] of Object.entries(places)) if (held.get(name) === place) held.delete(name);
}

const WIDTH = 200, HEIGHT = 56, GAP = 24;

/** The middle of a free place for one more card: beside `name` where that is drawn, else in the middle of what is seen, or of all where nothing is. */
export function freePlace(canvas, name) {
  const beside = name === undefined ? null : canvas.sceneBox(name);
  const { width, height } = canvas.frameSize;
  const frame = canvas.frame.getBoundingClientRect();
  const { size } = canvas;
  const middle = () => (width > 0 ? canvas.scenePoint(frame.left + width / 2, frame.top + height / 2) : [size.x + size.width / 2, size.y + size.height / 2]);
  let [x, y] = beside ? [beside.x + beside.width + 64, beside.y] : middle();
  if (!beside) [x, y] = [x - WIDTH / 2, y - HEIGHT / 2];
  const boxes = canvas.names.map((other) => canvas.sceneBox(other));
  const blocked = () => boxes.some((box) => box.x < x + WIDTH + GAP && box.x + box.width + GAP > x && box.y < y + HEIGHT + GAP && box.y + box.height + GAP > y);
  for (let tries = 0; tries < 200 && blocked(); tries += 1) y += HEIGHT + GAP;
  return [Math.round(x + WIDTH / 2), Math.round(y + HEIGHT / 2)];
}
