// What can be done to what is selected or what the outline is at: the same from keys, the palette, menus and buttons. Everything becomes
// operations that the server plans; here is only what they are about, and where the keyboard goes afterwards.

import { chooseType } from "./adding.js";
import { askFor } from "./asking.js";
import { copyNodes, pasteHere } from "./clipboard.js";
import { besideCard } from "./connecting.js";
import { closeMenu, openMenu, openPanel } from "./menu.js";
import { announce, notice } from "./notices.js";
import { ask, tried } from "./offering.js";
import { pick } from "./picker.js";
import { nodesOf, selectionOf } from "./selection.js";
import { getJson } from "./server.js";

const page = () => document.querySelector("hot-document");
const outline = () => document.querySelector("hot-outline");
const canvas = () => document.querySelector("hot-canvas");
const inOutline = () => outline().contains(document.activeElement);
const able = (test = () => true) => () => targets().length > 0 && test(targets());
const one = able((all) => all.length === 1);
const named = able((all) => all.every((each) => !isGroup(each)));
const typed = able((all) => all.length === 1 && sectionOf(all[0])?.typed);
const movable = (by) => () => inOutline() && placeBeside(outline().current, by) !== null;

/** A command: group, title, keys, on, run, able; `id` is what buttons name it by. */
export const editCommands = [
  { id: "rename", group: "Change", title: "Rename", keys: "F2", on: ["f2"], able: one, run: () => rename() },
  { id: "duplicate", group: "Change", title: "Duplicate", keys: "Ctrl D", on: ["mod+d"], able: named, run: () => duplicate() },
  { id: "copy", group: "Change", title: "Copy", keys: "Ctrl C", able: named, run: () => copyNodes(targets().map((each) => each.node)) },
  { id: "cut", group: "Change", title: "Cut", keys: "Ctrl X", able: named, run: () => copyNodes(targets().map((each) => each.node), { cut: true }) },
  { id: "paste", group: "Change", title: "Paste", keys: "Ctrl V", run: () => pasteHere() },
  { id: "delete", group: "Change", title: "Delete", keys: "Delete", on: ["delete", "backspace"], able: able(), danger: true, run: () => remove(targets().map((each) => each.node)) },
  { id: "type", group: "Change", title: "Change type", able: typed, run: () => changeType() },
  { id: "up", group: "Outline", title: "Move up in the template", keys: "Alt ↑", able: movable(-1), run: () => move(-1) },
  { id: "down", group: "Outline", title: "Move down in the template", keys: "Alt ↓", able: movable(1), run: () => move(1) },
  { id: "group", group: "Outline", title: "Put into a group", able: able((all) => all.every((each) => homeOf(each))), run: () => putIntoGroup() },
  { id: "leave", group: "Outline", title: "Take out of its group", able: () => outline().current?.kind === "member" && inOutline(), run: () => leaveGroup(outline().current) },
  { group: "Outline", title: "Add to this section", keys: "+ or Insert" },
  { group: "Outline", title: "Fold or unfold", keys: "← →" },
  { group: "Outline", title: "Select several", keys: "Shift or Ctrl with ↑ ↓, Space or a click" },
  { group: "Outline", title: "Select every entry of this section", keys: "Ctrl A", able: inOutline, run: () => outline().selectAll() },
];

/** For each section the command that adds to it. */
export function addCommands() {
  return outline().sections.map((section) => ({
    id: `add:${section.section}`, group: "Add", title: `Add ${article(section.one)}`, detail: section.purpose, run: () => add(section.section),
  }));
}

// -- what it is about --

/** The entries that a command is about: those selected, or the one that the keyboard is at in the outline when that is another. */
export function targets() {
  const nodes = nodesOf(page().selection);
  const { current } = outline();
  const about = inOutline() && current?.node !== undefined && !nodes.includes(current.node) ? [current.node] : nodes;
  return about.map((node) => outline().find(node)).filter(Boolean);
}

function sectionOf(entry) {
  return outline().sections.find((section) => section.section === entry.section);
}

function isGroup(entry) {
  return Boolean(sectionOf(entry)?.members);
}

/** The section that gathers entries of this one's, if there is such a section. */
function homeOf(entry) {
  return outline().sections.find((section) => section.members === entry.section);
}

/** Where a panel about a node goes: at its row, at its card, or in the middle. */
function placeOf(node) {
  const item = outline().items.find((each) => each.node === node);
  const row = item && outline().row(item.key);
  if (row && (inOutline() || !canvas().node(node))) {
    const box = row.getBoundingClientRect();
    if (box.width > 0) return [box.left + 16, box.bottom];
  }
  return node !== undefined && canvas().node(node) ? besideCard(canvas(), node) : [innerWidth / 2 - 160, innerHeight / 4];
}

function article(words) {
  return `${/^[aeio]/.test(words) ? "an" : "a"} ${words}`;
}

/** Do operations; the refusal is thrown, for the panel that asked. */
function doing(operations) {
  return page().perform(operations, { quiet: true });
}

/** After a change: the keyboard goes to a node's row if it was in the outline. */
function follow(node, wasInOutline = inOutline()) {
  if (node !== null && node !== undefined && wasInOutline) outline().focusOn(node);
}

// -- doing it --

export async function rename(entry = targets()[0]) {
  if (!entry) return;
  const held = inOutline(), at = placeOf(entry.node);
  const number = entry.path[1];
  await askFor({
    at, label: `Another name for the ${entry.one}`, value: entry.name, button: "Rename",
    run: async (to) => {
      if (to === entry.name) return;
      const operation = isGroup(entry) ? { op: "rename_group", group: number, to } : { op: "rename", section: entry.section, name: entry.name, to };
      const done = await doing([operation]);
      follow(isGroup(entry) ? entry.node : done.select, held);
    },
  });
}

export async function duplicate(entries = targets().filter((each) => !isGroup(each))) {
  if (entries.length === 0) return;
  const held = inOutline();
  await keepNew(() => page().perform(bySection(entries, "duplicate"), { select: false }), held);
}

/** Do something that makes entries, and select them all. */
export async function keepNew(change, held = inOutline()) {
  const before = new Set(outline().entries.map((entry) => entry.node));
  const done = await change();
  if (!done) return null;
  await outlined();
  const made = outline().entries.filter((entry) => !before.has(entry.node)).map((entry) => entry.node);
  if (made.length > 0) page().select(selectionOf(made), "edit");
  follow(made.at(-1), held);
  return done;
}

/** Resolves once the outline belongs to the text. */
export async function outlined() {
  await page().whenSettled();
  while (outline().data.id !== page().dataset.id && page().dataset.readable !== "no") {
    await new Promise((resolve) => document.addEventListener("hot:outlined", resolve, { once: true }));
  }
}

function bySection(entries, op, more = {}) {
  const names = new Map();
  for (const { section, name } of entries) names.set(section, [...names.get(section) ?? [], name]);
  return [...names].map(([section, all]) => ({ op, section, names: all, ...more }));
}

/** Take nodes out: what refers to them from elsewhere is shown first. Yields whether they went. */
export async function remove(nodes, { word = "Delete" } = {}) {
  const entries = nodes.map((node) => outline().find(node)).filter(Boolean);
  if (entries.length === 0) return false;
  const held = inOutline(), neighbour = outline().neighbourOf(nodes), home = entries[0].section;
  const order = outline().sections.map((section) => section.section);
  // what stands later in the outline refers to what stands earlier: it goes first
  entries.sort((a, b) => order.indexOf(b.section) - order.indexOf(a.section) || b.start - a.start);
  const groups = entries.filter(isGroup).map((entry) => ({ op: "remove_group", group: entry.path[1] }));
  const rest = entries.filter((entry) => !isGroup(entry)).map((entry) => entry.node);
  let operations = [], uses = null;
  if (rest.length > 0) {
    const html = await tried(() => ask("/uses", { node: rest }));
    if (html === null) return false;
    const piece = document.createElement("template");
    piece.innerHTML = html;
    uses = piece.content.querySelector(".uses");
    operations = JSON.parse(uses.dataset.run);
  }
  operations = [...operations, ...groups];
  if (uses && Number(uses.dataset.count) > 0 && !(await confirmed(uses, rest.at(-1), word))) {
    follow(entries[0].node, held);
    return false;
  }
  const done = await page().perform(operations, { select: false });
  if (!done) return false;
  page().select(null, "edit");
  if (held) {
    await outlined();
    if (neighbour !== null && outline().find(neighbour)) outline().focusOn(neighbour);
    else outline().focusSection(home);
  }
  return true;
}

function confirmed(uses, node, word) {
  return new Promise((resolve) => {
    let yes = false;
    const title = uses.querySelector("h2").textContent.trim();
    const panel = openPanel({ at: placeOf(node), label: title, role: "alertdialog", className: "uses-panel", closed: () => resolve(yes) }, uses);
    panel.querySelector("[data-delete]").textContent = `${word} and clear the references`;
    panel.addEventListener("click", (event) => {
      yes = event.target.closest("[data-delete]") !== null;
      if (yes || event.target.closest("[data-keep]")) closeMenu();
    });
    panel.querySelector("[data-keep]").focus();
  });
}

async function changeType() {
  const [entry] = targets(), held = inOutline();
  await chooseType(canvas(), {
    point: placeOf(entry.node), label: `Another type for ${entry.name}`,
    run: async (type) => {
      await page().perform([{ op: "change_type", name: entry.name, type }]);
      follow(entry.node, held);
    },
  });
}

// -- order and groups --

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

async function move(by) {
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

function leaveGroup(item) {
  return page().perform([{ op: "group", [item.one]: item.name }], { select: false });
}

/** Put entries into a group that is chosen, or into a new one. */
function putIntoGroup(entries = targets()) {
  const home = homeOf(entries[0]), held = inOutline();
  const groups = outline().items.filter((item) => item.kind === "group" && item.label !== "");
  const into = (label) => page().perform(entries.map((entry) => ({ op: "group", [entry.one]: entry.name, label })), { select: false });
  const rows = groups.map((item) => ({ title: item.label, detail: `${item.members.length} in it`, run: () => into(item.label) }));
  rows.push({ title: "A new group …", detail: "", run: () => newGroup(home, entries, held) });
  pick({ at: placeOf(entries[0].node), label: "Put into a group", placeholder: "Which group", rows });
}

function newGroup(home, entries, held) {
  return askFor({
    at: placeOf(entries[0].node), label: `Label of the ${home.one}`, button: "Add",
    run: async (label) => {
      await doing([{ op: "add_group", label, [home.members]: entries.map((entry) => entry.name) }]);
      follow(`/${home.section}/${home.rows.length}`, held);
    },
  });
}

// -- adding --

/** Add to a section: asks for what it needs, at the place of its head. */
export async function add(name, at = null) {
  const section = outline().sections.find((each) => each.section === name);
  if (!section) return;
  const held = inOutline(), place = at ?? placeOfSection(section);
  if (section.typed) await addTyped(place, held);
  else if (section.members) addGroup(section, place, held);
  else await addNamed(section, place, held);
}

function placeOfSection(section) {
  const row = outline().row(`:${section.section}`);
  const box = row?.getBoundingClientRect();
  return box?.width > 0 ? [box.left + 16, box.bottom] : [innerWidth / 2 - 160, innerHeight / 4];
}

async function addTyped(point, held) {
  const before = new Set(outline().entries.map((entry) => entry.node));
  await chooseType(canvas(), { point });
  if (!held) return;
  document.addEventListener("hot:outlined", () => {
    const made = outline().entries.find((entry) => !before.has(entry.node));
    if (made) outline().focusOn(made.node);
  }, { once: true });
}

function addGroup(section, at, held) {
  const chosen = targets().filter((entry) => entry.section === section.members);
  if (chosen.length > 0) {
    newGroup(section, chosen, held);
    return;
  }
  const all = outline().entries.filter((entry) => entry.section === section.members);
  if (all.length === 0) {
    notice(`${capital(article(section.one))} holds what stands in “${outline().sections.find((each) => each.section === section.members).title}”: add one there first.`, { plain: true });
    return;
  }
  const grouped = new Set(outline().items.filter((item) => item.kind === "member").map((item) => item.node));
  const rows = [...all].sort((a, b) => grouped.has(a.node) - grouped.has(b.node))
    .map((entry) => ({ title: entry.name, detail: grouped.has(entry.node) ? "leaves its group" : entry.detail, run: () => newGroup(section, [entry], held) }));
  pick({ at, label: `First of the ${section.one}`, placeholder: "What it begins with", rows });
}

async function addNamed(section, at, held) {
  const taken = new Set(outline().entries.filter((entry) => entry.section === section.section).map((entry) => entry.name));
  const near = nodesOf(page().selection)[0] ?? "";
  const starters = await tried(async () => {
    await page().whenSettled();
    return getJson(page().address(`/starters?${new URLSearchParams({ section: section.section, near })}`));
  });
  if (!starters) return;
  let name = null;
  await askFor({
    at, label: `Name of the ${section.one}`, value: freeName(section.one, taken), button: "Next",
    run: (given) => {
      if (taken.has(given)) throw new Error(`There is ${article(section.one)} ${given} already.`);
      name = given;
    },
  });
  if (name === null) return;
  pick({
    at, label: `${capital(section.one)} ${name}`, placeholder: "What it is", rows: starters.map((starter) => ({
      title: starter.title, detail: starter.detail, run: async () => {
        const done = await page().perform([{ ...starter.operation, name }]);
        if (done) follow(done.select, held);
      },
    })),
  });
}

function freeName(word, taken) {
  if (!taken.has(word)) return word;
  let count = 2;
  while (taken.has(`${word}_${count}`)) count += 1;
  return `${word}_${count}`;
}

function capital(words) {
  return words.charAt(0).toUpperCase() + words.slice(1);
}

// -- menus and buttons --

/** The menu of an outline's item, or of what is selected. */
export function openEditMenu(at) {
  const items = editCommands.filter((command) => command.id && command.run && command.able && command.able())
    .map((command) => ({ title: command.title, keys: command.keys, danger: command.danger, run: command.run }));
  items.push({ title: "Paste", keys: "Ctrl V", run: () => pasteHere() });
  openMenu({ at, label: targets().length > 1 ? `${targets().length} entries` : targets()[0]?.name ?? "Outline", items });
}

export function openAddMenu(at) {
  openMenu({ at, label: "Add", items: addCommands().map((command) => ({ title: capital(command.title.slice(4).replace(/^an? /, "")), detail: command.detail, run: command.run })) });
}

/** Below an element, and somewhat inside of it where it begins at the border of the window. */
function beside(element) {
  const [left, bottom] = belowOf(element);
  return [Math.max(left, 16), bottom];
}

function belowOf(element) {
  const box = element.getBoundingClientRect();
  return [box.left, box.bottom + 2];
}

document.addEventListener("hot:outline", ({ detail: { what, item, nodes, place, element } }) => {
  if (what === "add") add(item.kind === "section" || item.kind === "entry" ? item.section : item.path[0], element ? beside(element) : null);
  else if (what === "drop") dropped(item, nodes, place);
});

document.addEventListener("click", (event) => {
  const button = event.target.closest("[data-command], [data-perform], [data-outline-menu]");
  if (!button) return;
  if (button.dataset.perform !== undefined) {
    const operations = JSON.parse(button.dataset.perform), { selection } = page();
    if (operations.length > 0) page().perform(operations, { select: false }).then((done) => { if (done) page().select(selection, "edit"); });
  } else if (button.dataset.outlineMenu === "add") {
    openAddMenu(belowOf(button));
  } else if (button.dataset.outlineMenu === "more") {
    outline().focusCurrent();
    openEditMenu(belowOf(button));
  } else {
    const command = editCommands.find((each) => each.id === button.dataset.command);
    if (command && (command.able?.() ?? true)) command.run();
  }
});

document.addEventListener("contextmenu", (event) => {
  const row = event.target.closest?.("hot-outline [role=treeitem]");
  if (!row || event.defaultPrevented) return;
  event.preventDefault();
  row.focus();
  openEditMenu([event.clientX, event.clientY]);
});

/** Keys that mean something in the outline alone; true where one did. */
export function outlineKey(event) {
  if (!inOutline()) return false;
  const mod = event.ctrlKey || event.metaKey;
  if (event.altKey && !mod && event.key === "ArrowUp") move(-1);
  else if (event.altKey && !mod && event.key === "ArrowDown") move(1);
  else if (mod && !event.altKey && event.key.toLowerCase() === "a") outline().selectAll();
  else if (event.key === "ContextMenu" || (event.key === "F10" && event.shiftKey)) {
    const row = document.activeElement.closest("[role=treeitem]");
    if (!row) return false;
    openEditMenu(beside(row));
  } else if (event.key === "Escape" && page().selection !== null) page().select(null, "outline");
  else return false;
  return true;
}
