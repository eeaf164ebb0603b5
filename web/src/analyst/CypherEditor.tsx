import { autocompletion, closeBrackets, completionKeymap, startCompletion, type CompletionContext } from '@codemirror/autocomplete';
import { defaultKeymap, history, historyKeymap } from '@codemirror/commands';
import { bracketMatching, HighlightStyle, StreamLanguage, syntaxHighlighting } from '@codemirror/language';
import { cypher } from '@codemirror/legacy-modes/mode/cypher';
import { setDiagnostics, type Diagnostic } from '@codemirror/lint';
import { EditorState } from '@codemirror/state';
import { EditorView, highlightActiveLine, keymap, lineNumbers, placeholder } from '@codemirror/view';
import { tags } from '@lezer/highlight';
import { useEffect, useRef } from 'react';

import { complete, placeOf } from './complete';
import type { GraphNames } from './names';

const highlights = HighlightStyle.define([
  { tag: tags.keyword, color: 'var(--accent)', fontWeight: '600' },
  { tag: [tags.string, tags.special(tags.string)], color: 'var(--worse)' },
  { tag: [tags.number, tags.bool, tags.null, tags.atom], color: 'var(--kind-PROGRAMME)' },
  { tag: tags.comment, color: 'var(--text-faint)' },
  { tag: [tags.variableName, tags.propertyName], color: 'var(--text)' },
]);

const theme = EditorView.theme({
  '&': { background: 'var(--ground)', color: 'var(--text)', font: 'var(--code)', fontSize: '13px', minHeight: '180px', maxHeight: '420px' },
  '&.cm-focused': { outline: '2px solid var(--focus)' },
  '.cm-scroller': { fontFamily: 'var(--mono)', lineHeight: '20px', minHeight: '180px' },
  '.cm-content': { caretColor: 'var(--text)' },
  '.cm-cursor': { borderLeftColor: 'var(--text)' },
  '.cm-gutters': { background: 'var(--ground-soft)', color: 'var(--text-faint)', borderRight: '1px solid var(--line)' },
  '.cm-activeLine': { background: 'transparent' },
  '&.cm-focused .cm-activeLine': { background: 'var(--ground-soft)' },
  '&.cm-focused > .cm-scroller > .cm-selectionLayer .cm-selectionBackground, .cm-selectionBackground, ::selection': { background: 'var(--accent-soft)' },
  '.cm-tooltip': { background: 'var(--ground-float)', border: '1px solid var(--line-strong)', borderRadius: '4px', color: 'var(--text)' },
  '.cm-tooltip-autocomplete ul li[aria-selected]': { background: 'var(--ground-selected)', color: 'var(--text)' },
  // The marks that come with the library are images in data: addresses, which the page's policy refuses, and red.
  '.cm-lintRange-error, .cm-lintRange-warning': { backgroundImage: 'none', textDecoration: 'underline wavy var(--worse)' },
  '.cm-lintPoint:after': { borderBottomColor: 'var(--worse)' },
  '.cm-diagnostic-error, .cm-diagnostic-warning': { borderLeftColor: 'var(--worse)' },
  '.cm-matchingBracket': { background: 'var(--accent-soft)', outline: 'none' },
});

interface CypherEditorProps {
  label: string;
  hint: string;
  value: string;
  names: GraphNames;
  /** What the server said of the statement that was run; those with a place are shown at it. */
  errors: readonly string[];
  warnings: readonly string[];
  onChange: (value: string) => void;
  onRun: () => void;
}

/**
 * An editor of Cypher. It stands in a shadow root: there its style sheets are objects, which the page's policy allows,
 * and no style elements. Tab leaves it, as it leaves every other field.
 */
export function CypherEditor(props: CypherEditorProps) {
  const { label, value, errors, warnings } = props;
  const host = useRef<HTMLDivElement>(null);
  const view = useRef<EditorView | null>(null);
  const latest = useRef(props);
  /** What onChange was told and has not come back yet as a value. */
  const told = useRef<string[]>([]);
  useEffect(() => {
    latest.current = props;
  });

  useEffect(() => {
    const root = host.current!.shadowRoot ?? host.current!.attachShadow({ mode: 'open' });
    const made = new EditorView({
      root,
      parent: root,
      state: EditorState.create({
        doc: latest.current.value,
        extensions: [
          keymap.of([
            { key: 'Mod-Enter', run: () => (latest.current.onRun(), true) },
            { key: 'Ctrl-Space', run: startCompletion },
            ...completionKeymap, ...defaultKeymap, ...historyKeymap,
          ]),
          history(), lineNumbers(), highlightActiveLine(), bracketMatching(), closeBrackets(),
          StreamLanguage.define(cypher), syntaxHighlighting(highlights), theme, EditorView.lineWrapping,
          placeholder(latest.current.hint),
          autocompletion({ icons: false, override: [(context) => suggest(context, latest.current.names)] }),
          EditorView.contentAttributes.of({ 'aria-label': latest.current.label, spellcheck: 'false', translate: 'no' }),
          EditorView.domEventHandlers({ beforeinput: replaceSelection }),
          EditorView.updateListener.of((update) => {
            if (!update.docChanged) return;
            told.current.push(update.state.doc.toString());
            latest.current.onChange(update.state.doc.toString());
          }),
        ],
      }),
    });
    view.current = made;
    return () => made.destroy();
  }, [label]);

  useEffect(() => {
    const editor = view.current;
    // What was typed comes back later than the next letter may be typed: it is not news.
    const before = told.current.lastIndexOf(value);
    if (before >= 0) told.current.splice(0, before + 1);
    if (!editor || before >= 0 || editor.state.doc.toString() === value) return;
    editor.dispatch({ changes: { from: 0, to: editor.state.doc.length, insert: value } });
  }, [value]);

  const said = JSON.stringify([errors, warnings]);
  useEffect(() => {
    const editor = view.current;
    if (!editor) return;
    const [bad, doubtful] = JSON.parse(said) as [string[], string[]];
    const diagnostics = [
      ...bad.flatMap((message) => diagnosticOf(message, 'error', editor.state)),
      ...doubtful.flatMap((message) => diagnosticOf(message, 'warning', editor.state)),
    ].sort((a, b) => a.from - b.from);
    editor.dispatch(setDiagnostics(editor.state, diagnostics));
  }, [said]);

  return <div ref={host} data-editor="cypher" />;
}

/**
 * Types over a selection. Left to Chromium, it would keep the look of what was there in a style attribute, which the page's policy
 * forbids and the console reports.
 */
function replaceSelection(event: InputEvent, view: EditorView) {
  const { main } = view.state.selection;
  const text = event.data;
  if (event.inputType !== 'insertText' || event.isComposing || main.empty || text === null) return false;
  const typed = () => view.state.update(view.state.replaceSelection(text), { userEvent: 'input.type', scrollIntoView: true });
  const isTaken = view.state.facet(EditorView.inputHandler).some((handle) => handle(view, main.from, main.to, text, typed));
  if (!isTaken) view.dispatch(typed());
  event.preventDefault();
  return true;
}

function suggest(context: CompletionContext, names: GraphNames) {
  const whole = context.state.doc.toString();
  const found = complete(whole.slice(0, context.pos), whole, names);
  if (!found || found.options.length === 0) return null;
  return { from: found.from, options: found.options, validFor: /^\$?\w*$/ };
}

function diagnosticOf(message: string, severity: 'error' | 'warning', state: EditorState): Diagnostic[] {
  const place = placeOf(message);
  if (!place) return [];
  const line = state.doc.line(Math.min(Math.max(1, place.line), state.doc.lines));
  const from = Math.min(line.from + Math.max(0, place.column - 1), line.to);
  const word = /^\w+/.exec(state.doc.sliceString(from, line.to))?.[0].length ?? 1;
  return [{ from, to: Math.min(from + word, line.to), severity, message: place.text }];
}
