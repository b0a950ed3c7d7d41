/** From a citation to its source and to all other places that cite it; the same key marked in the document. */
import * as vscode from 'vscode';
import { relationSpans } from '../core/library';
import type { App } from '../host/app';
import { uriAt } from '../host/knownSources';
import { keyHere, keySelector, recordsOf } from '../host/keysInFiles';
import { rangesOf } from '../host/positions';

export function register(app: App): vscode.Disposable {
  return vscode.Disposable.from(
    vscode.languages.registerDefinitionProvider(keySelector, { provideDefinition: (document, position) => definition(app, document, position) }),
    vscode.languages.registerReferenceProvider(keySelector, { provideReferences: (document, position, { includeDeclaration }) => references(app, document, position, includeDeclaration) }),
    vscode.languages.registerDocumentHighlightProvider(keySelector, { provideDocumentHighlights: (document, position) => highlights(app, document, position) }),
  );
}

async function definition(app: App, document: vscode.TextDocument, position: vscode.Position): Promise<vscode.LocationLink[]> {
  const here = await keyHere(app, document, position);
  if (here === undefined) return [];
  const reading = await app.drafts.reading(document);
  const own = (reading?.facts ?? []).filter(({ kind, name }) => kind === 'entry' && name === here.key);
  const inDocument = rangesOf(document.getText(), own.map(({ span }) => span)).map((range) => new vscode.Location(document.uri, range));
  const found = [...inDocument, ...await recordsOf(app, here.key, document.uri)];
  return found.map(({ uri, range }) => ({ originSelectionRange: here.range, targetUri: uri, targetRange: range, targetSelectionRange: range }));
}

async function references(app: App, document: vscode.TextDocument, position: vscode.Position, records: boolean): Promise<vscode.Location[]> {
  const here = await keyHere(app, document, position);
  if (here === undefined) return [];
  const cited = (await app.drafts.placesOf(here.key)).map(({ uri, range }) => new vscode.Location(uri, range));
  return [...records ? await recordsOf(app, here.key, document.uri) : [], ...cited, ...await relationsTo(app, here.key)];
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

async function highlights(app: App, document: vscode.TextDocument, position: vscode.Position): Promise<vscode.DocumentHighlight[] | undefined> {
  const here = await keyHere(app, document, position);
  const reading = here && await app.drafts.reading(document);
  if (here === undefined || reading === undefined) return undefined;
  const spans = reading.citations.flatMap(({ keys }) => keys).filter(({ key }) => key === here.key).map(({ span }) => span);
  return rangesOf(document.getText(), spans).map((range) => new vscode.DocumentHighlight(range, vscode.DocumentHighlightKind.Read));
}
