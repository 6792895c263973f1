// What can be done on the canvas: one list for its menu, the command palette and the map of keys.
// A command: group, title, keys, run(); `on`: what it is done to in the menu (card, cards, edge, canvas, container), `able()`: whether it can be.

import { chooseType } from "./adding.js";
import { connectTo } from "./connecting.js";
import { disconnect, remove } from "./removing.js";
import { renameSelected } from "./renaming.js";

const canvas = () => document.querySelector("hot-canvas");
const page = () => document.querySelector("hot-document");
const one = () => canvas().chosen.length === 1 && canvas().names.includes(canvas().chosen[0]);
const oneResource = () => one() && canvas().node(canvas().chosen[0]).classList.contains("resource");
const some = () => canvas().chosen.length > 0;

export const canvasCommands = [
  { group: "Draw", title: "Add a resource", keys: "A", on: ["a"], for: ["canvas", "container"], run: (place) => chooseType(canvas(), place ?? {}) },
  { group: "Draw", title: "Connect to", keys: "E", on: ["e"], for: ["card"], able: oneResource, run: () => connectTo(canvas(), canvas().chosen[0]) },
  { group: "Draw", title: "Rename", keys: "F2", for: ["card"], able: one, run: () => renameSelected(canvas()) },
  { group: "Draw", title: "Duplicate", for: ["card", "cards"], able: some, run: () => duplicate() },
  { group: "Draw", title: "Change type", for: ["card"], able: oneResource, run: () => changeType() },
  { group: "Draw", title: "Disconnect", keys: "Delete", for: ["edge"], able: () => canvas().selection?.edge !== undefined, run: (place) => disconnect(canvas(), canvas().selection.edge, place?.point) },
  { group: "Draw", title: "Delete", keys: "Delete", for: ["card", "cards"], danger: true, able: some, run: () => remove(canvas(), canvas().chosen) },
  { group: "Draw", title: "Move the selected card", keys: "Alt with an arrow" },
  { group: "Draw", title: "Select several", keys: "Shift with a click or drag" },
  { group: "Draw", title: "Select every resource", keys: "Ctrl A (in the graph)", for: ["canvas"], run: () => canvas().pickAll(canvas().names.filter((name) => canvas().node(name).classList.contains("resource"))) },
];

/** What a menu lists for a kind of thing: those that can be done now. */
export function commandsFor(kind) {
  return canvasCommands.filter((command) => command.for?.includes(kind) && (command.able?.() ?? true));
}

function duplicate() {
  return page().perform([{ op: "duplicate_resource", names: canvas().chosen.filter((name) => !name.startsWith("/")) }]);
}

function changeType() {
  const [name] = canvas().chosen;
  chooseType(canvas(), { label: `Another type for ${name}`, run: (type) => page().perform([{ op: "change_type", name, type }]) });
}
