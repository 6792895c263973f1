// Dragging in forms: an item of a list to another place, and what is dragged out of the outline onto a field.

import { notice } from "./notices.js";
import { getJson } from "./server.js";

const SLOP = 4; // pixels until a press becomes a drag

/** Drag an item of a list by its handle. */
export function dragItem(form, item, press) {
  if (press.button !== 0 || !item || item.matches(".draft")) return;
  press.preventDefault();
  const handle = press.target.closest("[data-handle]");
  const items = [...item.parentElement.querySelectorAll(":scope > .item[data-item]")];
  const from = items.indexOf(item);
  let to = from, moving = false;
  handle.setPointerCapture(press.pointerId);
  const mark = () => items.forEach((one, at) => {
    one.classList.toggle("drop-before", moving && to < from && at === to);
    one.classList.toggle("drop-after", moving && to > from && at === to);
  });
  const move = (event) => {
    if (!moving && Math.abs(event.clientY - press.clientY) < SLOP) return;
    moving = true;
    item.classList.add("carried");
    const middles = items.map((one) => one.getBoundingClientRect()).map((box) => (box.top + box.bottom) / 2);
    to = middles.filter((middle, at) => at !== from && middle < event.clientY).length;
    mark();
  };
  const end = (event) => {
    handle.removeEventListener("pointermove", move);
    handle.removeEventListener("lostpointercapture", end);
    window.removeEventListener("keydown", escape, true);
    item.classList.remove("carried");
    const wanted = event.type === "keydown" ? from : to;
    moving = false;
    mark();
    if (wanted !== from) form.moveTo(item, wanted);
  };
  const escape = (event) => {
    if (event.key !== "Escape") return;
    event.preventDefault();
    event.stopPropagation();
    end(event);
  };
  handle.addEventListener("pointermove", move);
  handle.addEventListener("lostpointercapture", end);
  window.addEventListener("keydown", escape, true);
}

let over = null; // the field that what is dragged would go to

function fieldAt(x, y) {
  const field = document.elementFromPoint(x, y)?.closest("hot-form [data-key]");
  return field?.querySelector(":scope > .row [data-menu]") ? field : null;
}

function aim(field) {
  if (field === over) return;
  over?.classList.remove("drop-here");
  over = field;
  over?.classList.add("drop-here");
}

document.addEventListener("hot:dragmove", (event) => {
  aim(fieldAt(event.detail.x, event.detail.y));
  if (over) event.preventDefault();
});
document.addEventListener("hot:dragend", () => aim(null));
document.addEventListener("hot:drop", (event) => {
  const field = fieldAt(event.detail.x, event.detail.y);
  aim(null);
  if (field) drop(field, event.detail.what.node);
});

/** Make what is dragged, a node of the template, the value of a field. */
async function drop(field, node) {
  const form = field.closest("hot-form");
  try {
    const query = new URLSearchParams({ path: field.dataset.key, node });
    const { operations } = await getJson(form.owner.address(`/form/value?${query}`));
    form.run(operations, { field });
  } catch (error) {
    notice(error.message);
  }
}

// A name in the inspector's own lists is dragged as a row of the outline is.
document.addEventListener("pointerdown", (press) => {
  const source = press.target.closest?.("hot-form a.pill[data-select], hot-form [data-carries]");
  if (!source || press.button !== 0) return;
  const what = { node: source.dataset.select };
  let moving = false;
  const tell = (name, event) => document.dispatchEvent(new CustomEvent(name, { cancelable: true, detail: { what, x: event.clientX, y: event.clientY } }));
  const move = (event) => {
    if (!moving && Math.hypot(event.clientX - press.clientX, event.clientY - press.clientY) < SLOP) return;
    if (!moving) tell("hot:dragstart", event);
    moving = true;
    tell("hot:dragmove", event);
  };
  const up = (event) => {
    window.removeEventListener("pointermove", move);
    window.removeEventListener("pointerup", up);
    window.removeEventListener("pointercancel", up);
    if (!moving) return;
    if (event.type === "pointerup") tell("hot:drop", event);
    tell("hot:dragend", event);
    const still = (click) => { click.preventDefault(); click.stopPropagation(); };
    window.addEventListener("click", still, { capture: true, once: true });
    setTimeout(() => window.removeEventListener("click", still, { capture: true }));
  };
  window.addEventListener("pointermove", move);
  window.addEventListener("pointerup", up);
  window.addEventListener("pointercancel", up);
});
document.addEventListener("dragstart", (event) => { if (event.target.closest?.("hot-form")) event.preventDefault(); });
