// <hot-types>: the resource types, to be looked at, added by key or button, and dragged onto the canvas by mouse, pen or finger.

import { addType, dropType, recentTypes } from "./adding.js";
import { carryType } from "./ghost.js";

class HotTypes extends HTMLElement {
  connectedCallback() {
    this.field = this.querySelector("input");
    this.addEventListener("keydown", (event) => this.#key(event));
    this.addEventListener("pointerdown", (event) => this.#down(event));
    this.addEventListener("dragstart", (event) => event.preventDefault()); // a link is no file
    this.addEventListener("htmx:afterSwap", () => this.#read());
    document.addEventListener("hot:types", () => this.#read());
    document.addEventListener("hot:panel", ({ detail: { panel } }) => { if (panel === "types") this.querySelector("#types")?.scrollTo(0, 0); });
    document.addEventListener("click", (event) => {
      const button = event.target.closest("[data-add]");
      if (button) this.#add(button.dataset.add);
    });
    this.#read();
  }

  get #canvas() {
    return document.querySelector("hot-canvas");
  }

  get #rows() {
    return [...this.querySelectorAll("a[data-type]")].filter((row) => row.checkVisibility());
  }

  /** Those used last stand first, as long as nothing is looked for. */
  #read() {
    const list = this.querySelector("#types"), before = list?.scrollHeight;
    list?.querySelector(".recent")?.remove();
    const looking = this.field.value.trim() !== "";
    const rows = looking || !list ? [] : recentTypes().map((type) => list.querySelector(`a[data-type="${CSS.escape(type)}"]`)?.closest("li")).filter(Boolean);
    if (rows.length > 0) {
      const group = document.createElement("section");
      group.className = "recent";
      group.setAttribute("aria-label", "Used last");
      group.innerHTML = "<h3>Used last</h3><ul></ul>";
      group.querySelector("ul").append(...rows.map((row) => row.cloneNode(true)));
      list.prepend(group);
    }
    if (list && list.scrollHeight !== before) list.scrollTop += list.scrollHeight - before; // the rows stay under the hand
    this.#rows[0]?.classList.toggle("first", looking);
  }

  async #add(type) {
    await addType(this.#canvas, type);
    document.dispatchEvent(new CustomEvent("hot:panel", { detail: { panel: "graph" } }));
  }

  #key(event) {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const rows = this.#rows, row = event.target.closest("a[data-type]");
    const inField = event.target === this.field;
    if (event.key === "/" && !inField) {
      this.field.focus();
      this.field.select();
    } else if (event.key === "ArrowDown" && (row || inField)) rows[rows.indexOf(row) + 1]?.focus();
    else if (event.key === "ArrowUp" && row) (rows[rows.indexOf(row) - 1] ?? this.field).focus();
    else if (event.key === "Enter" && row) this.#add(row.dataset.type);
    else if (event.key === "Enter" && inField && this.field.value.trim() !== "" && rows[0]) this.#add(rows[0].dataset.type);
    else if (event.key === " " && row) row.click();
    else return;
    event.preventDefault();
    event.stopPropagation();
  }

  #down(event) {
    const row = event.target.closest("li")?.querySelector("a[data-type]");
    if (!row || event.button !== 0 || event.target.closest("button")) return;
    carryType(this.#canvas, row, event, (place) => dropType(this.#canvas, row.dataset.type, place));
  }
}

customElements.define("hot-types", HotTypes);
