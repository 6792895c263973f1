// Dragging rows of the outline: to another place in it, or out of it onto whatever listens.
//
// Out of it, `document` gets "hot:dragstart", "hot:dragmove", "hot:drop" and in the end "hot:dragend", each with detail {what: {node, nodes, name, kind},
// x, y}; who would take it at that place says so by preventDefault() on "hot:dragmove".

import { nodesOf } from "./selection.js";

const SLOP = 5; // pixels until a press becomes a drag
const PRESS = 350; // ms that a finger rests until it drags instead of scrolling
const EDGE = 28; // pixels at the ends in which the list moves by itself
const PACE = 8; // pixels a frame

export class OutlineDrag {
  #outline;
  #press = null; // {item, id, x, y, touch, timer}
  #what = null; // what is dragged, once it is
  #place = null; // where in the outline it would go
  #ghost = null;
  #line = null;
  #scroll = 0;
  #at = { x: 0, y: 0 };

  constructor(outline) {
    this.#outline = outline;
    outline.addEventListener("pointerdown", (event) => this.#down(event));
    // A quick hand has left the outline before its press is a drag.
    window.addEventListener("pointermove", (event) => this.#move(event));
    window.addEventListener("pointerup", (event) => this.#up(event));
    window.addEventListener("pointercancel", (event) => { if (event.pointerId === this.#press?.id) this.#end(); });
    // A finger that rested drags: from then on the page must not scroll. The browser asks for that from the start.
    outline.addEventListener("touchmove", (event) => { if (this.#what) event.preventDefault(); }, { passive: false });
    outline.addEventListener("contextmenu", (event) => { if (this.#what) event.preventDefault(); });
    outline.addEventListener("dragstart", (event) => event.preventDefault());
    window.addEventListener("keydown", (event) => {
      if (event.key !== "Escape" || !this.#what) return;
      event.preventDefault();
      event.stopPropagation();
      this.#end();
    }, { capture: true });
  }

  #down(event) {
    const row = event.target.closest("[role=treeitem]");
    const item = row && this.#outline.item(row.dataset.key);
    if (event.button !== 0 || !item || item.node === undefined || event.target.closest("button, .twisty")) return;
    const touch = event.pointerType === "touch";
    this.#press = { item, id: event.pointerId, x: event.clientX, y: event.clientY, touch, timer: 0 };
    if (touch) this.#press.timer = setTimeout(() => this.#start(), PRESS);
  }

  #move(event) {
    if (!this.#press || event.pointerId !== this.#press.id) return;
    this.#at = { x: event.clientX, y: event.clientY };
    if (!this.#what) {
      if (Math.hypot(event.clientX - this.#press.x, event.clientY - this.#press.y) < SLOP) return;
      if (this.#press.touch) return this.#end(); // it moved before it rested: that is scrolling
      this.#start();
    }
    this.#over();
  }

  #start() {
    const { item, id } = this.#press;
    const chosen = nodesOf(document.querySelector("hot-document").selection);
    const nodes = chosen.includes(item.node) ? chosen : [item.node];
    this.#what = { item, node: item.node, nodes, name: item.name, kind: item.one };
    this.#outline.setPointerCapture(id);
    this.#outline.classList.add("dragging");
    this.#ghost = element("drag-ghost", nodes.length > 1 ? `${nodes.length} entries` : item.name);
    document.body.append(this.#ghost);
    this.#line = element("drop-line");
    this.#outline.querySelector("[role=tree]").append(this.#line);
    this.#at = this.#at.x ? this.#at : { x: this.#press.x, y: this.#press.y };
    this.#say("hot:dragstart");
    this.#over();
  }

  #over() {
    const { x, y } = this.#at;
    this.#ghost.style.transform = `translate(${x + 12}px, ${y + 8}px)`;
    const box = this.#outline.getBoundingClientRect();
    const inside = x >= box.left && x <= box.right && y >= box.top && y <= box.bottom;
    this.#place = inside ? this.#placeAt(y - box.top + this.#outline.scrollTop) : null;
    this.#show(this.#place);
    const taken = inside ? this.#place !== null : !this.#say("hot:dragmove");
    this.#ghost.classList.toggle("taken", taken);
    const pace = !inside ? 0 : y < box.top + EDGE ? -PACE : y > box.bottom - EDGE ? PACE : 0;
    if (pace !== 0 && !this.#scroll) this.#roll(pace);
    else if (pace === 0) this.#scroll = cancelAnimationFrame(this.#scroll) ?? 0;
  }

  #roll(pace) {
    this.#scroll = requestAnimationFrame(() => {
      this.#scroll = 0;
      if (!this.#what) return;
      this.#outline.scrollTop += pace;
      this.#over();
    });
  }

  /** What dropping at a height of the list would do: {do, item, ...}, null for nothing. `line` is where it is shown, `into` that it is a row. */
  #placeAt(height) {
    const { height: row } = this.#outline;
    const at = Math.max(0, Math.min(this.#outline.items.length - 1, Math.floor(height / row)));
    const target = this.#outline.items[at], { item } = this.#what;
    if (!target) return null;
    const after = height - at * row > row / 2;
    const line = (at + (after ? 1 : 0)) * row;
    const home = (one) => one.kind === "group" || one.kind === "member";
    if (item.kind === "entry" && target.kind === "entry" && target.section === item.section) {
      if (this.#what.nodes.includes(target.node)) return null;
      return { do: "move", beside: target.name, after, line };
    }
    if (item.kind === "group" && target.kind === "group") return this.#what.nodes.includes(target.node) ? null : { do: "order", to: after ? target.at + 1 : target.at, line };
    const inGroup = home(target) && this.#outline.sections.find((one) => one.section === target.path[0])?.members === item.section;
    if (!inGroup || item.kind === "group") return item.kind === "member" && target.section === item.section && target.kind !== "member" ? { do: "leave", line: at * row, into: true } : null;
    const group = target.kind === "group" ? target : target.group;
    if (group.label === "") return null;
    if (target.kind === "group") return { do: "join", label: group.label, position: null, line: at * row, into: true };
    const others = group.members.filter((one) => !this.#what.nodes.includes(one.node));
    const place = others.findIndex((one) => one.name === target.name);
    return place < 0 ? null : { do: "join", label: group.label, position: place + (after ? 1 : 0), line };
  }

  #show(place) {
    this.#line.hidden = place === null;
    if (place === null) return;
    this.#line.style.top = `${place.line}px`;
    this.#line.style.height = place.into ? `${this.#outline.height}px` : "";
    this.#line.classList.toggle("into", Boolean(place.into));
  }

  #up(event) {
    if (!this.#press || event.pointerId !== this.#press.id) return;
    const what = this.#what, place = this.#place;
    if (!what) return this.#end();
    // What follows a drag is no click.
    const swallow = (after) => {
      after.preventDefault();
      after.stopPropagation();
    };
    window.addEventListener("click", swallow, { capture: true, once: true });
    setTimeout(() => window.removeEventListener("click", swallow, { capture: true }), 0);
    const box = this.#outline.getBoundingClientRect();
    const inside = event.clientX >= box.left && event.clientX <= box.right && event.clientY >= box.top && event.clientY <= box.bottom;
    if (!inside) this.#say("hot:drop");
    this.#end();
    if (inside && place !== null) this.#outline.dispatchEvent(new CustomEvent("hot:outline", { bubbles: true, detail: { what: "drop", item: what.item, nodes: what.nodes, place } }));
  }

  #end() {
    if (this.#press?.timer) clearTimeout(this.#press.timer);
    if (this.#what) this.#say("hot:dragend");
    if (this.#press && this.#outline.hasPointerCapture(this.#press.id)) this.#outline.releasePointerCapture(this.#press.id);
    this.#press = this.#what = this.#place = null;
    this.#at = { x: 0, y: 0 };
    this.#outline.classList.remove("dragging");
    this.#ghost?.remove();
    this.#line?.remove();
    this.#ghost = this.#line = null;
  }

  /** Tell the page; true unless somebody said that it would be taken. */
  #say(name) {
    const { node, nodes, name: called, kind } = this.#what;
    return document.dispatchEvent(new CustomEvent(name, { cancelable: true, detail: { what: { node, nodes, name: called, kind }, ...this.#at } }));
  }
}

function element(name, text = "") {
  const made = document.createElement("div");
  made.className = name;
  made.textContent = text;
  made.setAttribute("aria-hidden", "true");
  return made;
}
