// What can be done to what is selected or what the outline is at: one list for keys, the palette, menus and buttons.

import { copyNodes, pasteHere } from "./clipboard.js";
import { changeType, duplicate, remove, rename } from "./entry-acts.js";
import { add } from "./entry-adding.js";
import { canMove, leaveGroup, move, putIntoGroup } from "./entry-order.js";
import { article, homeOf, inOutline, outline, sectionOf, targets } from "./targets.js";

const able = (test = () => true) => () => targets().length > 0 && test(targets());
const one = able((all) => all.length === 1);
const typed = able((all) => all.length === 1 && sectionOf(all[0])?.typed);
const movable = (by) => () => inOutline() && canMove(by);

/** A command: group, title, keys, on, run, able; `id` is what buttons name it by. */
export const editCommands = [
  { id: "rename", group: "Change", title: "Rename", keys: "F2", on: ["f2"], able: one, run: () => rename() },
  { id: "duplicate", group: "Change", title: "Duplicate", keys: "Ctrl D", on: ["mod+d"], able: able(), run: () => duplicate() },
  { id: "copy", group: "Change", title: "Copy", keys: "Ctrl C", able: able(), run: () => copyNodes(targets().map((each) => each.node)) },
  { id: "cut", group: "Change", title: "Cut", keys: "Ctrl X", able: able(), run: () => copyNodes(targets().map((each) => each.node), { cut: true }) },
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
