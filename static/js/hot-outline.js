// <hot-outline>: the template as a tree, in step with the canvas. It also knows where each entry stands in the text.

class HotOutline extends HTMLElement {
  #entries = []; // {node, name, start, end, keyEnd, item}, by place
  #byNode = new Map();

  connectedCallback() {
    this.addEventListener("keydown", (event) => this.#key(event));
    this.addEventListener("click", (event) => {
      const item = event.target.closest("[role=treeitem]");
      if (item?.hasAttribute("aria-expanded")) this.#expand(item, item.getAttribute("aria-expanded") !== "true");
      if (item) this.#rove(item);
    });
    document.addEventListener("hot:selected", (event) => this.#mark(event.detail));
    document.addEventListener("hot:searched", (event) => this.#filter(event.detail.words));
    this.#read();
  }

  show(html) {
    const closed = new Set(this.#items().filter((item) => item.getAttribute("aria-expanded") === "false").map((item) => item.dataset.section));
    const top = this.scrollTop;
    const held = this.contains(document.activeElement) ? document.activeElement.dataset.name : undefined;
    this.innerHTML = html;
    for (const item of this.#items()) if (closed.has(item.dataset.section)) this.#expand(item, false);
    this.scrollTop = top;
    this.#read();
    this.#mark({ selection: this.closest("hot-document").selection, from: "text" });
    if (held !== undefined) this.#items().find((item) => item.dataset.name === held)?.focus();
  }

  /** The entry of a node of the graph. */
  find(node) {
    return this.#byNode.get(node);
  }

  /** The entry that a place of the text stands in. */
  at(offset) {
    let low = 0, high = this.#entries.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.#entries[middle].start <= offset) low = middle + 1;
      else high = middle;
    }
    const entry = this.#entries[low - 1];
    return entry && offset <= entry.end ? entry : null;
  }

  get entries() {
    return this.#entries;
  }

  #read() {
    for (const item of this.#items()) item.tabIndex = -1;
    this.#entries = [...this.querySelectorAll("[data-at]")].map((item) => {
      const [start, keyEnd, end] = item.dataset.at.split(" ").map(Number);
      return { node: item.dataset.select, name: item.dataset.name, start, keyEnd, end, item };
    }).sort((one, other) => one.start - other.start);
    this.#byNode = new Map(this.#entries.filter((entry) => entry.node !== undefined).map((entry) => [entry.node, entry]));
    this.#rove(this.querySelector("[role=treeitem]"), false);
  }

  #mark({ selection, from }) {
    this.querySelector("[aria-selected]")?.removeAttribute("aria-selected");
    const item = this.#byNode.get(selection?.node)?.item;
    if (!item) return;
    item.setAttribute("aria-selected", "true");
    const parent = item.closest("[role=group]")?.previousElementSibling;
    if (parent?.getAttribute("aria-expanded") === "false" && from !== "text") this.#expand(parent, true);
    if (from !== "outline") item.scrollIntoView({ block: "nearest" });
    if (!this.contains(document.activeElement)) this.#rove(item, false);
  }

  #filter(words) {
    for (const { item } of this.#entries) {
      const text = item.textContent.toLowerCase();
      item.parentElement.hidden = words.length > 0 && !words.every((word) => text.includes(word));
    }
  }

  // -- the tree's keys --

  #items() {
    return [...this.querySelectorAll("[role=treeitem]")];
  }

  #visible() {
    return this.#items().filter((item) => item.checkVisibility());
  }

  #rove(item, focus = true) {
    if (!item) return;
    for (const other of this.querySelectorAll("[role=treeitem][tabindex='0']")) other.tabIndex = -1;
    item.tabIndex = 0;
    if (focus) item.focus({ preventScroll: false });
  }

  #expand(item, open) {
    item.setAttribute("aria-expanded", String(open));
    item.nextElementSibling.hidden = !open;
  }

  #key(event) {
    const item = event.target.closest("[role=treeitem]");
    if (!item || event.ctrlKey || event.metaKey || event.altKey) return;
    const all = this.#visible(), here = all.indexOf(item);
    const open = item.getAttribute("aria-expanded");
    switch (event.key) {
      case "ArrowDown": this.#rove(all[here + 1]); break;
      case "ArrowUp": this.#rove(all[here - 1]); break;
      case "Home": this.#rove(all[0]); break;
      case "End": this.#rove(all.at(-1)); break;
      case "ArrowRight":
        if (open === "false") this.#expand(item, true);
        else if (open === "true") this.#rove(all[here + 1]);
        break;
      case "ArrowLeft":
        if (open === "true") this.#expand(item, false);
        else this.#rove(item.closest("[role=group]")?.previousElementSibling);
        break;
      case "Enter":
      case " ": item.click(); break;
      default:
        if (event.key.length !== 1 || event.key === "/" || event.key === "?") return;
        this.#typed(event.key, all, here);
    }
    event.preventDefault();
    event.stopPropagation();
  }

  #typed(letter, all, here) {
    const after = [...all.slice(here + 1), ...all.slice(0, here + 1)];
    this.#rove(after.find((item) => item.dataset.name?.toLowerCase().startsWith(letter.toLowerCase())));
  }
}

customElements.define("hot-outline", HotOutline);
