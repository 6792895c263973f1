// <hot-templates>: the list of stored templates. Its forms work by themselves; with script the list alone is replaced.

import { localTimes } from "./moments.js";
import { clearNotices, notice } from "./notices.js";
import { getText, postText } from "./server.js";

const WAIT = 150; // ms between a key stroke and the question

class HotTemplates extends HTMLElement {
  #timer = 0;
  #asking = null; // AbortController of the list under way

  connectedCallback() {
    localTimes(this);
    this.addEventListener("submit", (event) => this.#submitted(event));
    this.addEventListener("input", (event) => { if (event.target.name === "q" && event.target.type === "search") this.#search(); });
    this.addEventListener("change", (event) => { if (event.target.type === "file") event.target.form.requestSubmit(); });
    this.addEventListener("toggle", (event) => {
      if (event.target.open) event.target.querySelector("input[type=text]")?.select();
    }, true);
    this.addEventListener("keydown", (event) => this.#pressed(event));
  }

  #submitted(event) {
    const form = event.target;
    if (form.method === "get") {
      event.preventDefault();
      this.#search(0);
    } else if (new URL(form.action).pathname !== "/t") { // a new template is a page of its own
      event.preventDefault();
      this.#send(form);
    }
  }

  async #send(form) {
    clearNotices();
    const item = form.closest("li");
    const near = item?.nextElementSibling?.dataset.template ?? item?.previousElementSibling?.dataset.template;
    try {
      this.#show(await postText(form.action, new FormData(form)));
    } catch (error) {
      notice(error.message);
      return;
    }
    const own = item && this.querySelector(`li[data-template="${CSS.escape(item.dataset.template)}"] .templates-open`);
    const next = near && this.querySelector(`li[data-template="${CSS.escape(near)}"] .templates-open`);
    (this.querySelector("[data-first]") ?? own ?? next ?? this.querySelector("input[type=search]"))?.focus();
  }

  #search(wait = WAIT) {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(async () => {
      this.#asking?.abort();
      const { signal } = this.#asking = new AbortController();
      const field = this.querySelector("input[type=search]");
      const at = field.selectionStart;
      const focused = document.activeElement === field;
      const words = field.value;
      try {
        const list = await getText(`/templates?${new URLSearchParams({ q: words })}`, { signal });
        if (signal.aborted || this.querySelector("input[type=search]").value !== words) return;
        this.#show(list);
        const now = this.querySelector("input[type=search]");
        if (focused) {
          now.focus();
          now.setSelectionRange(at, at);
        }
      } catch (error) {
        if (error.name !== "AbortError") notice(error.message);
      }
    }, wait);
  }

  #pressed(event) {
    const details = event.target.closest("details[open]");
    if (event.key === "Escape" && details) {
      details.open = false;
      details.querySelector("summary").focus();
    }
  }

  #show(list) {
    this.innerHTML = list;
    localTimes(this);
  }
}

customElements.define("hot-templates", HotTemplates);
