// <hot-document>: the open template. It sends what is typed to the server, shows the problems first and the graph after,
// and passes on what is selected. The text in the editor is the only truth: an answer about an older one is dropped.
//
// Events it sends on `document`: "hot:analysed" {id, marks, readable}, "hot:selected" {selection, from}, "hot:state" {state}.
// A selection is null, {node}, {edge: [from, to]} or {entry, start, end}.

import { keepRecent, keepTab, tabText } from "./keeper.js";
import { announce, clearNotices, notice } from "./notices.js";
import { getText, postJson, Refused, UNREACHABLE } from "./server.js";

const SHORTEST_WAIT = 30; // ms between a key stroke and the question
const LONGEST_WAIT = 250;

class HotDocument extends HTMLElement {
  #started = false;
  #revision = 0; // counts changes of the text
  #shown = 0; // the revision that the problems on the page belong to
  #wait = SHORTEST_WAIT;
  #timer = 0;
  #asking = false;
  #drawing = null; // AbortController of the fragments under way
  #selection = null;
  #sentBack = 0;
  #under = 0; // fragments under way

  connectedCallback() {
    this.editor = this.querySelector("hot-editor");
    this.canvas = this.querySelector("hot-canvas");
    this.addEventListener("hot:edited", () => this.#edited());
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

  /** Whether the problems and graph on the page belong to the text in the editor. */
  get settled() {
    return this.#started && this.#shown === this.#revision;
  }

  /** Whether the graph, outline or inspector of the text is under way. */
  get drawing() {
    return this.#under > 0;
  }

  address(rest = "") {
    return `/d/${this.dataset.id}${rest}`;
  }

  #start() {
    const kept = tabText(this.dataset.id);
    if (kept && kept.text !== this.editor.text) this.editor.replaceText(kept.text);
    this.#started = true;
    keepRecent(this.dataset.id, this.dataset.name, this.editor.text);
    this.editor.setMarks(JSON.parse(this.querySelector("#marks").textContent));
    if (this.dataset.draw === "later") this.#fetchGraph();
    const wanted = new URLSearchParams(location.search).get("select");
    if (wanted) this.select({ node: wanted }, "address");
    else if (location.hash.length > 1) this.select({ node: decodeURIComponent(location.hash.slice(1)) }, "address");
  }

  #keep() {
    if (!keepTab(this.dataset.id, this.dataset.name, this.editor.text) && !this.settled) {
      notice("This browser has no room to keep what you typed. Take it away as a file before you leave.");
    }
  }

  // -- typing --

  #edited() {
    this.#revision += 1;
    this.#state("reading");
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#analyse(), this.#wait);
  }

  async #analyse() {
    if (this.#asking) return; // the answer under way asks again
    this.#asking = true;
    const revision = this.#revision;
    const began = performance.now();
    try {
      const text = this.editor.text;
      keepTab(this.dataset.id, this.dataset.name, text);
      const query = new URLSearchParams({ origin: this.dataset.id, name: this.dataset.name, revision });
      const answer = await postJson(`/analyse?${query}`, text, { signal: AbortSignal.timeout(60_000) });
      this.#wait = Math.min(LONGEST_WAIT, Math.max(SHORTEST_WAIT, (performance.now() - began) / 4));
      this.#sentBack = 0;
      if (answer.revision === this.#revision) this.#show(answer, text);
    } catch (error) {
      this.#refused(error);
    } finally {
      this.#asking = false;
      if (this.#revision !== revision) this.#timer = setTimeout(() => this.#analyse(), this.#wait);
    }
  }

  #refused(error) {
    if (error.reason === UNREACHABLE || error.name === "TimeoutError") {
      this.#state("away");
      this.#sentBack = Math.min(this.#sentBack + 1, 5);
      this.#timer = setTimeout(() => this.#analyse(), 1000 * 2 ** this.#sentBack);
      return;
    }
    this.#state("refused");
    notice(error.message);
  }

  #show(answer, text) {
    const was = this.dataset.id;
    this.#shown = answer.revision;
    this.dataset.id = answer.id;
    clearNotices();
    history.replaceState(history.state, "", `/d/${answer.id}${location.hash}`);
    keepTab(answer.id, this.dataset.name, text);
    keepRecent(answer.id, this.dataset.name, text, was);
    this.querySelector("#problems").outerHTML = answer.problems;
    this.querySelector("#summary").outerHTML = answer.summary;
    this.editor.setMarks(answer.marks);
    this.#state(answer.readable ? "read" : "broken");
    this.canvas.classList.toggle("stale", !answer.readable);
    document.dispatchEvent(new CustomEvent("hot:analysed", { detail: answer }));
    this.#redraw(answer.readable);
  }

  #state(state) {
    this.dataset.state = state;
    document.dispatchEvent(new CustomEvent("hot:state", { detail: { state } }));
  }

  // -- changing the template by what is meant --

  /**
   * Do operations (as `hot-designer edit` reads them) as one step that undo takes back.
   *
   * Yields {title, select, notes} once the text is changed; null where it was refused, which is said on the page.
   * `select` (true by default): select what it was about afterwards. `quiet`: throw the refusal, and say nothing.
   */
  async perform(operations, { select = true, quiet = false } = {}) {
    try {
      for (;;) {
        await this.whenSettled();
        const revision = this.#revision;
        const planned = await postJson(this.address("/plan"), { operations });
        if (planned.refused !== undefined) throw new Refused(planned.refused, 200, "refused");
        if (revision !== this.#revision) continue; // somebody typed meanwhile: what is meant is planned again
        if (planned.edits.length > 0) this.editor.apply(planned.edits);
        announce(`${planned.title}. Undo takes it back.`);
        for (const note of planned.notes) notice(note, { plain: true });
        if (select && planned.select !== null) {
          await this.whenSettled();
          this.select({ node: planned.select }, "edit");
        }
        return planned;
      }
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

  async #redraw(readable) {
    this.#drawing?.abort();
    const drawing = this.#drawing = new AbortController();
    const id = this.dataset.id;
    const still = () => !drawing.signal.aborted && id === this.dataset.id;
    this.#under += 1;
    try {
      if (readable) {
        const graph = await getText(this.address("/graph" + this.canvas.query), { signal: drawing.signal });
        if (still()) this.canvas.show(graph);
        await this.querySelector("hot-outline").renew(id, drawing.signal);
      }
      const inspector = await getText(this.#inspectorAddress(), { signal: drawing.signal });
      if (still()) this.#inspector(inspector);
    } catch (error) {
      if (error.name !== "AbortError" && still()) notice(error.message);
    } finally {
      this.#under -= 1;
    }
  }

  async #fetchGraph(tidy = false) {
    this.#drawing?.abort();
    const drawing = this.#drawing = new AbortController();
    this.canvas.busy = true;
    this.#under += 1;
    try {
      const { query } = this.canvas;
      const graph = await getText(this.address(`/graph${query}${tidy ? `${query ? "&" : "?"}tidy` : ""}`), { signal: drawing.signal });
      if (!drawing.signal.aborted) this.canvas.show(graph, { fit: true });
    } catch (error) {
      if (error.name !== "AbortError") notice(error.message);
    } finally {
      this.#under -= 1;
      this.canvas.busy = this.#under > 0;
    }
  }

  // -- selecting --

  /** Select something everywhere at once; `from` names the panel that it was done in, which then does not move. */
  select(selection, from = "") {
    if (JSON.stringify(selection) === JSON.stringify(this.#selection)) {
      if (from !== "text") document.dispatchEvent(new CustomEvent("hot:selected", { detail: { selection, from, again: true } }));
      return;
    }
    this.#selection = selection;
    const node = selection?.node;
    history.replaceState(history.state, "", node ? `#${encodeURIComponent(node)}` : location.pathname);
    document.dispatchEvent(new CustomEvent("hot:selected", { detail: { selection, from } }));
    this.#inspect();
    if (from !== "text" && node) this.revealNode(node);
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

  #inspectorAddress() {
    const { node, edge, type, commit } = this.#selection ?? {};
    if (commit) return this.address("/commit");
    if (node !== undefined) return this.address(`/inspect?${new URLSearchParams({ node })}`);
    if (edge !== undefined) return this.address(`/edge?${new URLSearchParams({ from: edge[0], to: edge[1] })}`);
    if (type !== undefined) return `/types/${encodeURIComponent(type)}`;
    return this.address("/inspect");
  }

  async #inspect() {
    const asked = this.#selection;
    this.#under += 1;
    try {
      const inspector = await getText(this.#inspectorAddress());
      if (asked === this.#selection) this.#inspector(inspector);
    } catch (error) {
      if (asked !== this.#selection) return;
      if (error.reason === "gone") this.#edited(); // the server forgot this text: it gets it again, and the rest follows
      else notice(error.message);
    } finally {
      this.#under -= 1;
    }
  }

  #inspector(html) {
    const place = this.querySelector("#inspector");
    const open = new Set([...place.querySelectorAll("details[open][data-key]")].map((one) => one.dataset.key));
    const top = place.scrollTop;
    const same = place.querySelector("[data-subject]")?.dataset.subject;
    place.innerHTML = html;
    if (same !== undefined && same === place.querySelector("[data-subject]")?.dataset.subject) {
      for (const one of place.querySelectorAll("details[data-key]")) if (open.has(one.dataset.key)) one.open = true;
      place.scrollTop = top;
    } else {
      place.scrollTop = 0;
    }
    window.htmx?.process(place);
  }

  // -- links that every fragment may hold --

  #clicked(event) {
    const link = event.target.closest("a, button");
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
    if (link.dataset.fix !== undefined) {
      event.preventDefault();
      this.#fix(link);
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

  #fix(button) {
    if (!this.settled) {
      notice("The text has changed since. The problems are read again first.", { plain: true });
      return;
    }
    this.editor.apply(JSON.parse(button.dataset.fix));
    announce(`Done: ${button.textContent.trim()}. Undo takes it back.`);
  }
}

customElements.define("hot-document", HotDocument);
