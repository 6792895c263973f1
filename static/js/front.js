// What is looked at stands in a layer of its own before the rest, so that fading the rest costs one change and not thousands.

const SVG = "http://www.w3.org/2000/svg";

export class Front {
  #layer = null;
  #homes = new Map(); // element -> the layer that it came from

  /** Let go of an element that leaves the picture; false where it did not stand in front. */
  forget(element) {
    return this.#homes.delete(element);
  }

  /** Bring elements of a picture to the front, and what was there and is not among them back. */
  show(svg, elements) {
    const wanted = new Set(elements);
    const focused = svg.contains(document.activeElement) ? document.activeElement : null;
    if (this.#layer?.ownerSVGElement !== svg) {
      this.#homes.clear();
      this.#layer = document.createElementNS(SVG, "g");
      this.#layer.classList.add("front");
      svg.append(this.#layer);
    }
    for (const [element, home] of this.#homes) {
      if (wanted.has(element)) continue;
      home.append(element);
      this.#homes.delete(element);
    }
    const edges = [], cards = [];
    for (const element of wanted) {
      if (!this.#homes.has(element)) this.#homes.set(element, element.parentNode);
      (element.classList.contains("edge") ? edges : cards).push(element);
    }
    const order = [...edges, ...cards];
    const stands = order.length === this.#layer.children.length && order.every((element, at) => element === this.#layer.children[at]);
    if (!stands) this.#layer.append(...order);
    if (focused !== document.activeElement) focused?.focus({ preventScroll: true }); // what moves loses the keyboard
  }
}
