// Two tones in the picture: what the selected needs, and what needs it; what is farther off is fainter, the rest fades.

const TONES = ["lit", "selected", "needs", "needs-far", "needed", "needed-far"];

/**
 * Light up a picture for a selection ({node}, {nodes}, {edge: [from, to]} or null); yields the elements that are lit.
 * `nodes`: name -> element; `edges`: elements; `place(name)`: the name of the card that stands for it in this picture.
 */
export function light(svg, nodes, edges, relations, selection, place) {
  for (const one of svg.querySelectorAll(".lit")) one.classList.remove(...TONES);
  const tones = tonesOf(nodes, relations, selection, place);
  svg.classList.toggle("dimmed", tones.size > 0 && selection.nodes === undefined);
  const lit = [];
  const add = (element, tone) => {
    element.classList.add("lit", tone);
    lit.push(element);
  };
  if (tones.size === 0) return lit;
  const chosen = selection.edge?.map(place);
  for (const path of edges) {
    const tone = chosen ? (path.dataset.from === chosen[0] && path.dataset.to === chosen[1] ? "selected" : null) : toneOf(path.dataset, tones);
    if (tone) add(path, tone);
  }
  for (const [name, tone] of tones) if (nodes.has(name)) add(nodes.get(name), tone);
  return lit;
}

function tonesOf(nodes, relations, selection, place) {
  const tones = new Map();
  const { node, nodes: several, edge } = selection ?? {};
  if (several !== undefined) {
    for (const name of several) tones.set(place(name), "selected");
  } else if (edge !== undefined) {
    tones.set(place(edge[0]), "needed").set(place(edge[1]), "needs");
  } else if (node !== undefined && nodes.has(place(node))) {
    const all = (names, tone) => { for (const name of names) tones.set(place(name), tone); };
    all(relations.allNeeds(node), "needs-far");
    all(relations.allNeededBy(node), "needed-far");
    all(relations.needs(node), "needs");
    all(relations.neededBy(node), "needed");
    tones.set(place(node), "selected");
  }
  return tones;
}

/** The tone of an edge: that of its ends; of a bundle's half only one end is a card. */
function toneOf({ from, to, group }, tones) {
  const source = from === undefined ? null : tones.get(from) ?? "", target = to === undefined ? null : tones.get(to) ?? "";
  if (source === "" || target === "") return null;
  if (group !== undefined) {
    const tone = source ?? target;
    if (tone === "selected") return source === null ? "needed" : "needs";
    return tone;
  }
  if (source === "selected") return target === "selected" ? "selected" : "needs";
  if (target === "selected") return "needed";
  if (source.startsWith("needs") && target.startsWith("needs")) return "needs-far";
  if (source.startsWith("needed") && target.startsWith("needed")) return "needed-far";
  return null;
}
