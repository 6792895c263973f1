// Labels of the few edges that are looked at: drawn over the picture, taken away when the look moves on.

const SVG = "http://www.w3.org/2000/svg";
const MOST = 24;

/** Label `paths` inside `svg`; what was labelled before is not any more. */
export function labelEdges(svg, paths, relations) {
  svg?.querySelector(".edge-labels")?.remove();
  if (!svg || paths.length === 0 || paths.length > MOST) return;
  const layer = document.createElementNS(SVG, "g");
  layer.classList.add("edge-labels");
  layer.setAttribute("aria-hidden", "true");
  for (const path of paths) {
    const words = relations.label(path.dataset.from, path.dataset.to);
    if (!words) continue;
    const middle = path.getPointAtLength(path.getTotalLength() / 2);
    const text = document.createElementNS(SVG, "text");
    text.setAttribute("x", middle.x);
    text.setAttribute("y", middle.y - 5);
    text.textContent = words;
    layer.append(text);
  }
  svg.append(layer);
}
