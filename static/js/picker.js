// A list with a field above it that narrows it, at a place of the window: one row is chosen by Enter or a click.

import { closeMenu, openPanel } from "./menu.js";

const MOST = 80;
const NONE = 9;
let last = 0;

/** `rows`: {title, detail, more, run}, found by every word of title, detail and `more`. */
export function pick({ at, label, placeholder, rows, empty = "Nothing of that name." }) {
  const id = `picker-${last += 1}`;
  const piece = document.createElement("div");
  piece.innerHTML = `<input type="text" role="combobox" aria-expanded="true" aria-autocomplete="list" autocomplete="off" spellcheck="false" aria-controls="${id}"><ul role="listbox" id="${id}"></ul><p class="empty" hidden></p>`;
  const [field, list, none] = piece.children;
  field.setAttribute("aria-label", label);
  field.placeholder = placeholder;
  list.setAttribute("aria-label", label);
  none.textContent = empty;
  let found = [], here = 0;

  const mark = () => {
    [...list.children].forEach((item, index) => item.setAttribute("aria-selected", String(index === here)));
    const item = list.children[here];
    item?.scrollIntoView({ block: "nearest" });
    if (item) field.setAttribute("aria-activedescendant", item.id);
    else field.removeAttribute("aria-activedescendant");
  };
  const search = () => {
    const words = field.value.toLowerCase().split(/\s+/).filter(Boolean);
    found = rows.map((row) => [rankOf(row, words), row]).filter(([rank]) => rank < NONE).sort(([one], [other]) => one - other)
      .slice(0, MOST).map(([, row]) => row);
    here = 0;
    list.replaceChildren(...found.map((row, index) => {
      const item = document.createElement("li");
      item.id = `${id}-${index}`;
      item.setAttribute("role", "option");
      for (const part of ["title", "detail"]) {
        const span = document.createElement("span");
        span.className = part;
        span.textContent = row[part];
        item.append(span);
      }
      return item;
    }));
    none.hidden = found.length > 0;
    mark();
  };
  const run = (index) => {
    const row = found[index];
    if (!row) return;
    closeMenu();
    row.run();
  };

  openPanel({ at, label, className: "picker" }, piece);
  field.addEventListener("input", search);
  field.addEventListener("keydown", (event) => {
    const by = { ArrowDown: 1, ArrowUp: -1, PageDown: 8, PageUp: -8 }[event.key];
    if (by !== undefined) {
      here = Math.max(0, Math.min(found.length - 1, here + by));
      mark();
    } else if (event.key === "Enter") run(here);
    else return;
    event.preventDefault();
    event.stopPropagation();
  });
  list.addEventListener("click", (event) => run([...list.children].indexOf(event.target.closest("[role=option]"))));
  search();
  field.focus();
}

/** How well a row answers: word for word, by the beginning of a word of its title, inside that, by its other names, by what is said of it. */
function rankOf({ title, detail, more = "" }, words) {
  const [name, also, said] = [title.toLowerCase(), more.toLowerCase(), detail.toLowerCase()];
  const whole = words.join(" ");
  if ([name, also].includes(whole)) return -1;
  if (whole !== "" && name.split(" ").slice(1).join(" ") === whole) return -1; // the name without the service before it
  const rank = (word) => (name.split(/[\s_]+/).some((part) => part === word) ? 0 : name.split(/[\s_]+/).some((part) => part.startsWith(word)) ? 1
    : name.includes(word) ? 2 : also.includes(word) ? 3 : said.includes(word) ? 4 : NONE);
  return Math.max(0, ...words.map(rank));
}
