/** A reference list, formatted: as it is shown and as it is copied. */
import type * as vscode from 'vscode';
import type { DraftToFormat, FormattedEntry, Outcome } from '../../core/enginePort';
import { runsOf } from '../../core/formattedRuns';
import { listAsHtml, listAsText } from '../../core/referenceList';
import type { App } from '../../host/app';
import { styleFor } from '../../host/styles';
import type { ToReferenceList } from '../../protocol';

/** What is to be listed. No `draft`: there is nothing that cites. */
export type Wanted = { readonly heading: string; readonly draft: DraftToFormat | undefined; readonly unknown: readonly string[]; readonly document: vscode.TextDocument | undefined };

export type ReferenceList = Omit<ToReferenceList, 'kind' | 'said'>;

/** Asks what is wanted now and formats it in the style of its document. */
export async function formattedList(app: App, wanted: () => Promise<Wanted>): Promise<Outcome<ReferenceList>> {
  const { heading, draft, unknown, document } = await wanted();
  const style = await styleName(app, document);
  if (draft === undefined || draft.items.length === 0) return { ok: true, value: listed({ heading, style, unknown }, []) };
  const { formatDraft } = await import('../../host/formatted');
  const made = await formatDraft(app, draft, document);
  return made.ok ? { ok: true, value: listed({ heading, style, unknown }, made.value.bibliography) } : made;
}

function listed(about: Pick<ReferenceList, 'heading' | 'style' | 'unknown'>, entries: readonly FormattedEntry[]): ReferenceList {
  return { ...about, entries: entries.map(({ number, html }) => ({ number, runs: runsOf(html) })), text: listAsText(entries), html: listAsHtml(entries) };
}

async function styleName(app: App, document: vscode.TextDocument | undefined): Promise<string> {
  const { style, name } = await styleFor(document);
  if ('id' in style) {
    const listed = await app.engine.listStyles();
    return (listed.ok ? listed.value.find(({ id }) => id === style.id)?.title : undefined) ?? name;
  }
  const facts = await app.engine.describeStyle(style);
  return facts.ok && facts.value.title !== '' ? facts.value.title : name;
}
