// Who needs whom: read from the data beside the picture when it is asked for the first time, at a selection.

export class Relations {
  #read; // null: it has been read
  #needs = new Map(); // name -> Set of names it needs itself
  #needed = new Map();
  #groups = []; // {sources: Set, targets: Set}: every source needs every target
  #labels = new Map();

  /** `read` yields {edges: [[source, target, label], ...], groups: [[[source, ...], [target, ...]], ...]}. */
  constructor(read = () => ({ edges: [], groups: [] })) {
    this.#read = read;
  }

  #know() {
    if (this.#read === null) return;
    const { edges, groups } = this.#read();
    this.#read = null;
    for (const [source, target, label] of edges) {
      put(this.#needs, source, target);
      put(this.#needed, target, source);
      if (label) this.#labels.set(`${source}\n${target}`, label);
    }
    this.#groups = groups.map(([sources, targets]) => ({ sources: new Set(sources), targets: new Set(targets) }));
  }

  label(source, target) {
    this.#know();
    return this.#labels.get(`${source}\n${target}`) ?? "";
  }

  needs(name) {
    return this.#next(name, this.#needs, "sources", "targets");
  }

  neededBy(name) {
    return this.#next(name, this.#needed, "targets", "sources");
  }

  /** All that `name` needs, at any distance, itself not counted. */
  allNeeds(name) {
    return this.#all(name, this.#needs, "sources", "targets");
  }

  /** All that needs `name`, at any distance, itself not counted. */
  allNeededBy(name) {
    return this.#all(name, this.#needed, "targets", "sources");
  }

  #next(name, direct, here, there) {
    this.#know();
    const found = new Set(direct.get(name));
    for (const group of this.#groups) {
      if (group[here].has(name)) for (const other of group[there]) found.add(other);
    }
    found.delete(name);
    return found;
  }

  #all(name, direct, here, there) {
    this.#know();
    const found = new Set();
    const entered = new Set();
    const waiting = [name];
    while (waiting.length > 0) {
      const now = waiting.pop();
      const visit = (other) => {
        if (found.has(other)) return;
        found.add(other);
        waiting.push(other);
      };
      for (const other of direct.get(now) ?? []) visit(other);
      for (const group of this.#groups) {
        if (entered.has(group) || !group[here].has(now)) continue;
        entered.add(group); // a group leads to the same others from each of its members
        for (const other of group[there]) visit(other);
      }
    }
    found.delete(name);
    return found;
  }
}

function put(map, key, value) {
  const set = map.get(key);
  if (set) set.add(value);
  else map.set(key, new Set([value]));
}
