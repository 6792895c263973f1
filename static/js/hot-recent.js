// <hot-recent>: the templates that this browser had open before; their texts are here, so they open even when the server forgot.

import { forget, recent } from "./keeper.js";
import { openText } from "./open.js";

class HotRecent extends HTMLElement {
  connectedCallback() {
    const list = this.querySelector(".recent-list");
    for (const one of recent()) list.append(this.#item(one));
    this.hidden = list.childElementCount === 0;
  }

  #item(one) {
    const item = document.createElement("li");
    const open = document.createElement("button");
    open.type = "button";
    open.textContent = one.name;
    const when = document.createElement("span");
    when.className = "hint";
    when.textContent = new Date(one.when).toLocaleString([], { dateStyle: "medium", timeStyle: "short" });
    open.append(when);
    open.addEventListener("click", () => openText(one.text, one.name));
    const drop = document.createElement("button");
    drop.type = "button";
    drop.className = "quiet square";
    drop.textContent = "×";
    drop.setAttribute("aria-label", `Forget ${one.name}`);
    drop.addEventListener("click", () => {
      forget(one.id);
      item.remove();
      this.hidden = this.querySelector("li") === null;
    });
    item.append(open, drop);
    return item;
  }
}

customElements.define("hot-recent", HotRecent);
