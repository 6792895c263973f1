// <hot-state>: in words, whether what the page shows is stored; beside it undo and redo, which say what they would take,
// and the list of all steps.

import { localTimes } from "./moments.js";
import { notice } from "./notices.js";
import { getText } from "./server.js";

const WORDS = {
  read: "Saved",
  reading: "Saving…",
  broken: "Saved; cannot be read",
  away: "Server not reached; kept here",
  refused: "Not saved",
};
const PATIENCE = 150; // ms before "Saving…" is worth a word

class HotState extends HTMLElement {
  #timer = 0;

  connectedCallback() {
    this.words = this.querySelector(".words");
    document.addEventListener("hot:state", (event) => this.#say(event.detail.state));
    document.addEventListener("hot:history", (event) => this.#offer(event.detail));
    this.addEventListener("click", (event) => {
      const owner = document.querySelector("hot-document");
      if (event.target.closest("[data-undo]")) owner.undo();
      if (event.target.closest("[data-redo]")) owner.redo();
    });
    this.list = document.getElementById("steps");
    this.list?.addEventListener("toggle", (event) => { if (event.newState === "open") this.#fill(); });
    this.list?.addEventListener("click", (event) => {
      const step = event.target.closest("[data-step]");
      if (step) document.querySelector("hot-document").goTo(Number(step.dataset.step));
    });
  }

  #say(state) {
    clearTimeout(this.#timer);
    const show = () => {
      this.dataset.state = state;
      this.words.textContent = WORDS[state];
    };
    if (state === "reading") this.#timer = setTimeout(show, PATIENCE);
    else show();
  }

  async #fill() {
    const { activeElement } = document;
    const held = this.list.contains(activeElement) ? activeElement.dataset.step : undefined;
    try {
      this.list.innerHTML = await getText(`/t/${document.querySelector("hot-document").dataset.template}/history`);
      localTimes(this.list);
    } catch (error) {
      notice(error.message);
    }
    this.list.querySelector(held === undefined ? "[aria-current]" : `[data-step="${held}"]`)?.focus();
  }

  #offer({ undo, redo }) {
    if (this.list?.matches(":popover-open")) this.#fill();
    for (const [name, word, title, keys] of [["undo", "Undo", undo, "Ctrl Z"], ["redo", "Redo", redo, "Ctrl Shift Z"]]) {
      const button = this.querySelector(`[data-${name}]`);
      button.disabled = title === null;
      button.title = title === null ? `${word} (${keys})` : `${word}: ${title} (${keys})`;
      button.setAttribute("aria-label", title === null ? word : `${word}: ${title}`);
    }
  }
}

customElements.define("hot-state", HotState);
