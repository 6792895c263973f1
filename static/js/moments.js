// Moments, as the person's own clock and language have them.

const DAY = 24 * 3600 * 1000;

/** Show every <time> below an element in words: the hour where it was within a day, the date otherwise. */
export function localTimes(root) {
  for (const time of root.querySelectorAll("time[datetime]")) {
    const at = new Date(time.dateTime);
    if (Number.isNaN(at.getTime())) continue;
    const today = Math.abs(Date.now() - at) < DAY && at.getDate() === new Date().getDate();
    time.textContent = at.toLocaleString([], today ? { timeStyle: "short" } : { dateStyle: "medium" });
    time.title = at.toLocaleString([], { dateStyle: "full", timeStyle: "medium" });
  }
}
