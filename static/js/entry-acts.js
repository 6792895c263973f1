// Done to entries, wherever they are shown: rename, duplicate, delete, another type. Everything becomes operations that the server plans.

import { chooseType } from "./adding.js";
import { askFor } from "./asking.js";
import { closeMenu, openPanel } from "./menu.js";
import { ask, tried } from "./offering.js";
import { selectionOf } from "./selection.js";
import { postText } from "./server.js";
import { canvas, follow, inOutline, isGroup, outline, outlined, page, placeOf, targets } from "./targets.js";

export async function rename(entry = targets()[0]) {
  if (!entry) return;
  const held = inOutline(), at = placeOf(entry.node);
  const number = entry.path[1];
  await askFor({
    at, label: `Another name for the ${entry.one}`, value: entry.name, button: "Rename",
    run: async (to) => {
      if (to === entry.name) return;
      const operation = isGroup(entry) ? { op: "rename_group", group: number, to } : { op: "rename", section: entry.section, name: entry.name, to };
      const done = await page().perform([operation], { quiet: true });
      follow(isGroup(entry) ? entry.node : done.select, held);
    },
  });
}

export async function duplicate(entries = targets()) {
  if (entries.length === 0) return;
  const held = inOutline(), groups = entries.filter(isGroup).sort((a, b) => b.path[1] - a.path[1]);
  if (groups.length === 0) {
    await keepNew(() => page().perform(bySection(entries, "duplicate"), { select: false }), held);
    return;
  }
  // a group takes its members along; the last goes first, so that the numbers of the others stay
  const members = new Set(groups.flatMap((group) => outline().membersOf(group.node)));
  const rest = entries.filter((entry) => !isGroup(entry) && !members.has(entry.node));
  const done = await page().perform([...groups.map((group) => ({ op: "duplicate_group", group: group.path[1] })), ...bySection(rest, "duplicate")], { select: false });
  if (!done) return;
  await outlined();
  const made = groups.map((group, at) => `/${group.section}/${group.path[1] + groups.length - at}`);
  page().select(selectionOf(made), "edit");
  follow(made[0], held);
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
    const html = await tried(() => usesOf(rest));
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

/** What refers to nodes, as a piece of a page: of many, their names are more than an address holds. */
async function usesOf(nodes) {
  if (nodes.length <= 20) return ask("/uses", { node: nodes });
  await page().whenSettled();
  return postText(page().address("/uses"), JSON.stringify({ nodes }));
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

export async function changeType() {
  const [entry] = targets(), held = inOutline();
  await chooseType(canvas(), {
    point: placeOf(entry.node), label: `Another type for ${entry.name}`,
    run: async (type) => {
      await page().perform([{ op: "change_type", name: entry.name, type }]);
      follow(entry.node, held);
    },
  });
}
