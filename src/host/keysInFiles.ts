/** The citation key at a position: in a draft, in a bibliography, or in a source file; and the places where keys are recorded. */
import * as vscode from 'vscode';
import { entryKeyAt, keySpans, looksLikeBibliography } from '../core/library';
import type { App } from './app';
import { isDraft, loadCiting } from './drafts';
import { uriAt } from './knownSources';
import { relativePath } from './libraries';
import type { Home } from './libraries';
import { rangesOf } from './positions';

/** A key and where it stands; the range is of the key alone. */
export type KeyHere = { readonly key: string; readonly range: vscode.Range };

const rangeIn = (document: vscode.TextDocument, { start, end }: { readonly start: number; readonly end: number }): vscode.Range =>
  new vscode.Range(document.positionAt(start), document.positionAt(end));

/** The key at a position, if there is one. */
export async function keyHere(app: App, document: vscode.TextDocument, position: vscode.Position): Promise<KeyHere | undefined> {
  const offset = document.offsetAt(position);
  const own = app.libraries.atFile(document.uri);
  if (own !== undefined) {
    const line = document.lineAt(position.line).text;
    const start = /^id:[ \t]*["']?/.exec(line)?.[0].length;
    const end = start === undefined ? 0 : line.trimEnd().replace(/["']$/, '').length;
    if (start !== undefined && end > start) return { key: own.source.item.id, range: new vscode.Range(position.line, start, position.line, end) };
  }
  if (looksLikeBibliography(document.uri.path)) {
    const entry = entryKeyAt(document.getText(), offset);
    return entry && { key: entry.key, range: rangeIn(document, entry) };
  }
  if (!isDraft(document)) return undefined;
  const { keyAtOffset } = await loadCiting();
  const reading = await app.drafts.reading(document);
  const cited = reading && keyAtOffset(reading, offset)?.cited;
  const entry = cited === undefined ? reading?.facts.find(({ kind, span }) => kind === 'entry' && span.start <= offset && offset <= span.end) : undefined;
  if (entry !== undefined) return { key: entry.name, range: rangeIn(document, entry.span) };
  return cited && { key: cited.key, range: rangeIn(document, cited.span) };
}

/** Where a key is recorded: source files and entries of bibliographies, of the document’s own library first. */
export async function recordsOf(app: App, key: string, from: vscode.Uri): Promise<readonly vscode.Location[]> {
  await app.libraries.ready();
  const own = app.libraries.of(from);
  const homes = [...app.libraries.all].sort((a, b) => Number(b === own) - Number(a === own));
  for (const home of homes) {
    const found: vscode.Location[] = [];
    for (const { path, span } of home.store.placesOf(key)) {
      const uri = uriAt(home, path);
      const text = await app.drafts.textOf(uri) ?? '';
      const spans = looksLikeBibliography(path) ? keySpans(path, text, key).filter(({ start }) => span === undefined || (start >= span.start && start < span.end)) : span === undefined ? [] : [span];
      const [range = new vscode.Range(0, 0, 0, 0)] = rangesOf(text, spans.slice(0, 1).map(({ start, end }) => ({ start, end: Math.min(end, text.length) })));
      found.push(new vscode.Location(uri, range));
    }
    if (found.length > 0) return found;
  }
  return [];
}

/** The bibliographies of a library in which a key is recorded or referred to, by path; `here` too, if it is one. */
export function bibliographiesOf(home: Home, here: vscode.Uri | undefined): readonly { readonly path: string; readonly uri: vscode.Uri }[] {
  const own = here === undefined ? '' : relativePath(home, here);
  const paths = new Set([...home.store.recorded.bibliographies.keys(), ...(looksLikeBibliography(own) ? [own] : [])]);
  return [...paths].map((path) => ({ path, uri: uriAt(home, path) }));
}
