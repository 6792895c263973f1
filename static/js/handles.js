// The two handles of a card that a connection is drawn from, and the layer over the picture that they stand in.

const SVG = "http://www.w3.org/2000/svg";
const SIDES = { needs: "what {} needs", needed: "what needs {}" };

/** A layer over the cards of the present picture. */
export function overlay(svg) {
  let layer = svg.querySelector(":scope > .overlay");
  if (!layer) {
    layer = draw(svg, "g", { class: "overlay" });
  } else if (layer !== svg.lastElementChild) {
    svg.append(layer);
  }
  return layer;
}

/** A new SVG element at the end of another one. */
export function draw(parent, name, attributes = {}) {
  const element = document.createElementNS(SVG, name);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
  parent.append(element);
  return element;
}

/** Show handles at these cards, and nowhere else. */
export function showHandles(canvas, names) {
  if (!canvas.svg) return;
  const wanted = new Set(names.filter((name) => canvas.node(name)?.classList.contains("resource")));
  const layer = overlay(canvas.svg);
  for (const group of layer.querySelectorAll(".handles")) {
    if (wanted.has(group.dataset.of)) move(canvas, group, group.dataset.of);
    else group.remove();
    wanted.delete(group.dataset.of);
  }
  for (const name of wanted) {
    const group = draw(layer, "g", { class: "handles" });
    group.dataset.of = name;
    for (const [side, words] of Object.entries(SIDES)) {
      const handle = draw(group, "g", { class: "handle" });
      handle.dataset.handle = side;
      handle.dataset.node = name;
      draw(handle, "title").textContent = `Draw from here to ${words.replace("{}", name)}`;
      draw(handle, "circle", { class: "reach" });
      draw(handle, "circle", { class: "knob" });
    }
    move(canvas, group, name);
  }
}

function move(canvas, group, name) {
  const box = canvas.sceneBox(name);
  if (!box) return;
  const unit = Math.min(2.5, Math.max(0.8, 1 / canvas.view.scale)); // as large on the screen at any distance
  const [needs, needed] = group.children;
  needs.setAttribute("transform", `translate(${box.x} ${box.y + box.height / 2}) scale(${unit})`);
  needed.setAttribute("transform", `translate(${box.x + box.width} ${box.y + box.height / 2}) scale(${unit})`);
}
