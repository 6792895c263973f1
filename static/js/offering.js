// What the server offers for a gesture, as a menu at the pointer; what is chosen is done.

import { closeMenu, openMenu } from "./menu.js";
import { notice } from "./notices.js";
import { getText, Refused } from "./server.js";

const page = () => document.querySelector("hot-document");

/** The answer of the server to a question about the text that the page shows now. */
export async function ask(rest, query, options) {
  await page().whenSettled();
  const parts = new URLSearchParams();
  for (const [key, value] of Object.entries(query)) for (const one of [value].flat()) parts.append(key, one);
  return getText(page().address(`${rest}?${parts}`), options);
}

/** Offers as the server words them; `best`: the operations of the first, null where there is none that can be. */
export async function offers(rest, query, options) {
  const piece = document.createElement("template");
  piece.innerHTML = await ask(rest, query, options);
  const first = piece.content.querySelector("[data-run]:not([data-doubtful])");
  return {
    content: piece.innerHTML,
    best: first && operationsOf(first),
    words: first?.dataset.words ?? piece.content.querySelector("[data-none]")?.textContent.trim() ?? "",
    count: piece.content.querySelectorAll("[data-run]").length,
  };
}

/** Show offers at a place of the window and do what is chosen, by `act(operations, button)` where that is given. */
export function offer(at, label, found, act = (operations) => page().perform(operations)) {
  openMenu({ at, label, content: found.content, run: (button) => act(operationsOf(button), button) });
}

/** A question whose answer may be refused: then that is said, and null is yielded. */
export async function tried(question) {
  try {
    return await question();
  } catch (error) {
    if (error.name === "AbortError") return null;
    if (!(error instanceof Refused)) throw error;
    closeMenu();
    notice(error.message);
    return null;
  }
}

function operationsOf(button) {
  return JSON.parse(button.dataset.run);
}
