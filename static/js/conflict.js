// What a person wrote and what somebody else stored in its place, side by side: nothing is lost before it is chosen.

/**
 * Show both. `mine` and `theirs` are the lines that differ, `all` is the person's whole text, `put()` puts the person's
 * into the text as it is now; it yields false where that has changed again.
 */
export function showConflict({ sentence, mine, theirs, put, all }) {
  const place = document.getElementById("notices");
  const box = element("section", "notice conflict");
  box.setAttribute("role", "alert");
  const words = element("p", "", sentence);
  const both = element("div", "both");
  both.append(column("What you wrote", mine), column("What is stored", theirs));
  const actions = element("p", "actions");
  const use = button("Put yours in its place", () => {
    if (put() !== false) return box.remove();
    words.textContent = "The text has changed again since. Copy what you wrote, and put it where it belongs.";
    use.remove();
  });
  const copy = button("Copy what you wrote", () => navigator.clipboard?.writeText(all));
  if (!navigator.clipboard) copy.hidden = true; // a page without https may not write there; the text can be selected
  actions.append(use, copy, button("Keep what is stored", () => box.remove()));
  box.append(words, both, actions);
  place.append(box);
  use.focus({ preventScroll: true });
}

function column(title, text) {
  const part = element("div", "side");
  const lines = element("pre", "", text.length > 4000 ? `${text.slice(0, 4000)}…` : text);
  lines.tabIndex = 0;
  part.append(element("h3", "", title), lines);
  return part;
}

function button(title, act) {
  const one = element("button", "small", title);
  one.type = "button";
  one.addEventListener("click", act);
  return one;
}

function element(name, className, text = "") {
  const one = document.createElement(name);
  if (className) one.className = className;
  one.textContent = text;
  return one;
}
