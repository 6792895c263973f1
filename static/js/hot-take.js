// <hot-take>: the menu of what can be taken away. Its links follow the text: nothing older than what is on the page leaves.

import { notice } from "./notices.js";
import { postJson } from "./server.js";

class HotTake extends HTMLElement {
  connectedCallback() {
    document.addEventListener("hot:analysed", (event) => this.#follow(event.detail.id));
    // Opened by key or by pointer, the keyboard is in it.
    this.querySelector("[popover]").addEventListener("toggle", (event) => {
      if (event.newState === "open") this.querySelector("[popover] a").focus();
    });
    this.addEventListener("change", (event) => {
      if (event.target.type !== "file") return;
      this.querySelector("[popover]")?.hidePopover();
      this.#place(event.target);
    });
    this.addEventListener("click", (event) => {
      const link = event.target.closest("a");
      if (!link) return;
      if (!document.querySelector("hot-document").settled) {
        event.preventDefault();
        notice("The last change is still being read. Try again in a moment.", { plain: true });
        return;
      }
      this.querySelector("[popover]")?.hidePopover();
    });
  }

  #follow(id) {
    const { template } = document.querySelector("hot-document").dataset;
    const query = template ? `?template=${template}` : "";
    for (const link of this.querySelectorAll("a[data-path]")) link.href = `/d/${id}/${link.dataset.path}${query}`;
  }

  /** Put the cards where a file has them; the page hears of it as of anybody's step. */
  async #place(field) {
    try {
      const { cards } = await postJson(field.form.action, new FormData(field.form));
      notice(`${cards} ${cards === 1 ? "card has its" : "cards have their"} place from the file. Undo takes it back.`, { plain: true });
    } catch (error) {
      notice(error.message);
    }
    field.value = "";
  }
}

customElements.define("hot-take", HotTake);
