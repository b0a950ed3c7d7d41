/** The passage that is selected: its words, and how it is found again. */
import * as vscode from 'vscode';
import { offsetInAbstract, readSourceFile } from '../../core/library';
import { anchorOf, pageOf } from '../../core/notes';
import type { PageOf } from '../../core/notes';
import type { Anchor } from '../../core/source';

/** A passage; one that stands under the notes themselves has no anchor. `page`: what the text says of its page. */
export type Passage = { readonly quote: string; readonly anchor?: Anchor; readonly page?: PageOf };

/** What is selected without blank ends, in a text whose line ends count as one; undefined when nothing is. */
export function selected({ document, selection }: vscode.TextEditor): { readonly text: string; readonly start: number; readonly end: number } | undefined {
  const text = document.getText().replaceAll('\r\n', '\n');
  const before = (position: vscode.Position): number => document.getText(new vscode.Range(new vscode.Position(0, 0), position)).replaceAll('\r\n', '\n').length;
  const [from, to] = [before(selection.start), before(selection.end)];
  const words = text.slice(from, to);
  if (words.trim() === '') return undefined;
  return { text, start: from + words.length - words.trimStart().length, end: to - words.length + words.trimEnd().length };
}

/** A passage of a source's own file: anchored in the abstract if it stands there, else by the words around it. */
export function passageInSource(editor: vscode.TextEditor): Passage | undefined {
  const found = selected(editor);
  if (found === undefined) return undefined;
  const { text, start, end } = found;
  const file = readSourceFile(text);
  const quote = text.slice(start, end);
  const [from, to] = [offsetInAbstract(file, start), offsetInAbstract(file, end)];
  const { abstract } = file.item;
  if (abstract !== undefined && from !== undefined && to !== undefined) return { quote: abstract.slice(from, to), anchor: anchorOf(abstract, { start: from, end: to }) };
  if (file.sections.some(({ role, span }) => role === 'notes' && span.start <= start && start < span.end)) return { quote };
  const { before, after } = anchorOf(text, { start, end });
  return { quote, anchor: { before, after } };
}

/** A passage of another file. `path` is that file in the workspace folder, undefined when it stands outside. */
export function passageInText(editor: vscode.TextEditor, path: string | undefined): Passage | undefined {
  const found = selected(editor);
  if (found === undefined) return undefined;
  const { text, start, end } = found;
  const { at, before, after } = anchorOf(text, { start, end });
  const page = pageOf(text, { start, end });
  return { quote: text.slice(start, end), ...(path !== undefined && { anchor: { in: { path, at }, before, after } }), ...(page && { page }) };
}
