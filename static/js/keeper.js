// What this browser keeps, so that nothing typed is lost: the open text of this tab, and what was opened before.

const TAB = "hot.tab"; // session storage: { id, was, name, text }; `was`: the ids that the text had before
const RECENT = "hot.recent"; // local storage: [{ id, name, text, when }], newest first
const MOST_IDS = 200;
const MOST = 8;
const MOST_CHARACTERS = 2_000_000; // of all recent texts together; browsers allow some five million

/** Keep the text of this tab; `id` is the server's name for the text that the page last showed. False: no room for it. */
export function keepTab(id, name, text) {
  const kept = read(sessionStorage, TAB);
  const was = kept && kept.id !== id ? [kept.id, ...kept.was ?? []].slice(0, MOST_IDS) : kept?.was ?? [];
  return write(sessionStorage, TAB, { id, was, name, text });
}

/** The text this tab had, if it stems from the page with that id; null otherwise. */
export function tabText(id) {
  const kept = read(sessionStorage, TAB);
  if (!kept) return null;
  // A reload may have begun under an older id than that of the answer that came in between.
  const again = performance.getEntriesByType("navigation")[0]?.type !== "navigate";
  return kept.id === id || (again && kept.was?.includes(id)) ? kept : null;
}

/** Put a text at the head of what was opened; what it grew out of (`was`) leaves. */
export function keepRecent(id, name, text, was) {
  const others = recent().filter((one) => one.id !== id && one.id !== was);
  const kept = [];
  let room = MOST_CHARACTERS;
  for (const one of [{ id, name, text, when: Date.now() }, ...others].slice(0, MOST)) {
    room -= one.text.length;
    if (room < 0) break;
    kept.push(one);
  }
  write(localStorage, RECENT, kept);
}

export function recent() {
  const kept = read(localStorage, RECENT);
  return Array.isArray(kept) ? kept : [];
}

export function forget(id) {
  write(localStorage, RECENT, recent().filter((one) => one.id !== id));
}

function read(storage, key) {
  try {
    return JSON.parse(storage.getItem(key));
  } catch {
    return null;
  }
}

function write(storage, key, value) {
  try {
    storage.setItem(key, JSON.stringify(value));
    return true;
  } catch {
    return false;
  }
}
