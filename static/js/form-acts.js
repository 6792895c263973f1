// What is done to the whole of what the inspector shows: connect, duplicate, copy, delete, another type.

import { copyNodes } from "./clipboard.js";
import { connectTo } from "./connecting.js";
import { duplicate } from "./entry-acts.js";
import { closeMenu, openPanel } from "./menu.js";
import { notice } from "./notices.js";
import { pick } from "./picker.js";
import { getText } from "./server.js";

/** Do one of the acts that the head of a form offers. */
export function act(what, form, button) {
  const { section, entryName: name } = form.dataset;
  const node = section === "resources" ? name : `/${section}/${name}`;
  const box = button.getBoundingClientRect();
  const at = [Math.max(8, box.right - 340), box.bottom + 2];
  if (what === "connect") connectTo(name);
  else if (what === "duplicate") duplicate([form.owner.querySelector("hot-outline").find(node)]);
  else if (what === "copy") copyNodes([node]);
  else if (what === "remove") remove(form, node, at);
  else if (what === "type") chooseType(form, name, at);
}

/** Take it out; what refers to it is shown first. */
async function remove(form, node, at) {
  const piece = document.createElement("template");
  try {
    await form.owner.whenSettled();
    piece.innerHTML = await getText(form.owner.address(`/uses?${new URLSearchParams({ node })}`));
  } catch (error) {
    notice(error.message);
    return;
  }
  const uses = piece.content.querySelector(".uses");
  const operations = JSON.parse(uses.dataset.run);
  const go = async () => { if (await form.run(operations, { field: form })) form.owner.select(null, "edit"); };
  if (Number(uses.dataset.count) === 0) {
    go();
    return;
  }
  const panel = openPanel({ at, label: uses.querySelector("h2").textContent, role: "alertdialog", className: "uses-panel" }, uses);
  panel.addEventListener("click", (event) => {
    const button = event.target.closest("[data-delete], [data-keep]");
    if (!button) return;
    closeMenu();
    if (button.dataset.delete !== undefined) go();
  });
  panel.querySelector("[data-keep]").focus();
}

async function chooseType(form, name, at) {
  const piece = document.createElement("template");
  try {
    piece.innerHTML = await getText(form.owner.address(`/form/types?${new URLSearchParams({ node: name })}`));
  } catch (error) {
    notice(error.message);
    return;
  }
  const rows = [...piece.content.querySelectorAll("[data-do]")].map((row) => ({
    title: row.querySelector(".title").textContent, detail: row.querySelector(".detail").textContent, more: row.dataset.type,
    run: () => form.run(JSON.parse(row.dataset.do), { field: form }),
  }));
  pick({ at, label: `Another type for ${name}`, placeholder: "Another type …", rows, empty: "No type of that name." });
}
