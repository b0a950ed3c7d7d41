/** Where a key is recorded, where it is cited, and where it stands in a document. */
import * as vscode from 'vscode';
import { relationSpans, secondKeysOf } from '../../core/library';
import type { App } from '../../host/app';
import { uriAt } from '../../host/knownSources';
import { keyHere, recordsOf } from '../../host/keysInFiles';
import { rangesOf } from '../../host/positions';

export async function definition(app: App, document: vscode.TextDocument, position: vscode.Position): Promise<vscode.LocationLink[]> {
  const here = await keyHere(app, document, position);
  if (here === undefined) return [];
  const reading = await app.drafts.reading(document);
  const own = (reading?.facts ?? []).filter(({ kind, name }) => kind === 'entry' && name === here.key);
  const inDocument = rangesOf(document.getText(), own.map(({ span }) => span)).map((range) => new vscode.Location(document.uri, range));
  const found = [...inDocument, ...await recordsOf(app, keysAlike(app, here.key, document)[0], document.uri)];
  return found.map(({ uri, range }) => ({ originSelectionRange: here.range, targetUri: uri, targetRange: range, targetSelectionRange: range }));
}

export async function references(app: App, document: vscode.TextDocument, position: vscode.Position, records: boolean): Promise<vscode.Location[]> {
  const here = await keyHere(app, document, position);
  if (here === undefined) return [];
  const keys = keysAlike(app, here.key, document);
  const cited = (await app.drafts.placesOf(...keys)).map(({ uri, range }) => new vscode.Location(uri, range));
  return [...records ? await recordsOf(app, keys[0], document.uri) : [], ...cited, ...await relationsTo(app, keys[0])];
}

/** The keys that cite the same work, that of its record first. */
function keysAlike(app: App, key: string, document: vscode.TextDocument): readonly [string, ...string[]] {
  const found = app.libraries.findCited(key, document.uri);
  return found === undefined ? [key] : [found.source.item.id, ...secondKeysOf(found.source.item)];
}

/** The notes that relate to a note on this source. */
async function relationsTo(app: App, key: string): Promise<readonly vscode.Location[]> {
  const found: vscode.Location[] = [];
  for (const home of app.libraries.all) {
    for (const { path, notes } of home.store.current.sources.values()) {
      if (path === undefined || !notes.some(({ links = [] }) => links.some(({ target }) => target.startsWith(`${key}#`)))) continue;
      const uri = uriAt(home, path);
      const text = await app.drafts.textOf(uri) ?? '';
      found.push(...rangesOf(text, relationSpans(text, key)).map((range) => new vscode.Location(uri, range)));
    }
  }
  return found;
}

export async function highlights(app: App, document: vscode.TextDocument, position: vscode.Position): Promise<vscode.DocumentHighlight[] | undefined> {
  const here = await keyHere(app, document, position);
  const reading = here && await app.drafts.reading(document);
  if (here === undefined || reading === undefined) return undefined;
  const spans = reading.citations.flatMap(({ keys }) => keys).filter(({ key }) => key === here.key).map(({ span }) => span);
  return rangesOf(document.getText(), spans).map((range) => new vscode.DocumentHighlight(range, vscode.DocumentHighlightKind.Read));
}
