// Adding a resource: from the list of types by drag, key or button; onto the canvas, an edge or another card.

import { besideCard, offerConnection } from "./connecting.js";
import { offer, offers, tried } from "./offering.js";
import { pick } from "./picker.js";
import { freePlace, performAt } from "./placing.js";
import { announce } from "./notices.js";
import { getJson, getText } from "./server.js";

const RECENT = "hot.types"; // local storage: names of types, the last used first
const MOST = 6;
const page = () => document.querySelector("hot-document");

/** Add a resource of a type, with its middle at `at` in the scene; without a place where there is room. Yields its name, or null. */
export async function addType(canvas, type, { at = null, beside = canvas.chosen.at(-1) } = {}) {
  const name = await tried(async () => {
    await page().whenSettled();
    const found = await getJson(page().address(`/offers/new?${new URLSearchParams({ type })}`));
    canvas.hold();
    const place = at ?? freePlace(canvas, beside);
    return (await performAt(found.operations, { [found.name]: place })) && found.name;
  });
  if (name) remember(type);
  return name;
}

/** A type was dropped at a place of the window: on an edge it comes between, on a card it is offered to be connected. */
export async function dropType(canvas, type, { at, edge, node, point }) {
  if (edge) {
    const found = await tried(() => offers("/offers/between", { from: edge[0], to: edge[1], type }));
    if (!found) return;
    canvas.hold();
    remember(type);
    offer(point, `Put it between ${edge[0]} and ${edge[1]}`, found, (operations, button) => performAt(operations, { [button.dataset.name]: at }));
    return;
  }
  const name = await addType(canvas, type, node ? { beside: node } : { at });
  if (name && node) offerConnection({ from: name, to: node }, point);
}

/** Choose a type from a list at a place of the window; the resource then stands at `at`. */
export async function chooseType(canvas, { point = null, at = null, label = "Add a resource", run = null } = {}) {
  const rows = await tried(typeRows);
  if (!rows) return;
  const frame = canvas.frame.getBoundingClientRect(), chosen = canvas.chosen.at(-1);
  const place = point ?? (chosen ? besideCard(canvas, chosen) : [frame.left + frame.width / 2 - 160, frame.top + Math.min(120, frame.height / 5)]);
  pick({
    at: place, label, placeholder: `${label} …`, empty: "No type of that name.",
    rows: rows.map((row) => ({ ...row, run: () => (run ? run(row.more) : addType(canvas, row.more, { at })) })),
  });
}

/** A line was drawn from a card to where nothing is: a type is chosen that stands there, and is connected. */
export function chooseEnd(canvas, name, side, event) {
  const point = [event.clientX, event.clientY], at = canvas.scenePoint(...point).map(Math.round);
  chooseType(canvas, {
    point, label: side === "needs" ? `Add what ${name} needs` : `Add what needs ${name}`,
    run: async (type) => {
      const added = await addType(canvas, type, { at });
      if (added) offerConnection(side === "needs" ? { from: name, to: added } : { from: added, to: name }, point);
    },
  });
}

/** The types used last, the newest first. */
export function recentTypes() {
  try {
    const kept = JSON.parse(localStorage.getItem(RECENT));
    return Array.isArray(kept) ? kept.filter((one) => typeof one === "string") : [];
  } catch {
    return [];
  }
}

function remember(type) {
  try {
    localStorage.setItem(RECENT, JSON.stringify([type, ...recentTypes().filter((one) => one !== type)].slice(0, MOST)));
  } catch {
    announce("This browser keeps nothing: the types used last are not remembered.");
  }
  document.dispatchEvent(new CustomEvent("hot:types"));
}

let known = null;

/** All types as rows {title, detail, more: the type's name}, those used last first, then those often used. */
export async function typeRows() {
  if (known === null) {
    const piece = document.createElement("template");
    piece.innerHTML = await getText(document.querySelector("#types-search").getAttribute("hx-get"));
    const rows = [...piece.content.querySelectorAll("a[data-type]")].map((link) => ({
      title: link.querySelector(".name").textContent, detail: link.querySelector(".detail").textContent, more: link.dataset.type }));
    known = [...new Map(rows.map((row) => [row.more, row])).values()]; // what is often used stands in its group as well
  }
  const recent = recentTypes();
  const rank = ({ more }) => (recent.includes(more) ? recent.indexOf(more) : MOST);
  return [...known].sort((one, other) => rank(one) - rank(other));
}
