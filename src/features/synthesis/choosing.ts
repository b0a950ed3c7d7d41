/** The filter of the synthesis, in the language of queries: which notes count. */
import type { Library } from '../../core/library';
import type { Matcher } from '../../core/queries';
import type { App } from '../../host/app';
import type { ToSynthesis } from '../../protocol';

/** What is wrong with a filter, and where in it. */
export type Refusal = { readonly message: string; readonly start: number; readonly end: number };

/** `matcher` asks the notes of one library; undefined when every note counts. */
export type Chooser = { readonly matcher?: (library: Library) => Matcher; readonly refused: readonly Refusal[] };

/** What a filter keeps. What of it was not understood is said; the rest counts. */
export async function chooserOf(app: App, text: string): Promise<Chooser> {
  if (text.trim() === '') return { refused: [] };
  const { asksForCitations, matcherFor, parseQuery } = await import('../../core/queries');
  const { query, problems } = parseQuery(text);
  const citing = asksForCitations(query) ? await draftsCiting(app) : undefined;
  const context = citing === undefined ? {} : { citedIn: (key: string) => citing.get(key) ?? [] };
  const refused = problems.map(({ message, span }) => ({ message, start: span?.start ?? 0, end: span?.end ?? text.length }));
  return { ...(query.kind !== 'all' && { matcher: (library: Library) => matcherFor(query, library, context) }), refused };
}

/** The paths of the drafts that cite each key. */
async function draftsCiting(app: App): Promise<ReadonlyMap<string, readonly string[]>> {
  const citing = new Map<string, string[]>();
  for (const { uri, places } of await app.drafts.all()) for (const key of places.keys()) citing.set(key, [...citing.get(key) ?? [], uri.path]);
  return citing;
}

/** What may be typed at a place of the filter. */
export async function completionsAt(app: App, text: string, offset: number): Promise<Extract<ToSynthesis, { kind: 'completions' }>> {
  const { completeQuery } = await import('../../core/queries');
  const home = app.libraries.all[0];
  if (home === undefined) return { kind: 'completions', text, start: offset, end: offset, items: [] };
  const { replace, items } = completeQuery(text, offset, home.store.current);
  return { kind: 'completions', text, ...replace, items: items.slice(0, 12).map(({ insert, label, detail }) => ({ insert, label, detail })) };
}
