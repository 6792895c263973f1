// The picture in the page: its pieces by key and name, who needs whom in it, and bringing it up to date.

import { Relations } from "./relations.js";

const SVG = "http://www.w3.org/2000/svg";
const QUICK = 140; // ms
const MOST = 80; // pieces that are seen moving; more would only stutter
const NOWHERE = { x: 0, y: 0, width: 0, height: 0 };

export class Picture {
  svg = null;
  nodes = new Map(); // name -> element
  edges = new Set(); // elements
  relations = new Relations();
  #pieces = new Map(); // key -> element
  #needed = new Map(); // name -> rows [name, label] of what it needs
  #groups = []; // many-on-many dependencies
  pins = {}; // what the server called the places of its cards
  #within = {}; // name -> the collapsed container that stands for it
  #size = NOWHERE;
  origin = NOWHERE; // the place of the scene that the corner of the element shows

  /** Take up what the server drew into a place. */
  read(place) {
    this.svg = place.querySelector("svg");
    const box = this.svg?.viewBox.baseVal;
    this.origin = this.#size = box ? { x: box.x, y: box.y, width: box.width, height: box.height } : NOWHERE;
    for (const known of [this.#pieces, this.nodes, this.edges, this.#needed]) known.clear();
    for (const piece of place.querySelectorAll("[data-key]")) this.#know(piece.dataset.key, piece);
    const script = place.querySelector("script[type='application/json']");
    const data = script ? JSON.parse(script.textContent) : {};
    for (const [source, ...row] of data.edges ?? []) {
      const rows = this.#needed.get(source);
      if (rows) rows.push(row);
      else this.#needed.set(source, [row]);
    }
    this.#groups = data.groups ?? [];
    this.#within = data.within ?? {};
    this.pins = data.pins === undefined ? {} : { pins: data.pins };
    this.#relate();
  }

  /**
   * Change it as the server says: {remove: [key], put: [[key, layer, markup]], view: [left, top, width, height],
   * needed: {name: rows}, groups, within}. `front` holds the pieces that stand before their layer.
   */
  patch({ remove, put, view, needed, groups, within, pins }, front) {
    for (const key of remove) {
      const piece = this.#forget(key);
      if (!piece) continue;
      front.forget(piece);
      piece.remove();
    }
    const holder = document.createElementNS(SVG, "svg");
    holder.innerHTML = put.map(([, , markup]) => markup).join("");
    const fresh = [...holder.children];
    const moving = put.length <= MOST && !matchMedia("(prefers-reduced-motion: reduce)").matches;
    put.forEach(([key, layer], index) => {
      const piece = fresh[index], old = this.#forget(key);
      if (old && !front.forget(old)) {
        old.replaceWith(piece);
      } else {
        old?.remove();
        this.svg.querySelector(`:scope > g.${layer}`).append(piece);
      }
      if (old && moving) move(piece, old);
      this.#know(key, piece);
    });
    // The element keeps its size, and what is outside of it is seen all the same: a new one would lay out every word in it.
    const [x, y, width, height] = view;
    this.#size = { x, y, width, height };
    for (const [name, rows] of Object.entries(needed)) {
      if (rows.length > 0) this.#needed.set(name, rows);
      else this.#needed.delete(name);
    }
    this.#groups = groups ?? this.#groups;
    this.#within = within ?? this.#within;
    this.pins = { pins };
    this.#relate();
  }

  /** Where it begins in the scene, and how large it is. */
  get size() {
    return this.#size;
  }

  /** The card that stands for a resource: its own, or that of the container that it is collapsed into. */
  cardOf(name) {
    return this.nodes.has(name) ? name : this.#within[name] ?? name;
  }

  /** Where a card stands in the scene, whose origin stays where it is when the picture grows; null where there is none. */
  box(name) {
    const node = this.nodes.get(this.cardOf(name));
    if (!node) return null;
    const { e, f } = placeOf(node), card = node.querySelector(".card");
    return { x: e, y: f, width: card.width.baseVal.value, height: card.height.baseVal.value };
  }

  #know(key, piece) {
    const { classList, dataset } = piece;
    this.#pieces.set(key, piece);
    if (classList.contains("node")) this.nodes.set(dataset.node ?? dataset.container, piece);
    else if (classList.contains("edge")) this.edges.add(piece);
  }

  #forget(key) {
    const piece = this.#pieces.get(key);
    this.#pieces.delete(key);
    if (piece === undefined || this.edges.delete(piece)) return piece;
    const name = piece.dataset.node ?? piece.dataset.container;
    if (this.nodes.get(name) === piece) this.nodes.delete(name);
    return piece;
  }

  #relate() {
    this.relations = new Relations(() => {
      const edges = [];
      for (const [source, needs] of this.#needed) for (const row of needs) edges.push([source, ...row]);
      // What is drawn besides resources (parameters, outputs, containers) is known from its lines alone.
      for (const { dataset: { from, to } } of this.edges) {
        if (from !== undefined && to !== undefined && (from.startsWith("/") || to.startsWith("/"))) edges.push([from, to]);
      }
      return { edges, groups: this.#groups };
    });
  }
}

/** Let a piece go from where an older one stood to its own place. */
function move(piece, old) {
  const from = placeOf(old), to = placeOf(piece);
  if (!from || !to || (from.e === to.e && from.f === to.f)) return;
  piece.animate([{ transform: `translate(${from.e}px, ${from.f}px)` }, { transform: `translate(${to.e}px, ${to.f}px)` }], { duration: QUICK, easing: "ease-out" });
}

function placeOf(piece) {
  return piece.transform?.baseVal.numberOfItems > 0 ? piece.transform.baseVal.consolidate().matrix : null;
}
