// What a person asked to see of the graph: layers, waves, what is collapsed; as marks on the canvas and as a query.

export const ALL = "*";
const NONE = "none";

/** The query for the server, "" or starting with "?". */
export function queryOf(canvas) {
  const query = new URLSearchParams();
  for (const box of canvas.querySelectorAll("[data-layer]")) {
    const { layer } = box.dataset;
    if (layer === "badges") {
      if (!box.checked) query.set("badges", "no");
    } else if (layer !== "hidden" && box.checked) {
      query.append("layer", layer);
    }
  }
  if (canvas.dataset.view === "waves") query.set("view", "waves");
  const collapsed = collapsedOf(canvas);
  if (collapsed !== null) for (const name of collapsed.length > 0 ? collapsed : [NONE]) query.append("collapse", name);
  const text = query.toString();
  return text && `?${text}`;
}

/** The containers that were asked to be collapsed, [ALL] for each; null: as it suits the picture. */
function collapsedOf(canvas) {
  return canvas.dataset.collapsed === undefined ? null : JSON.parse(canvas.dataset.collapsed);
}

export function toggleWaves(canvas) {
  if (canvas.dataset.view === "waves") delete canvas.dataset.view;
  else canvas.dataset.view = "waves";
}

/** Collapse every container, or open every one. */
export function toggleCollapse(canvas) {
  canvas.dataset.collapsed = JSON.stringify(collapsedIn(canvas).length > 0 ? [] : [ALL]);
}

/** Collapse one container, or open it. */
export function toggleContainer(canvas, name) {
  const collapsed = new Set(collapsedIn(canvas));
  if (!collapsed.delete(name)) collapsed.add(name);
  canvas.dataset.collapsed = JSON.stringify([...collapsed]);
}

/** The containers that the picture shows as one card. */
export function collapsedIn(canvas) {
  return [...canvas.querySelectorAll(".node[data-container]")].map((node) => node.dataset.container);
}
