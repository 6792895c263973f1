// <hot-drop>: a file dropped anywhere on the window, chosen, or pasted is opened.

import { openFiles, openText } from "./open.js";

class HotDrop extends HTMLElement {
  connectedCallback() {
    let inside = 0;
    const hasFiles = (event) => event.dataTransfer?.types.includes("Files");
    window.addEventListener("dragenter", (event) => {
      if (!hasFiles(event)) return;
      inside += 1;
      this.classList.add("over");
    });
    window.addEventListener("dragleave", (event) => {
      if (!hasFiles(event)) return;
      inside -= 1;
      if (inside <= 0) this.#leave();
    });
    window.addEventListener("dragover", (event) => {
      if (hasFiles(event)) event.preventDefault();
    });
    window.addEventListener("drop", (event) => {
      inside = 0;
      this.#leave();
      if (!hasFiles(event)) return;
      event.preventDefault();
      openFiles([...event.dataTransfer.files]);
    });

    const file = this.querySelector("#open-file input[type=file]");
    file?.addEventListener("change", () => openFiles([...file.files]).then(() => { file.value = ""; }));
    const form = this.querySelector("#open-text");
    form?.addEventListener("submit", (event) => {
      event.preventDefault();
      openText(form.elements.text.value);
    });
    if (form) {
      window.addEventListener("paste", (event) => this.#pasted(event));
    }
  }

  #pasted(event) {
    if (event.clipboardData.files.length > 0) {
      event.preventDefault();
      openFiles([...event.clipboardData.files]);
      return;
    }
    if (event.target.closest?.("input, textarea")) return;
    const text = event.clipboardData.getData("text/plain");
    if (text) openText(text);
  }

  #leave() {
    this.classList.remove("over");
  }
}

customElements.define("hot-drop", HotDrop);
