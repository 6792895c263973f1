// The order of entries in the template and the groups that gather them, by key, menu or drag.

import { askFor } from "./asking.js";
import { announce } from "./notices.js";
import { pick } from "./picker.js";
import { nodesOf, selectionOf } from "./selection.js";
import { follow, homeOf, inOutline, outline, outlined, page, placeOf, targets } from "./targets.js";

/** Where an item would go one place up or down: the operations, and the node to follow; null where it cannot. */
export function placeBeside(item, by) {
  if (!item || item.kind === "section") return null;
  const to = item.at + by;
  if (to < 0 || to >= item.size) return null;
  if (item.kind === "member") {
    if (item.group.label === "") return null;
    return { operations: [{ op: "group", [item.one]: item.name, label: item.group.label, position: to }], key: item.key };
  }
  const node = item.kind === "group" ? `/${item.section}/${to}` : item.node;
  return { operations: [{ op: "move", path: item.path, to }], node };
}

export async function move(by) {
  const item = outline().current, place = placeBeside(item, by);
  if (place === null) return;
  if (!(await page().perform(place.operations, { select: false }))) return;
  await outlined();
  if (place.node) follow(place.node, true);
  announce(`${item.name}: now ${item.at + by + 1} of ${item.size}. Undo takes it back.`);
}

/** An item was dropped at a place of the outline. */
export async function dropped(item, nodes, place) {
  const held = nodesOf(page().selection);
  if (place.do === "move") {
    const names = outline().entries.filter((entry) => nodes.includes(entry.node) && entry.section === item.section).map((entry) => entry.name);
    let beside = { [place.after ? "after" : "before"]: place.beside };
    const operations = names.map((name) => {
      const operation = { op: "move", path: [item.section, name], ...beside };
      beside = { after: name };
      return operation;
    });
    await page().perform(operations, { select: false });
  } else if (place.do === "order") {
    const to = place.to > item.at ? place.to - 1 : place.to;
    if (to !== item.at) await page().perform([{ op: "move", path: item.path, to }], { select: false });
  } else if (place.do === "join") {
    const { position } = place;
    await page().perform([{ op: "group", [item.one]: item.name, label: place.label, ...(position === null ? {} : { position }) }], { select: false });
  } else if (place.do === "leave") {
    await leaveGroup(item);
  }
  if (held.length > 0) page().select(selectionOf(held), "edit");
}

export function leaveGroup(item) {
  return page().perform([{ op: "group", [item.one]: item.name }], { select: false });
}

/** Put entries into a group that is chosen, or into a new one. */
export function putIntoGroup(entries = targets()) {
  const home = homeOf(entries[0]), held = inOutline();
  const groups = outline().items.filter((item) => item.kind === "group" && item.label !== "");
  const into = (label) => page().perform(entries.map((entry) => ({ op: "group", [entry.one]: entry.name, label })), { select: false });
  const rows = groups.map((item) => ({ title: item.label, detail: `${item.members.length} in it`, run: () => into(item.label) }));
  rows.push({ title: "A new group …", detail: "", run: () => newGroup(home, entries, held) });
  pick({ at: placeOf(entries[0].node), label: "Put into a group", placeholder: "Which group", rows });
}

export function newGroup(home, entries, held) {
  return askFor({
    at: placeOf(entries[0].node), label: `Label of the ${home.one}`, button: "Add",
    run: async (label) => {
      await page().perform([{ op: "add_group", label, [home.members]: entries.map((entry) => entry.name) }], { quiet: true });
      follow(`/${home.section}/${home.rows.length}`, held);
    },
  });
}
