// What hands do on the canvas: carry cards, draw connections, choose several, delete, ask for the menu. The canvas itself only reads.

import { chooseEnd } from "./adding.js";
import { carry, Carried } from "./arranging.js";
import { panning } from "./autopan.js";
import { menuAt } from "./canvas-menu.js";
import { rubberBand } from "./choosing.js";
import { drawLine } from "./connecting.js";
import { showHandles } from "./handles.js";
import { keep, settle, tidy } from "./placing.js";

const GRID = 24; // pixels that a key moves a card
const FINE = 4;
const PAUSE = 500; // ms without another key until what was moved by keys is kept
const SIDEWAYS = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };

/** Give a canvas hands. */
function equip(canvas) {
  let nudged = null, timer = 0; // cards that keys move, until they rest

  const keepNudged = () => {
    clearTimeout(timer);
    if (nudged) keep(nudged.carried.places);
    nudged = null;
  };

  const nudge = ([dx, dy], step) => {
    const names = canvas.chosen;
    if (names.length === 0 || !movable(canvas)) return;
    if (nudged?.names.join("\n") !== names.join("\n")) {
      keepNudged();
      nudged = { names, carried: new Carried(canvas, names), x: 0, y: 0 };
      canvas.hold();
    }
    nudged.x += dx * step;
    nudged.y += dy * step;
    nudged.carried.by(nudged.x, nudged.y);
    hands.mark();
    clearTimeout(timer);
    timer = setTimeout(keepNudged, PAUSE);
  };

  const hands = {
    grab(event) {
      const handle = event.target.closest?.("[data-handle]");
      if (handle) {
        const { node, handle: side } = handle.dataset;
        return panning(canvas, drawLine(canvas, node, side, (end) => chooseEnd(canvas, node, side, end)));
      }
      const name = nodeOf(event);
      const mouse = event.pointerType !== "touch";
      if (event.shiftKey && name === undefined) return canvas.svg && panning(canvas, rubberBand(canvas, event));
      if (name === undefined || !movable(canvas)) return null;
      const chosen = canvas.chosen;
      if (!mouse && !chosen.includes(name)) return null; // a finger moves the picture, unless the card was tapped before
      showHandles(canvas, []);
      return panning(canvas, carry(canvas, chosen.includes(name) ? chosen : [name], event, (places) => {
        if (!chosen.includes(name)) canvas.pick({ node: name });
        keep(places);
        hands.mark();
      }));
    },

    key(event) {
      const sideways = SIDEWAYS[event.key];
      const mod = event.ctrlKey || event.metaKey;
      if (event.key === "Escape") return canvas.gestures.cancel();
      if (event.altKey && sideways && !mod) nudge(sideways, event.shiftKey ? FINE : GRID);
      else if (event.key === "ContextMenu" || (event.key === "F10" && event.shiftKey)) menuAt(canvas, null);
      else if (mod && !event.altKey && !event.shiftKey && event.key.toLowerCase() === "a") canvas.pickAll(canvas.names.filter((name) => canvas.node(name).classList.contains("resource")));
      else return false;
      return true;
    },

    tidy() {
      if (movable(canvas)) tidy(canvas);
      else canvas.fit();
    },

    menu(event) {
      menuAt(canvas, event, true);
    },

    /** The picture, what is selected or what is hovered is another. */
    mark() {
      const names = canvas.chosen.length === 1 ? [...canvas.chosen] : [];
      if (canvas.hovered !== null && !canvas.gestures.active) names.push(canvas.hovered);
      showHandles(canvas, names);
    },

    drawn() {
      nudged = null;
      settle(canvas);
      hands.mark();
    },
  };

  canvas.frame.addEventListener("contextmenu", (event) => {
    event.preventDefault();
    if (event.pointerType !== "touch" && event.button === 2) menuAt(canvas, event); // a finger that rests and the keys open it themselves
  });
  canvas.addEventListener("click", (event) => {
    const button = event.target.closest("[data-go-panel]");
    if (button) document.dispatchEvent(new CustomEvent("hot:panel", { detail: { panel: button.dataset.goPanel } }));
  });
  canvas.addEventListener("hot:rest", () => hands.mark());
  canvas.hands = hands;
  hands.drawn();
}

/** In waves the columns say when: nothing is moved there. */
function movable(canvas) {
  return canvas.dataset.view !== "waves";
}

function nodeOf(event) {
  const element = event.target.closest?.(".node");
  return element?.dataset.node ?? element?.dataset.container;
}

equip(document.querySelector("hot-canvas"));
