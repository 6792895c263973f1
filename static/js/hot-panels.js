// <hot-panels>: the panels around the canvas: their sizes, which are folded, and on a narrow screen which one is there.

import { announce } from "./notices.js";

const LIMITS = { left: [160, 520], right: [220, 640], bottom: [96, 900], beside: [280, 1200], problems: [180, 900] };
const NARROW = matchMedia("(max-width: 720px)");
const PLACES = { // where the keyboard goes in a panel: the first of these that is there
  outline: ["hot-outline [role=treeitem][tabindex='0']", "#tab-outline"],
  types: ["#types-search"],
  graph: [".frame"],
  inspector: ["#inspector"],
  text: [".cm-content"],
  problems: ["#problems .problem-go", "#problems"],
};
const REGION = { outline: "left", types: "left", inspector: "right", text: "bottom", problems: "bottom" };

class HotPanels extends HTMLElement {
  connectedCallback() {
    for (const bar of this.querySelectorAll("[role=separator]")) this.#separator(bar);
    document.addEventListener("hot:panel", (event) => this.go(event.detail.panel));
    document.addEventListener("click", (event) => {
      const fold = event.target.closest("[data-fold]");
      if (fold) this.fold(fold.dataset.fold);
      if (event.target.closest("[data-dock]")) this.dock();
      const view = event.target.closest("[data-view-button]");
      if (view) this.go(view.dataset.viewButton);
      const tab = event.target.closest("[role=tab]");
      if (tab && this.contains(tab)) this.tab(tab);
    });
    this.addEventListener("keydown", (event) => this.#tabKey(event));
    this.#say();
  }

  /** Take the keyboard to a panel, opening it where it is folded or another one stands in its place. */
  go(panel) {
    const tab = this.querySelector(`[role=tab][data-panel="${panel}"]`);
    if (tab) this.tab(tab, false);
    const region = REGION[panel];
    if (region && document.documentElement.classList.contains(`folded-${region}`)) this.fold(region);
    if (NARROW.matches) this.#view(panel === "types" ? "outline" : panel);
    const place = PLACES[panel].map((selector) => this.querySelector(selector)).find(Boolean);
    place?.focus({ preventScroll: panel === "text" });
  }

  /** The next panel (F6), or the one before. */
  cycle(by) {
    const order = ["outline", "graph", "inspector", "text", "problems"].filter((panel) => {
      const region = REGION[panel];
      return !region || !document.documentElement.classList.contains(`folded-${region}`);
    });
    const now = order.findIndex((panel) => document.activeElement?.closest(`[data-region="${panel}"]`));
    this.go(order[(now + by + order.length) % order.length]);
  }

  fold(region) {
    document.documentElement.classList.toggle(`folded-${region}`);
    this.#remember();
    this.#say();
  }

  /** Text and problems below the canvas, or beside it. */
  dock() {
    document.documentElement.classList.toggle("dock-beside");
    this.#remember();
    this.#say();
  }

  tab(tab, focus = true) {
    for (const other of tab.closest("[role=tablist]").querySelectorAll("[role=tab]")) {
      const chosen = other === tab;
      other.setAttribute("aria-selected", String(chosen));
      other.tabIndex = chosen ? 0 : -1;
      document.getElementById(other.getAttribute("aria-controls")).hidden = !chosen;
    }
    if (focus) tab.focus();
  }

  #tabKey(event) {
    const tab = event.target.closest("[role=tab]");
    if (!tab || !["ArrowLeft", "ArrowRight"].includes(event.key)) return;
    const tabs = [...tab.closest("[role=tablist]").querySelectorAll("[role=tab]")];
    this.tab(tabs[(tabs.indexOf(tab) + (event.key === "ArrowRight" ? 1 : -1) + tabs.length) % tabs.length]);
    event.preventDefault();
  }

  #view(panel) {
    this.dataset.view = panel;
    for (const button of document.querySelectorAll("[data-view-button]")) {
      if (button.dataset.viewButton === panel) button.setAttribute("aria-current", "true");
      else button.removeAttribute("aria-current");
    }
  }

  // -- separators --

  #separator(bar) {
    const upright = () => bar.getAttribute("aria-orientation") === "vertical";
    bar.addEventListener("pointerdown", (event) => {
      event.preventDefault();
      bar.setPointerCapture(event.pointerId);
      bar.classList.add("dragging");
      const name = this.#sizeName(bar), size = this.#size(name);
      const start = upright() ? event.clientX : event.clientY;
      const move = (moved) => this.#resize(bar, size + ((upright() ? moved.clientX : moved.clientY) - start) * Number(bar.dataset.grows));
      bar.addEventListener("pointermove", move);
      bar.addEventListener("lostpointercapture", () => {
        bar.removeEventListener("pointermove", move);
        bar.classList.remove("dragging");
        this.#remember();
      }, { once: true });
    });
    bar.addEventListener("keydown", (event) => {
      const by = { ArrowLeft: -1, ArrowUp: -1, ArrowRight: 1, ArrowDown: 1 }[event.key];
      if (by === undefined) return;
      event.preventDefault();
      this.#resize(bar, this.#size(this.#sizeName(bar)) + by * (event.shiftKey ? 64 : 16) * Number(bar.dataset.grows));
      this.#remember();
    });
    bar.addEventListener("dblclick", () => {
      document.documentElement.style.removeProperty(`--panel-${this.#sizeName(bar)}`);
      this.#remember();
      this.#say();
    });
  }

  #sizeName(bar) {
    return bar.dataset.sizes;
  }

  #size(name) {
    return parseFloat(getComputedStyle(this).getPropertyValue(`--panel-${name}`));
  }

  #resize(bar, size) {
    const name = this.#sizeName(bar);
    const [least, most] = LIMITS[name];
    const room = (bar.getAttribute("aria-orientation") === "vertical" ? this.clientWidth : this.clientHeight) - 200;
    const now = Math.round(Math.max(least, Math.min(size, most, room)));
    document.documentElement.style.setProperty(`--panel-${name}`, `${now}px`);
    bar.setAttribute("aria-valuenow", now);
  }

  #say() {
    const root = document.documentElement;
    for (const button of document.querySelectorAll("[data-fold]")) {
      button.setAttribute("aria-pressed", String(!root.classList.contains(`folded-${button.dataset.fold}`)));
    }
    const beside = root.classList.contains("dock-beside");
    for (const button of document.querySelectorAll("[data-dock]")) button.setAttribute("aria-pressed", String(beside));
    for (const bar of this.querySelectorAll("[role=separator]")) bar.setAttribute("aria-valuenow", Math.round(this.#size(this.#sizeName(bar))));
  }

  #remember() {
    const root = document.documentElement;
    const sizes = {};
    for (const name of Object.keys(LIMITS)) {
      const size = parseFloat(root.style.getPropertyValue(`--panel-${name}`));
      if (Number.isFinite(size)) sizes[name] = size;
    }
    const folded = ["left", "right", "bottom"].filter((region) => root.classList.contains(`folded-${region}`));
    try {
      localStorage.setItem("hot.panels", JSON.stringify({ sizes, folded, dock: root.classList.contains("dock-beside") ? "beside" : "below" }));
    } catch {
      announce("The panels cannot be remembered: this browser keeps nothing.");
    }
  }
}

customElements.define("hot-panels", HotPanels);
