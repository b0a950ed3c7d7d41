/** A passage on the clipboard: its citation, or its words with it. */
import * as vscode from 'vscode';
import { draftStyle, insertCitation, localLocator, syntaxOf } from '../../core/citations';
import type { Syntax } from '../../core/citations';
import type { Coding } from '../../core/synthesis';
import type { App } from '../../host/app';

/** The citation as the draft on the screen would have it; Markdown where none is. */
export function citationOf(app: App, { source: { item }, note: { locator } }: Coding): string {
  const draft = draftOn(app);
  const syntax = draft === undefined ? undefined : syntaxOf(draft.languageId);
  const text = draft?.getText() ?? '';
  const request = { key: item.id, ...(locator !== undefined && { locator: localLocator(locator, draftStyle(text).lang) }) };
  return citationIn(syntax ?? 'markdown', text, request);
}

/** The quotation in its marks, with its citation. */
export function quotationOf(app: App, coding: Coding): string {
  return `“${coding.note.quote?.replace(/\s+/g, ' ').trim() ?? ''}” ${citationOf(app, coding)}`;
}

/** As it is written at the end of a text, where it extends no other; LaTeX looks at the preamble for its command. */
function citationIn(syntax: Syntax, text: string, request: Parameters<typeof insertCitation>[3][number]): string {
  const head = `${text}\n\n`;
  const { edits } = insertCitation(syntax, head, head.length, [request], {});
  return edits.map((edit) => edit.text).join('').trim();
}

/** The draft that is visible, if any; source files are no drafts. */
function draftOn(app: App): vscode.TextDocument | undefined {
  return vscode.window.visibleTextEditors.map(({ document }) => document).find((document) => syntaxOf(document.languageId) !== undefined && app.libraries.atFile(document.uri) === undefined);
}
