// <hot-search>: finds nodes by name and type; what matches keeps its colour in the graph and its line in the outline.

import { announce } from "./notices.js";

class HotSearch extends HTMLElement {
  #found = [];
  #at = -1;

  connectedCallback() {
    this.field = this.querySelector("input");
    this.count = this.querySelector(".count");
    this.field.addEventListener("input", () => this.#search());
    this.field.addEventListener("keydown", (event) => this.#key(event));
    document.addEventListener("hot:drawn", () => { if (this.field.value) this.#search(false); });
  }

  open() {
    this.field.focus();
    this.field.select();
  }

  #key(event) {
    if (event.key === "Enter") {
      event.preventDefault();
      this.#step(event.shiftKey ? -1 : 1);
    } else if (event.key === "Escape") {
      event.preventDefault();
      event.stopPropagation();
      this.field.value = "";
      this.#search();
      document.dispatchEvent(new CustomEvent("hot:panel", { detail: { panel: "graph" } }));
    }
  }

  #search(say = true) {
    const words = this.field.value.toLowerCase().split(/\s+/).filter(Boolean);
    const canvas = document.querySelector("hot-canvas");
    this.#found = [];
    this.#at = -1;
    const find = (name, text) => { if (words.length > 0 && words.every((word) => text.toLowerCase().includes(word))) this.#found.push(name); };
    for (const name of canvas.names) {
      const node = canvas.node(name);
      if (node.dataset.node !== undefined) find(name, `${name} ${node.getAttribute("aria-label") ?? ""} ${node.dataset.type ?? ""}`);
    }
    const drawn = new Set(canvas.names);
    for (const { node, name, detail } of document.querySelector("hot-outline").entries) {
      if (!drawn.has(node) && canvas.node(node)) find(node, `${name} ${detail}`); // it is inside of a card
    }
    canvas.mark(words.length > 0 ? this.#found : null);
    this.count.textContent = words.length === 0 ? "" : `${this.#found.length}`;
    document.dispatchEvent(new CustomEvent("hot:searched", { detail: { words } }));
    if (say && words.length > 0) announce(this.#found.length === 1 ? "1 resource found" : `${this.#found.length} resources found`);
  }

  #step(by) {
    if (this.#found.length === 0) return;
    this.#at = (this.#at + by + this.#found.length) % this.#found.length;
    const node = this.#found[this.#at];
    this.count.textContent = `${this.#at + 1} / ${this.#found.length}`;
    this.dispatchEvent(new CustomEvent("hot:pick", { bubbles: true, detail: { selection: { node }, from: "search" } }));
  }
}

customElements.define("hot-search", HotSearch);
