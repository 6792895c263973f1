// What a command on entries is about, and where it shows: the entries that are selected or that the outline is at, what the outline knows of
// them, the place of the window for a panel about them, and where the keyboard goes afterwards.

import { besideCard } from "./connecting.js";
import { nodesOf } from "./selection.js";

export const page = () => document.querySelector("hot-document");
export const outline = () => document.querySelector("hot-outline");
export const canvas = () => document.querySelector("hot-canvas");
export const inOutline = () => outline().contains(document.activeElement);

/** The entries that a command is about: those selected, or the one that the keyboard is at in the outline when that is another. */
export function targets() {
  const nodes = nodesOf(page().selection);
  const { current } = outline();
  const about = inOutline() && current?.node !== undefined && !nodes.includes(current.node) ? [current.node] : nodes;
  return about.map((node) => outline().find(node)).filter(Boolean);
}

export function sectionOf(entry) {
  return outline().sections.find((section) => section.section === entry.section);
}

export function isGroup(entry) {
  return Boolean(sectionOf(entry)?.members);
}

/** The section that gathers entries of this one's, if there is such a section. */
export function homeOf(entry) {
  return outline().sections.find((section) => section.members === entry.section);
}

/** Where a panel about a node goes: at its row, at its card, or in the middle. */
export function placeOf(node) {
  const item = outline().items.find((each) => each.node === node);
  const row = item && outline().row(item.key);
  if (row && (inOutline() || !canvas().node(node))) {
    const box = row.getBoundingClientRect();
    if (box.width > 0) return [box.left + 16, box.bottom];
  }
  return node !== undefined && canvas().node(node) ? besideCard(canvas(), node) : [innerWidth / 2 - 160, innerHeight / 4];
}

export function placeOfSection(section) {
  const row = outline().row(`:${section.section}`);
  const box = row?.getBoundingClientRect();
  return box?.width > 0 ? [box.left + 16, box.bottom] : [innerWidth / 2 - 160, innerHeight / 4];
}

/** After a change: the keyboard goes to a node's row if it was in the outline. */
export function follow(node, wasInOutline = inOutline()) {
  if (node !== null && node !== undefined && wasInOutline) outline().focusOn(node);
}

/** Resolves once the outline belongs to the text. */
export async function outlined() {
  await page().whenSettled();
  while (outline().data.id !== page().dataset.id && page().dataset.readable !== "no") {
    await new Promise((resolve) => document.addEventListener("hot:outlined", resolve, { once: true }));
  }
}

export function article(words) {
  return `${/^[aeio]/.test(words) ? "an" : "a"} ${words}`;
}

export function capital(words) {
  return words.charAt(0).toUpperCase() + words.slice(1);
}
