/**
 * Bring sources into a draft: drop a source or a note from a tree, paste a source that was copied there, or paste what was
 * copied elsewhere (BibTeX, RIS, a DOI, a page) as a source and its citation in one step.
 */
import * as vscode from 'vscode';
import type { App } from '../host/app';
import { carriedMime } from '../host/carried';
import { draftSelector } from '../host/names';
import type { Pasted } from './bringIntoDraft/bringing';
import { kinds } from './bringIntoDraft/kinds';

export function register(app: App): vscode.Disposable {
  const bringing = () => import('./bringIntoDraft/bringing');
  const ofSources = [kinds.citation, kinds.quotation];
  return vscode.Disposable.from(
    vscode.languages.registerDocumentDropEditProvider(draftSelector,
      { provideDocumentDropEdits: async (document, position, data) => (await bringing()).drop(app, document, position, data) },
      { dropMimeTypes: [carriedMime], providedDropEditKinds: ofSources }),
    vscode.languages.registerDocumentPasteEditProvider(draftSelector, {
      provideDocumentPasteEdits: async (document, ranges, data, context) => (await bringing()).paste(app, document, ranges, data, context),
      resolveDocumentPasteEdit: async (edit) => (await bringing()).addAndCite(app, edit as Pasted),
    }, { pasteMimeTypes: ['text/plain', 'text/html'], providedPasteEditKinds: [...ofSources, kinds.newSource] }),
  );
}
