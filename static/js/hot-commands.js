// <hot-commands>: the command palette (commands, resources, parameters, problems in one list) and the map of keys.

import { commands } from "./commands.js";

const MOST = 60;

class HotCommands extends HTMLElement {
  #found = [];
  #at = 0;
  #before = null;

  connectedCallback() {
    this.palette = this.querySelector("#palette");
    this.field = this.palette.querySelector("input");
    this.list = this.palette.querySelector("[role=listbox]");
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
    document.addEventListener("click", (event) => {
      const button = event.target.closest("[data-commands]");
      if (button?.dataset.commands === "palette") this.open();
      if (button?.dataset.commands === "keys") this.openKeys();
    });
    this.#writeKeys();
  }

  open() {
    this.#before = document.activeElement;
    this.field.value = "";
    this.palette.showPopover();
    this.#search();
    this.field.focus();
  }

  openKeys() {
    this.#before = document.activeElement;
    this.keys.showPopover();
    this.keys.focus();
  }

  #leave() {
    if (document.activeElement === document.body || this.contains(document.activeElement)) this.#before?.focus?.();
    this.#before = null;
  }

  #search() {
    const words = this.field.value.toLowerCase().split(/\s+/).filter(Boolean);
    const matches = (text) => words.every((word) => text.toLowerCase().includes(word));
    this.#found = commands.filter((one) => one.run && matches(`${one.group} ${one.title}`))
      .map((one) => ({ title: one.title, detail: one.keys ?? "", kind: one.group, run: one.run }));
    if (words.length > 0) this.#found.unshift(...this.#entries(matches), ...this.#problems(matches));
    this.#found.length = Math.min(this.#found.length, MOST);
    this.#at = 0;
    this.list.replaceChildren(...this.#found.map((one, index) => this.#item(one, index)));
    this.#mark();
  }

  #entries(matches) {
    const owner = document.querySelector("hot-document");
    const kind = (entry) => entry.item.closest("[role=group]").previousElementSibling.firstChild.textContent.trim();
    return document.querySelector("hot-outline").entries.filter((entry) => matches(entry.item.textContent)).slice(0, MOST / 2).map((entry) => ({
      title: entry.name, detail: entry.item.querySelector(".detail").textContent, kind: kind(entry),
      run: () => (entry.node === undefined ? entry.item.click() : owner.select({ node: entry.node }, "search")),
    }));
  }

  #problems(matches) {
    return [...document.querySelectorAll("#problems .problem-go")].filter((one) => matches(one.textContent)).slice(0, 12)
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
    this.palette.hidePopover();
    one.run();
  }

  #writeKeys() {
    const place = this.keys.querySelector(".key-groups");
    const groups = grouped(commands);
    for (const [name, members] of groups) {
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
