// Adding to a section of the template: asks for what the new entry needs, at the place of the section's head.

import { chooseType } from "./adding.js";
import { askFor } from "./asking.js";
import { newGroup } from "./entry-order.js";
import { notice } from "./notices.js";
import { tried } from "./offering.js";
import { pick } from "./picker.js";
import { nodesOf } from "./selection.js";
import { getJson } from "./server.js";
import { article, canvas, capital, follow, inOutline, outline, page, placeOfSection, targets } from "./targets.js";

/** Add to a section: asks for what it needs, at the place of its head. */
export async function add(name, at = null) {
  const section = outline().sections.find((each) => each.section === name);
  if (!section) return;
  const held = inOutline(), place = at ?? placeOfSection(section);
  if (section.typed) await addTyped(place, held);
  else if (section.members) addGroup(section, place, held);
  else await addNamed(section, place, held);
}

async function addTyped(point, held) {
  const before = new Set(outline().entries.map((entry) => entry.node));
  await chooseType(canvas(), { point });
  if (!held) return;
  document.addEventListener("hot:outlined", () => {
    const made = outline().entries.find((entry) => !before.has(entry.node));
    if (made) outline().focusOn(made.node);
  }, { once: true });
}

function addGroup(section, at, held) {
  const chosen = targets().filter((entry) => entry.section === section.members);
  if (chosen.length > 0) {
    newGroup(section, chosen, held);
    return;
  }
  const all = outline().entries.filter((entry) => entry.section === section.members);
  if (all.length === 0) {
    notice(`${capital(article(section.one))} holds what stands in “${outline().sections.find((each) => each.section === section.members).title}”: add one there first.`, { plain: true });
    return;
  }
  const grouped = new Set(outline().items.filter((item) => item.kind === "member").map((item) => item.node));
  const rows = [...all].sort((a, b) => grouped.has(a.node) - grouped.has(b.node))
    .map((entry) => ({ title: entry.name, detail: grouped.has(entry.node) ? "leaves its group" : entry.detail, run: () => newGroup(section, [entry], held) }));
  pick({ at, label: `First of the ${section.one}`, placeholder: "What it begins with", rows });
}

async function addNamed(section, at, held) {
  const taken = new Set(outline().entries.filter((entry) => entry.section === section.section).map((entry) => entry.name));
  const near = nodesOf(page().selection)[0] ?? "";
  const starters = await tried(async () => {
    await page().whenSettled();
    return getJson(page().address(`/starters?${new URLSearchParams({ section: section.section, near })}`));
  });
  if (!starters) return;
  let name = null;
  await askFor({
    at, label: `Name of the ${section.one}`, value: freeName(section.one, taken), button: "Next",
    run: (given) => {
      if (taken.has(given)) throw new Error(`There is ${article(section.one)} ${given} already.`);
      name = given;
    },
  });
  if (name === null) return;
  pick({
    at, label: `${capital(section.one)} ${name}`, placeholder: "What it is", rows: starters.map((starter) => ({
      title: starter.title, detail: starter.detail, run: async () => {
        const done = await page().perform([{ ...starter.operation, name }]);
        if (done) follow(done.select, held);
      },
    })),
  });
}

function freeName(word, taken) {
  if (!taken.has(word)) return word;
  let count = 2;
  while (taken.has(`${word}_${count}`)) count += 1;
  return `${word}_${count}`;
}
