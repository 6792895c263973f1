// A selection of resources and other entries: null, {node}, or {nodes: [...]} for several. Everything here is without side effects.

/** The nodes that are selected, in the order in which they were. */
export function nodesOf(selection) {
  if (Array.isArray(selection?.nodes)) return selection.nodes;
  return selection?.node === undefined ? [] : [selection.node];
}

/** The selection that holds these nodes, each once. */
export function selectionOf(nodes) {
  const every = [...new Set(nodes)];
  return every.length === 0 ? null : every.length === 1 ? { node: every[0] } : { nodes: every };
}

/** The selection with a node more, or less where it was in it. */
export function toggled(selection, node) {
  const nodes = nodesOf(selection);
  return selectionOf(nodes.includes(node) ? nodes.filter((one) => one !== node) : [...nodes, node]);
}

/** The part of an order from one of its members to another, both included; the other alone where the one is not in it. */
export function between(order, one, other) {
  const ends = [order.indexOf(one), order.indexOf(other)].sort((a, b) => a - b);
  return ends[0] < 0 ? order.filter((each) => each === other) : order.slice(ends[0], ends[1] + 1);
}
