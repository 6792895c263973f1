// The outline as data: the sections as the server tells them, made into the items of a tree. It also knows where each entry
// stands in the text: a row says so from the row before, so that an edit changes the rows that it touched and no others.

const DRAWN = 1, OFF = 2, UNFINISHED = 4; // marks of a row
const MEMBERS = 9; // where a row has the members of what gathers entries

export class OutlineRows {
  id = null; // the text that this is the outline of
  sections = [];
  #places = null;
  #made = new WeakMap(); // row -> the item that was made of it: an edit makes those of the rows that it touched

  /** Put in what changed: of each section `at`, `gone` and `rows`, as the server answers; rows are all of them where `since` is null. */
  change({ id, since, sections }) {
    const before = new Map(this.sections.map((section) => [section.section, section.rows]));
    this.sections = sections.map((section) => {
      const rows = since === null ? [] : before.get(section.section) ?? [];
      const now = section.at === undefined ? section.rows : [...rows.slice(0, section.at), ...section.rows, ...rows.slice(section.at + section.gone)];
      return { ...section, rows: now };
    });
    this.id = id;
    this.#places = null;
  }

  /**
   * The items of the tree that are to be seen, in order: sections, entries, members of groups.
   *
   * `closed`: keys of what is folded; `words`: what entries must hold, [] for all. An item is {key, kind, level, name, node, detail, section, one,
   * path, position, size, expanded, ...}; `node` is undefined for a section.
   */
  items(closed, words) {
    const found = [];
    for (const [at, section] of this.sections.entries()) {
      const key = `:${section.section}`;
      const entries = this.#entriesOf(section, words);
      if (words.length > 0 && entries.length === 0) continue;
      const expanded = words.length > 0 || !closed.has(key);
      found.push({ key, kind: "section", level: 1, name: section.title, count: section.rows.length, section: section.section, one: section.one,
        purpose: section.purpose, expanded, position: at + 1, size: this.sections.length });
      if (!expanded) continue;
      for (const entry of entries) {
        found.push(entry);
        if (!entry.members) continue;
        entry.expanded = !closed.has(entry.fold);
        if (entry.expanded) found.push(...entry.members);
      }
    }
    return found;
  }

  #entriesOf(section, words) {
    const found = [];
    for (const [at, row] of section.rows.entries()) {
      if (words.length > 0) {
        const text = `${row[0]} ${row[1]}`.toLowerCase();
        if (!words.every((word) => text.includes(word))) continue;
      }
      const members = row[MEMBERS];
      let entry = this.#made.get(row);
      if (entry === undefined) {
        entry = this.#entry(section, at, row, members);
        if (!Array.isArray(members)) this.#made.set(row, entry); // what has no name of its own is called by its place
      }
      entry.at = at;
      found.push(entry);
    }
    let position = 0;
    for (const entry of found) {
      entry.position = position += 1;
      entry.size = found.length;
    }
    return found;
  }

  #entry(section, at, [name, detail, icon, service, severity, marks], members) {
    const numbered = Array.isArray(members); // a list's item has no name of its own
    const node = nodeOf(section, at, name, marks, numbered);
    const entry = {
      key: node, kind: numbered ? "group" : "entry", level: 2, name, node, detail, icon, service, severity, off: (marks & OFF) > 0, unfinished: (marks & UNFINISHED) > 0,
      section: section.section, one: section.one, sign: section.sign, path: [section.section, numbered ? at : name], at,
    };
    if (!numbered) return entry;
    entry.name = name || `${section.one} ${at + 1}`;
    entry.label = name;
    entry.fold = `${section.section}/${name || at}`;
    const { members: home } = section;
    const one = this.sections.find((other) => other.section === home);
    entry.members = members.map(([member], place) => ({
      key: `${entry.fold}/${member}`, kind: "member", level: 3, name: member, node: `/${home}/${member}`, detail: "", section: home, one: one?.one ?? "", sign: one?.sign ?? "",
      path: [section.section, at, home, place], at: place, group: entry, position: place + 1, size: members.length,
    }));
    return entry;
  }

  /** The entry of a node: {node, name, section, one, path, start, keyEnd, end}. */
  find(node) {
    return this.#placed().byNode.get(node);
  }

  /** The nodes of what a group gathers; none where the node is no group. */
  membersOf(node) {
    for (const section of this.sections) {
      const prefix = `/${section.section}/`, at = section.members && node.startsWith(prefix) ? Number(node.slice(prefix.length)) : NaN;
      const members = section.rows[at]?.at(-1);
      if (Array.isArray(members)) return members.map(([name]) => `/${section.members}/${name}`);
    }
    return [];
  }

  /** The entry that an offset of the text stands in, null where it is in none. */
  at(offset) {
    const { entries } = this.#placed();
    let low = 0, high = entries.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (entries[middle].start <= offset) low = middle + 1;
      else high = middle;
    }
    const entry = entries[low - 1];
    return entry && offset <= entry.end ? entry : null;
  }

  /** Every entry in the order of the text. */
  get entries() {
    return this.#placed().entries;
  }

  section(name) {
    return this.sections.find((section) => section.section === name);
  }

  #placed() {
    if (this.#places !== null) return this.#places;
    const entries = [];
    for (const section of this.sections) {
      let start = section.base;
      for (const [at, row] of section.rows.entries()) {
        const [name, detail, , , , marks, step, key, length, members] = row;
        start += step;
        const numbered = Array.isArray(members);
        entries.push({
          node: nodeOf(section, at, name, marks, numbered), name, detail, section: section.section, one: section.one, path: [section.section, numbered ? at : name],
          start, keyEnd: start + key, end: start + length,
        });
      }
    }
    if (entries.some((entry, at) => at > 0 && entry.start < entries[at - 1].start)) entries.sort((one, other) => one.start - other.start);
    this.#places = { entries, byNode: new Map(entries.map((entry) => [entry.node, entry])) };
    return this.#places;
  }
}

/** What an entry is called on the canvas and in addresses: a resource by its name, all else by section and name. */
function nodeOf(section, at, name, marks, numbered) {
  return marks & DRAWN ? name : `/${section.section}/${numbered ? at : name}`;
}
