// <hot-restore>: the server forgot a text that this browser still has. What this tab was working on comes back by itself.

import { recent, tabText } from "./keeper.js";
import { openText } from "./open.js";

class HotRestore extends HTMLElement {
  connectedCallback() {
    const id = location.pathname.split("/").at(-1);
    const mine = tabText(id);
    const kept = mine ?? recent().find((one) => one.id === id);
    if (!kept) return;
    this.hidden = false;
    this.querySelector("button").addEventListener("click", () => openText(kept.text, kept.name));
    if (mine) openText(mine.text, mine.name);
  }
}

customElements.define("hot-restore", HotRestore);
