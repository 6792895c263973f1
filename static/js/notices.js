// Telling a person something: a notice that is seen, an announcement that is heard.

/** Show one sentence about what could not be done; it stays until dismissed. A `plain` one, which is good to know, goes by itself. */
export function notice(sentence, { plain = false } = {}) {
  const place = document.getElementById("notices");
  const line = document.createElement("div");
  line.className = plain ? "notice plain" : "notice";
  const words = document.createElement("span");
  words.textContent = sentence;
  const close = document.createElement("button");
  close.type = "button";
  close.className = "quiet small";
  close.textContent = "Dismiss";
  close.addEventListener("click", clearNotices);
  line.append(words, close);
  clearNotices();
  place.append(line);
  if (plain) setTimeout(() => line.remove(), Math.max(4000, 60 * sentence.length)); // as long as it takes to read
}

export function clearNotices() {
  for (const one of document.querySelectorAll("#notices > .notice:not(.conflict)")) one.remove();
}

/** Say something to a screen reader, without showing it. */
export function announce(sentence) {
  const place = document.getElementById("announcements");
  if (place.textContent === sentence) place.textContent = "";
  requestAnimationFrame(() => { place.textContent = sentence; });
}
