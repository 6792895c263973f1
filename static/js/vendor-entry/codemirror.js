// What the pages need of CodeMirror 6, bundled by `make assets` into static/vendor/codemirror.js.
//
//     import { EditorView, EditorState, basics, yaml } from "/static/vendor/codemirror.js";
//     new EditorView({ parent, state: EditorState.create({ doc, extensions: [basics(), yaml()] }) });
//
// Content security policy: `script-src 'self'; style-src 'self'; img-src 'self' data:` is enough, without a nonce and
// without 'unsafe-inline' (`data:` for the small pictures of the lint gutter and underlines; a page whose theme draws
// these itself does not need it). By itself CodeMirror puts a <style> element into the document's head, which such a
// policy refuses (`EditorView.cspNonce` would then be needed on every page). Below, its style modules are mounted as
// constructed style sheets instead, which no policy restricts because no text of the page can reach them.
//
// Cascade: constructed sheets come after the page's own. Of two rules with the same specificity, CodeMirror's wins; so
// a page's rule about the editor names its element first (`code-editor .cm-editor .cm-gutters`), or better, the look is
// set with `EditorView.theme({...})` whose values are the page's custom properties (`var(--surface)`).
// Nothing here uses eval, and nothing is fetched.

import { StyleModule } from "style-mod";
import { EditorState } from "@codemirror/state";
import {
  EditorView, keymap, lineNumbers, highlightActiveLine, highlightActiveLineGutter, highlightSpecialChars,
  drawSelection, dropCursor, rectangularSelection, crosshairCursor,
} from "@codemirror/view";
import { defaultKeymap, history, historyKeymap, indentWithTab } from "@codemirror/commands";
import {
  bracketMatching, defaultHighlightStyle, foldGutter, foldKeymap, indentOnInput, indentUnit, syntaxHighlighting,
} from "@codemirror/language";
import { highlightSelectionMatches, searchKeymap } from "@codemirror/search";
import { closeBrackets, closeBracketsKeymap, completionKeymap } from "@codemirror/autocomplete";
import { lintKeymap } from "@codemirror/lint";

const mounted = new WeakMap(); // root (a Document or ShadowRoot) -> its sheet and the modules in it, in order

StyleModule.mount = (root, modules) => {
  let here = mounted.get(root);
  if (!here) {
    const view = (root.ownerDocument ?? root).defaultView;
    here = { sheet: new view.CSSStyleSheet(), modules: [] };
    mounted.set(root, here);
    root.adoptedStyleSheets = [here.sheet, ...root.adoptedStyleSheets];
  }
  // Later modules win. One that is there keeps its place unless that contradicts the order asked for.
  let next = 0, changed = false;
  for (const module of Array.isArray(modules) ? modules : [modules]) {
    const at = here.modules.indexOf(module);
    if (at >= next) {
      next = at + 1;
      continue;
    }
    if (at >= 0) {
      here.modules.splice(at, 1);
      next -= 1;
    }
    here.modules.splice(next++, 0, module);
    changed = true;
  }
  if (!changed) return;
  here.sheet.replaceSync(here.modules.map((module) => module.getRules()).join("\n"));
};

/**
 * The extensions every editor of ours has, in one array.
 *
 * `history: false` leaves out CodeMirror's own undo (a page with one history for canvas and text brings its own keys);
 * `tab: false` leaves the Tab key to the browser; `highlight: false` leaves colours of the syntax to the caller.
 */
export function basics({ history: ownHistory = true, tab = true, highlight = true, folding = true } = {}) {
  return [
    lineNumbers(),
    highlightActiveLineGutter(),
    highlightSpecialChars(),
    ownHistory ? history() : [],
    folding ? foldGutter() : [],
    drawSelection(),
    dropCursor(),
    EditorState.allowMultipleSelections.of(true),
    indentUnit.of("  "),
    indentOnInput(),
    highlight ? syntaxHighlighting(defaultHighlightStyle, { fallback: true }) : [],
    bracketMatching(),
    closeBrackets(),
    rectangularSelection(),
    crosshairCursor(),
    highlightActiveLine(),
    highlightSelectionMatches(),
    keymap.of([
      ...closeBracketsKeymap,
      ...completionKeymap,
      ...lintKeymap,
      ...searchKeymap,
      ...(ownHistory ? historyKeymap : []),
      ...foldKeymap,
      ...(tab ? [indentWithTab] : []),
      ...defaultKeymap,
    ]),
  ];
}

export { StyleModule };
export {
  Annotation, ChangeSet, Compartment, EditorSelection, EditorState, Facet, Prec, RangeSet, RangeSetBuilder, RangeValue,
  StateEffect, StateField, Text, Transaction, countColumn, findClusterBreak,
} from "@codemirror/state";
export {
  BlockInfo, Decoration, EditorView, GutterMarker, MatchDecorator, ViewPlugin, WidgetType, closeHoverTooltips, crosshairCursor,
  drawSelection, dropCursor, gutter, gutterLineClass, gutters, hasHoverTooltips, highlightActiveLine,
  highlightActiveLineGutter, highlightSpecialChars, highlightTrailingWhitespace, highlightWhitespace, hoverTooltip,
  keymap, lineNumberMarkers, lineNumbers, placeholder, rectangularSelection, runScopeHandlers, scrollPastEnd, showPanel,
  showTooltip, tooltips,
} from "@codemirror/view";
export {
  cursorDocEnd, cursorDocStart, cursorLineBoundaryBackward, defaultKeymap, deleteLine, history, historyField, historyKeymap,
  indentLess, indentMore, indentWithTab, insertNewlineAndIndent, invertedEffects, isolateHistory, redo, redoDepth,
  selectAll, selectLine, simplifySelection, standardKeymap, toggleComment, undo, undoDepth,
} from "@codemirror/commands";
export {
  HighlightStyle, LanguageSupport, bracketMatching, codeFolding, defaultHighlightStyle, ensureSyntaxTree, foldAll,
  foldCode, foldEffect, foldGutter, foldKeymap, foldService, foldedRanges, forceParsing, indentOnInput, indentService,
  indentUnit, syntaxHighlighting, syntaxTree, syntaxTreeAvailable, unfoldAll, unfoldCode, unfoldEffect,
} from "@codemirror/language";
export { tags } from "@lezer/highlight";
export { yaml, yamlLanguage } from "@codemirror/lang-yaml";
export {
  closeLintPanel, diagnosticCount, forEachDiagnostic, forceLinting, lintGutter, lintKeymap, linter, nextDiagnostic,
  openLintPanel, previousDiagnostic, setDiagnostics, setDiagnosticsEffect,
} from "@codemirror/lint";
export {
  SearchCursor, RegExpCursor, SearchQuery, closeSearchPanel, findNext, findPrevious, getSearchQuery, gotoLine,
  highlightSelectionMatches, openSearchPanel, search, searchKeymap, selectMatches, selectNextOccurrence, setSearchQuery,
} from "@codemirror/search";
export {
  CompletionContext, acceptCompletion, autocompletion, clearSnippet, closeBrackets, closeBracketsKeymap, closeCompletion,
  completeAnyWord, completeFromList, completionKeymap, completionStatus, currentCompletions, ifIn, ifNotIn,
  insertBracket, insertCompletionText, moveCompletionSelection, pickedCompletion, selectedCompletion, snippet,
  snippetCompletion, snippetKeymap, startCompletion,
} from "@codemirror/autocomplete";
