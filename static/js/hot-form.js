// <hot-form>: what the inspector lets a person change. Each field sends one operation when it is left; the server says
// what it means, and the form is renewed around what is being typed.
//
// A field is an element with `data-key`, its path as JSON. A control in it has `data-commit`: how it is read ("text",
// "json" or "yaml"), or `data-op` and `data-into`: the operation that its text completes.

import { act } from "./form-acts.js";
import { dragItem } from "./form-drag.js";
import { boxOf, openOffers } from "./form-menu.js";
import { defaultOf, isDirty, restore } from "./morph.js";
import { announce } from "./notices.js";
import { getText } from "./server.js";

let wish = null; // {key | id, part}: what is to have the focus once the form is renewed

class HotForm extends HTMLElement {
  #last = Promise.resolve();

  connectedCallback() {
    this.owner = this.closest("hot-document"); // which is asked even when another form has taken this one's place
    this.addEventListener("focusout", (event) => this.#left(event));
    this.addEventListener("change", (event) => this.#changed(event.target));
    this.addEventListener("input", (event) => this.#typed(event.target));
    this.addEventListener("keydown", (event) => this.#key(event));
    this.addEventListener("click", (event) => this.#clicked(event));
    this.addEventListener("submit", (event) => this.#submitted(event));
    this.addEventListener("pointerdown", (event) => {
      const handle = event.target.closest("[data-handle]");
      if (handle) dragItem(this, handle.closest(".item"), event);
    });
    this.place = this.closest("#inspector");
    this.place?.addEventListener("hot:renewed", this);
    for (const area of this.querySelectorAll("textarea")) grow(area);
  }

  disconnectedCallback() {
    this.place?.removeEventListener("hot:renewed", this);
  }

  handleEvent() {
    for (const list of this.querySelectorAll("[data-list]")) {
      const next = list.parentElement.querySelector(":scope > [data-add-item]")?.dataset.addItem;
      for (const one of list.querySelectorAll(":scope > [data-local]")) if (one.dataset.key !== next) one.remove();
    }
    for (const control of this.querySelectorAll("[data-commit], [data-op]")) {
      if (control.taken !== undefined && control.value === control.taken) restore(control);
    }
    for (const filter of this.querySelectorAll("[data-filter-fields]")) if (filter.value) this.#filter(filter);
    for (const area of this.querySelectorAll("textarea")) grow(area);
    for (const inside of this.querySelectorAll(".inside:not([hidden]):has(> .lazy)")) this.#load(inside);
    this.#grant();
  }

  /** Do operations as one step; true where they were done. A refusal is said at `field`, or on the page. */
  run(operations, { field = null, select = false } = {}) {
    const done = this.#last.then(async () => {
      this.#say(field, null);
      try {
        return (await this.owner.perform(operations, { select, quiet: field !== null })) !== null;
      } catch (error) {
        if (error.name !== "AbortError") this.#say(field, error.message);
        return false;
      }
    });
    this.#last = done;
    return done;
  }

  /** Have the focus go to a field (or one of its parts) once the form is renewed. */
  focusLater(key, part = null) {
    wish = { key, part };
  }

  field(key) {
    return this.querySelector(`[data-key="${CSS.escape(key)}"]`);
  }

  #grant() {
    if (wish === null) return;
    const { key, id, part } = wish;
    const field = id ? null : this.field(key);
    const target = id ? document.getElementById(id) : field && ((part && field.querySelector(part)) ?? field.querySelector("[data-commit]:not([type=radio]), [data-commit]:checked, a.pill, .fold-field, [data-menu]"));
    if (!target) return;
    wish = null;
    target.closest("[hidden]")?.removeAttribute("hidden");
    target.focus({ preventScroll: true });
    target.scrollIntoView({ block: "nearest" });
    if (id && target.select) target.select();
  }

  // -- a field is left --

  #left(event) {
    const control = event.target;
    if (control.matches("[data-commit]:not([type=radio], select), [data-op]:not([data-whole])")) this.commit(control);
    const entry = control.closest("[data-entry]");
    if (entry && !entry.contains(event.relatedTarget)) this.#enter(entry, false);
  }

  #changed(control) {
    if (control.matches("select[data-commit], [type=radio][data-commit]")) this.commit(control);
  }

  #typed(control) {
    if (control.nodeName === "TEXTAREA") grow(control);
    if (control.matches("[data-filter-fields]")) this.#filter(control);
    if (control.matches("[data-number]")) this.#judge(control);
  }

  /** Send what was typed; true where there was nothing to send, or it was done. */
  async commit(control) {
    const { value } = control;
    if (control.type === "radio" ? control.defaultChecked : !isDirty(control)) return true;
    if (control.underway === value) return true;
    const field = control.closest("[data-key]") ?? this;
    const operations = operationsOf(control, field);
    if (operations.length === 0) {
      restore(control);
      return true;
    }
    control.underway = value;
    const before = defaultOf(control);
    const { follow, rekeys } = control.dataset;
    const back = rekeys === undefined ? null : rekey(field, value);
    if (follow !== undefined && document.activeElement === control) wish = { id: control.id };
    // what was written in another way gives its place to the field that comes with the answer
    const held = field.dataset.hold !== undefined;
    if (held) delete field.dataset.hold;
    const done = await this.run(operations, { field, select: follow !== undefined });
    control.underway = undefined;
    if (held && !done) field.dataset.hold = "";
    if (done && control.value === value && defaultOf(control) !== before) {
      restore(control); // the form was renewed already: it may say it in other signs
      release(field);
    } else if (done) {
      control.taken = value;
      release(field);
    } else {
      if (follow !== undefined) wish = null;
      back?.();
    }
    return done;
  }

  /** A new entry of a map, once it has a name. */
  async #enter(entry, wanted) {
    const name = entry.querySelector("[data-entry-name]"), value = entry.querySelector("[data-entry-value]");
    if (!name.value || (!wanted && !value.value)) {
      if (wanted) name.focus();
      return;
    }
    const path = [...JSON.parse(entry.dataset.entry), name.value];
    const done = await this.run([{ op: "insert", path, text: value.value }], { field: entry });
    if (!done) return;
    name.value = value.value = "";
    if (wanted) name.focus();
  }

  // -- keys --

  #key(event) {
    const control = event.target, command = event.ctrlKey || event.metaKey;
    if (event.key === "Enter" && !event.shiftKey && control.matches("input[data-commit], input[data-op]:not([data-whole])")) {
      if (control.dataset.draft !== undefined && control.value !== "") this.focusLater(nextKey(control.closest("[data-key]").dataset.key));
      this.commit(control);
    } else if (event.key === "Enter" && command && control.matches("textarea")) {
      this.commit(control);
    } else if (event.key === "Enter" && control.matches("[data-entry-name]")) {
      control.closest("[data-entry]").querySelector("[data-entry-value]").focus();
    } else if (event.key === "Enter" && control.matches("[data-entry-value]")) {
      this.#enter(control.closest("[data-entry]"), true);
    } else if (event.key === "Escape" && control.matches("[data-commit], [data-op]") && this.#takeBack(control)) {
      // what was typed is gone, the field stays
    } else if (command && event.key.toLowerCase() === "z" && control.matches("input, select, textarea") && !isDirty(control)) {
      document.querySelector(event.shiftKey ? "button[data-redo]" : "button[data-undo]")?.click();
    } else if (event.altKey && (event.key === "ArrowUp" || event.key === "ArrowDown") && control.closest(".item:not(.draft)")) {
      this.#move(control.closest(".item"), event.key === "ArrowUp" ? -1 : 1, null);
    } else if (!event.altKey && (event.key === "ArrowUp" || event.key === "ArrowDown") && control.matches("[data-number]")) {
      this.#step(control, event.key === "ArrowUp" ? 1 : -1);
    } else {
      return;
    }
    event.preventDefault();
    event.stopPropagation();
  }

  #takeBack(control) {
    const field = control.closest("[data-key]");
    const dirty = isDirty(control) || field?.dataset.hold !== undefined;
    if (!dirty) return false;
    restore(control);
    this.#say(field ?? this, null);
    if (field?.dataset.hold !== undefined) {
      boxOf(field).replaceChildren(...field.before);
      release(field);
      field.querySelector("[data-menu]")?.focus();
    }
    return true;
  }

  #step(control, by) {
    const now = Number(control.value || control.dataset.least || 0);
    if (!Number.isFinite(now)) return;
    const { least = -Infinity, most = Infinity } = control.dataset;
    control.value = String(control.value === "" ? now : Math.min(Number(most), Math.max(Number(least), now + by)));
    this.#judge(control);
  }

  #judge(control) {
    const number = Number(control.value), { least = -Infinity, most = Infinity } = control.dataset;
    control.classList.toggle("beyond", control.value.trim() !== "" && (!Number.isFinite(number) || number < Number(least) || number > Number(most)));
  }

  // -- clicks --

  #clicked(event) {
    const button = event.target.closest("button, .fold-field");
    if (!button || !this.contains(button)) return;
    const { dataset } = button, field = button.closest("[data-key]");
    if (dataset.menu !== undefined) openOffers(this, field, button);
    else if (dataset.extract !== undefined) openOffers(this, field, button, true);
    else if (dataset.act !== undefined) act(dataset.act, this, button);
    else if (dataset.do !== undefined) this.#do(button, field);
    else if (dataset.out !== undefined) this.#out(field);
    else if (dataset.enter !== undefined) this.#enter(button.closest("[data-entry]"), true);
    else if (dataset.move !== undefined) this.#move(field, Number(dataset.move), `[data-move="${dataset.move}"]`);
    else if (dataset.addItem !== undefined) this.#add(button);
    else if (button.matches(".fold-field")) this.#fold(button);
    else return;
    event.preventDefault();
  }

  async #do(button, field) {
    const { focus, leave } = button.dataset;
    if (focus) this.focusLater(focus);
    const done = await this.run(JSON.parse(button.dataset.do), { field: field ?? this });
    if (done && leave !== undefined) this.owner.select(null, "inspector");
  }

  #out(field) {
    if (field.dataset.local !== undefined) {
      field.remove();
      return;
    }
    const near = field.nextElementSibling?.dataset.key ? field.nextElementSibling : field.previousElementSibling ?? field.parentElement.closest("[data-key]");
    if (Number.isInteger(pathOf(field).at(-1))) this.focusLater(field.dataset.key, "[data-out]");
    else if (near?.dataset.key) this.focusLater(near.dataset.key);
    this.run([{ op: "unset", path: pathOf(field) }], { field });
  }

  /** Give an item of a list or an entry of a map another place. */
  #move(item, by, part) {
    const to = Number(item.dataset.item) + by;
    const count = item.parentElement.querySelectorAll(":scope > .item[data-item]").length;
    if (to < 0 || to >= count) return;
    this.moveTo(item, to, part);
  }

  moveTo(item, to, part = null) {
    const path = pathOf(item);
    this.focusLater(Number.isInteger(path.at(-1)) ? keyOf([...path.slice(0, -1), to]) : item.dataset.key, part);
    announce(`Moved to place ${to + 1}.`);
    return this.run([{ op: "move", path, to }], { field: item });
  }

  async #fold(button) {
    const open = button.getAttribute("aria-expanded") !== "true";
    button.setAttribute("aria-expanded", String(open));
    const inside = document.getElementById(button.getAttribute("aria-controls"));
    inside.hidden = !open;
    if (open) await this.#load(inside);
  }

  /** Fetch what is inside of something that is not set, once. */
  async #load(inside) {
    const lazy = inside.querySelector(":scope > .lazy");
    if (!lazy || lazy.underway || inside.querySelector(":scope > [data-local]")) return;
    lazy.underway = true;
    const fresh = await this.#fetch(lazy.dataset.lazy, "inside");
    lazy.underway = false;
    if (!lazy.isConnected) return;
    for (const one of fresh) one.dataset.local = "";
    lazy.after(...fresh);
  }

  async #add(button) {
    const list = button.parentElement.querySelector(":scope > [data-list]");
    const there = list.querySelector(`:scope > [data-key="${CSS.escape(button.dataset.addItem)}"]`);
    if (!there) {
      const fresh = await this.#fetch(button.dataset.addItem, "item");
      for (const one of fresh) one.dataset.local = "";
      list.append(...fresh);
    }
    const item = list.lastElementChild;
    item.querySelector("[data-commit]:not([type=radio]), .inside button")?.focus();
  }

  async #fetch(path, what) {
    const query = new URLSearchParams({ path, what });
    const piece = document.createElement("template");
    try {
      piece.innerHTML = await getText(this.owner.address(`/form?${query}`));
    } catch (error) {
      announce(error.message);
      return [];
    }
    return [...piece.content.children];
  }

  #filter(input) {
    const words = input.value.toLowerCase().split(/\s+/).filter(Boolean);
    const fields = [...input.parentElement.querySelectorAll(":scope > .fields > .field")];
    let found = 0;
    for (const field of fields) {
      const text = `${field.dataset.name} ${field.querySelector("[title]")?.title ?? ""}`.toLowerCase();
      field.hidden = !words.every((word) => text.includes(word));
      if (!field.hidden) found += 1;
    }
    if (words.length > 0) announce(`${found} of ${fields.length} properties`);
  }

  async #submitted(event) {
    event.preventDefault();
    const field = event.target.querySelector("[data-op]");
    if (field?.value) {
      const done = await this.run(operationsOf(field, event.target), { field: event.target, select: true });
      if (done) restore(field);
    }
  }

  /** Say at a field why something was not done. */
  #say(field, sentence) {
    if (field === null || field === undefined) return;
    for (const old of field.querySelectorAll(":scope > .refusal")) old.remove();
    if (sentence === null) return;
    const line = document.createElement("p");
    line.className = "field-problem refusal severity-error";
    line.dataset.local = "";
    line.setAttribute("role", "alert");
    line.textContent = sentence;
    if (field === this) this.querySelector("header").after(line);
    else field.append(line);
  }
}

function pathOf(field) {
  return JSON.parse(field.dataset.key);
}

/** A path as the text that names a field, just as the server writes it. */
function keyOf(path) {
  return JSON.stringify(path).replace(/[\u007f-\uffff]/g, (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, "0")}`);
}

/** Let a field, and all inside of it, be at another key already: what is typed next goes there. Yields what takes that back. */
function rekey(field, name) {
  const path = pathOf(field), old = keyOf(path).slice(0, -1), now = keyOf([...path.slice(0, -1), name]).slice(0, -1);
  const change = (from, to) => {
    for (const one of [field, ...field.querySelectorAll("*")]) {
      for (const attribute of ["data-key", "data-entry", "data-lazy", "data-add-item", "data-fields", "data-rest"]) {
        const value = one.getAttribute(attribute);
        if (value?.startsWith(`${from},`) || value === `${from}]`) one.setAttribute(attribute, to + value.slice(from.length));
      }
    }
  };
  change(old, now);
  return () => change(now, old);
}

/** The operations that what was typed into a control means. */
function operationsOf(control, field) {
  const { op, into, commit, empty, rekeys } = control.dataset;
  if (rekeys !== undefined) return control.value === "" ? [] : [{ op, path: pathOf(field), to: control.value }];
  if (op !== undefined) {
    const operation = JSON.parse(op), steps = into.split(".");
    let at = operation;
    for (const step of steps.slice(0, -1)) at = at[step];
    at[steps.at(-1)] = control.value;
    return control.value === "" ? [] : [operation];
  }
  const path = pathOf(field);
  if (control.value === "" && (commit !== "text" || empty === "unset")) {
    // an argument before others is not taken out from under them
    return field.dataset.state === "unset" || field.dataset.fixed !== undefined ? [] : [{ op: "unset", path }];
  }
  if (commit === "json") return [{ op: "set", path, value: JSON.parse(control.value) }];
  return [{ op: "set", path, [commit]: control.value }];
}

/** The place behind another one in a list. */
function nextKey(key) {
  const path = JSON.parse(key);
  return keyOf([...path.slice(0, -1), path.at(-1) + 1]);
}

/** Let a field be renewed again that stood still while it was written in another way. */
function release(field) {
  delete field.dataset?.hold;
  field.before = undefined;
}

/** As many lines as there are, up to a point. */
function grow(area) {
  if (area.dataset.sized !== undefined) return;
  area.rows = Math.min(16, Math.max(area.classList.contains("at-once") ? 3 : 1, area.value.split("\n").length));
  if (!area.matches(".prose") || area.value.length <= 20) return;
  const of = `${document.documentElement.style.cssText}\n${area.value}`; // as wide as the panels are; to measure has the page laid out
  if (area.grown?.of === of) {
    area.rows = area.grown.rows;
    return;
  }
  const { scrollHeight, clientHeight } = area;
  if (scrollHeight > clientHeight) area.rows = Math.min(16, area.rows + Math.ceil((scrollHeight - clientHeight) / 18)); // prose goes on in the next line
  area.grown = scrollHeight === 0 ? undefined : { of, rows: area.rows };
}

customElements.define("hot-form", HotForm);
