/** Queries asked of the libraries of the window. Loaded only by what is itself loaded later. */
import type * as vscode from 'vscode';
import type { Query, QueryContext } from '../core/queries';
import type { Source, SourceNote } from '../core/library';
import type { App } from './app';
import type { Home } from './libraries';

/** Reading and answering queries; loaded when one is first asked. */
export type Queries = typeof import('../core/queries');
export const loadQueries = (): Promise<Queries> => import('../core/queries');

/** What a query must know beside the library: which drafts cite what, if it asks. */
export async function contextFor(app: App, query: Query): Promise<QueryContext> {
  const { asksForCitations } = await loadQueries();
  if (!asksForCitations(query)) return {};
  const citing = new Map<string, string[]>();
  for (const { uri, places } of await draftsOf(app)) {
    for (const key of places.keys()) citing.set(key, [...citing.get(key) ?? [], uri.path]);
  }
  return { citedIn: (key) => citing.get(key) ?? [] };
}

/** The drafts of the window: source files cite nothing. */
async function draftsOf(app: App): Promise<readonly { readonly uri: vscode.Uri; readonly places: ReadonlyMap<string, unknown> }[]> {
  return (await app.drafts.all()).filter(({ uri }) => app.libraries.atFile(uri) === undefined);
}

/** The paths of all drafts, to choose one from. */
export const draftPaths = async (app: App): Promise<readonly string[]> => (await draftsOf(app)).map(({ uri }) => uri.path);

/** What a query finds in one library: notes, and sources that fit as a whole or by one of their notes. */
export type Gathered = { readonly home: Home; readonly notes: readonly SourceNote[]; readonly sources: readonly Source[] };

/** What a query finds, library by library. */
export async function gathered(app: App, query: Query, homes: readonly Home[] = app.libraries.all): Promise<readonly Gathered[]> {
  return await gatheredWhile(() => true, app, query, homes) ?? [];
}

/** The same for a box in which the person goes on typing: undefined as soon as the answer is no longer wanted. */
export async function gatheredWhile(isWanted: () => boolean, app: App, query: Query, homes: readonly Home[] = app.libraries.all): Promise<readonly Gathered[] | undefined> {
  await app.libraries.ready();
  const context = await contextFor(app, query);
  const found: Gathered[] = [];
  for (const home of homes) {
    const here = await asked(home, query, context, isWanted);
    if (here === undefined) return undefined;
    found.push(here);
  }
  return found;
}

/** For so many milliseconds a library is asked before the thread is given back. */
const stretch = 12;
const breathe = (): Promise<void> => new Promise((resolve) => { setTimeout(resolve, 0); });

async function asked(home: Home, query: Query, context: QueryContext, isWanted: () => boolean): Promise<Gathered | undefined> {
  const { matcherFor } = await loadQueries();
  const library = home.store.current;
  const matcher = matcherFor(query, library, context);
  const [notes, sources]: [SourceNote[], Source[]] = [[], []];
  let since = performance.now();
  for (const source of library.sources.values()) {
    for (const note of source.notes) if (matcher.note(source, note)) notes.push({ source, note });
    if (matcher.source(source)) sources.push(source);
    if (performance.now() - since < stretch) continue;
    await breathe();
    if (!isWanted()) return undefined;
    since = performance.now();
  }
  return { home, notes, sources };
}

/** The query that a command was called on: a tag or a view of a tree, or its text. */
export function queryOf(given: unknown): string | undefined {
  if (typeof given === 'string') return given;
  if (typeof given !== 'object' || given === null) return undefined;
  if ('view' in given && typeof given.view === 'object' && given.view !== null && 'text' in given.view && typeof given.view.text === 'string') return given.view.text;
  return 'tag' in given && typeof given.tag === 'string' ? `#${given.tag}` : undefined;
}

/** `12 notes in 5 sources`. */
export function countedIn(found: readonly Gathered[]): string {
  const notes = found.reduce((sum, one) => sum + one.notes.length, 0);
  const sources = found.reduce((sum, one) => sum + one.sources.length, 0);
  const noted = found.reduce((sum, one) => sum + new Set(one.notes.map(({ source }) => source)).size, 0);
  if (notes === 0) return counted(sources, 'source');
  return noted === sources ? `${counted(notes, 'note')} in ${counted(sources, 'source')}` : `${counted(notes, 'note')}, ${counted(sources, 'source')}`;
}

export const counted = (count: number, noun: string): string => `${count} ${noun}${count === 1 ? '' : 's'}`;
