// A rubber band around several cards.

import { draw, overlay } from "./handles.js";

/** A drag that selects what it touches, besides what was selected when it began. */
export function rubberBand(canvas, start) {
  const [x, y] = canvas.scenePoint(start.clientX, start.clientY);
  const band = draw(overlay(canvas.svg), "rect", { class: "band", rx: 4 });
  const before = canvas.chosen;
  const cards = canvas.names.map((name) => ({ name, element: canvas.node(name), box: canvas.sceneBox(name) }));
  let touched = [];
  const end = () => {
    band.remove();
    for (const { element } of cards) element.classList.remove("touched");
  };
  return {
    move(event) {
      const [nowX, nowY] = canvas.scenePoint(event.clientX, event.clientY);
      const left = Math.min(x, nowX), top = Math.min(y, nowY), right = Math.max(x, nowX), bottom = Math.max(y, nowY);
      for (const [key, value] of Object.entries({ x: left, y: top, width: right - left, height: bottom - top })) band.setAttribute(key, value);
      touched = [];
      for (const { name, element, box } of cards) {
        const inside = box.x <= right && box.x + box.width >= left && box.y <= bottom && box.y + box.height >= top;
        element.classList.toggle("touched", inside);
        if (inside) touched.push(name);
      }
    },
    drop(event) {
      this.move(event);
      end();
      canvas.pickAll([...new Set([...before, ...touched])]);
    },
    cancel: end,
  };
}
