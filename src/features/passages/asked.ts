/** What passages a command is to gather: those of the row or document it was called on, else of a query that is asked for. */
import * as vscode from 'vscode';
import type { PassageGrouping } from '../../core/gathering';
import type { Query } from '../../core/queries';
import type { App } from '../../host/app';
import { loadQueries, queryOf } from '../../host/asking';
import { pickOne } from '../../host/boxes';
import { passagesScheme } from '../../host/names';
import { askQuery } from '../../host/queryBox';

/** A query as typed and as understood; `tag`: the one tag that it asks for, if it does. */
export type Asked = { readonly text: string; readonly query: Query; readonly tag?: string };

export type Gathering = typeof import('../../core/gathering');
export const loadGathering = (): Promise<Gathering> => import('../../core/gathering');

/** The query of a document of passages. */
export const queryOfUri = (uri: vscode.Uri): string => new URLSearchParams(uri.query).get('query') ?? '';

function given(value: unknown): string | undefined {
  if (value instanceof vscode.Uri) return value.scheme === passagesScheme ? queryOfUri(value) : undefined;
  return queryOf(value);
}

/** Asks, unless the command was called on something that says it. */
export async function asked(app: App, value: unknown, title: string): Promise<Asked | undefined> {
  await app.libraries.ready();
  const text = given(value) ?? await askQuery(app, { title });
  return text === undefined ? undefined : readQuery(text);
}

export async function readQuery(text: string): Promise<Asked> {
  const { parseQuery } = await loadQueries();
  const { query } = parseQuery(text);
  const tags = query.kind === 'and' ? query.parts.filter((part) => part.kind === 'tag') : [query];
  const [tag] = tags;
  return { text, query, ...(tag?.kind === 'tag' && tags.length === 1 && { tag: tag.tag }) };
}

const groupingWords: { readonly [G in PassageGrouping]: string } = {
  source: 'Source', tag: 'Tag', stance: 'Stance', kind: 'Kind of Note', year: 'Year', author: 'Author', type: 'Type of Source', none: 'No Groups',
};

/** Asks how to group passages; the last choice stands first. */
export async function askPassageGrouping(app: App, title: string): Promise<PassageGrouping | undefined> {
  const { passageGroupings } = await loadGathering();
  const key = 'commonplace.passageGrouping';
  const kept = app.extension.workspaceState.get<string>(key);
  const inOrder = [...passageGroupings].sort((a, b) => Number(b === kept) - Number(a === kept));
  const chosen = await pickOne(inOrder.map((grouping) => ({ label: groupingWords[grouping], description: grouping === kept ? 'last time' : '', grouping })), { title, placeHolder: 'Group passages by' });
  if (chosen !== undefined) await app.extension.workspaceState.update(key, chosen.grouping);
  return chosen?.grouping;
}
