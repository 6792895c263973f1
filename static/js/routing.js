// How an edge runs while its ends are dragged: as the server draws it, but for going around what stands in between.

const HEAD = "m5 -4l-5 4l5 4", HEAD_RIGHT = "m-5 -4l5 4l-5 4";
const RING = "a3 3 0 1 0 -6 0a3 3 0 1 0 6 0m-6 0", RING_RIGHT = "a3 3 0 1 0 6 0a3 3 0 1 0 -6 0m6 0";

/** The path from a box to what it needs; `ring`: an attribute is meant; `head`: with an arrowhead. */
export function route(source, target, { ring = false, head = true } = {}) {
  if (source === target) return loop(source);
  let sx = source.x, tx = target.x + target.width;
  const sy = source.y + source.height / 2, ty = target.y + target.height / 2;
  if (tx <= sx) {
    const bend = bent(sx - tx);
    return `M${sx} ${sy}${ring ? RING : ""}C${sx - bend} ${sy} ${tx + bend} ${ty} ${tx} ${ty}${head ? HEAD : ""}`;
  }
  if (source.x + source.width <= target.x) {
    sx = source.x + source.width;
    tx = target.x;
    const bend = bent(tx - sx);
    return `M${sx} ${sy}${ring ? RING_RIGHT : ""}C${sx + bend} ${sy} ${tx - bend} ${ty} ${tx} ${ty}${head ? HEAD_RIGHT : ""}`;
  }
  sx = source.x + source.width;
  const out = Math.max(sx, tx) + 32;
  return `M${sx} ${sy}${ring ? RING_RIGHT : ""}C${out} ${sy} ${out} ${ty} ${tx} ${ty}${head ? HEAD : ""}`;
}

function bent(distance) {
  return Math.min(Math.max(Math.floor(distance / 2), 16), 160);
}

function loop({ x, y, width }) {
  const right = x + width;
  return `M${right - 30} ${y}C${right - 30} ${y - 34} ${right + 34} ${y - 4} ${right} ${y + 20}m7 -2l-7 2l2 -7`;
}
