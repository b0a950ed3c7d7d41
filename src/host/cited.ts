/** What a draft cites, with the records of its sources: those that it may cite, else any source of the window that has the key. */
import * as vscode from 'vscode';
import type { DraftItems } from '../core/citations';
import type { Item } from '../core/source';
import type { App } from './app';
import { isDraft, loadCiting } from './drafts';

/** The draft that the person looks at: the active one, else one that stands beside what is active. A source file is none. */
export function draftInView(app: App): vscode.TextDocument | undefined {
  const editors = [vscode.window.activeTextEditor, ...vscode.window.visibleTextEditors];
  return editors.map((editor) => editor?.document).find((document) => document !== undefined && isDraft(document) && app.libraries.atFile(document.uri) === undefined);
}

/** The citations of a draft and their items. With `nocite: '@*'` these are all items of its library. */
export async function citedIn(app: App, document: vscode.TextDocument): Promise<DraftItems | undefined> {
  await app.libraries.ready();
  const { draftToFormat } = await loadCiting();
  const reading = await app.drafts.reading(document);
  if (reading === undefined) return undefined;
  const scope = await (await app.inScope()).of(document, reading);
  const own = (key: string): Item | undefined => scope?.known.items.get(key) ?? app.libraries.find(key, document.uri)?.source.item;
  // LaTeX alone knows second keys.
  const itemOf = (key: string): Item | undefined => own(key) ?? (reading.syntax === 'latex' ? app.libraries.findCited(key, document.uri)?.source.item : undefined);
  const everything = (): readonly Item[] => [...app.libraries.of(document.uri)?.store.current.sources.values() ?? []].map(({ item }) => item);
  return draftToFormat(document.uri.toString(), reading, itemOf, everything);
}
