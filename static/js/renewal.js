// The inspector after an edit: the same subject is renewed in place, another one takes its place.

import { morphChildren } from "./morph.js";

/** Show what the server says in the inspector; what a person is at stays as it is. */
export function renew(place, html) {
  const piece = document.createElement("template");
  piece.innerHTML = html;
  const fresh = piece.content;
  const same = subjectOf(place) !== undefined && subjectOf(place) === subjectOf(fresh);
  if (!same) {
    place.replaceChildren(fresh);
    place.scrollTop = 0;
    place.dispatchEvent(new CustomEvent("hot:renewed", { detail: { same } }));
    return;
  }
  const held = place.contains(document.activeElement) ? document.activeElement : null;
  const range = held?.selectionStart === undefined ? null : [held.selectionStart, held.selectionEnd];
  stay(place, fresh);
  morphChildren(place, fresh);
  if (held !== null && document.activeElement !== held) {
    const again = held.isConnected ? held : held.id ? document.getElementById(held.id) : null;
    again?.focus({ preventScroll: true });
    if (again === held && range !== null && range[0] !== null) again.setSelectionRange(...range);
  }
  place.dispatchEvent(new CustomEvent("hot:renewed", { detail: { same } }));
}

function subjectOf(place) {
  return place.querySelector("[data-subject]")?.dataset.subject;
}

/**
 * A field that was set or emptied stays where it is while a person looks at it: nothing jumps under the hand. One that was
 * set elsewhere while it is folded away is shown.
 */
function stay(place, fresh) {
  for (const [from, to] of [["fields", "rest"], ["rest", "fields"]]) {
    for (const list of place.querySelectorAll(`[data-${from}]`)) {
      const home = inside(fresh, from, list.dataset[from]), other = inside(fresh, to, list.dataset[from]);
      if (home === null || other === null) continue;
      const folded = from === "rest" && list.closest("details:not([open])") !== null;
      let before = null;
      for (const field of list.children) {
        const { key } = field.dataset;
        const mine = child(home, key) ?? child(other, key);
        if (mine === null || (folded && mine.parentElement === other)) continue;
        if (mine.parentElement !== home) home.insertBefore(mine, before === null ? home.firstElementChild : before.nextElementSibling);
        before = mine;
      }
    }
  }
}

function inside(root, kind, key) {
  return root.querySelector(`[data-${kind}="${CSS.escape(key)}"]`);
}

function child(list, key) {
  return [...list.children].find((one) => one.dataset.key === key) ?? null;
}
