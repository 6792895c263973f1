// What could not be sent to the server before a page went: kept in this browser until it can.

const KEY = "hot.unstored."; // local storage, one entry a template: { text, stored }

/** Keep the text that a tab shows, with digests of the texts that the server may have; false: no room for it. */
export function keepUnstored(template, text, stored) {
  try {
    localStorage.setItem(KEY + template, JSON.stringify({ text, stored }));
    return true;
  } catch {
    return false;
  }
}

/** What was kept of a template, or null. */
export function unstored(template) {
  try {
    return JSON.parse(localStorage.getItem(KEY + template));
  } catch {
    return null;
  }
}

export function forgetUnstored(template) {
  localStorage.removeItem(KEY + template);
}

/** A few characters that tell two texts apart; nobody is kept out by them. */
export function digest(text) {
  let one = 0x811c9dc5, other = 0x1000193;
  for (let at = 0; at < text.length; at += 1) {
    one = Math.imul(one ^ text.charCodeAt(at), 0x01000193);
    other = Math.imul(other + text.charCodeAt(at), 0x85ebca6b) ^ (other >>> 13);
  }
  return `${text.length}-${(one >>> 0).toString(36)}-${(other >>> 0).toString(36)}`;
}
