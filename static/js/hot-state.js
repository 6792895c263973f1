// <hot-state>: in words, whether what the page shows belongs to the text; and undo and redo beside it.

const WORDS = {
  read: "Up to date",
  reading: "Reading…",
  broken: "Cannot be read",
  away: "Server not reached; kept here",
  refused: "Not read",
};
const PATIENCE = 150; // ms before "Reading…" is worth a word

class HotState extends HTMLElement {
  #timer = 0;

  connectedCallback() {
    this.words = this.querySelector(".words");
    document.addEventListener("hot:state", (event) => this.#say(event.detail.state));
    this.addEventListener("click", (event) => {
      const editor = document.querySelector("hot-editor");
      if (event.target.closest("[data-undo]")) editor.undo();
      if (event.target.closest("[data-redo]")) editor.redo();
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
    const editor = document.querySelector("hot-editor");
    this.querySelector("[data-undo]").disabled = !editor.canUndo;
    this.querySelector("[data-redo]").disabled = !editor.canRedo;
  }
}

customElements.define("hot-state", HotState);
