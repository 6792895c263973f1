// All that is around the graph, and the keys that hold everywhere.
import "./canvas-hands.js";
import "./clipboard.js";
import { runKey } from "./commands.js";
import "./hot-commands.js";
import "./hot-document.js";
import "./hot-drop.js";
import "./hot-editor.js";
import "./hot-form.js";
import "./hot-minimap.js";
import "./hot-outline.js";
import "./outline-drop.js";
import "./hot-panels.js";
import "./hot-problems.js";
import "./hot-search.js";
import "./hot-state.js";
import "./hot-take.js";
import "./hot-theme.js";
import "./hot-types.js";
import { notice } from "./notices.js";

window.addEventListener("keydown", (event) => {
  if (!event.defaultPrevented && runKey(event)) event.preventDefault();
});

// What htmx was refused is said like everything else that was.
document.addEventListener("htmx:beforeSwap", (event) => {
  const { xhr } = event.detail;
  if (xhr.status < 400 || xhr.status === 409 || xhr.status === 422) return;
  const piece = document.createElement("template");
  piece.innerHTML = xhr.responseText;
  notice(piece.content.querySelector(".notice")?.textContent.trim() || `The server answered ${xhr.status}.`);
});
document.addEventListener("htmx:sendError", () => notice("The server cannot be reached."));
document.addEventListener("htmx:configRequest", (event) => {
  event.detail.headers["X-CSRF-Token"] = document.querySelector('meta[name="csrf-token"]').content;
});
