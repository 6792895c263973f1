// What is done on the canvas alone: for its menu, the command palette and the map of keys. What is done to entries wherever
// they are shown (rename, copy, delete ...) is in edit-commands.js.
// A command: group, title, keys, on (how a key event names it), run(place), able() where it cannot always be done.

import { chooseType } from "./adding.js";
import { connectTo } from "./connecting.js";
import { disconnect } from "./disconnecting.js";
import { sectionOf, targets } from "./targets.js";

const canvas = () => document.querySelector("hot-canvas");
const one = () => targets().length === 1 && Boolean(sectionOf(targets()[0])?.typed);
const edge = () => canvas().selection?.edge;
const isResource = (name) => canvas().node(name)?.classList.contains("resource");

export const canvasCommands = [
  { id: "add-here", group: "Draw", title: "Add a resource", keys: "A", on: ["a"], run: (place = {}) => chooseType(canvas(), place) },
  { id: "connect", group: "Draw", title: "Connect to", keys: "E", on: ["e"], able: one, run: () => connectTo(targets()[0].node) },
  { id: "disconnect", group: "Draw", title: "Disconnect", keys: "Delete", on: ["delete", "backspace"], danger: true, able: () => edge() !== undefined, run: (place) => disconnect(canvas(), edge(), place?.point) },
  { group: "Draw", title: "Move the selected card", keys: "Alt with an arrow (in the graph)" },
  { group: "Draw", title: "Select several", keys: "Shift with a click or drag" },
  { id: "all", group: "Draw", title: "Select every resource", keys: "Ctrl A (in the graph)", run: () => canvas().pickAll(canvas().names.filter(isResource)) },
];
