// <hot-take>: the menu of what can be taken away. Its links follow the text: nothing older than what is on the page leaves.

import { notice } from "./notices.js";

class HotTake extends HTMLElement {
  connectedCallback() {
    document.addEventListener("hot:analysed", (event) => this.#follow(event.detail.id));
    // Opened by key or by pointer, the keyboard is in it.
    this.querySelector("[popover]").addEventListener("toggle", (event) => {
      if (event.newState === "open") this.querySelector("[popover] a").focus();
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
    for (const link of this.querySelectorAll("a[data-path]")) link.href = `/d/${id}/${link.dataset.path}`;
  }
}

customElements.define("hot-take", HotTake);
