// <hot-editor>: the text in CodeMirror, with the server's problems in its gutter, its completion and its facts on hover.
// Outside of this file every place in the text is a code point offset of the text as the server has it.

import {
  Compartment, Decoration, EditorSelection, EditorState, EditorView, StateEffect, StateField, Text, autocompletion, basics, hoverTooltip,
  keymap, lintGutter, nextDiagnostic, previousDiagnostic, redo, redoDepth, setDiagnostics, undo, undoDepth, yaml,
} from "../vendor/codemirror.js";
import { look } from "./editor-look.js";
import { Offsets } from "./offsets.js";
import { getText, postJson } from "./server.js";

const LINE_BREAKS = { lf: "\n", crlf: "\r\n", cr: "\r" };
const DEEPEST = 300; // brackets or dashes inside one another: beyond it CodeMirror's own colouring runs out of stack
const LARGE_CHANGE = 500; // code units that one change brings or takes for the depth to be looked at
const CURSOR_WAIT = 120; // ms that the cursor rests before what it stands in is selected

const language = new Compartment();

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

class HotEditor extends HTMLElement {
  #view;
  #breaks = "\n";
  #offsets = null;
  #cursorTimer = 0;
  #flashTimer = 0;
  #quiet = false; // a change of ours, not a person's

  connectedCallback() {
    this.ready = this.#build();
  }

  async #build() {
    const field = this.querySelector("textarea");
    let text = field.defaultValue;
    if (this.dataset.exact === "no") text = await getText(this.dataset.source);
    this.#breaks = LINE_BREAKS[this.dataset.newline] ?? "\n";
    const mixed = this.dataset.newline === "mixed";
    const place = document.createElement("div");
    place.className = "editor-place";
    const extensions = [
      basics(),
      language.of(nestsTooDeep(text) ? [] : yaml()),
      guard,
      look,
      flashes,
      lintGutter(),
      autocompletion({ override: [(context) => this.#complete(context)], activateOnTypingDelay: 80, maxRenderedOptions: 60 }),
      hoverTooltip((view, position) => this.#hover(position), { hoverTime: 350 }),
      keymap.of([{ key: "Escape", run: () => this.#leave() }]),
      EditorView.updateListener.of((update) => this.#updated(update)),
      EditorView.contentAttributes.of({ "aria-label": "Text of the template", spellcheck: "false", tabindex: "0" }),
      mixed ? EditorState.lineSeparator.of("\n") : [],
    ];
    const doc = Text.of(text.split(mixed ? "\n" : /\r\n|\r|\n/));
    this.#view = new EditorView({ parent: place, state: EditorState.create({ doc, extensions }) });
    this.querySelector("form").hidden = true;
    this.append(place);
  }

  // -- the text --

  /** The text with its own line breaks, as the server gets it. */
  get text() {
    const { doc } = this.#view.state;
    return doc.sliceString(0, doc.length, this.#breaks);
  }

  get focused() {
    return this.#view?.hasFocus ?? false;
  }

  get canUndo() {
    return undoDepth(this.#view.state) > 0;
  }

  get canRedo() {
    return redoDepth(this.#view.state) > 0;
  }

  /** Put another text in its place, as one step that undo takes back. */
  replaceText(text) {
    const { state } = this.#view;
    this.#view.dispatch({ changes: { from: 0, to: state.doc.length, insert: state.toText(text) } });
  }

  /** Apply edits [{start, end, text}] that all mean the text as it is now; the changed lines flash. */
  apply(edits) {
    const at = this.#places();
    const changes = edits.map((edit) => ({ from: at.toEditor(edit.start), to: at.toEditor(edit.end), insert: this.#view.state.toText(edit.text) }));
    const first = Math.min(...changes.map((change) => change.from));
    this.#view.dispatch({ changes, userEvent: "input.fix", scrollIntoView: false });
    this.#view.dispatch({ selection: { anchor: Math.min(first, this.#view.state.doc.length) }, effects: [this.#flashAt(first), EditorView.scrollIntoView(first, { y: "center" })] });
  }

  undo() {
    undo(this.#view);
  }

  redo() {
    redo(this.#view);
  }

  focus() {
    this.#view?.focus();
  }

  // -- what the server said of it --

  /** Show problems: rows of [start, end, severity, code, message, fixes] about the text as it is now. */
  setMarks(marks) {
    const at = this.#places(), last = this.#view.state.doc.length;
    const problems = marks.map(([start, end, severity, code, message, fixes]) => {
      const from = Math.min(at.toEditor(start), last);
      return {
        from, to: Math.min(Math.max(at.toEditor(end), from), last), severity, source: code, message,
        actions: (fixes ?? []).map((fix) => ({ name: fix.title, apply: () => this.apply(fix.edits) })),
      };
    });
    this.#view.dispatch(setDiagnostics(this.#view.state, problems));
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
    const at = this.#places(), last = this.#view.state.doc.length;
    const from = Math.min(at.toEditor(start), last), to = Math.min(at.toEditor(end), last);
    this.#quiet = true;
    const effects = [EditorView.scrollIntoView(from, { y: "center" }), this.#flashAt(from)];
    this.#view.dispatch({ effects, selection: select || focus ? EditorSelection.range(select ? to : from, from) : undefined });
    this.#quiet = false;
    if (focus) this.#view.focus();
  }

  /** The code point offset of the cursor. */
  get cursor() {
    return this.#places().toServer(this.#view.state.selection.main.head);
  }

  #places() {
    return this.#offsets ??= new Offsets(this.text, this.#breaks === "\r\n");
  }

  #flashAt(position) {
    clearTimeout(this.#flashTimer);
    this.#flashTimer = setTimeout(() => this.#view.dispatch({ effects: flash.of(null) }), 900);
    return flash.of([this.#view.state.doc.lineAt(Math.min(position, this.#view.state.doc.length)).from]);
  }

  #updated(update) {
    if (update.docChanged) {
      this.#offsets = null;
      this.dispatchEvent(new CustomEvent("hot:edited", { bubbles: true }));
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
    const query = new URLSearchParams({ origin: owner.dataset.id, name: owner.dataset.name, at: at.toServer(context.pos) });
    let answer;
    try {
      answer = await postJson(`/complete?${query}`, this.text, { signal: asked.signal });
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
