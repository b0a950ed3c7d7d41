/** A passage on the clipboard: its citation, or its words with it. */
import * as vscode from 'vscode';
import type { CiteRequest, Syntax } from '../../core/citations';
import type { Coding } from '../../core/synthesis';
import type { App } from '../../host/app';
import { loadCiting } from '../../host/drafts';
import type { Citing } from '../../host/drafts';

/** The citation as the draft on the screen would have it; Markdown where none is. */
export async function citationOf(app: App, coding: Coding): Promise<string> {
  const citing = await loadCiting();
  const { syntax, text } = placeFor(app, citing);
  return cited(citing, syntax, text, coding);
}

/** The quotation in its marks, with its citation. */
export async function quotationOf(app: App, coding: Coding): Promise<string> {
  const citing = await loadCiting();
  const { syntax, text } = placeFor(app, citing);
  const quotation = citing.quotationText(citing.readDraft(syntax, text), coding.note.quote ?? '', citing.draftStyle(text).lang);
  return `${quotation} ${cited(citing, syntax, text, coding)}`;
}

/** Where the text will go: the draft on the screen. */
function placeFor(app: App, citing: Citing): { readonly syntax: Syntax; readonly text: string } {
  const draft = draftOn(app, citing);
  return { syntax: (draft && citing.syntaxOf(draft.languageId)) ?? 'markdown', text: draft?.getText() ?? '' };
}

function cited(citing: Citing, syntax: Syntax, text: string, { source: { item }, note: { locator } }: Coding): string {
  return citationIn(citing, syntax, text, { key: item.id, ...(locator !== undefined && { locator: citing.localLocator(locator, citing.draftStyle(text).lang) }) });
}

/** As it is written at the end of a text, where it extends no other; LaTeX looks at the preamble for its command. */
function citationIn(citing: Citing, syntax: Syntax, text: string, request: CiteRequest): string {
  const head = `${text}\n\n`;
  const { edits } = citing.insertCitation(syntax, head, head.length, [request], {});
  return edits.map((edit) => edit.text).join('').trim();
}

/** The draft that is visible, if any; source files are no drafts. */
function draftOn(app: App, { syntaxOf }: Citing): vscode.TextDocument | undefined {
  return vscode.window.visibleTextEditors.map(({ document }) => document).find((document) => syntaxOf(document.languageId) !== undefined && app.libraries.atFile(document.uri) === undefined);
}
