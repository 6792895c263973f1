// <hot-commands>: the command palette (what is in the template, what can be done, what can be added, problems: in one list) and the
// map of keys.

import { addType, typeRows } from "./adding.js";
import { commands, commandsNow } from "./commands.js";
import { wordsIn } from "./finding.js";
import { getRecent, keepRecent } from "./recent-commands.js";

const MOST = 60;

class HotCommands extends HTMLElement {
  #found = [];
  #at = 0;
  #before = null;
  #types = [];
  #now = []; // commands that could be done when the palette was opened

  connectedCallback() {
    this.palette = this.querySelector("#palette");
    this.field = this.palette.querySelector("input");
    this.list = this.palette.querySelector("[role=listbox]");
    this.none = this.palette.querySelector(".empty");
    this.keys = this.querySelector("#keys");
    this.field.addEventListener("input", () => this.#search());
    this.field.addEventListener("keydown", (event) => this.#key(event));
    this.list.addEventListener("click", (event) => {
      const item = event.target.closest("[role=option]");
      if (item) this.#run(Number(item.dataset.index));
    });
    for (const part of [this.palette, this.keys]) {
      part.addEventListener("toggle", (event) => { if (event.newState === "closed") this.#leave(); });
    }
    // Once somebody works here, what can be added is read ahead, so that no letter typed for it is lost.
    document.addEventListener("focusin", () => requestIdleCallback(() => typeRows().catch(() => [])), { once: true });
    document.addEventListener("click", (event) => {
      const button = event.target.closest("[data-commands]");
      if (button?.dataset.commands === "palette") this.open();
      if (button?.dataset.commands === "keys") this.openKeys();
    });
  }

  async open() {
    if (this.palette.matches(":popover-open")) return;
    this.#now = commandsNow(); // what the keyboard is at now, they are about
    this.#before = document.activeElement;
    this.field.value = "";
    this.palette.showPopover();
    this.#search();
    this.field.focus();
    if (this.#types.length > 0) return;
    this.#types = await typeRows().catch(() => []); // without them the rest can still be found
    if (this.palette.matches(":popover-open")) this.#search();
  }

  openKeys() {
    this.#writeKeys();
    this.#before = document.activeElement;
    this.keys.showPopover();
    this.keys.focus();
  }

  #leave() {
    if (document.activeElement === document.body || this.contains(document.activeElement)) this.#before?.focus?.({ preventScroll: true });
    this.#before = null;
  }

  #search() {
    const score = wordsIn(this.field.value);
    const all = score.empty ? this.#first() : [...this.#entries(), ...this.#commands(), ...this.#additions(), ...this.#problems()];
    const found = score.empty ? all : all.map((one) => [score.of(one.title, `${one.kind} ${one.detail} ${one.more ?? ""}`) - (one.later ?? 0), one]).filter(([points]) => points > 0)
      .sort(([one], [other]) => other - one).map(([, one]) => one);
    this.#found = found.slice(0, MOST);
    this.#at = 0;
    this.list.replaceChildren(...this.#found.map((one, index) => this.#item(one, index)));
    this.none.hidden = this.#found.length > 0;
    this.#mark();
  }

  /** Before anything is typed: what was done last, then all that can be done. */
  #first() {
    const all = this.#commands(), recent = getRecent();
    const last = recent.map((title) => all.find((one) => one.title === title)).filter(Boolean);
    return [...last, ...all.filter((one) => !last.includes(one))];
  }

  #commands() {
    return this.#now.map((one) => ({ title: one.title, detail: one.keys ?? "", kind: one.group, more: one.detail, run: () => { keepRecent(one.title); return one.run(); } }));
  }

  #additions() {
    return this.#types.map((row, at) => ({ later: at / 1000, title: `Add ${row.title}`, detail: row.more, kind: "Add", more: row.detail, run: () => addType(document.querySelector("hot-canvas"), row.more) }));
  }

  #entries() {
    const owner = document.querySelector("hot-document");
    return document.querySelector("hot-outline").entries.map((entry) => ({
      title: entry.name, detail: entry.detail, kind: entry.one.charAt(0).toUpperCase() + entry.one.slice(1), run: () => owner.select({ node: entry.node }, "search"),
    }));
  }

  #problems() {
    return [...document.querySelectorAll("#problems .problem-go")]
      .map((one) => ({ title: one.querySelector(".message")?.textContent ?? "", detail: one.dataset.line ?? "", kind: "Problem", run: () => one.click() }));
  }

  #item(one, index) {
    const item = document.createElement("li");
    item.id = `command-${index}`;
    item.setAttribute("role", "option");
    item.dataset.index = index;
    for (const [kind, text] of [["kind", one.kind], ["title", one.title], ["hint", one.detail]]) {
      const part = document.createElement("span");
      part.className = kind;
      part.textContent = text;
      item.append(part);
    }
    return item;
  }

  #mark() {
    for (const item of this.list.children) item.setAttribute("aria-selected", String(Number(item.dataset.index) === this.#at));
    const item = this.list.children[this.#at];
    item?.scrollIntoView({ block: "nearest" });
    if (item) this.field.setAttribute("aria-activedescendant", item.id);
    else this.field.removeAttribute("aria-activedescendant");
  }

  #key(event) {
    const by = { ArrowDown: 1, ArrowUp: -1, PageDown: 10, PageUp: -10 }[event.key];
    if (by !== undefined) {
      this.#at = Math.max(0, Math.min(this.#found.length - 1, this.#at + by));
      this.#mark();
    } else if (event.key === "Enter") {
      this.#run(this.#at);
    } else {
      return;
    }
    event.preventDefault();
    event.stopPropagation();
  }

  #run(index) {
    const one = this.#found[index];
    if (!one) return;
    const before = this.#before;
    this.#before = null;
    this.palette.hidePopover();
    before?.focus?.({ preventScroll: true }); // a command is about what the keyboard was at
    one.run();
  }

  #writeKeys() {
    const place = this.keys.querySelector(".key-groups");
    place.replaceChildren();
    for (const [name, members] of grouped(commands)) {
      const withKeys = members.filter((one) => one.keys);
      if (withKeys.length === 0) continue;
      const group = document.createElement("section");
      const title = document.createElement("h3");
      title.textContent = name;
      const list = document.createElement("dl");
      for (const one of withKeys) {
        const row = document.createElement("div");
        const keys = document.createElement("dt"), what = document.createElement("dd"), key = document.createElement("kbd");
        key.textContent = one.keys;
        keys.append(key);
        what.textContent = one.title;
        row.append(keys, what);
        list.append(row);
      }
      group.append(title, list);
      place.append(group);
    }
  }
}

function grouped(all) {
  const groups = new Map();
  for (const one of all) groups.set(one.group, [...(groups.get(one.group) ?? []), one]);
  return groups;
}

customElements.define("hot-commands", HotCommands);
