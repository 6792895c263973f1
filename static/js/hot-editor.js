// <hot-editor>: the text in CodeMirror, with the server's problems in its gutter, its completion and its facts on hover.
// Outside of this file every place in the text is a code point offset of the text as the server has it.

import {
  Annotation, ChangeSet, Compartment, Decoration, EditorSelection, EditorState, EditorView, StateEffect, StateField, Text, autocompletion, basics,
  hoverTooltip, keymap, lintGutter, nextDiagnostic, previousDiagnostic, setDiagnostics, yaml,
} from "../vendor/codemirror.js";
import { look } from "./editor-look.js";
import { Offsets } from "./offsets.js";
import { getText, postJson } from "./server.js";

const LINE_BREAKS = { lf: "\n", crlf: "\r\n", cr: "\r" };
const DEEPEST = 300; // brackets or dashes inside one another: beyond it CodeMirror's own colouring runs out of stack
const LARGE_CHANGE = 500; // code units that one change brings or takes for the depth to be looked at
const ODD = /[\uD800-\uDFFF\r]/; // counted by the server in another way
const MOST_FLASHES = 200; // lines that flash at once
const NEAR = 2000; // characters that count as one place, to be brought into sight together
const CURSOR_WAIT = 120; // ms that the cursor rests before what it stands in is selected

const PLAIN = new Offsets("", false);

const language = new Compartment();
const received = Annotation.define(); // a change that came from the server

/** Whether a text nests deeper than any template, so that it is shown without colours. */
function nestsTooDeep(text) {
  let depth = 0;
  let dashes = 0;
  for (let at = 0; at < text.length; at += 1) {
    const sign = text[at];
    if (sign === "[" || sign === "{") depth += 1;
    else if (sign === "]" || sign === "}") depth = Math.max(0, depth - 1);
    else if (sign === "-" && text[at + 1] === " ") dashes += 1;
    else if (sign === "\n") dashes = 0;
    if (depth > DEEPEST || dashes > DEEPEST) return true;
  }
  return false;
}

/** Takes the colours away in the very change that brings such a text in. */
const guard = EditorState.transactionExtender.of((change) => {
  if (!change.docChanged || Math.abs(change.newDoc.length - change.startState.doc.length) < LARGE_CHANGE) return null;
  return { effects: language.reconfigure(nestsTooDeep(change.newDoc.toString()) ? [] : yaml()) };
});

const flash = StateEffect.define();
const flashes = StateField.define({
  create: () => Decoration.none,
  update(marks, change) {
    let now = marks.map(change.changes);
    for (const effect of change.effects) {
      if (effect.is(flash)) now = effect.value === null ? Decoration.none : Decoration.set(effect.value.map((at) => Decoration.line({ class: "cm-flash" }).range(at)));
    }
    return now;
  },
  provide: (field) => EditorView.decorations.from(field),
});

function asReceived(changes) {
  return { changes, annotations: received.of(true), userEvent: "remote" };
}

class HotEditor extends HTMLElement {
  #view;
  #breaks = "\n";
  #offsets = new WeakMap(); // of texts
  #plain = false; // whether no text here ever held what the server counts otherwise
  #known = { id: "", doc: null }; // a text that the server has
  #since = null; // what changed since then, null: nothing
  #cursorTimer = 0;
  #flashTimer = 0;
  #quiet = false; // a change of ours, not a person's
  #held = null; // transactions that are shown together, later
  #foreseen = null; // { changes, transaction }: what will be received next

  connectedCallback() {
    this.ready = this.#build();
  }

  async #build() {
    let text = this.#carried();
    if (this.dataset.exact === "no") text = await getText(this.dataset.source);
    this.#breaks = LINE_BREAKS[this.dataset.newline] ?? "\n";
    this.#plain = this.#breaks !== "\r\n" && !ODD.test(text);
    const mixed = this.dataset.newline === "mixed";
    const place = document.createElement("div");
    place.className = "editor-place";
    const extensions = [
      basics({ history: false }),
      this.hasAttribute("read-only") ? EditorState.readOnly.of(true) : [],
      language.of(nestsTooDeep(text) ? [] : yaml()),
      guard,
      look,
      flashes,
      lintGutter(),
      autocompletion({ override: [(context) => this.#complete(context)], activateOnTypingDelay: 80, maxRenderedOptions: 60 }),
      hoverTooltip((view, position) => this.#hover(position), { hoverTime: 350 }),
      keymap.of([
        { key: "Escape", run: () => this.#leave() },
        { key: "Mod-z", run: () => this.#step("undo"), preventDefault: true },
        { key: "Mod-Shift-z", run: () => this.#step("redo"), preventDefault: true },
        { key: "Mod-y", run: () => this.#step("redo"), preventDefault: true },
      ]),
      EditorView.updateListener.of((update) => this.#updated(update)),
      EditorView.contentAttributes.of({ "aria-label": "Text of the template", spellcheck: "false", tabindex: "0" }),
      mixed ? EditorState.lineSeparator.of("\n") : [],
    ];
    const doc = Text.of(text.split(mixed ? "\n" : /\r\n|\r|\n/));
    this.#view = new EditorView({ parent: place, state: EditorState.create({ doc, extensions }) });
    this.append(place);
  }

  /** The text as the page carries it, in a field for browsers without script: one that is read bit by bit is slow. */
  #carried() {
    const piece = document.createElement("template");
    piece.innerHTML = this.querySelector("noscript").textContent;
    return piece.content.querySelector("textarea").defaultValue;
  }

  // -- the text --

  /** Do several things to the text and what is shown of it: it is drawn once, after all of them. */
  together(change) {
    if (this.#held !== null) return change();
    this.#held = [];
    try {
      return change();
    } finally {
      const held = this.#held;
      this.#held = null;
      this.#quiet = true;
      if (held.length > 0) this.#view.update(held);
      this.#quiet = false;
    }
  }

  get #state() {
    return this.#held?.at(-1)?.state ?? this.#view.state;
  }

  #dispatch(change) {
    if (this.#held === null) return this.#view.dispatch(change);
    this.#held.push(change.startState === undefined ? this.#state.update(change) : change);
  }

  /** The text with its own line breaks, as the server gets it. */
  get text() {
    return this.written(this.doc);
  }

  /** A text of the editor's as a string with its own line breaks. */
  written(doc) {
    return doc.sliceString(0, doc.length, this.#breaks);
  }

  get focused() {
    return this.#view?.hasFocus ?? false;
  }

  /** The text as the editor keeps it: never changed, each change makes another one. */
  get doc() {
    return this.#state.doc;
  }

  /** Edits [start, end, text] of a text (places as the server counts) as changes of the editor. */
  changesOf(edits, doc) {
    this.#plain &&= !edits.some(([, , text]) => ODD.test(text));
    const at = this.#offsetsOf(doc);
    return ChangeSet.of(edits.map(([start, end, text]) => ({ from: at.toEditor(start), to: at.toEditor(end), insert: this.#view.state.toText(text) })), doc.length);
  }

  /** Say by which id the server has the text as it is now. */
  known(id) {
    this.#known = { id, doc: this.doc };
    this.#since = null;
  }

  /** The same the other way. */
  editsOf(changes, doc) {
    const at = this.#offsetsOf(doc), edits = [];
    changes.iterChanges((from, to, fromNow, toNow, text) => {
      edits.push([at.toServer(from), at.toServer(to), text.sliceString(0, text.length, this.#breaks)]);
    });
    return edits;
  }

  /** Work out a change that will be received, as far as nobody sees it: the text is read in its language, which takes longest. */
  foresee(changes) {
    const transaction = this.#state.update(asReceived(changes));
    this.#foreseen = transaction.state && { changes, transaction };
  }

  /** Make a change that came from the server; its lines flash. Of what was done here (`own`) something comes into sight. */
  receive(changes, own = false) {
    if (changes.empty) return;
    const places = [];
    let seen = !own;
    changes.iterChangedRanges((from, to, fromNow, toNow) => {
      if (places.length < MOST_FLASHES) places.push([fromNow, toNow]);
      seen ||= this.#sees(from);
    });
    const { changes: known, transaction } = this.#foreseen ?? {};
    this.#foreseen = null;
    if (known === changes && transaction.startState === this.#state) this.#dispatch(transaction);
    else this.#dispatch(asReceived(changes));
    const effects = [this.#flashRanges(places)];
    if (!seen) effects.push(this.#nearest(places));
    this.#dispatch({ effects });
  }

  /** Whether the line of a place is in sight, before what is held, with some of what may be put below it. */
  #sees(place) {
    const { scrollTop, clientHeight } = this.#view.scrollDOM;
    const { top, bottom } = this.#view.lineBlockAt(Math.min(place, this.#view.state.doc.length));
    return clientHeight === 0 || (top >= scrollTop && bottom + 2 * (bottom - top) <= scrollTop + clientHeight);
  }

  /** What brings places into sight, or the first of them. */
  #nearest(places) {
    const [[first]] = places, [last] = places.findLast(([at]) => at - first < NEAR);
    return EditorView.scrollIntoView(EditorSelection.range(first, last), { y: "nearest", yMargin: this.#view.scrollDOM.clientHeight / 4 });
  }

  /** A text as the editor keeps it. */
  textOf(text) {
    return this.#view.state.toText(text);
  }

  /** Show another text in the place of this one, by the smallest change; `own`: it is a person's, and to be stored. */
  become(doc, own = false) {
    const now = this.doc.toString(), wanted = doc.toString();
    let start = 0, end = 0;
    const most = Math.min(now.length, wanted.length);
    while (start < most && now[start] === wanted[start]) start += 1;
    while (end < most - start && now[now.length - 1 - end] === wanted[wanted.length - 1 - end]) end += 1;
    const row = { from: start, to: now.length - end, insert: doc.slice(start, wanted.length - end) };
    if (own) this.#view.dispatch({ changes: row, userEvent: "input.paste" });
    else this.receive(ChangeSet.of(row, now.length));
  }

  /** Put texts into places of the editor, rows of {from, to, text}, as if a person did. */
  put(rows) {
    this.#view.dispatch({ changes: rows.map(({ from, to, text }) => ({ from, to, insert: text })), userEvent: "input.paste" });
  }

  focus() {
    this.#view?.focus();
  }

  // -- what the server said of it --

  /** Show problems: rows of [start, end, severity, code, message, fixes] about the text as it is now. */
  setMarks(marks) {
    const at = this.#places(), last = this.doc.length;
    const problems = marks.map(([start, end, severity, code, message, fixes]) => {
      const from = Math.min(at.toEditor(start), last);
      return {
        from, to: Math.min(Math.max(at.toEditor(end), from), last), severity, source: code, message,
        actions: this.#view.state.readOnly ? [] : (fixes ?? []).map((fix) => ({ name: fix.title, apply: () => this.#fix(fix) })),
      };
    });
    this.#dispatch(setDiagnostics(this.#state, problems));
  }

  nextProblem() {
    nextDiagnostic(this.#view);
  }

  previousProblem() {
    previousDiagnostic(this.#view);
  }

  // -- places --

  /** Bring a range into sight: `focus` takes the keyboard there, `select` marks it. */
  reveal(start, end, { focus = false, select = false } = {}) {
    const at = this.#places(), last = this.doc.length;
    const from = Math.min(at.toEditor(start), last), to = Math.min(at.toEditor(end), last);
    this.#quiet = true;
    const effects = [EditorView.scrollIntoView(from, { y: "center" }), this.#flashAt(from)];
    this.#dispatch({ effects, selection: select || focus ? EditorSelection.range(select ? to : from, from) : undefined });
    this.#quiet = false;
    if (focus) this.#view.focus();
  }

  /** The code point offset of the cursor. */
  get cursor() {
    return this.#places().toServer(this.#view.state.selection.main.head);
  }

  #places() {
    return this.#offsetsOf(this.doc);
  }

  #offsetsOf(doc) {
    if (this.#plain) return PLAIN;
    let found = this.#offsets.get(doc);
    if (found === undefined) {
      found = new Offsets(this.written(doc), this.#breaks === "\r\n");
      this.#offsets.set(doc, found);
    }
    return found;
  }

  #flashAt(position) {
    return this.#flashRanges([[position, position]]);
  }

  #flashRanges(ranges) {
    clearTimeout(this.#flashTimer);
    this.#flashTimer = setTimeout(() => this.#view.dispatch({ effects: flash.of(null) }), 900);
    const { doc } = this, lines = new Set();
    for (const [from, to] of ranges) {
      const first = doc.lineAt(Math.min(from, doc.length));
      const last = doc.lineAt(Math.min(Math.max(from, to - 1), doc.length)).number; // a line's end that came along is not the next line
      for (let line = first.to === from && last > first.number ? first.number + 1 : first.number; line <= last && lines.size < MOST_FLASHES; line += 1) lines.add(doc.line(line).from);
    }
    return flash.of([...lines].sort((a, b) => a - b));
  }

  #fix(fix) {
    this.dispatchEvent(new CustomEvent("hot:fix", { bubbles: true, detail: fix }));
  }

  #step(direction) {
    this.dispatchEvent(new CustomEvent("hot:step", { bubbles: true, detail: { direction } }));
    return true;
  }

  #updated(update) {
    if (update.docChanged) {
      if (this.#plain) update.changes.iterChanges((from, to, fromNow, toNow, text) => { this.#plain &&= !ODD.test(text.toString()); });
      this.#since = update.state.doc === this.#known.doc ? null : this.#since?.compose(update.changes) ?? update.changes;
      if (!update.transactions.some((one) => one.annotation(received))) {
        this.dispatchEvent(new CustomEvent("hot:edited", { bubbles: true, detail: { changes: update.changes } }));
      }
    }
    if ((update.selectionSet || update.focusChanged) && !this.#quiet && !update.docChanged && this.#view.hasFocus) {
      clearTimeout(this.#cursorTimer);
      this.#cursorTimer = setTimeout(() => {
        this.dispatchEvent(new CustomEvent("hot:cursor", { bubbles: true, detail: { offset: this.cursor } }));
      }, CURSOR_WAIT);
    }
  }

  /** Escape leaves the editor, so that Tab may stay a character in it. */
  #leave() {
    const { main } = this.#view.state.selection;
    if (!main.empty) {
      this.#view.dispatch({ selection: { anchor: main.head } });
      return true;
    }
    document.dispatchEvent(new CustomEvent("hot:panel", { detail: { panel: "graph" } }));
    return true;
  }

  // -- completion and hover --

  async #complete(context) {
    const before = context.matchBefore(/[\w:.\-$]*/);
    if (!context.explicit && before.from === before.to && !/[\s:[{,]$/.test(context.state.sliceDoc(Math.max(0, context.pos - 1), context.pos))) return null;
    const asked = new AbortController();
    context.addEventListener("abort", () => asked.abort(), { onDocChange: true });
    const at = this.#places();
    const owner = this.closest("hot-document");
    const { template } = owner.dataset, { id, doc } = this.#known;
    const query = new URLSearchParams({ at: at.toServer(context.pos), ...(template && { template }) });
    let answer;
    try {
      const edits = this.#since === null ? [] : this.editsOf(this.#since, doc); // a long text is not sent for a letter
      answer = await postJson(`/d/${id}/complete?${query}`, { edits }, { signal: asked.signal });
    } catch {
      return null; // completion is a help: where it does not come, typing goes on
    }
    if (context.aborted || answer === null || answer.options.length === 0) return null;
    return {
      from: at.toEditor(answer.start),
      to: context.pos,
      options: answer.options.map((option, index) => ({
        label: option.label, displayLabel: option.shown, detail: option.detail, info: option.info || undefined,
        type: option.kind, apply: option.text, boost: option.boost ?? -index / 1000,
      })),
      validFor: /^[\w:.\-$]*$/,
    };
  }

  async #hover(position) {
    const owner = this.closest("hot-document");
    if (!owner.settled) return null;
    const at = this.#places();
    let html;
    try {
      html = await getText(owner.address(`/hover?at=${at.toServer(position)}`));
    } catch {
      return null;
    }
    if (!html.trim() || !owner.settled) return null;
    const dom = document.createElement("div");
    dom.className = "hover-facts";
    dom.innerHTML = html;
    const facts = dom.firstElementChild;
    const from = facts?.dataset.from === undefined ? position : at.toEditor(Number(facts.dataset.from));
    const end = facts?.dataset.to === undefined ? position : at.toEditor(Number(facts.dataset.to));
    return { pos: Math.min(from, position), end: Math.max(end, position), above: true, create: () => ({ dom }) };
  }
}

customElements.define("hot-editor", HotEditor);
