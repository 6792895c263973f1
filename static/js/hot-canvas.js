// <hot-canvas>: the graph that the server drew, to be moved, searched and read. Pan and zoom stand on a wrapper outside of what is
// swapped, events are delegated, and what is selected is told to <hot-document>, which answers with "hot:selected".
// What changes the template (drag, connect, delete ...) is `hands`, which canvas-hands.js gives it once the page stands.

import { canvasKey } from "./canvas-keys.js";
import { collapsedIn, queryOf, toggleCollapse, toggleContainer, toggleWaves } from "./choice.js";
import { labelEdges } from "./edge-labels.js";
import { Front } from "./front.js";
import { Gestures } from "./gestures.js";
import { light } from "./lights.js";
import { announce } from "./notices.js";
import { Picture } from "./picture.js";
import { View } from "./view.js";

const TOOLS = 44; // pixels at the top that the tools lie over
const COARSE = 2; // how far the scale may go from the one that was painted for
const REST = 160; // ms without movement until it is painted sharp
const RADIUS = 7; // pixels beside an edge that still hit it
const FAR = 0.7; // below this scale the small text goes
const FARTHER = 0.4; // below this one all text goes
const START = 0.75; // the scale that a picture too large to be read as a whole starts with

class HotCanvas extends HTMLElement {
  view = new View();
  hands = null;
  #frame;
  #world;
  #graph;
  #picture = new Picture();
  #lit = []; // elements that the selection lights up
  #found = []; // elements that the search found
  #front = new Front();
  #selection = null;
  #awaited = null; // a node that an edit made and the picture does not show yet
  #hovered = null;
  #fitted = true; // nobody moved the picture since it was fitted
  #drawn = 0;
  #painted = 1; // the scale that the layer in motion was painted for
  #moving = false;
  #motion = null; // an animation that stands still, while it moves
  #timer = 0;

  connectedCallback() {
    this.#frame = this.querySelector(".frame");
    this.#world = this.querySelector(".world");
    this.#graph = this.querySelector(".graph-place");
    this.gestures = new Gestures(this.#frame, {
      pan: (dx, dy) => { this.view.move(dx, dy); this.moved(); },
      zoom: (factor, x, y) => { this.view.zoom(factor, x, y); this.moved(); },
      tap: (event) => this.#tap(event),
      double: (event) => this.#double(event),
      hold: (event) => this.hands?.menu(event),
      grab: (event) => this.hands?.grab(event) ?? null,
      ended: () => this.hands?.mark(),
    });
    this.#frame.addEventListener("pointerover", (event) => this.#over(event));
    this.#frame.addEventListener("pointerleave", () => this.#hover(null));
    this.#frame.addEventListener("keydown", (event) => {
      if (this.hands?.key(event) || canvasKey(this, event)) event.preventDefault();
    });
    this.addEventListener("click", (event) => this.#tool(event));
    this.addEventListener("change", (event) => this.#option(event));
    document.addEventListener("hot:selected", (event) => this.#selected(event.detail));
    new ResizeObserver(() => { if (this.#fitted) this.#start(); }).observe(this.#frame);
    this.classList.add("live");
    this.#read();
    this.#start();
  }

  // -- what is shown --

  /** What the person asked to be drawn, as a query for the server. */
  get query() {
    return queryOf(this);
  }

  set busy(value) {
    this.classList.toggle("busy", value);
    this.setAttribute("aria-busy", String(value));
  }

  /** Put another picture in the place of the present one; what is in both stays where it is on the screen. */
  show(html, { fit = false } = {}) {
    const origin = this.size;
    const piece = document.createElement("template");
    piece.innerHTML = html;
    this.#graph.replaceChildren(piece.content);
    this.#read();
    if (fit || this.#fitted) this.#start();
    else this.#stay(origin);
    this.#drawnAnew();
  }

  get frame() {
    return this.#frame;
  }

  get edges() {
    return [...this.#picture.edges];
  }

  /** What the server called the places of the cards in the picture, for a query. */
  get pins() {
    return this.#picture.pins;
  }

  get relations() {
    return this.#picture.relations;
  }

  get selection() {
    return this.#selection;
  }

  /** The names of the cards that are selected. */
  get chosen() {
    const { node, nodes } = this.#selection ?? {};
    return (nodes ?? (node === undefined ? [] : [node])).filter((name) => this.#picture.nodes.has(name));
  }

  get hovered() {
    return this.#hovered;
  }

  /** The scene stays where it is on the screen, though its picture begins elsewhere than at `origin` now. */
  #stay(origin) {
    const { x, y } = this.size;
    this.view.move((x - origin.x) * this.view.scale, (y - origin.y) * this.view.scale);
    this.#apply();
  }

  /** Names of the nodes in the picture, as drawn. */
  get names() {
    return [...this.#picture.nodes.keys()];
  }

  /** Rows of {name, x, y, width, height}: where each node is in the picture. */
  boxes() {
    const { x, y } = this.size;
    return this.names.map((name) => {
      const box = this.sceneBox(name);
      return { name, ...box, x: box.x - x, y: box.y - y };
    });
  }

  /** Where a card stands in the scene, whose origin stays where it is when the picture grows; null where there is none. */
  sceneBox(name) {
    return this.#picture.box(name);
  }

  /** The place in the scene that is under a place of the window. */
  scenePoint(clientX, clientY) {
    const frame = this.#frame.getBoundingClientRect(), { x, y } = this.size;
    const [left, top] = this.view.toPicture(clientX - frame.left, clientY - frame.top);
    return [left + x, top + y];
  }

  /** The place of the window that shows a place of the scene. */
  windowPoint(sceneX, sceneY) {
    const frame = this.#frame.getBoundingClientRect(), { x, y } = this.size;
    return [(sceneX - x) * this.view.scale + this.view.x + frame.left, (sceneY - y) * this.view.scale + this.view.y + frame.top];
  }

  get size() {
    return this.#picture.size;
  }

  get svg() {
    return this.#picture.svg;
  }

  get frameSize() {
    return { width: this.#frame.clientWidth, height: this.#frame.clientHeight };
  }

  node(name) {
    return this.#picture.nodes.get(this.#picture.cardOf(name));
  }

  /** Leave the picture where it is from now on: it is no longer fitted to the frame when it changes. */
  hold() {
    if (this.frameSize.width > 0) this.#fitted = false; // what nobody sees is fitted when it is shown
  }

  /** Change the picture where it is another now: what `pictures.changes` of the server yields. */
  patch(changes) {
    const origin = this.size;
    this.#picture.patch(changes, this.#front);
    this.#stay(origin);
    this.#drawnAnew();
  }

  #read() {
    this.#picture.read(this.#graph);
    this.#hovered = null;
    this.#lit = [];
    this.#found = [];
    this.#say();
  }

  #drawnAnew() {
    this.#light();
    this.hands?.drawn();
    if (this.#awaited !== null && this.sceneBox(this.#awaited)) {
      this.reveal(this.#awaited, false, 0); // where it was dropped it stays, be it near the border
      this.#awaited = null;
    }
    this.dispatchEvent(new CustomEvent("hot:drawn", { bubbles: true }));
  }

  // -- moving --

  fit() {
    const { width, height } = this.size;
    this.view.fit({ x: 0, y: 0, width, height }, this.frameSize, { top: TOOLS });
    this.#fitted = true;
    this.#apply();
  }

  /** All of the picture where it can be read as a whole; else its beginning. */
  #start() {
    const { width, height } = this.size, frame = this.frameSize;
    if (frame.width === 0) return; // another panel is shown: it is fitted when this one is
    this.fit();
    if (this.view.scale < FARTHER && width > 0) {
      const scale = Math.min(START, Math.max(FARTHER, (frame.width - 64) / width));
      Object.assign(this.view, { scale, x: Math.max(32, (frame.width - width * scale) / 2), y: height * scale > frame.height ? 56 : (frame.height - height * scale) / 2 });
      this.#fitted = false;
      this.#apply();
    }
  }

  zoom(factor) {
    const { width, height } = this.frameSize;
    this.view.zoom(factor, width / 2, height / 2);
    this.moved();
  }

  /** Show which nodes are looked for: those keep their colour; null when nothing is looked for. */
  mark(names) {
    if (!this.svg) return;
    for (const one of this.#found) one.classList.remove("match");
    this.#found = [...new Set((names ?? []).map((name) => this.node(name)))].filter(Boolean);
    for (const one of this.#found) one.classList.add("match");
    this.svg.classList.toggle("searched", names !== null);
    this.#front.show(this.svg, [...this.#lit, ...this.#found]);
  }

  /** Bring a node into sight; nearer when it could not be read from here. */
  reveal(name, nearer = true, margin = undefined) {
    const box = this.sceneBox(name);
    if (!box) return;
    const frame = this.frameSize, { x, y } = this.size;
    if (frame.width === 0) return;
    if (nearer && this.view.scale < FAR) {
      this.view.zoom(0.8 / this.view.scale, frame.width / 2, frame.height / 2);
      this.#fitted = false;
    }
    if (this.view.reveal({ ...box, x: box.x - x, y: box.y - y }, frame, margin)) this.#fitted = false;
    this.#apply();
  }

  centre(x, y) {
    const frame = this.frameSize;
    this.view.x = frame.width / 2 - x * this.view.scale;
    this.view.y = frame.height / 2 - y * this.view.scale;
    this.moved();
  }

  /** The view was moved. */
  moved() {
    this.#fitted = false;
    const { classList } = this.#frame;
    if (!classList.contains("moving")) this.#painted = this.view.scale;
    const change = this.view.scale / this.#painted;
    // While it moves, the picture is a layer that was painted once. One painted for another scale would be coarse or,
    // shrunk, would need far more room than the screen: then it is painted anew.
    const stale = change > COARSE || change < 1 / COARSE;
    classList.toggle("moving", !stale);
    this.#moving = true;
    this.#motion ??= standStill(this.#world);
    this.#apply();
  }

  /** Nothing moved for a while: now it is painted sharp, and what is shown at this distance changes. */
  #rest() {
    this.#moving = false;
    this.#motion?.cancel();
    this.#motion = null;
    this.#frame.classList.remove("moving");
    this.#apply();
    this.dispatchEvent(new CustomEvent("hot:rest"));
  }

  #apply() {
    if (this.#drawn) return;
    this.#drawn = requestAnimationFrame(() => {
      this.#drawn = 0;
      const { scale } = this.view, { size, origin } = this.#picture;
      const x = this.view.x + (origin.x - size.x) * scale, y = this.view.y + (origin.y - size.y) * scale;
      this.#world.style.transform = `translate(${x}px, ${y}px) scale(${scale})`;
      clearTimeout(this.#timer);
      if (this.#moving) this.#timer = setTimeout(() => this.#rest(), REST); // from the frame on, however long that took
      else { // what is shown at which distance: changed at rest, since it costs a frame or more
        this.#frame.classList.toggle("far", scale < FAR && scale >= FARTHER);
        this.#frame.classList.toggle("farther", scale < FARTHER);
      }
      this.dispatchEvent(new CustomEvent("hot:moved"));
    });
  }

  // -- choosing --

  pick(selection) {
    this.dispatchEvent(new CustomEvent("hot:pick", { bubbles: true, detail: { selection, from: "graph" } }));
  }

  #tap(event) {
    const container = event.target.closest?.("[data-toggle-cluster]");
    if (container) {
      this.toggle(container.dataset.toggleCluster);
      return;
    }
    const hit = this.hit(event);
    if (event.shiftKey || event.ctrlKey || event.metaKey) {
      if (hit?.dataset.node !== undefined) this.#choose(hit.dataset.node);
    } else if (hit?.dataset.badge !== undefined) this.pick({ node: hit.dataset.badge });
    else if (hit?.dataset.node !== undefined) this.pick({ node: hit.dataset.node });
    else if (hit?.dataset.from !== undefined && hit.dataset.to !== undefined) this.#pickEdge(hit.dataset.from, hit.dataset.to);
    else if (hit) this.pick({ node: hit.dataset.from ?? hit.dataset.to });
    else this.pick(null);
  }

  /** Collapse a container, or open it. */
  toggle(container) {
    toggleContainer(this, container);
    this.#ask();
  }

  /** One more that is selected, or one less. */
  #choose(name) {
    const chosen = this.chosen;
    this.pickAll(chosen.includes(name) ? chosen.filter((other) => other !== name) : [...chosen, name]);
  }

  /** Select several cards at once. */
  pickAll(names) {
    this.pick(names.length === 0 ? null : names.length === 1 ? { node: names[0] } : { nodes: names });
  }

  /** Two resources have reasons to tell; of a parameter or an output it is the thing itself that is looked at. */
  #pickEdge(from, to) {
    const odd = [from, to].find((name) => name.startsWith("/"));
    if (odd === undefined) this.pick({ edge: [from, to] });
    else if (this.#picture.nodes.get(odd)?.dataset.node !== undefined) this.pick({ node: odd });
  }

  #double(event) {
    const name = event.target.closest?.("[data-node]")?.dataset.node;
    if (name !== undefined) this.dispatchEvent(new CustomEvent("hot:go", { bubbles: true, detail: { node: name } }));
  }

  /** What is under the pointer: a badge, a node, or an edge near by. */
  hit(event) {
    const node = event.target.closest?.("[data-badge], [data-node]");
    if (node) return node;
    for (let radius = 0; radius <= RADIUS; radius += 1) {
      for (let turn = 0; turn < (radius ? 8 : 1); turn += 1) {
        const x = event.clientX + radius * Math.cos(turn * Math.PI / 4), y = event.clientY + radius * Math.sin(turn * Math.PI / 4);
        const edge = document.elementFromPoint(x, y)?.closest(".edge");
        if (edge && this.contains(edge)) return edge;
      }
    }
    return null;
  }

  #over(event) {
    if (event.pointerType === "touch" || this.gestures.active) return;
    this.#hover(event.target.closest("[data-node]")?.dataset.node ?? null);
  }

  #hover(name) {
    if (name === this.#hovered) return;
    this.#hovered = name;
    for (const edge of this.#graph.querySelectorAll(".hovered")) edge.classList.remove("hovered");
    if (name !== null) {
      for (const edge of this.#picture.edges) if (edge.dataset.from === name || edge.dataset.to === name) edge.classList.add("hovered");
    }
    this.#label();
    this.hands?.mark();
  }

  #selected({ selection, from }) {
    this.#selection = selection;
    this.#light();
    this.hands?.mark();
    if (selection?.node && from !== "graph") this.reveal(selection.node, from !== "edit"); // who edits from afar stays there
    this.#awaited = from === "edit" && selection?.node && !this.sceneBox(selection.node) ? selection.node : null;
    if (selection?.node && from !== "text" && from !== "edit") this.#tell(selection.node); // an edit says itself what it did
  }

  #light() {
    if (!this.svg) return;
    this.#found = this.#found.filter((one) => one.isConnected);
    this.#lit = light(this.svg, this.#picture.nodes, this.#picture.edges, this.#picture.relations, this.#selection, (name) => this.#picture.cardOf(name));
    this.#front.show(this.svg, [...this.#lit, ...this.#found]);
    this.#label();
  }

  #label() {
    const { node, edge } = this.#selection ?? {};
    const looked = [node, this.#hovered].filter((name) => name !== undefined && name !== null);
    const rows = [];
    if (looked.length > 0 || edge !== undefined) for (const path of this.#picture.edges) {
      const { from, to } = path.dataset;
      if (from === undefined || to === undefined) continue;
      const chosen = edge !== undefined && from === edge[0] && to === edge[1];
      const other = chosen || looked.includes(from) ? to : looked.includes(to) ? from : null;
      const box = other === null ? null : this.sceneBox(other);
      if (box) rows.push([path, this.#picture.relations.label(from, to), box]);
    }
    labelEdges(this.svg, rows, () => this.names.map((name) => this.sceneBox(name)));
  }

  #tell(name) {
    if (!this.node(name)) {
      announce(name.split("/").at(-1));
      return;
    }
    const needs = this.#picture.relations.needs(name).size, needed = this.#picture.relations.neededBy(name).size;
    const type = this.node(name)?.getAttribute("aria-label") ?? name;
    announce(`${type}. Needs ${needs}, needed by ${needed}.`);
  }

  /** Select the first card; false where there is none. */
  pickFirst() {
    const first = this.names[0];
    if (first === undefined) return false;
    this.pick({ node: first });
    this.reveal(first);
    return true;
  }

  // -- tools --

  #tool(event) {
    const action = event.target.closest("[data-canvas]")?.dataset.canvas;
    if (action === "in") this.zoom(1.25);
    else if (action === "out") this.zoom(0.8);
    else if (action === "fit") this.fit();
    else if (action === "tidy") this.hands?.tidy();
    else if (action === "waves" || action === "collapse") {
      if (action === "waves") toggleWaves(this);
      else toggleCollapse(this);
      this.#ask();
    }
  }

  /** Buttons say what the picture shows. */
  #say() {
    this.querySelector("[data-canvas=waves]")?.setAttribute("aria-pressed", String(this.dataset.view === "waves"));
    this.querySelector("[data-canvas=collapse]")?.setAttribute("aria-pressed", String(collapsedIn(this).length > 0));
  }

  #option(event) {
    const { layer } = event.target.dataset;
    if (layer === "hidden") this.classList.toggle("without-hidden", !event.target.checked);
    else if (layer !== undefined) this.#ask();
  }

  #ask() {
    this.dispatchEvent(new CustomEvent("hot:view", { bubbles: true }));
  }
}

/**
 * An animation of an element that changes nothing and never ends.
 *
 * While an element has one, Chromium hands a new transform of it straight to its compositor. Else it first asks of every
 * piece of the picture, frame by frame, which layer it belongs to, since it might lie over something else now.
 */
function standStill(element) {
  const animation = element.animate([{ transform: "none" }, { transform: "none" }], { duration: 1e9, composite: "add" });
  animation.pause();
  return animation;
}

customElements.define("hot-canvas", HotCanvas);
