// Places in a text: the server counts code points of the text as it is, the editor UTF-16 units with a line break as one.

const ODD = /[\uD800-\uDBFF][\uDC00-\uDFFF]|\r\n/g;

/** Turns places of one text to and fro. `text` has its own line breaks; `folded` says that the editor counts CRLF as one. */
export class Offsets {
  #points = []; // where the two counts part, in code points
  #positions = []; // the same places as the editor counts
  #shifts = [0]; // editor minus server, behind so many of them

  constructor(text, folded) {
    let shift = 0, astral = 0, breaks = 0;
    if (!/[\uD800-\uDBFF\r]/.test(text)) return;
    for (const match of text.matchAll(ODD)) {
      const isBreak = match[0] === "\r\n";
      if (isBreak && !folded) continue;
      this.#points.push(match.index - astral);
      this.#positions.push(match.index - breaks);
      if (isBreak) breaks += 1;
      else astral += 1;
      shift += isBreak ? -1 : 1;
      this.#shifts.push(shift);
    }
  }

  /** The editor's place of a code point offset. */
  toEditor(point) {
    return point + this.#shifts[before(this.#points, point)];
  }

  /** The code point offset of an editor's place. */
  toServer(position) {
    return position - this.#shifts[before(this.#positions, position)];
  }
}

/** How many of the sorted `places` are smaller than `place`. */
function before(places, place) {
  let low = 0, high = places.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (places[middle] < place) low = middle + 1;
    else high = middle;
  }
  return low;
}
