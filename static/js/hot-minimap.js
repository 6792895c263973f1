// <hot-minimap>: the whole picture in small, with what the frame shows of it; beyond 60 nodes.

const LEAST = 60;
const PATIENCE = 300; // ms

class HotMinimap extends HTMLElement {
  #canvas;
  #boxes = [];
  #scale = 1;
  #asked = 0; // the idle moment in which it is drawn
  #picture = null; // the nodes, drawn once for a picture

  connectedCallback() {
    this.owner = this.closest("hot-canvas");
    this.#canvas = this.querySelector("canvas");
    this.owner.addEventListener("hot:drawn", () => this.#soon());
    this.owner.addEventListener("hot:moved", () => this.#draw());
    document.addEventListener("hot:theme", () => this.#read());
    document.addEventListener("hot:selected", () => this.#soon());
    matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => this.#read());
    this.addEventListener("pointerdown", (event) => {
      event.stopPropagation();
      this.setPointerCapture(event.pointerId);
      this.#go(event);
    });
    this.addEventListener("pointermove", (event) => {
      if (this.hasPointerCapture(event.pointerId)) this.#go(event);
    });
    customElements.whenDefined("hot-canvas").then(() => requestAnimationFrame(() => this.#read()));
  }

  /** Once what was done is seen: nobody looks here first. */
  #soon() {
    if (this.#asked === 0) this.#asked = requestIdleCallback(() => this.#read(), { timeout: PATIENCE });
  }

  #read() {
    cancelIdleCallback(this.#asked);
    this.#asked = 0;
    this.#boxes = this.owner.boxes();
    this.hidden = this.#boxes.length <= LEAST;
    if (this.hidden) return;
    const { width, height } = this.owner.size;
    const most = { width: 180, height: 120 };
    this.#scale = Math.min(most.width / width, most.height / height);
    const ratio = devicePixelRatio || 1;
    const w = Math.max(24, Math.round(width * this.#scale)), h = Math.max(24, Math.round(height * this.#scale));
    this.#canvas.width = w * ratio;
    this.#canvas.height = h * ratio;
    this.#canvas.style.width = `${w}px`;
    this.#canvas.style.height = `${h}px`;
    this.#picture = new OffscreenCanvas(w * ratio, h * ratio);
    const pen = this.#picture.getContext("2d");
    pen.scale(ratio * this.#scale, ratio * this.#scale);
    const colour = (name) => getComputedStyle(this).getPropertyValue(name);
    const plain = colour("--map-node"), tones = { selected: colour("--map-selected"), lit: colour("--map-lit") };
    for (const box of this.#boxes) {
      const { classList } = this.owner.node(box.name);
      pen.fillStyle = classList.contains("selected") ? tones.selected : classList.contains("lit") ? tones.lit : plain;
      const least = 2 / this.#scale;
      pen.fillRect(box.x, box.y, Math.max(box.width, least), Math.max(box.height, least));
    }
    this.#draw();
  }

  #draw() {
    if (this.hidden || !this.#picture) return;
    const pen = this.#canvas.getContext("2d");
    const ratio = devicePixelRatio || 1;
    const { view, frameSize } = this.owner;
    pen.clearRect(0, 0, this.#canvas.width, this.#canvas.height);
    pen.drawImage(this.#picture, 0, 0);
    const [left, top] = view.toPicture(0, 0), [right, bottom] = view.toPicture(frameSize.width, frameSize.height);
    const unit = this.#scale * ratio;
    pen.strokeStyle = getComputedStyle(this).getPropertyValue("--map-frame");
    pen.lineWidth = 1.5 * ratio;
    pen.strokeRect(left * unit, top * unit, (right - left) * unit, (bottom - top) * unit);
  }

  #go(event) {
    const box = this.#canvas.getBoundingClientRect();
    this.owner.centre((event.clientX - box.left) / this.#scale, (event.clientY - box.top) / this.#scale);
  }
}

customElements.define("hot-minimap", HotMinimap);
