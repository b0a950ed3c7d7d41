/** A passage on the clipboard: its citation, or its words with it. */
import * as vscode from 'vscode';
import type { DraftReading } from '../../core/citations';
import { inDraft, type DraftText } from '../../core/exits';
import type { Coding } from '../../core/synthesis';
import type { App } from '../../host/app';
import { loadCiting } from '../../host/drafts';
import type { Citing } from '../../host/drafts';

/** The citation as the draft on the screen would have it; Markdown where none is. */
export async function citationOf(app: App, coding: Coding): Promise<DraftText> {
  const citing = await loadCiting();
  return cited(citing, placeFor(app, citing), coding);
}

/** The quotation in its marks, with its citation. */
export async function quotationOf(app: App, coding: Coding): Promise<DraftText> {
  const citing = await loadCiting();
  const draft = placeFor(app, citing);
  return inDraft`${citing.quotationText(draft, coding.note.quote ?? '', citing.draftStyle(draft.text).lang)} ${cited(citing, draft, coding)}`;
}

/** Where the text will go: the draft on the screen. */
function placeFor(app: App, citing: Citing): DraftReading {
  const draft = draftOn(app, citing);
  return citing.readDraft((draft && citing.syntaxOf(draft.languageId)) ?? 'markdown', draft?.getText() ?? '');
}

const cited = (citing: Citing, draft: DraftReading, { source: { item }, note: { locator } }: Coding): DraftText =>
  citing.citationAlone(draft, [{ key: item.id, ...(locator && { place: locator }) }]);

/** The draft that is visible, if any; source files are no drafts. */
function draftOn(app: App, { syntaxOf }: Citing): vscode.TextDocument | undefined {
  return vscode.window.visibleTextEditors.map(({ document }) => document).find((document) => syntaxOf(document.languageId) !== undefined && app.libraries.atFile(document.uri) === undefined);
}
