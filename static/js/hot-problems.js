// <hot-problems>: which severities of the list are shown; outlives the list, which is replaced with every change of the text.

class HotProblems extends HTMLElement {
  connectedCallback() {
    this.addEventListener("click", (event) => {
      const chip = event.target.closest("[data-filter]");
      if (!chip) return;
      this.classList.toggle(`without-${chip.dataset.filter}`);
      this.#say();
    });
    this.addEventListener("keydown", (event) => this.#key(event));
    document.addEventListener("hot:analysed", () => this.#say());
  }

  #say() {
    for (const chip of this.querySelectorAll("[data-filter]")) {
      chip.setAttribute("aria-pressed", String(!this.classList.contains(`without-${chip.dataset.filter}`)));
    }
  }

  /** Up and down go from problem to problem. */
  #key(event) {
    if (!["ArrowUp", "ArrowDown"].includes(event.key) || !event.target.matches(".problem-go")) return;
    const all = [...this.querySelectorAll(".problem-go")].filter((one) => one.checkVisibility());
    all[all.indexOf(event.target) + (event.key === "ArrowDown" ? 1 : -1)]?.focus();
    event.preventDefault();
  }
}

customElements.define("hot-problems", HotProblems);
