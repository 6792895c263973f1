// <hot-document>: the open template. What is typed or meant becomes a step that the server stores (sync.js); it shows the
// problems first and the graph after, and passes on what is selected. An answer about an older text is dropped.
// Without `data-template` the page shows a text that nobody can change.
//
// Events it sends on `document`: "hot:analysed" {id, marks, readable}, "hot:selected" {selection, from}, "hot:state" {state},
// "hot:history" {undo, redo}: the titles of the steps that undo and redo would take, null for none.
// A selection is null, {node}, {edge: [from, to]} or {entry, start, end}.

import { isHere } from "./along.js";
import { showConflict } from "./conflict.js";
import { announce, clearNotices, notice } from "./notices.js";
import { renew } from "./renewal.js";
import { getJson, getText, postText, Refused } from "./server.js";
import { Sync } from "./sync.js";
import { digest, forgetUnstored, keepUnstored, unstored } from "./unstored.js";

const BUSY = 1000; // ms until a busy server is asked again

class HotDocument extends HTMLElement {
  #sync = null;
  #shown = null; // the text that the problems on the page belong to
  #pictured = null; // the id of the text whose picture is shown
  #drawing = null; // AbortController of the fragments under way
  #selection = null;
  #under = 0; // fragments under way
  #markup = {}; // what the server said last of what is shown
  #followed = null; // the answer whose subject was selected

  connectedCallback() {
    this.editor = this.querySelector("hot-editor");
    this.canvas = this.querySelector("hot-canvas");
    this.addEventListener("hot:edited", (event) => this.#edited(event.detail.changes));
    this.addEventListener("hot:fix", (event) => this.#fix(event.detail));
    this.addEventListener("hot:step", (event) => this[event.detail.direction]());
    this.addEventListener("hot:cursor", (event) => this.#cursor(event.detail.offset));
    this.addEventListener("hot:pick", (event) => this.select(event.detail.selection, event.detail.from));
    this.addEventListener("hot:view", (event) => this.#fetchGraph(event.detail?.tidy));
    this.addEventListener("hot:go", (event) => this.#goToText(event.detail.node));
    this.addEventListener("click", (event) => this.#clicked(event));
    window.addEventListener("pagehide", () => this.#keep());
    document.addEventListener("visibilitychange", () => { if (document.hidden) this.#keep(); });
    this.ready = customElements.whenDefined("hot-editor").then(() => this.editor.ready).then(() => this.#start());
  }


  get selection() {
    return this.#selection;
  }

  /** Whether all that was done is stored, and the problems on the page belong to the text in the editor. */
  get settled() {
    return this.#shown !== null && this.#shown === this.editor.doc && (this.#sync?.idle ?? true);
  }

  /** Whether the graph, outline or inspector of the text is under way. */
  get drawing() {
    return this.#under > 0;
  }

  /** Resolves once they are there. */
  whenDrawn() {
    return this.drawing ? new Promise((resolve) => this.addEventListener("hot:shown", resolve, { once: true })) : Promise.resolve();
  }

  /** Where something about the text on the page is found; a server that has forgotten the text finds it by the template. */
  address(rest = "") {
    const { id, template } = this.dataset;
    if (template === undefined) return `/d/${id}${rest}`;
    return `/d/${id}${rest}${rest.includes("?") ? "&" : "?"}template=${template}`;
  }

  #start() {
    const { template, revision } = this.dataset;
    this.#shown = this.editor.doc;
    this.editor.known(this.dataset.id);
    this.editor.setMarks(JSON.parse(this.querySelector("#marks").textContent));
    if (template !== undefined) {
      this.#sync = new Sync(this.editor, `/t/${template}`, Number(revision), {
        answered: (answer, follow) => this.#answered(answer, follow),
        asks: (follow) => this.#asks(follow),
        state: (state, sentence) => this.#troubled(state, sentence),
        conflict: (both) => showConflict(both),
        behind: () => {
          this.#keep();
          location.reload();
        },
      });
      this.#history(this.dataset.undoTitle || null, this.dataset.redoTitle || null);
      this.#bringBack(template);
    }
    if (this.dataset.draw === "later") this.#fetchGraph();
    else this.#pictured = this.dataset.id;
    const wanted = new URLSearchParams(location.search).get("select");
    if (wanted) this.select({ node: wanted }, "address");
    else if (location.hash.length > 1) this.select({ node: decodeURIComponent(location.hash.slice(1)) }, "address");
  }

  /** What this browser could not send before the page went: nothing typed is lost. */
  #bringBack(template) {
    const text = this.editor.text, kept = unstored(template);
    if (kept === null || kept.text === text) return;
    const put = () => this.editor.become(this.editor.textOf(kept.text), true);
    if (kept.stored.includes(digest(text))) return put(); // nobody changed it since: it is as if it had been typed now
    showConflict({
      sentence: "This browser kept a text of this template that could not be stored before it was changed elsewhere.",
      mine: kept.text, theirs: text, all: kept.text, put,
    });
  }

  #keep() {
    const { template } = this.dataset;
    if (this.#sync === null) return;
    if (this.#sync.agreed) forgetUnstored(template);
    else if (!keepUnstored(template, this.editor.text, this.#sync.texts.map((doc) => digest(this.editor.written(doc))))) {
      notice("This browser has no room to keep what you typed. Take it away as a file before you leave.");
    }
  }

  // -- typing --

  #edited(changes) {
    this.#sync?.changed(changes);
    this.#state("reading");
  }

  #troubled(state, sentence) {
    this.#state(state);
    if (state !== "reading") this.#keep();
    if (sentence !== undefined) notice(sentence);
  }

  #answered(answer, follow) {
    if (answer.undo !== undefined) this.#history(answer.undo, answer.redo);
    if (answer.name !== undefined) this.dataset.name = answer.name;
    if (!this.#sync.agreed) return; // typed on meanwhile: the next answer is about that
    this.#keep();
    if (answer.readable !== undefined) this.#show(answer, follow);
    else setTimeout(() => this.#sync.catchUp(), BUSY); // stored, but the server was too busy to say what it means
  }

  /** Show what a text means; `follow`: and select what the step was about that made it. */
  #show(answer, follow) {
    const same = answer.id === this.dataset.id;
    this.#shown = this.editor.doc;
    this.dataset.id = answer.id;
    this.editor.known(this.dataset.id);
    this.dataset.readable = answer.readable ? "yes" : "no";
    clearNotices();
    for (const part of ["problems", "summary"]) {
      if (this.#markup[part] !== answer[part]) this.querySelector(`#${part}`).outerHTML = this.#markup[part] = answer[part];
    }
    this.editor.setMarks(answer.marks);
    this.#state(answer.readable ? "read" : "broken");
    this.canvas.classList.toggle("stale", !answer.readable);
    document.dispatchEvent(new CustomEvent("hot:analysed", { detail: answer }));
    const placed = Object.keys(answer.places ?? {}).length > 0;
    const redrawn = !same || placed;
    if (follow && answer.select) {
      this.#followed = answer;
      if (this.#choose({ node: answer.select }, "edit") && !redrawn) this.#inspect();
    }
    if (redrawn) this.#redraw(answer.readable);
  }

  #state(state) {
    this.dataset.state = state;
    document.dispatchEvent(new CustomEvent("hot:state", { detail: { state } }));
  }

  #history(undo, redo) {
    this.dataset.undoTitle = undo ?? "";
    this.dataset.redoTitle = redo ?? "";
    document.dispatchEvent(new CustomEvent("hot:history", { detail: { undo, redo } }));
  }

  // -- changing the template by what is meant --

  /**
   * Do operations (as `hot-designer edit` reads them) as one step that undo takes back.
   *
   * Yields {title, select, notes} once it is stored; null where it was refused, which is said on the page.
   * `select` (true by default): select what it was about afterwards. `quiet`: throw the refusal, and say nothing.
   * `places`: where a person put what comes of it, as for `place`, in the same step.
   */
  async perform(operations, { select = true, quiet = false, places } = {}) {
    return this.#step(places === undefined ? { operations } : { operations, places }, { select, quiet });
  }

  /** Edit the text itself, rows of [start, end, text] about the text as it is shown, as a step called `title`. */
  async change(edits, title, kind = "fix") {
    await this.whenSettled();
    return this.#step({ edits, title, kind }, { select: false });
  }

  /** Note where a person put cards: {name: [x, y]}, the middle of each in the picture; null: nobody says any more. */
  async place(places, title) {
    return this.#step({ places, title, kind: "arrange" }, { select: false, silent: true });
  }

  async undo() {
    return this.#walk({ undo: true }, "Undone");
  }

  async redo() {
    return this.#walk({ redo: true }, "Done again");
  }

  /** Go to a step of the history, back or on. */
  async goTo(step) {
    return this.#walk({ to: step }, "Gone to");
  }

  async #walk(body, word) {
    const answer = await this.#step(body, { silent: true });
    if (answer?.title) announce(`${word}: ${answer.title}`);
    return answer;
  }

  /** Yields the server's answer ({title, select, notes ...}); null where it was refused, which is said on the page. */
  async #step(body, { select = true, quiet = false, silent = false }) {
    try {
      if (this.#sync === null) throw new Refused("This page shows a text as it was. Edit a copy of it.", 200, "refused");
      const answer = await this.#sync.send(body, select);
      if (answer.refused !== undefined) throw new Refused(answer.refused, 200, "refused");
      if (answer.conflict !== undefined) throw new Refused(answer.conflict, 200, "conflict");
      if (!silent && answer.title) announce(`${answer.title}. Undo takes it back.`);
      if (answer.notes?.length > 0) notice(answer.notes.join("; "), { plain: true });
      if (select && answer.select && this.#followed !== answer) this.select({ node: answer.select }, "edit");
      return answer;
    } catch (error) {
      if (quiet) throw error;
      if (error.name !== "AbortError") notice(error.message);
      return null;
    }
  }

  /** Resolves once the problems on the page belong to the text in the editor. */
  whenSettled() {
    if (this.settled) return Promise.resolve();
    return new Promise((resolve) => {
      const listen = () => {
        if (!this.settled) return;
        document.removeEventListener("hot:analysed", listen);
        resolve();
      };
      document.addEventListener("hot:analysed", listen);
    });
  }

  // -- what follows an analysis --

  /** What #redraw will ask for once a step is done, for the server to send along; as along.js wants it. */
  #asks(follow) {
    const { id } = this.dataset, { nodes, commit, type } = this.#selection ?? {};
    const below = (address) => address.slice(`/d/${id}`.length);
    const inspector = nodes ?? commit ?? type;
    const asks = [[...(follow ? [below(this.address("/inspect?node={select}"))] : []), ...(inspector === undefined ? [below(this.#inspectorAddress())] : [])]];
    asks.push([below(this.querySelector("hot-outline").addressFor(id))]);
    if (this.#pictured !== null) asks.push([below(this.#changesAddress())]);
    return asks.filter((ways) => ways.length > 0);
  }

  /** What came along with the answer is shown at once, before the page is laid out for the text alone. */
  async #redraw(readable) {
    this.#drawing?.abort();
    const drawing = this.#drawing = new AbortController();
    const id = this.dataset.id;
    const still = () => !drawing.signal.aborted && id === this.dataset.id;
    this.#under += 1;
    try {
      const inspect = async () => {
        const asked = this.#selection;
        const inspector = this.#hereInspector() ?? await this.#askInspector({ signal: drawing.signal });
        if (still() && asked === this.#selection) this.#inspector(inspector);
      };
      const parts = [inspect()];
      if (readable) parts.push(this.#picture(drawing.signal, still), this.querySelector("hot-outline").renew(id, drawing.signal));
      await Promise.all(parts);
    } catch (error) {
      if (error.name !== "AbortError" && still()) notice(error.message);
    } finally {
      this.#drawn();
    }
  }

  /** What changed in the picture, or all of it where the server no longer knows what is shown. */
  async #picture(signal, still) {
    if (this.#pictured !== null && this.canvas.patch !== undefined) {
      const address = this.#changesAddress();
      let changes = isHere(address);
      if (changes === undefined) changes = await getJson(address, { signal });
      if (!still()) return;
      if (changes !== null) {
        this.canvas.patch(changes);
        this.#pictured = changes.id;
        return;
      }
    }
    const id = this.dataset.id, graph = await getText(this.#graphAddress("/graph"), { signal });
    if (!still()) return;
    this.canvas.show(graph);
    this.#pictured = id;
  }

  #changesAddress() {
    return this.#graphAddress("/changes", { from: this.#pictured, ...this.canvas.pins });
  }

  #graphAddress(rest, more = {}) {
    const query = new URLSearchParams(this.canvas.query);
    for (const [name, value] of Object.entries(more)) query.set(name, value);
    return this.address(`${rest}?${query}`);
  }

  #drawn() {
    this.#under -= 1;
    if (!this.drawing) this.dispatchEvent(new CustomEvent("hot:shown"));
  }

  async #fetchGraph(tidy = false) {
    this.#drawing?.abort();
    const drawing = this.#drawing = new AbortController();
    this.canvas.busy = true;
    this.#under += 1;
    try {
      const { id } = this.dataset;
      const graph = await getText(this.#graphAddress("/graph", tidy ? { tidy: "" } : {}), { signal: drawing.signal });
      if (!drawing.signal.aborted) {
        this.canvas.show(graph, { fit: true });
        this.#pictured = id;
      }
    } catch (error) {
      if (error.name !== "AbortError") notice(error.message);
    } finally {
      this.#drawn();
      this.canvas.busy = this.#under > 0;
    }
  }

  // -- selecting --

  /** Select something everywhere at once; `from` names the panel that it was done in, which then does not move. */
  select(selection, from = "") {
    if (this.#choose(selection, from)) this.#inspect();
  }

  /** All of selecting but the inspector; false where it is selected already. */
  #choose(selection, from) {
    if (JSON.stringify(selection) === JSON.stringify(this.#selection)) {
      if (from !== "text") document.dispatchEvent(new CustomEvent("hot:selected", { detail: { selection, from, again: true } }));
      return false;
    }
    this.#selection = selection;
    const node = selection?.node;
    history.replaceState(history.state, "", node ? `#${encodeURIComponent(node)}` : location.pathname);
    document.dispatchEvent(new CustomEvent("hot:selected", { detail: { selection, from } }));
    if (from !== "text" && from !== "edit" && node) this.revealNode(node); // what an edit changed is shown by itself
    return true;
  }

  /** Show the lines of a node in the text. */
  revealNode(name, focus = false) {
    const entry = this.querySelector("hot-outline").find(name);
    if (entry) this.editor.reveal(entry.start, entry.keyEnd, { focus });
  }

  #goToText(name) {
    document.dispatchEvent(new CustomEvent("hot:panel", { detail: { panel: "text" } }));
    this.revealNode(name, true);
  }

  #cursor(offset) {
    if (!this.settled) return;
    const entry = this.querySelector("hot-outline").at(offset);
    if (entry?.node) this.select({ node: entry.node }, "text");
  }

  /** What the inspector shows of the selection; of several nodes there may be more than an address can hold. */
  #askInspector(options) {
    const { nodes } = this.#selection ?? {};
    return nodes === undefined ? getText(this.#inspectorAddress(), options) : postText(this.address("/several"), JSON.stringify({ nodes }), options);
  }

  #hereInspector() {
    return this.#selection?.nodes === undefined ? isHere(this.#inspectorAddress()) : undefined;
  }

  #inspectorAddress() {
    const { node, edge, type, commit } = this.#selection ?? {};
    if (commit) return this.address("/commit");
    if (node !== undefined) return this.address(`/inspect?${new URLSearchParams({ node })}`);
    if (edge !== undefined) return this.address(`/edge?${new URLSearchParams({ from: edge[0], to: edge[1] })}`);
    if (type !== undefined) return `/types/${encodeURIComponent(type)}`;
    return this.address("/inspect");
  }

  async #inspect() {
    const asked = this.#selection, { id } = this.dataset;
    this.#under += 1;
    try {
      const inspector = await this.#askInspector();
      if (asked === this.#selection && id === this.dataset.id) this.#inspector(inspector); // an edit since brings its own
    } catch (error) {
      if (asked !== this.#selection) return;
      notice(error.message);
    } finally {
      this.#drawn();
    }
  }

  #inspector(html) {
    const place = this.querySelector("#inspector");
    renew(place, html);
    if (html.includes(" hx-")) window.htmx?.process(place);
  }

  // -- links that every fragment may hold --

  #clicked(event) {
    const link = event.target.closest("a, button");
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
    if (link.dataset.fix !== undefined) {
      event.preventDefault();
      this.#fix({ title: link.textContent.trim(), edits: JSON.parse(link.dataset.fix) });
      return;
    }
    if (link.dataset.select !== undefined) {
      event.preventDefault();
      this.select(link.dataset.select === "" ? null : { node: link.dataset.select }, link.closest("hot-outline") ? "outline" : "link");
    } else if (link.dataset.edge !== undefined) {
      event.preventDefault();
      this.select({ edge: JSON.parse(link.dataset.edge) }, "link");
    } else if (link.dataset.commit !== undefined) {
      event.preventDefault();
      this.select({ commit: true }, "link");
      document.dispatchEvent(new CustomEvent("hot:panel", { detail: { panel: "inspector" } }));
    } else if (link.dataset.type !== undefined) {
      event.preventDefault();
      this.select({ type: link.dataset.type }, "link");
    }
    if (link.dataset.start !== undefined) {
      event.preventDefault();
      document.dispatchEvent(new CustomEvent("hot:panel", { detail: { panel: "text" } }));
      this.editor.reveal(Number(link.dataset.start), Number(link.dataset.end ?? link.dataset.start), { focus: true, select: true });
    }
  }

  /** A quick fix {title, edits} means the text that its problem is about. */
  async #fix({ title, edits }) {
    if (!this.settled) {
      notice("The text has changed since. The problems are read again first.", { plain: true });
      return;
    }
    const answer = await this.change(edits.map((edit) => [edit.start, edit.end, edit.text]), title);
    if (answer === null) return;
    this.editor.reveal(edits[0].start, edits[0].start);
  }
}

customElements.define("hot-document", HotDocument);
