// While something is dragged near the border of the canvas, the picture moves on under it, the faster the nearer.

const BAND = 40; // pixels at the border in which the picture moves
const PACE = 0.9; // pixels a millisecond at the very border
const LONGEST = 40; // ms that a frame counts for at most

/** A drag that also moves the picture; with `entering` one that comes from elsewhere, and does so once it was well inside. */
export function panning(canvas, drag, { entering = false } = {}) {
  let last = null, asked = 0, before = 0, outside = entering;

  const step = (now) => {
    let [x, y] = paceAt(canvas, last);
    asked = 0;
    if (entering && !covers(canvas, last)) [x, y] = [0, 0];
    else if (x === 0 && y === 0) outside = false;
    else if (outside) [x, y] = [0, 0];
    if (x === 0 && y === 0) {
      before = 0;
      return;
    }
    const time = before === 0 ? 16 : Math.min(LONGEST, now - before);
    before = now;
    canvas.view.move(-x * time, -y * time);
    canvas.moved();
    drag.move(last);
    asked = requestAnimationFrame(step);
  };
  const stop = () => {
    cancelAnimationFrame(asked);
    asked = 0;
  };
  return {
    move(event) {
      last = event;
      drag.move(event);
      asked ||= requestAnimationFrame(step);
    },
    drop(event) {
      stop();
      drag.drop(event);
    },
    cancel() {
      stop();
      drag.cancel();
    },
  };
}

/** Whether the canvas is under a pointer. */
function covers(canvas, { clientX, clientY }) {
  const { left, right, top, bottom } = canvas.frame.getBoundingClientRect();
  return clientX >= left && clientX < right && clientY >= top && clientY < bottom;
}

/** How fast the picture moves for a pointer there, in pixels a millisecond: to the right and down. */
function paceAt(canvas, { clientX, clientY }) {
  const { left, right, top, bottom } = canvas.frame.getBoundingClientRect();
  return [along(clientX, left, right), along(clientY, top, bottom)];
}

function along(at, start, end) {
  const near = Math.min(BAND, (end - start) / 6);
  if (at < start + near) return -PACE * Math.min(1, (start + near - at) / near);
  if (at > end - near) return PACE * Math.min(1, (at - end + near) / near);
  return 0;
}
