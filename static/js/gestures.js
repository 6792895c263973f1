// Pointer, wheel and pinch on a frame, told as pan, zoom, tap, double tap, hold and drag. One code path for mouse, pen and touch.

const SLOP = 4; // pixels a pointer may tremble and still tap
const DOUBLE = 350; // ms between the taps of a double one
const LONG = 500; // ms that a finger rests until it is held
const NEVER = { time: -Infinity, x: 0, y: 0 };

export class Gestures {
  #frame;
  #say;
  #pointers = new Map(); // id -> {x, y}
  #start = null; // the event that it began with
  #dragged = false;
  #drag = null; // what moves with the pointer; null: the picture as a whole
  #lastTap = NEVER;
  #box = null;
  #long = 0;
  #void = false; // it was cancelled: what the pointer does until it leaves means nothing

  /**
   * `say`: pan(dx, dy), zoom(factor, x, y), tap(event), double(event), hold(event), ended() once a drag was given up and
   * the pointer left, and grab(event), which yields what a drag that begins there moves, {move(event), drop(event),
   * cancel()}, or null: then the picture is panned.
   */
  constructor(frame, say) {
    this.#frame = frame;
    this.#say = say;
    frame.addEventListener("pointerdown", (event) => this.#down(event));
    frame.addEventListener("mousedown", (event) => event.preventDefault()); // the frame keeps the keyboard, not what moves in it
    frame.addEventListener("pointermove", (event) => this.#move(event));
    frame.addEventListener("pointerup", (event) => this.#up(event));
    frame.addEventListener("pointercancel", (event) => this.#up(event, true));
    for (const name of ["keydown", "blur"]) frame.addEventListener(name, () => frame.classList.remove("by-pointer"));
    frame.addEventListener("wheel", (event) => this.#wheel(event), { passive: false });
  }

  /** Whether a drag or a pinch is under way. */
  get active() {
    return this.#dragged && this.#pointers.size > 0;
  }

  /** Leave what is being dragged where it was, and heed nothing more until the pointer leaves; false when nothing is. */
  cancel() {
    this.#void = this.#leave();
    if (this.#void) this.#frame.classList.remove("dragging", "carrying");
    return this.#void;
  }

  #leave() {
    const drag = this.#drag;
    this.#drag = null;
    drag?.cancel();
    return Boolean(drag);
  }

  #down(event) {
    if (event.button > 1) return;
    if (event.button === 1) event.preventDefault();
    this.#frame.classList.add("by-pointer"); // whoever points knows where the keyboard is
    this.#frame.focus({ preventScroll: true });
    this.#pointers.set(event.pointerId, { x: event.clientX, y: event.clientY });
    clearTimeout(this.#long);
    if (this.#pointers.size === 1) {
      this.#start = event;
      this.#void = false;
      this.#dragged = event.button === 1;
      if (event.pointerType !== "mouse") this.#long = setTimeout(() => this.#hold(event), LONG);
    } else {
      this.#leave();
      this.#dragged = true;
      this.#capture();
    }
  }

  #hold(event) {
    if (this.#dragged || this.#pointers.size !== 1) return;
    this.#pointers.clear(); // what the finger does until it leaves means nothing more
    this.#say.hold(event);
  }

  #move(event) {
    const last = this.#pointers.get(event.pointerId);
    if (!last || this.#void) return;
    if (!this.#dragged) {
      if (Math.hypot(event.clientX - this.#start.clientX, event.clientY - this.#start.clientY) < SLOP) return;
      clearTimeout(this.#long);
      this.#dragged = true;
      this.#drag = this.#say.grab(this.#start);
      this.#capture();
    }
    if (this.#drag) {
      this.#drag.move(event);
      return;
    }
    const before = this.#pinch();
    const dx = event.clientX - last.x, dy = event.clientY - last.y;
    last.x = event.clientX;
    last.y = event.clientY;
    if (this.#pointers.size === 1) {
      this.#say.pan(dx, dy);
      return;
    }
    const after = this.#pinch();
    this.#say.pan(after.x - before.x, after.y - before.y);
    if (before.distance > 0) this.#say.zoom(after.distance / before.distance, after.x - this.#box.left, after.y - this.#box.top);
  }

  #up(event, cancelled = false) {
    clearTimeout(this.#long);
    if (!this.#pointers.delete(event.pointerId)) return;
    if (this.#pointers.size === 0) this.#frame.classList.remove("dragging", "carrying");
    if (this.#void && this.#pointers.size === 0) this.#say.ended();
    if (cancelled) this.#leave();
    if (this.#drag) {
      const drag = this.#drag;
      this.#drag = null;
      drag.drop(event);
      return;
    }
    if (this.#dragged || cancelled) return;
    const { time, x, y } = this.#lastTap;
    if (event.timeStamp - time < DOUBLE && Math.hypot(event.clientX - x, event.clientY - y) < 2 * SLOP) {
      this.#lastTap = NEVER;
      this.#say.double(event);
    } else {
      this.#lastTap = { time: event.timeStamp, x: event.clientX, y: event.clientY };
      this.#say.tap(event);
    }
  }

  /** From the first real movement on the frame alone hears the pointer, so that nothing below is clicked. */
  #capture() {
    this.#box = this.#frame.getBoundingClientRect();
    this.#frame.classList.add("dragging");
    this.#frame.classList.toggle("carrying", this.#drag !== null);
    for (const id of this.#pointers.keys()) this.#frame.setPointerCapture(id);
  }

  #pinch() {
    const [first, second] = [...this.#pointers.values()];
    if (!second) return { x: first.x, y: first.y, distance: 0 };
    return { x: (first.x + second.x) / 2, y: (first.y + second.y) / 2, distance: Math.hypot(first.x - second.x, first.y - second.y) };
  }

  #wheel(event) {
    event.preventDefault();
    const unit = event.deltaMode === 1 ? 16 : event.deltaMode === 2 ? 400 : 1;
    if (event.ctrlKey || event.metaKey) {
      const box = this.#frame.getBoundingClientRect();
      const amount = Math.max(-80, Math.min(80, event.deltaY * unit));
      this.#say.zoom(Math.exp(-amount / 180), event.clientX - box.left, event.clientY - box.top);
    } else {
      const sideways = event.shiftKey && event.deltaX === 0;
      this.#say.pan(-(sideways ? event.deltaY : event.deltaX) * unit, sideways ? 0 : -event.deltaY * unit);
    }
  }
}
