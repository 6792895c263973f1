// Where one looks at a picture from: a place and a scale. Nothing here knows what the picture shows.

const NEAREST = 2.5;
const FARTHEST = 0.04;
const MARGIN = 32; // pixels beside what is brought into sight
const BORDER = 16; // and around all of it

export class View {
  x = 0;
  y = 0;
  scale = 1;

  /** From a place on the screen (relative to the frame) to one in the picture. */
  toPicture(x, y) {
    return [(x - this.x) / this.scale, (y - this.y) / this.scale];
  }

  move(dx, dy) {
    this.x += dx;
    this.y += dy;
  }

  /** Nearer or farther by `factor`, the picture's point under (x, y) staying there. */
  zoom(factor, x, y) {
    const scale = Math.min(NEAREST, Math.max(FARTHEST, this.scale * factor));
    const real = scale / this.scale;
    this.x = x - (x - this.x) * real;
    this.y = y - (y - this.y) * real;
    this.scale = scale;
  }

  /** All of `box` {x, y, width, height} in a frame, below what covers its `top` pixels, not enlarged beyond `most`. */
  fit(box, frame, { most = 1, top = 0 } = {}) {
    if (box.width <= 0 || box.height <= 0) return;
    const margin = Math.min(BORDER, frame.width / 24), height = frame.height - top;
    const scale = Math.min((frame.width - 2 * margin) / box.width, (height - margin) / box.height, most);
    this.scale = Math.max(FARTHEST, scale);
    this.x = (frame.width - box.width * this.scale) / 2 - box.x * this.scale;
    this.y = top + (height - margin / 2 - box.height * this.scale) / 2 - box.y * this.scale;
  }

  /** Move `box` to the middle of the frame unless it is inside, so far from the border. Yields whether it was moved. */
  reveal(box, frame, most = MARGIN) {
    const left = box.x * this.scale + this.x, top = box.y * this.scale + this.y;
    const right = left + box.width * this.scale, bottom = top + box.height * this.scale;
    const margin = Math.min(most, frame.width / 12);
    if (left >= margin && top >= margin && right <= frame.width - margin && bottom <= frame.height - margin) return false;
    this.x += frame.width / 2 - (left + right) / 2;
    this.y += frame.height / 2 - (top + bottom) / 2;
    return true;
  }
}
