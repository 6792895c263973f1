// Putting cards elsewhere: they and their edges and frames follow the pointer, and where they stand is kept on release.

import { Lifted } from "./lifting.js";
import { route } from "./routing.js";

const FRAME = 18; // how far a frame stands off its members, as the server draws it
const TITLE = 18;

/** What moves some cards of a canvas: by(dx, dy) from where they stood, and back(). */
export class Carried {
  #canvas;
  #cards = []; // {element, x, y}
  #edges; // {element, source, target, ring}
  #frames;
  #boxes = new Map(); // name -> box, alive

  constructor(canvas, names) {
    this.#canvas = canvas;
    this.names = names;
    for (const name of names) {
      const box = canvas.sceneBox(name);
      this.#boxes.set(name, box);
      this.#cards.push({ element: canvas.node(name), box, x: box.x, y: box.y });
    }
    this.#edges = canvas.edges.filter(({ dataset }) => this.#boxes.has(dataset.from) || this.#boxes.has(dataset.to)).map((element) => ({
      element, was: element.getAttribute("d"), ring: element.classList.contains("attribute"),
      source: this.#end(element.dataset.from, element.dataset.group), target: this.#end(element.dataset.to, element.dataset.group),
      head: element.dataset.to !== undefined,
    })).filter(({ source, target }) => source && target);
    this.#frames = framesAround(canvas, this.#boxes);
  }

  /** Where each of them stands now: {name: [x, y]}, the middle of the card. */
  get places() {
    return Object.fromEntries([...this.#boxes].map(([name, { x, y, width, height }]) => [name, [x + width / 2, y + height / 2]]));
  }

  /** The elements that move, by the layer of the picture that they stand in. */
  get pieces() {
    const elements = (rows) => rows.map(({ element }) => element);
    return { frames: elements(this.#frames), edges: elements(this.#edges), nodes: elements(this.#cards) };
  }

  by(dx, dy) {
    for (const card of this.#cards) {
      card.box.x = Math.round(card.x + dx);
      card.box.y = Math.round(card.y + dy);
      card.element.setAttribute("transform", `translate(${card.box.x} ${card.box.y})`);
    }
    for (const { element, source, target, ring, head } of this.#edges) element.setAttribute("d", route(source, target, { ring, head }));
    for (const frame of this.#frames) frame.draw();
  }

  back() {
    this.by(0, 0);
    for (const { element, was } of this.#edges) element.setAttribute("d", was);
  }

  #end(name, group) {
    if (name !== undefined) return this.#boxes.get(name) ?? this.#canvas.sceneBox(name);
    const junction = this.#canvas.svg.querySelector(`.junction[data-group="${CSS.escape(group ?? "")}"]`);
    return junction && { x: junction.cx.baseVal.value, y: junction.cy.baseVal.value, width: 0, height: 0 };
  }
}

/** A drag that carries cards; `kept(places)` once they are put down. */
export function carry(canvas, names, start, kept) {
  const carried = new Carried(canvas, names), lifted = new Lifted(canvas, carried.pieces);
  const [x, y] = canvas.scenePoint(start.clientX, start.clientY);
  let asked = 0, moved = [0, 0];
  canvas.hold();
  canvas.classList.add("arranging");
  const draw = () => {
    asked = 0;
    carried.by(...moved);
  };
  const done = () => {
    cancelAnimationFrame(asked);
    lifted.down();
    canvas.classList.remove("arranging");
  };
  return {
    move(event) {
      const [nowX, nowY] = canvas.scenePoint(event.clientX, event.clientY);
      moved = [nowX - x, nowY - y];
      asked ||= requestAnimationFrame(draw);
    },
    drop(event) {
      this.move(event);
      done();
      draw();
      kept(carried.places);
    },
    cancel() {
      done();
      carried.back();
    },
  };
}

/** The frames that some of the cards stand in, drawn anew around their members. */
function framesAround(canvas, boxes) {
  const found = [];
  for (const element of canvas.svg.querySelectorAll(".frames .container")) {
    const { e, f } = element.transform.baseVal.consolidate().matrix, rect = element.querySelector("rect");
    const width = rect.width.baseVal.value, height = rect.height.baseVal.value;
    const inside = (box) => box.x >= e && box.y >= f && box.x + box.width <= e + width && box.y + box.height <= f + height;
    if (![...boxes.values()].some(inside)) continue;
    const members = canvas.names.map((name) => boxes.get(name) ?? canvas.sceneBox(name)).filter(inside);
    found.push({
      element,
      draw() {
        const left = Math.min(...members.map((box) => box.x)), top = Math.min(...members.map((box) => box.y));
        const right = Math.max(...members.map((box) => box.x + box.width)), bottom = Math.max(...members.map((box) => box.y + box.height));
        element.setAttribute("transform", `translate(${left - FRAME} ${top - FRAME - TITLE})`);
        rect.setAttribute("width", right - left + 2 * FRAME);
        rect.setAttribute("height", bottom - top + 2 * FRAME + TITLE);
      },
    });
  }
  return found;
}
