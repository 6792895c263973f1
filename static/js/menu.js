// A menu at a place of the window: what can be done there. One at a time; keys, a click beside it and Escape as everywhere.

const EDGE = 8; // pixels that a menu keeps from the border of the window
let open = null; // {element, back, done}

/**
 * Show a menu. `items`: {title, detail, keys, icon, run, disabled, danger}, {heading} and {rule: true}; or `content`, a
 * piece from the server whose [data-run] buttons are told to `run(button)`. `held`: a finger still rests on the screen.
 * Yields the element; `closed` is called once it is gone.
 */
export function openMenu({ at, label, items = null, content = null, run = null, closed = null, held = false }) {
  closeMenu();
  const element = document.createElement("div");
  element.className = "menu point-menu";
  element.popover = held ? "manual" : "auto"; // else it would be gone as soon as the finger is
  element.setAttribute("role", "menu");
  element.setAttribute("aria-label", label);
  if (content !== null) element.innerHTML = content;
  else element.append(...items.map(itemOf));
  for (const button of element.querySelectorAll("button")) button.tabIndex = -1;
  place(element, at, label, closed);
  element.addEventListener("click", (event) => {
    const button = event.target.closest("button:not([aria-disabled=true])");
    if (!button) return;
    closeMenu();
    if (button.action) button.action();
    else run?.(button);
  });
  element.addEventListener("keydown", (event) => key(element, event));
  if (held) leaveBeside(element);
  const list = buttonsOf(element);
  (list[0] ?? element).focus({ preventScroll: true });
  return element;
}

/** Show what is no menu (a field, a list, a question) at a place of the window, in the same way. */
export function openPanel({ at, label, role = "dialog", closed = null, className = "" }, content) {
  closeMenu();
  const element = document.createElement("div");
  element.className = `point-panel ${className}`;
  element.popover = "auto";
  element.setAttribute("role", role);
  element.setAttribute("aria-label", label);
  element.append(content);
  place(element, at, label, closed);
  return element;
}

export function closeMenu() {
  open?.element.hidePopover();
}

function place(element, at, label, closed) {
  const back = document.activeElement;
  document.querySelector("hot-document > main").append(element);
  const mine = open = { element, back };
  element.addEventListener("toggle", (event) => {
    if (event.newState !== "closed") return;
    if (open === mine) open = null;
    const held = element.contains(document.activeElement) || document.activeElement === document.body;
    element.remove();
    if (held) back?.focus?.({ preventScroll: true });
    closed?.();
  });
  element.showPopover();
  const { width, height } = element.getBoundingClientRect();
  let [x, y] = at;
  if (x + width > innerWidth - EDGE) x = Math.max(EDGE, Math.min(x - width, innerWidth - width - EDGE));
  if (y + height > innerHeight - EDGE) y = y - height > EDGE ? y - height : Math.max(EDGE, innerHeight - height - EDGE);
  element.style.left = `${Math.round(x)}px`;
  element.style.top = `${Math.round(y)}px`;
}

function leaveBeside(element) {
  const press = (event) => { if (!element.contains(event.target)) element.hidePopover(); };
  const escape = (event) => { if (event.key === "Escape") element.hidePopover(); };
  document.addEventListener("pointerdown", press, true);
  element.addEventListener("keydown", escape);
  element.addEventListener("toggle", (event) => { if (event.newState === "closed") document.removeEventListener("pointerdown", press, true); });
}

function itemOf(item) {
  if (item.rule) return document.createElement("hr");
  if (item.heading !== undefined) {
    const heading = document.createElement("p");
    heading.className = "menu-heading";
    heading.textContent = item.heading;
    return heading;
  }
  const button = document.createElement("button");
  button.type = "button";
  button.setAttribute("role", "menuitem");
  button.classList.toggle("danger", Boolean(item.danger));
  const title = document.createElement("span");
  title.className = "title";
  title.textContent = item.title;
  button.append(title);
  if (item.detail) {
    const detail = document.createElement("span");
    detail.className = "detail";
    detail.textContent = item.detail;
    button.append(detail);
    button.classList.add("two");
  }
  if (item.keys) {
    const keys = document.createElement("span");
    keys.className = "hint";
    keys.textContent = item.keys;
    button.append(keys);
  }
  if (item.disabled) button.setAttribute("aria-disabled", "true");
  button.action = item.run;
  return button;
}

function buttonsOf(element) {
  return [...element.querySelectorAll("button:not([aria-disabled=true])")];
}

function key(element, event) {
  const list = buttonsOf(element), here = list.indexOf(document.activeElement);
  const to = { ArrowDown: here + 1, ArrowUp: here - 1, Home: 0, End: list.length - 1 }[event.key];
  if (to !== undefined) list.at(to % Math.max(list.length, 1))?.focus();
  else if (event.key === "Tab") closeMenu();
  else if (event.key.length === 1 && event.key !== " " && !event.ctrlKey && !event.metaKey && !event.altKey) {
    const letter = event.key.toLowerCase();
    [...list.slice(here + 1), ...list.slice(0, here + 1)].find((one) => one.textContent.trim().toLowerCase().startsWith(letter))?.focus();
  } else return;
  event.preventDefault();
  event.stopPropagation();
}
