// <hot-theme>: light or dark; the system's choice until a person makes one.

class HotTheme extends HTMLElement {
  connectedCallback() {
    this.querySelector("button").addEventListener("click", switchTheme);
  }
}

/** From light to dark or back. What the system has anyway is not remembered, so that it may change. */
export function switchTheme() {
  const root = document.documentElement;
  const system = matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light";
  const next = (root.dataset.theme ?? system) === "dark" ? "light" : "dark";
  if (next === system) delete root.dataset.theme;
  else root.dataset.theme = next;
  try {
    if (next === system) localStorage.removeItem("hot.theme");
    else localStorage.setItem("hot.theme", next);
  } catch {
    // storage is off: the theme holds for this page
  }
  document.dispatchEvent(new CustomEvent("hot:theme"));
}

customElements.define("hot-theme", HotTheme);
