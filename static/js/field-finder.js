// Going to a field of the inspector by its name: from anywhere, without the way through all that stand before it.

import { notice } from "./notices.js";
import { pick } from "./picker.js";

const FIELD = "[data-commit]:not([type=radio]), [data-commit]:checked, [data-commit], a.pill, .fold-field, [data-menu]";
const place = () => document.querySelector("#inspector");

/** Choose a field of what the inspector shows; it has the keyboard then. */
export function findField() {
  const rows = [...fields(), ...buttons()];
  if (rows.length === 0) {
    notice("There is no field to go to: select something first.", { plain: true });
    return;
  }
  document.dispatchEvent(new CustomEvent("hot:panel", { detail: { panel: "inspector" } }));
  const box = place().getBoundingClientRect();
  pick({ at: [box.left + 12, box.top + 44], label: "Go to a field", placeholder: "Go to a field …", rows, empty: "No field of that name." });
}

function fields() {
  return [...place().querySelectorAll(".field[data-key][data-name]:not(.draft)")].map((field) => ({
    title: nameOf(field), detail: field.dataset.state === "unset" ? "not set" : "", run: () => go(field.dataset.key, FIELD),
  }));
}

/** What adds a part or an entry is gone to as well. */
function buttons() {
  const adders = [...place().querySelectorAll("[data-add-item]")].map((button) => ({
    title: `Add to ${nameOf(button.closest(".field"))}`, detail: "", run: () => { show(button); button.click(); },
  }));
  const drafts = [...place().querySelectorAll(".field.draft")].map((draft) => {
    const over = draft.parentElement.closest(".field");
    return { title: `Add to ${over ? nameOf(over) : "properties"}`, detail: "", run: () => { show(draft); draft.querySelector("input, select").focus(); } };
  });
  const more = [...place().querySelectorAll(".adders button")].map((button) => ({
    title: `Add ${button.textContent.trim()}`, detail: "", run: () => button.click(),
  }));
  return [...adders, ...drafts, ...more];
}

/** The names from the outermost field to this one. */
function nameOf(field) {
  const names = [];
  for (let at = field; at; at = at.parentElement.closest(".field")) names.unshift(at.dataset.name ?? "");
  return names.filter(Boolean).join(" ");
}

function go(key, part) {
  const field = place().querySelector(`[data-key="${CSS.escape(key)}"]`);
  const target = field && ([...field.querySelectorAll(":scope > .row")].map((row) => row.querySelector(part)).find(Boolean));
  if (!target) return;
  show(target);
  target.focus({ preventScroll: true });
  target.scrollIntoView({ block: "nearest" });
}

/** Open what a field is folded into. */
function show(element) {
  for (let at = element.parentElement; at && at !== place(); at = at.parentElement) {
    if (at.nodeName === "DETAILS") at.open = true;
    if (at.hidden) at.hidden = false;
  }
}
