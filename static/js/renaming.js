// Another name for what is selected; everything that refers to it follows.

import { besideCard } from "./connecting.js";
import { askName } from "./picker.js";

/** Ask for another name of the one card that is selected; false where not one is. */
export function renameSelected(canvas) {
  const [node, ...others] = canvas.chosen;
  if (node === undefined || others.length > 0) return false;
  const [section, name] = partsOf(node);
  askName({
    at: besideCard(canvas, node), label: `Another name for ${name}`, value: name,
    run: (to) => document.querySelector("hot-document").perform([{ op: "rename", section, name, to }]),
  });
  return true;
}

function partsOf(node) {
  if (!node.startsWith("/")) return ["resources", node];
  const [, section, ...name] = node.split("/");
  return [section, name.join("/")];
}
