// <hot-outline>: the template as a tree, in step with canvas and text. Of a long one only the rows in sight are there; after an
// edit only what changed is fetched, and focus, scroll and what is folded stay.
//
// "hot:outlined" on `document` says that it shows another text. Dragging is in outline-drag.js, what can be done in edit-commands.js,
// what opens its menus in edit-menu.js.

import { isHere } from "./along.js";
import { announce } from "./notices.js";
import { OutlineDrag } from "./outline-drag.js";
import { OutlineRows } from "./outline-rows.js";
import { fillRow, signature } from "./outline-row.js";
import { between, nodesOf, selectionOf, toggled } from "./selection.js";
import { getJson } from "./server.js";

const COARSE = matchMedia("(pointer: coarse)");
const ROW = 24; // pixels
const ROW_COARSE = 40;
const SPARE = 12; // rows above and below those in sight
const PATIENCE = 600; // ms in which letters make one word

class HotOutline extends HTMLElement {
  data = new OutlineRows();
  #tree;
  #none; // said where there is no row
  #items = []; // of the tree, in order
  #index = new Map(); // key -> place in #items
  #rows = new Map(); // key -> element
  #closed = new Set();
  #words = [];
  #at = ""; // key of the item that the keyboard is at
  #anchor = null; // node from which Shift selects
  #wanted = null; // node that gets the keyboard once it is there
  #typed = { text: "", time: 0 };
  #chosen = new Set(); // selected nodes
  #top = 0; // how far it is scrolled, and how high it is, as last heard: to ask would have the page laid out
  #room = 0;

  connectedCallback() {
    const script = this.querySelector("script[type='application/json']");
    this.data.change(JSON.parse(script?.textContent || '{"id": "", "since": null, "sections": []}'));
    this.#tree = document.createElement("div");
    this.#tree.setAttribute("role", "tree");
    this.#tree.setAttribute("aria-label", "Outline");
    this.#tree.setAttribute("aria-multiselectable", "true");
    this.#none = document.createElement("p");
    this.#none.className = "empty";
    this.replaceChildren(this.#tree, this.#none);
    this.addEventListener("keydown", (event) => this.#key(event));
    this.addEventListener("click", (event) => this.#click(event));
    this.addEventListener("scroll", () => this.#seen(), { passive: true });
    this.addEventListener("focusin", (event) => this.#focused(event));
    document.addEventListener("hot:selected", (event) => this.#select(event.detail));
    document.addEventListener("hot:searched", (event) => this.#filter(event.detail.words));
    COARSE.addEventListener("change", () => this.#draw());
    new ResizeObserver(() => this.#seen()).observe(this);
    this.drag = new OutlineDrag(this);
    this.#list();
  }

  /** Where it is told what is another in the text `id` than in the one that this shows. */
  addressFor(id) {
    const { template } = this.closest("hot-document").dataset;
    return `/d/${id}/outline.json?${new URLSearchParams({ since: this.data.id, ...(template && { template }) })}`;
  }

  /** Fetch what changed since the text that this shows, and show it. */
  async renew(id, signal) {
    if (this.data.id === id) return;
    const address = this.addressFor(id), change = isHere(address) ?? await getJson(address, { signal });
    if (signal?.aborted || (change.since !== null && change.since !== this.data.id)) return;
    this.#keep(() => {
      this.data.change(change);
      this.#list();
    });
    this.#select({ selection: this.closest("hot-document").selection, from: "outline", again: true });
    if (this.#wanted !== null) this.focusOn(this.#wanted);
    document.dispatchEvent(new CustomEvent("hot:outlined", { detail: { id } }));
  }

  // -- what others ask --

  /** The entry of a node: {node, name, section, one, path, start, keyEnd, end}. */
  find(node) {
    return this.data.find(node);
  }

  /** The entry that a place of the text stands in. */
  at(offset) {
    return this.data.at(offset);
  }

  /** The nodes of what a group gathers; none where the node is no group. */
  membersOf(node) {
    return this.data.membersOf(node);
  }

  get entries() {
    return this.data.entries;
  }

  get sections() {
    return this.data.sections;
  }

  /** The items of the tree that are there, in order. */
  get items() {
    return this.#items;
  }

  /** The item that the keyboard is at; null for none. */
  get current() {
    return this.#items[this.#index.get(this.#at)] ?? null;
  }

  /** The element of an item, where it is in sight. */
  row(key) {
    return this.#rows.get(key);
  }

  item(key) {
    return this.#items[this.#index.get(key)] ?? null;
  }

  get height() {
    return COARSE.matches ? ROW_COARSE : ROW;
  }

  /** Take the keyboard to a node's row, now or once it is there. */
  focusOn(node) {
    const item = this.#items.find((one) => one.node === node && one.kind !== "member");
    this.#wanted = item ? null : node;
    if (item) this.#rove(item);
  }

  /** Take the keyboard to the head of a section. */
  focusSection(name) {
    this.#rove(this.item(`:${name}`));
  }

  /** Take the keyboard to where it was last. */
  focusCurrent() {
    this.#rove(this.current);
  }

  /** The item that takes the place of some that go: the next one that stays in their section, else the one before. */
  neighbourOf(nodes) {
    const going = new Set(nodes);
    const places = this.#items.flatMap((item, at) => (going.has(item.node) && item.kind !== "member" ? [at] : []));
    if (places.length === 0) return null;
    const { section } = this.#items[places[0]];
    const stays = (item) => item && item.section === section && item.kind !== "section" && !going.has(item.node);
    for (let at = places.at(-1) + 1; at < this.#items.length; at += 1) if (stays(this.#items[at])) return this.#items[at].node;
    for (let at = places[0] - 1; at >= 0; at -= 1) if (stays(this.#items[at])) return this.#items[at].node;
    return null;
  }

  // -- rows --

  /** Make the items anew, and draw. */
  #list() {
    const before = this.#index.get(this.#at) ?? 0;
    this.#items = this.data.items(this.#closed, this.#words);
    this.#index = new Map();
    for (let at = 0; at < this.#items.length; at += 1) this.#index.set(this.#items[at].key, at);
    if (!this.#index.has(this.#at)) this.#at = this.#items[Math.min(before, this.#items.length - 1)]?.key ?? "";
    this.#draw();
  }

  /** Do something that changes the rows: what is at the top stays there. */
  #keep(change) {
    const place = Math.floor(this.#top / this.height), top = this.#items[place]?.key;
    change();
    const now = this.#index.get(top) ?? place;
    if (now !== place) this.#scroll(this.#top + (now - place) * this.height);
  }

  #scroll(top) {
    this.scrollTop = this.#top = top; // where there is less room than that, "scroll" says so
  }

  #seen() {
    this.#top = this.scrollTop;
    this.#room = this.clientHeight;
    this.#draw();
  }

  #draw() {
    const { height } = this;
    const first = Math.max(0, Math.floor(this.#top / height) - SPARE);
    const last = Math.min(this.#items.length, Math.ceil((this.#top + (this.#room || 600)) / height) + SPARE);
    const shown = this.#items.slice(first, last);
    const held = this.#index.get(this.#at); // the row that has the keyboard stays, even out of sight
    if (held !== undefined && held < first) shown.unshift(this.#items[held]);
    else if (held !== undefined && held >= last) shown.push(this.#items[held]);
    const focused = this.#tree.contains(document.activeElement); // a row that is moved or goes would lose it
    const stays = new Set(shown.map((item) => item.key));
    for (const [key, row] of this.#rows) {
      if (stays.has(key)) continue;
      row.remove();
      this.#rows.delete(key);
    }
    let before = null;
    for (const item of shown) {
      let row = this.#rows.get(item.key);
      const now = signature(item);
      if (!row) {
        row = document.createElement("div");
        this.#rows.set(item.key, row);
      }
      if (row.dataset.signature !== now) {
        fillRow(row, item, this.dataset);
        row.dataset.signature = now;
      }
      row.style.top = `${this.#index.get(item.key) * height}px`;
      row.style.height = `${height}px`;
      row.tabIndex = item.key === this.#at ? 0 : -1;
      if (item.node !== undefined) row.setAttribute("aria-selected", String(this.#chosen.has(item.node)));
      row.setAttribute("aria-posinset", item.position);
      row.setAttribute("aria-setsize", item.size);
      if (item.expanded === undefined) row.removeAttribute("aria-expanded");
      else row.setAttribute("aria-expanded", String(item.expanded));
      const next = before === null ? this.#tree.firstChild : before.nextSibling;
      if (row !== next) this.#tree.insertBefore(row, next);
      before = row;
    }
    this.#tree.style.height = `${this.#items.length * height}px`;
    this.#tree.hidden = this.#items.length === 0;
    this.#none.hidden = this.#items.length > 0;
    if (!this.#none.hidden) this.#none.textContent = this.#words.length > 0 ? "Nothing here of what is looked for." : "Nothing to list yet: the text cannot be read. The problems say where.";
    if (focused && !this.#tree.contains(document.activeElement)) this.#rows.get(this.#at)?.focus({ preventScroll: true });
  }

  #reveal(item) {
    const top = this.#index.get(item.key) * this.height;
    const room = this.#room || this.clientHeight;
    if (top < this.#top) this.#scroll(top);
    else if (top + this.height > this.#top + room) this.#scroll(top + this.height - room);
  }

  #filter(words) {
    this.#words = words;
    this.#keep(() => this.#list());
  }

  // -- selecting --

  #select({ selection, from, again }) {
    const nodes = nodesOf(selection);
    this.#chosen = new Set(nodes);
    if (nodes.length === 1) this.#anchor = nodes[0];
    else if (nodes.length > 1 && from === "outline" && !again) announce(`${nodes.length} selected`);
    const last = nodes.at(-1);
    if (last !== undefined && from !== "outline") {
      const entry = this.data.find(last);
      if (entry && from !== "text" && this.#closed.delete(`:${entry.section}`)) this.#list();
      const item = this.#items.find((one) => one.node === last && one.kind !== "member");
      if (item) {
        if (!this.#tree.contains(document.activeElement)) this.#at = item.key;
        this.#reveal(item);
      }
    }
    this.#draw();
  }

  #pick(selection) {
    this.dispatchEvent(new CustomEvent("hot:pick", { bubbles: true, detail: { selection, from: "outline" } }));
  }

  get #selection() {
    return this.closest("hot-document").selection;
  }

  /** Select all from where the selection began to an item. */
  #range(item) {
    const order = this.#items.filter((one) => one.node !== undefined && one.kind !== "member").map((one) => one.node);
    const anchor = this.#anchor ?? item.node;
    this.#pick(selectionOf(between(order, anchor, item.node)));
    this.#anchor = anchor;
  }

  /** Select every entry of the section that the keyboard is in. */
  selectAll() {
    const { current } = this;
    if (current === null) return;
    this.#pick(selectionOf(this.entries.filter((entry) => entry.section === current.section).map((entry) => entry.node)));
  }

  #click(event) {
    const row = event.target.closest("[role=treeitem]");
    const item = row && this.item(row.dataset.key);
    if (!item) return;
    if (event.target.closest("[data-add-to]")) {
      this.#rove(item);
      this.#ask("add", item, event.target.closest("[data-add-to]"));
      return;
    }
    if (item.node === undefined || event.target.closest(".twisty")) this.#fold(item, !item.expanded);
    this.#rove(item);
    if (item.node === undefined || event.target.closest(".twisty")) return;
    if (event.ctrlKey || event.metaKey) this.#pick(toggled(this.#selection, item.node));
    else if (event.shiftKey) this.#range(item);
    else this.#pick({ node: item.node });
  }

  /** Ask whoever edits to do something with an item. */
  #ask(what, item, element = this.#rows.get(item.key)) {
    this.dispatchEvent(new CustomEvent("hot:outline", { bubbles: true, detail: { what, item, element } }));
  }

  // -- the tree's keys --

  #focused(event) {
    const key = event.target.closest("[role=treeitem]")?.dataset.key;
    if (key === undefined || key === this.#at) return;
    this.#at = key;
    this.#draw();
  }

  #rove(item) {
    if (!item) return;
    this.#at = item.key;
    this.#reveal(item);
    this.#draw();
    this.#rows.get(item.key)?.focus({ preventScroll: true });
  }

  #fold(item, open) {
    const key = item.fold ?? item.key;
    if (open) this.#closed.delete(key);
    else this.#closed.add(key);
    this.#keep(() => this.#list());
  }

  #key(event) {
    const item = this.item(event.target.closest("[role=treeitem]")?.dataset.key);
    if (!item || event.altKey) return;
    if (event.key.length > 1) this.#typed = { text: "", time: 0 };
    const mod = event.ctrlKey || event.metaKey;
    if (mod && ![" ", "Enter", "ArrowUp", "ArrowDown", "Home", "End"].includes(event.key)) return;
    const here = this.#index.get(item.key);
    const go = (to) => {
      const next = this.#items[Math.max(0, Math.min(this.#items.length - 1, to))];
      this.#rove(next);
      if (event.shiftKey && next.node !== undefined) {
        if (this.#anchor === null && item.node !== undefined) this.#anchor = item.node;
        this.#range(next);
      }
    };
    const page = Math.max(1, Math.floor(this.clientHeight / this.height) - 1);
    switch (event.key) {
      case "ArrowDown": go(here + 1); break;
      case "ArrowUp": go(here - 1); break;
      case "PageDown": go(here + page); break;
      case "PageUp": go(here - page); break;
      case "Home": go(0); break;
      case "End": go(this.#items.length - 1); break;
      case "ArrowRight":
        if (item.expanded === false) this.#fold(item, true);
        else if (item.expanded) this.#rove(this.#items[here + 1]);
        break;
      case "ArrowLeft":
        if (item.expanded) this.#fold(item, false);
        else this.#rove(this.#parentOf(item));
        break;
      case "Enter":
      case " ":
        if (item.node === undefined) this.#fold(item, !item.expanded);
        else if (mod) this.#pick(toggled(this.#selection, item.node));
        else if (event.shiftKey) this.#range(item);
        else this.#pick({ node: item.node });
        break;
      case "+":
      case "Insert": this.#ask("add", item); break;
      case "*":
        for (const one of this.#items) this.#closed.delete(one.fold ?? one.key);
        this.#keep(() => this.#list());
        break;
      default:
        if (event.key.length !== 1 || "/?".includes(event.key)) return;
        this.#type(event, here);
    }
    event.preventDefault();
    event.stopPropagation();
  }

  #parentOf(item) {
    if (item.kind === "member") return this.item(item.group.key);
    return this.item(`:${item.section}`);
  }

  /** To the next item that begins with what is typed; letters that follow at once go on with the word. */
  #type({ key, timeStamp }, here) {
    const goesOn = timeStamp - this.#typed.time < PATIENCE;
    const text = (goesOn ? this.#typed.text : "") + key.toLowerCase();
    this.#typed = { text, time: timeStamp };
    const same = [...text].every((letter) => letter === text[0]);
    const starts = (word) => (item) => item.name.toLowerCase().startsWith(word);
    const after = [...this.#items.slice(here + 1), ...this.#items.slice(0, here + 1)];
    const longer = goesOn && text.length > 1 ? [this.#items[here], ...after].find(starts(text)) : undefined;
    this.#rove(longer ?? after.find(starts(same ? text[0] : text)));
  }
}

customElements.define("hot-outline", HotOutline);
