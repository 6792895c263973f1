// The order of entries in the template and the groups that gather them, by key, menu or drag.

import { askFor } from "./asking.js";
import { announce } from "./notices.js";
import { pick } from "./picker.js";
import { nodesOf, selectionOf } from "./selection.js";
import { follow, homeOf, inOutline, outline, outlined, page, placeOf, targets } from "./targets.js";

/** Where an item would go one place up or down: the operations, and the node to follow; null where it cannot. */
function placeBeside(item, by) {
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

/** The items that move with the one that the keyboard is at: those selected beside it, in their order. */
function company(item) {
  const chosen = nodesOf(page().selection);
  if (!chosen.includes(item.node)) return [item];
  const among = item.kind === "member" ? item.group.members : outline().items.filter((one) => one.kind === item.kind && one.section === item.section);
  const all = among.filter((one) => chosen.includes(one.node)).sort((a, b) => a.at - b.at);
  return all.length > 0 ? all : [item];
}

/** Whether the keyboard's item, and what moves with it, can go a place up or down. */
export function canMove(by) {
  const item = outline().current;
  if (!item || item.kind === "section") return false;
  return company(item).every((one) => placeBeside(one, by) !== null);
}

/** Move the keyboard's item, with all that is selected beside it, a place up or down. */
export async function move(by) {
  const item = outline().current;
  if (!canMove(by)) return;
  const all = company(item);
  // the first in the way goes first, so that the places of the others stay what they are
  const places = (by < 0 ? all : [...all].reverse()).map((one) => placeBeside(one, by));
  if (!(await page().perform(places.flatMap((place) => place.operations), { select: false }))) return;
  await outlined();
  if (all.length > 1) page().select(selectionOf(all.map((one) => placeBeside(one, by).node ?? one.node)), "edit");
  const { node } = placeBeside(item, by);
  if (node) follow(node, true);
  announce(`${all.length > 1 ? `${all.length} entries` : item.name}: now ${item.at + by + 1} of ${item.size}. Undo takes it back.`);
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
    await order(item, nodes, place.to);
    return;
  } else if (place.do === "join") {
    await join(item, nodes, place);
  } else if (place.do === "leave") {
    await page().perform(namesOf(item, nodes).map((name) => ({ op: "group", [item.one]: name })), { select: false });
  }
  if (held.length > 0) page().select(selectionOf(held), "edit");
}

/** The names of what is dragged with an item, in the order of the template. */
function namesOf(item, nodes) {
  const all = nodes.filter((node) => node !== item.node).map((node) => outline().find(node)).filter((entry) => entry?.section === item.section);
  return [...all, item].sort((a, b) => (outline().find(a.node)?.start ?? 0) - (outline().find(b.node)?.start ?? 0)).map((one) => one.name);
}

/** Put groups before the one that is at a place, in their order. */
async function order(item, nodes, to) {
  const groups = outline().entries.filter((entry) => entry.section === item.section);
  const going = groups.filter((group) => nodes.includes(group.node)).map((group) => group.path[1]);
  const now = groups.map((group) => group.path[1]), operations = [];
  let before = now.filter((at) => at < to && !going.includes(at)).at(-1);
  for (const one of going) {
    const from = now.indexOf(one);
    now.splice(from, 1);
    const place = before === undefined ? 0 : now.indexOf(before) + 1;
    now.splice(place, 0, one);
    before = one;
    if (place !== from) operations.push({ op: "move", path: [item.section, from], to: place });
  }
  if (operations.length === 0 || !(await page().perform(operations, { select: false }))) return;
  await outlined();
  page().select(selectionOf(going.map((one) => `/${item.section}/${now.indexOf(one)}`)), "edit");
}

/** Put what is dragged into a group: at a place among those that stay, or at its end. */
function join(item, nodes, { label, position }) {
  const names = namesOf(item, nodes);
  const group = outline().items.find((one) => one.kind === "group" && one.label === label);
  const now = group.members.map((one) => one.name);
  const stay = now.filter((name) => !names.includes(name));
  let before = position === null ? stay.at(-1) : stay[position - 1];
  const operations = names.map((name) => {
    if (now.includes(name)) now.splice(now.indexOf(name), 1);
    const at = before === undefined ? 0 : now.indexOf(before) + 1;
    now.splice(at, 0, name);
    before = name;
    return { op: "group", [item.one]: name, label, position: at };
  });
  return page().perform(operations, { select: false });
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
