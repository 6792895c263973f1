// One row of the outline as an element.

const SVG = "http://www.w3.org/2000/svg";
const SEVERITIES = { error: "error", warning: "warning", info: "advice" };

/** What a row shows, as a text: a row whose text is the same need not be made again. */
export function signature({ kind, name, detail, icon, service, severity, off, unfinished, count, level, sign, node }) {
  return JSON.stringify([kind, name, detail, icon, service, severity, off, unfinished, count, level, sign, node]);
}

/** Make an element the row of an item; `signs` and `ui` are the addresses of the pictures. */
export function fillRow(row, item, { signs, ui }) {
  row.className = `row level-${item.level} ${item.kind}${item.off ? " off" : ""}`;
  row.setAttribute("role", "treeitem");
  row.setAttribute("aria-level", item.level);
  row.setAttribute("aria-label", labelOf(item));
  row.dataset.key = item.key;
  row.dataset.name = item.name;
  if (item.node === undefined) {
    row.dataset.section = item.section;
    row.title = item.purpose;
  } else {
    row.dataset.node = item.node;
  }
  const parts = [];
  if (item.kind === "section" || item.kind === "group") parts.push(part("twisty"));
  if (item.kind !== "section") parts.push(item.icon ? picture(`${signs}${item.icon}`, "service", item.service || "other") : picture(`${ui}${item.sign}`, "icon"));
  parts.push(part("name truncate", item.name));
  if (item.kind === "section") parts.push(part("count", String(item.count)), addButton(item, ui));
  else parts.push(part("detail truncate", item.detail));
  if (item.unfinished) parts.push(mark("unfinished", "unfinished", ui));
  if (item.severity) parts.push(mark(`severity-${item.severity}`, item.severity, ui));
  row.replaceChildren(...parts);
}

function labelOf(item) {
  if (item.kind === "section") return `${item.name}, ${item.count === 0 ? "none yet" : item.count}`;
  const words = [item.name, item.kind === "entry" ? item.detail : item.one];
  if (item.off) words.push("switched off");
  if (item.unfinished) words.push("unfinished");
  if (item.severity) words.push(SEVERITIES[item.severity] ?? item.severity);
  return words.filter(Boolean).join(", ");
}

function part(name, text = "") {
  const element = document.createElement("span");
  element.className = name;
  element.textContent = text;
  return element;
}

function mark(name, sign, ui) {
  const element = part(name);
  element.append(picture(`${ui}${sign}`, "icon"));
  return element;
}

function addButton(item, ui) {
  const button = document.createElement("button");
  button.type = "button";
  button.className = "quiet plus";
  button.tabIndex = -1; // the tree is one stop of the keyboard: there the key + does it
  button.dataset.addTo = item.section;
  button.setAttribute("aria-label", `Add a ${item.one}`.replace(/^Add a (?=[aeio])/, "Add an "));
  button.title = `${button.getAttribute("aria-label")} (+)`;
  button.append(picture(`${ui}plus`, "icon"));
  return button;
}

function picture(address, name, group) {
  const svg = document.createElementNS(SVG, "svg"), use = document.createElementNS(SVG, "use");
  svg.setAttribute("class", name);
  svg.setAttribute("aria-hidden", "true");
  svg.setAttribute("viewBox", "0 0 16 16");
  if (group) svg.dataset.group = group;
  use.setAttribute("href", address);
  svg.append(use);
  return svg;
}
