// Making what stands on the page into what the server says, in place: what has the focus, what is half typed, what is
// folded and where it is scrolled stay as they are.
//
// Children are matched by `data-key` (or `data-fields`, `data-rest`, `data-slot`, `id`). `data-keep` names attributes that belong to
// the page; what is `data-local` was put there by the page and stays; what has `data-hold` is left alone.

/** Make the children of an element those of another one, which is used up. */
export function morphChildren(old, fresh) {
  const keyed = new Map();
  for (const child of old.children) {
    const key = keyOf(child);
    if (key !== null) keyed.set(key, child);
  }
  let here = old.firstChild;
  for (const want of [...fresh.childNodes]) {
    const match = counterpart(want, here, keyed);
    if (match === null) {
      old.insertBefore(want, here);
      continue;
    }
    if (match === here) here = here.nextSibling;
    else move(old, match, here);
    morphNode(match, want);
  }
  while (here !== null) {
    const next = here.nextSibling;
    if (here.dataset?.local === undefined) here.remove();
    here = next;
  }
}

function counterpart(want, here, keyed) {
  const key = keyOf(want);
  if (key !== null) {
    const match = keyed.get(key) ?? null;
    keyed.delete(key);
    return match !== null && match.nodeName === want.nodeName ? match : null;
  }
  for (let at = here; at !== null; at = at.nextSibling) {
    if (at.nodeName === want.nodeName && keyOf(at) === null && at.dataset?.local === undefined) return at;
    if (at.nodeType === Node.ELEMENT_NODE && want.nodeType === Node.ELEMENT_NODE && keyOf(at) === null && at.dataset.local === undefined) return null;
  }
  return null;
}

function keyOf(node) {
  if (node.nodeType !== Node.ELEMENT_NODE) return null;
  const { key, fields, rest, slot } = node.dataset;
  if (key !== undefined) return `k${key}`;
  if (fields !== undefined) return `f${fields}`;
  if (rest !== undefined) return `r${rest}`;
  if (slot !== undefined) return `s${slot}`;
  return node.id ? `i${node.id}` : null;
}

function move(parent, node, before) {
  if (parent.moveBefore) parent.moveBefore(node, before); // keeps the focus
  else parent.insertBefore(node, before);
}

function morphNode(old, want) {
  if (old.nodeType !== Node.ELEMENT_NODE) {
    if (old.nodeValue !== want.nodeValue) old.nodeValue = want.nodeValue;
    return;
  }
  if (old.dataset.hold !== undefined) return;
  const typed = isDirty(old);
  if (!old.isEqualNode(want)) {
    attributes(old, want);
    if (old.nodeName === "TEXTAREA") old.defaultValue = want.defaultValue;
    else morphChildren(old, want);
  }
  if (!typed) restore(old);
}

function attributes(old, want) {
  const kept = (old.dataset.keep ?? "").split(" ");
  for (const { name } of [...old.attributes]) {
    if (!want.hasAttribute(name) && !kept.includes(name) && !(name === "open" && old.nodeName === "DETAILS")) old.removeAttribute(name);
  }
  for (const { name, value } of want.attributes) {
    if (kept.includes(name) || (name === "open" && old.nodeName === "DETAILS")) continue;
    if (old.getAttribute(name) !== value) old.setAttribute(name, value);
  }
}

/** Whether a person changed a control, and the server has not taken the change yet. */
export function isDirty(control) {
  switch (control.nodeName) {
    case "INPUT": return control.type !== "radio" && control.value !== control.defaultValue && control.value !== control.taken;
    case "TEXTAREA": return control.value !== control.defaultValue && control.value !== control.taken;
    case "SELECT": return control.value !== defaultOf(control) && control.value !== control.taken;
    default: return false;
  }
}

/** What a control holds by the server's word. */
export function defaultOf(control) {
  if (control.nodeName !== "SELECT") return control.defaultValue;
  return (control.querySelector("option[selected]") ?? control.options[0])?.value ?? "";
}

/** Give a control back what it holds by the server's word. */
export function restore(control) {
  if (!["INPUT", "TEXTAREA", "SELECT"].includes(control.nodeName)) return;
  control.taken = undefined;
  if (control.type === "radio") control.checked = control.defaultChecked;
  else if (control.value !== defaultOf(control)) control.value = defaultOf(control);
}
