// The menu of a field: what it may be given by. The server says what fits, the best first; each offer brings the
// operations that do it.

import { closeMenu, openPanel } from "./menu.js";
import { notice } from "./notices.js";
import { getJson, getText } from "./server.js";

const WAIT = 80; // ms between a key stroke and the question

/** Open the menu of a field beside the button that asks for it; `extract`: at the question for a parameter's name. */
export async function openOffers(form, field, button, extract = false) {
  const { key } = field.dataset;
  const fetched = (words = "") => getText(form.owner.address(`/form/offers?${new URLSearchParams({ path: key, q: words })}`));
  let html;
  try {
    await form.owner.whenSettled();
    html = await fetched();
  } catch (error) {
    notice(error.message);
    return;
  }
  const piece = document.createElement("template");
  piece.innerHTML = html;
  const box = button.getBoundingClientRect();
  const panel = openPanel({ at: [Math.max(8, box.right - 320), box.bottom + 2], label: `${field.dataset.name}: what it is given by`, className: "offers" }, piece.content);
  const search = panel.querySelector("[data-search]");
  let timer = 0;
  search?.addEventListener("input", () => {
    narrow(panel, search.value);
    clearTimeout(timer);
    timer = setTimeout(async () => {
      const asked = search.value;
      piece.innerHTML = await fetched(asked).catch(() => html);
      if (asked === search.value) renewGroups(panel, piece.content.querySelector(".offer-groups"));
    }, WAIT);
  });
  panel.addEventListener("click", (event) => choose(form, field, panel, event.target.closest("button")));
  panel.addEventListener("keydown", (event) => walk(panel, search, event));
  panel.addEventListener("submit", (event) => {
    event.preventDefault();
    submit(form, field, event.target);
  });
  const name = panel.querySelector("[data-extract] input");
  if (extract && name) unfold(panel.querySelector("[data-extract]"), name);
  else (panel.querySelector("[data-first]") ?? search ?? panel.querySelector("button"))?.focus({ preventScroll: true });
}

/** What does not have every word goes at once: a quick Enter takes what is meant. The server then says what else there is. */
function narrow(panel, words) {
  const wanted = words.toLowerCase().split(/\s+/).filter(Boolean);
  for (const button of panel.querySelectorAll(".offer-groups button")) {
    const text = button.textContent.toLowerCase();
    button.hidden = !wanted.every((word) => text.includes(word));
  }
  for (const group of panel.querySelectorAll(".offer-groups section")) group.hidden = !group.querySelector("button:not([hidden])");
}

/** Who was at an offer already is at the same one of the new list. */
function renewGroups(panel, fresh) {
  const old = panel.querySelector(".offer-groups");
  const held = old.contains(document.activeElement) ? document.activeElement.textContent : null;
  old.replaceWith(fresh);
  if (held === null) return;
  const all = [...fresh.querySelectorAll("button")];
  (all.find((one) => one.textContent === held) ?? all[0])?.focus({ preventScroll: true });
}

function choose(form, field, panel, button) {
  if (!button) return;
  const { dataset } = button;
  if (dataset.unfold !== undefined) {
    const question = panel.querySelector(dataset.unfold);
    unfold(question, question.querySelector("input"));
  } else if (dataset.yaml !== undefined) {
    closeMenu();
    rewrite(field, "yaml", dataset.yaml, dataset.current !== undefined);
  } else if (dataset.several !== undefined) {
    closeMenu();
    rewrite(field, "text");
  } else if (dataset.open !== undefined) {
    closeMenu();
    const inside = field.querySelector(":scope > .inside");
    inside.hidden = false;
    inside.querySelector("input, select, textarea, button")?.focus();
  } else if (dataset.call !== undefined) {
    closeMenu();
    call(form, field, dataset.call);
  } else if (dataset.do !== undefined) {
    closeMenu();
    if (dataset.to) form.focusLater(dataset.to, "[data-menu]");
    else if (dataset.value !== undefined) form.focusLater(field.dataset.key);
    form.run(JSON.parse(dataset.do), { field });
  }
}

/** Put the call of a function around what a field holds, and go on with its first argument. */
async function call(form, field, name) {
  try {
    const { operations, first } = await getJson(form.owner.address(`/form/value?${new URLSearchParams({ path: field.dataset.key, call: name })}`));
    form.focusLater(first);
    form.run(operations, { field });
  } catch (error) {
    notice(error.message);
  }
}

function unfold(question, field) {
  question.hidden = false;
  field.focus();
  field.select();
}

async function submit(form, field, question) {
  const values = Object.fromEntries(new FormData(question));
  closeMenu();
  if (question.dataset.extract !== undefined) {
    form.run([{ ...JSON.parse(question.dataset.extract), ...values }], { field });
    return;
  }
  try {
    const query = new URLSearchParams({ path: field.dataset.key, steps: values.steps });
    const { operations } = await getJson(form.owner.address(`/form/value?${query}`));
    form.run(operations, { field });
  } catch (error) {
    notice(error.message);
  }
}

/** What holds the control of a field, without those of the fields inside of it; null where it has none of its own. */
export function boxOf(field) {
  return field.querySelector(":scope > .row > .box, :scope > .box");
}

/** Let a person write a field in another way than its control: as YAML, or in several lines. */
function rewrite(field, commit, text = null, current = true) {
  const box = boxOf(field) ?? field.querySelector(".row");
  const control = box.querySelector("input, textarea, select");
  const area = document.createElement("textarea");
  area.dataset.commit = commit;
  area.spellcheck = false;
  area.className = commit === "yaml" ? "source-text at-once" : "at-once";
  area.setAttribute("aria-label", `${field.dataset.name}${commit === "yaml" ? ", as YAML" : ""}`);
  const now = text ?? control?.defaultValue ?? "";
  area.defaultValue = current ? now : "";
  area.value = now;
  if (box.matches(".row")) {
    const below = document.createElement("div");
    below.className = "box";
    below.append(area);
    field.before = [];
    box.after(below);
  } else {
    field.before = [...box.childNodes];
    box.replaceChildren(area);
  }
  field.dataset.hold = "";
  field.classList.add("tall");
  area.rows = Math.min(16, Math.max(3, area.value.split("\n").length));
  area.focus();
}

/** Up and down go through the offers, from the field above them too. */
function walk(panel, search, event) {
  const list = [...panel.querySelectorAll("button:not(:disabled)")].filter((one) => one.checkVisibility());
  const here = list.indexOf(document.activeElement);
  const editing = event.target.matches("input, select");
  let to = null;
  if (event.key === "ArrowDown") to = list[here + 1] ?? list[0];
  else if (event.key === "ArrowUp") to = here <= 0 ? search ?? list.at(-1) : list[here - 1];
  else if (event.key === "Home" && !editing) to = list[0];
  else if (event.key === "End" && !editing) to = list.at(-1);
  else if (event.key === "Enter" && event.target === search) to = panel.querySelector(".offer-groups button:not([hidden])");
  else return;
  event.preventDefault();
  event.stopPropagation();
  if (event.key === "Enter") to?.click();
  else to?.focus();
}
