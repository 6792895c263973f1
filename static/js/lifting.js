// What is carried stands in two pictures of its own, below and above the one that it came from: a frame of the drag then
// paints what moves, and not thousands of pieces around it.

const SVG = "http://www.w3.org/2000/svg";
const PLACES = { below: ["frames"], above: ["edges", "nodes"] };

/** Take pieces of a canvas's picture out of it, {frames, edges, nodes: elements}; `down()` puts them back where they were. */
export class Lifted {
  #svg;
  #pictures = []; // the elements around the layers
  #layers = {}; // name -> the layer that they stand in
  #homes = new Map(); // element -> what keeps its place

  constructor(canvas, pieces) {
    this.#svg = canvas.svg;
    for (const [place, names] of Object.entries(PLACES)) {
      const picture = this.#svg.cloneNode(false);
      picture.classList.remove("dimmed", "searched");
      picture.classList.add("lifted", place);
      picture.setAttribute("aria-hidden", "true");
      for (const name of names) {
        const layer = this.#layers[name] = document.createElementNS(SVG, "g");
        layer.classList.add(name);
        picture.append(layer);
        for (const element of pieces[name]) {
          const home = document.createComment("");
          element.replaceWith(home);
          this.#homes.set(element, home);
          layer.append(element);
        }
      }
      this.#svg.parentNode.append(picture);
      this.#pictures.push(picture);
    }
  }

  down() {
    for (const [element, home] of this.#homes) {
      if (this.#has(element)) home.replaceWith(element);
      else home.remove(); // it left the picture meanwhile
    }
    for (const [name, layer] of Object.entries(this.#layers)) { // what took a place here meanwhile
      if (layer.hasChildNodes()) this.#svg.querySelector(`:scope > g.${name}`)?.append(...layer.childNodes);
    }
    for (const picture of this.#pictures) picture.remove();
  }

  #has(element) {
    return Object.values(this.#layers).includes(element.parentNode);
  }
}
