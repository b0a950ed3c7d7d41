/** What the commands that copy references do: plain text goes to the clipboard, and the page with the rest opens. */
import * as vscode from 'vscode';
import type { DraftToFormat } from '../../core/enginePort';
import { listUnformatted, noDraftInView, nothingChosen, nothingCited, referencesCopied } from '../../core/problem';
import type { Item } from '../../core/source';
import { report, type App } from '../../host/app';
import { carriedFrom, type Carried } from '../../host/carried';
import { citedIn, draftInView } from '../../host/cited';
import { loadCiting } from '../../host/drafts';
import { nodesFrom } from '../../host/nodes';
import { formattedList, type ReferenceList, type Wanted } from './list';
import { ListPage } from './page';

let page: ListPage | undefined;

/** The reference list of the draft in view. */
export async function copyBibliography(app: App): Promise<void> {
  const document = draftInView(app);
  if (document === undefined) return report(app, [noDraftInView()]);
  const wanted = async (): Promise<Wanted> => {
    const cited = await citedIn(app, document);
    return { heading: `References of ${vscode.workspace.asRelativePath(document.uri)}`, draft: cited?.draft, unknown: cited?.unknown ?? [], document };
  };
  await copy(app, wanted, [], document);
}

/** The references of the rows or keys that were given; without any, of the citation at the cursor. */
export async function copyReferences(app: App, given: unknown): Promise<void> {
  await app.libraries.ready();
  const nodes = nodesFrom(app.libraries, given ?? await keysAtCursor(app));
  const items = [...new Map(nodes.map(({ source }) => [source.item.id, source.item] as const)).values()];
  if (items.length === 0) return report(app, [nothingChosen()]);
  const heading = items.length === 1 ? `Reference of ${(items[0] as Item).id}` : `${items.length} references`;
  const document = vscode.window.activeTextEditor?.document;
  await copy(app, () => Promise.resolve({ heading, draft: listOf(items), unknown: [], document }), carriedFrom(nodes), undefined);
}

/** A draft that cites nothing and lists these: so the style sorts them and tells works of one year apart. */
const listOf = (items: readonly Item[]): DraftToFormat => ({ name: 'commonplace: references to copy', items, citations: [], uncited: items.map(({ id }) => id) });

async function keysAtCursor(app: App): Promise<readonly string[]> {
  const editor = vscode.window.activeTextEditor;
  if (editor === undefined) return [];
  const own = app.libraries.atFile(editor.document.uri);
  if (own !== undefined) return [own.source.item.id];
  const reading = await app.drafts.reading(editor.document);
  const { keyAtOffset } = await loadCiting();
  const key = reading && keyAtOffset(reading, editor.document.offsetAt(editor.selection.active));
  return key === undefined ? [] : key.citation.keys.map((one) => one.key);
}

async function copy(app: App, wanted: () => Promise<Wanted>, carried: readonly Carried[], follows: vscode.TextDocument | undefined): Promise<void> {
  const first = await withProgress(() => formattedList(app, wanted));
  if (!first.ok) return report(app, [listUnformatted(first.reason)]);
  const said = await toClipboard(first.value, carried);
  page ??= new ListPage(app, () => { page = undefined; });
  page.show({ ...first.value, said }, () => formattedList(app, wanted), follows);
}

/** What was done, in a sentence. An empty list leaves the clipboard as it is. */
async function toClipboard({ entries, text, unknown }: ReferenceList, carried: readonly Carried[]): Promise<string> {
  if (entries.length === 0) return nothingCited().message;
  const { copyText } = await import('../../host/copied');
  await copyText(text, carried);
  return referencesCopied(entries.length, unknown.length).message;
}

const withProgress = <T>(work: () => Promise<T>): Thenable<T> =>
  vscode.window.withProgress({ location: vscode.ProgressLocation.Window, title: 'Formatting references' }, work);
