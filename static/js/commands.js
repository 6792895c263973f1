// What can be done by key or from the command palette: one list for both, and for the map of keys.
// A command: group, title, keys (as shown), on (how a key event names it), run(), able() where it cannot always be done.

import { canvasCommands } from "./canvas-commands.js";
import { addCommands, editCommands } from "./edit-commands.js";
import { outlineKey } from "./edit-menu.js";
import { findField } from "./field-finder.js";
import { switchTheme } from "./hot-theme.js";

const READ = "#inspector, #problems, .topbar"; // where Delete is a slip: what it would delete is elsewhere
const panel = (name) => () => document.dispatchEvent(new CustomEvent("hot:panel", { detail: { panel: name } }));
const press = (selector) => () => document.querySelector(selector)?.click();

export const commands = [
  { group: "Find", title: "Find a resource in the graph", keys: "/", on: ["/"], run: () => document.querySelector("hot-search").open() },
  { group: "Find", title: "Go to a field of the inspector", keys: ". or Alt .", on: [".", "alt+."], everywhere: true, plain: ["."], run: findField },
  { group: "Find", title: "Command palette", keys: "Ctrl K", on: ["mod+k", "mod+shift+p"], everywhere: true, run: () => document.querySelector("hot-commands").open() },
  { group: "Find", title: "Map of keys", keys: "?", on: ["?"], run: () => document.querySelector("hot-commands").openKeys() },
  { group: "Graph", title: "Show all of the graph", keys: "F", on: ["f"], run: () => document.querySelector("hot-canvas").fit() },
  { group: "Graph", title: "Nearer", keys: "+", on: ["+", "="], run: () => document.querySelector("hot-canvas").zoom(1.25) },
  { group: "Graph", title: "Farther", keys: "−", on: ["-"], run: () => document.querySelector("hot-canvas").zoom(0.8) },
  { group: "Graph", title: "Deploy order in waves, or the graph again", keys: "W", on: ["w"], run: press("[data-canvas=waves]") },
  { group: "Graph", title: "Collapse by tier, or show each resource", keys: "C", on: ["c"], run: press("[data-canvas=collapse]") },
  { group: "Graph", title: "Tidy: place every card anew", run: press("[data-canvas=tidy]") },
  { group: "Graph", title: "To what the selected resource needs", keys: "←" },
  { group: "Graph", title: "To what needs the selected resource", keys: "→" },
  { group: "Graph", title: "To the neighbour above or below", keys: "↑ ↓" },
  { group: "Graph", title: "Move the graph", keys: "Shift with an arrow" },
  { group: "Graph", title: "Select nothing", keys: "Escape", run: () => document.querySelector("hot-document").select(null) },
  ...editCommands,
  ...canvasCommands.filter((command) => !editCommands.some((other) => other.title === command.title)),
  { group: "Go to", title: "Outline", keys: "Alt 1", on: ["alt+1"], everywhere: true, run: panel("outline") },
  { group: "Go to", title: "Resource types", keys: "Alt 2", on: ["alt+2"], everywhere: true, run: panel("types") },
  { group: "Go to", title: "Graph", keys: "Alt 3", on: ["alt+3"], everywhere: true, run: panel("graph") },
  { group: "Go to", title: "Inspector", keys: "Alt 4", on: ["alt+4"], everywhere: true, run: panel("inspector") },
  { group: "Go to", title: "Text", keys: "Alt 5", on: ["alt+5"], everywhere: true, run: panel("text") },
  { group: "Go to", title: "Problems", keys: "Alt 6", on: ["alt+6"], everywhere: true, run: panel("problems") },
  { group: "Go to", title: "The next panel, the one before", keys: "F6, Shift F6", on: ["f6"], everywhere: true, run: () => document.querySelector("hot-panels").cycle(1) },
  { group: "Go to", title: "The next problem in the text", keys: "F8", on: ["f8"], everywhere: true, run: () => problem("nextProblem") },
  { group: "Go to", title: "The problem before", keys: "Shift F8", on: ["shift+f8"], everywhere: true, run: () => problem("previousProblem") },
  { group: "Go to", title: "The selected resource in the text", keys: "T", on: ["t"], run: toText },
  { group: "Change", title: "Undo", keys: "Ctrl Z", on: ["mod+z"], run: () => document.querySelector("hot-document").undo() },
  { group: "Change", title: "Redo", keys: "Ctrl Shift Z", on: ["mod+shift+z", "mod+y"], run: () => document.querySelector("hot-document").redo() },
  { group: "Text", title: "Complete what is typed", keys: "Ctrl Space" },
  { group: "Text", title: "Find in the text", keys: "Ctrl F (in the text)" },
  { group: "Page", title: "Take away: HOT, picture, commit", keys: "Ctrl S", on: ["mod+s"], everywhere: true, run: () => document.querySelector("#take-away").showPopover() },
  { group: "Page", title: "Outline and types: show or fold", run: press("[data-fold=left]") },
  { group: "Page", title: "Inspector: show or fold", run: press("[data-fold=right]") },
  { group: "Page", title: "Text and problems: show or fold", run: press("[data-fold=bottom]") },
  { group: "Page", title: "Text and problems: below or beside the graph", run: press("[data-dock]") },
  { group: "Page", title: "Light or dark", run: switchTheme },
  { group: "Page", title: "Open another template", run: () => location.assign("/") },
];

function problem(which) {
  panel("text")();
  document.querySelector("hot-editor")[which]();
}

function toText() {
  const owner = document.querySelector("hot-document");
  const node = owner.selection?.node;
  if (node !== undefined) owner.dispatchEvent(new CustomEvent("hot:go", { detail: { node } }));
}

/** Every command that can be done now, those that add to a section too. */
export function commandsNow() {
  return [...addCommands(), ...commands].filter((command) => command.run && (command.able?.() ?? true));
}

/** Run the command that a key event names; true when there was one. */
export function runKey(event) {
  const typing = event.target.closest("input, textarea, select, [contenteditable=true], .cm-editor");
  if (!typing && outlineKey(event)) return true;
  const names = [nameOf(event)];
  if (event.shiftKey && event.key.length === 1 && !event.ctrlKey && !event.metaKey && !event.altKey) names.push(event.key);
  if (event.key === "F6" && event.shiftKey) {
    document.querySelector("hot-panels").cycle(-1);
    return true;
  }
  const command = commands.find((one) => one.on?.some((name) => names.includes(name)) && (one.able?.() ?? true));
  if (!command || !command.run || (typing && (!command.everywhere || command.plain?.includes(names[0])))) return false;
  if (command.danger && event.target.closest(READ)) return false;
  command.run();
  return true;
}

function nameOf(event) {
  const parts = [];
  if (event.ctrlKey || event.metaKey) parts.push("mod");
  if (event.altKey) parts.push("alt");
  if (event.shiftKey) parts.push("shift");
  parts.push(event.altKey && event.code.startsWith("Digit") ? event.code.slice(5) : event.key.toLowerCase());
  return parts.join("+");
}
