// The commands done last from the palette, as this browser remembers them.

const KEY = "hot.commands"; // local storage: titles, the newest first
const MOST = 6;

export function getRecent() {
  try {
    const kept = JSON.parse(localStorage.getItem(KEY));
    return Array.isArray(kept) ? kept.filter((one) => typeof one === "string") : [];
  } catch {
    return [];
  }
}

export function keepRecent(title) {
  try {
    localStorage.setItem(KEY, JSON.stringify([title, ...getRecent().filter((one) => one !== title)].slice(0, MOST)));
  } catch {
    // nothing is kept by this browser: the palette then begins with the same commands each time
  }
}
