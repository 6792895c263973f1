// Asking for a name at a place of the window; what keeps it from being taken is said there.

import { closeMenu, openPanel } from "./menu.js";

let last = 0;

/**
 * Ask for a name. `run(name)` takes it; what it throws is shown, and the question stays. With an empty `value` the button waits for one.
 * Yields a promise of whether a name was taken.
 */
export function askFor({ at, label, value = "", button, run }) {
  return new Promise((resolve) => {
    const id = `asked-${last += 1}`;
    const form = document.createElement("form");
    form.innerHTML = '<label><span></span><input type="text" autocomplete="off" spellcheck="false" required maxlength="255"></label><button class="primary"></button><p class="refusal" role="alert"></p>';
    const field = form.querySelector("input"), refusal = form.querySelector(".refusal");
    form.querySelector("span").textContent = label;
    form.querySelector("button").textContent = button;
    refusal.id = id;
    field.value = value;
    field.setAttribute("aria-describedby", id);
    let taken = false, busy = false;
    form.addEventListener("submit", async (event) => {
      event.preventDefault();
      const name = field.value.trim();
      if (busy || name === "") return;
      busy = true;
      try {
        await run(name);
        taken = true;
        closeMenu();
      } catch (error) {
        refusal.textContent = error.message;
        field.setAttribute("aria-invalid", "true");
        field.focus();
      } finally {
        busy = false;
      }
    });
    openPanel({ at, label, className: "ask-name", closed: () => resolve(taken) }, form);
    field.focus();
    field.select();
  });
}
