/**
 * Formatted references for the views; where a style can't be had, the default one stands in and the person is told once.
 * Loaded later by all, so that there is one memory of what was told.
 */
import type * as vscode from 'vscode';
import type { DraftToFormat, FormattedDraft, FormattedReference, Outcome } from '../core/enginePort';
import type { Item } from '../core/source';
import { report, type App } from './app';
import { standIn, styleFor, type ChosenStyle } from './styles';

const told = new Set<string>();

/** Each item as an entry of a reference list, in the style of the document. */
export function formatReferences(app: App, items: readonly Item[], document?: vscode.TextDocument): Promise<Outcome<readonly FormattedReference[]>> {
  return inStyle(app, document, ({ style, locale }) => app.engine.formatReferences(items, style, locale));
}

/** The citations of a draft and its reference list, in the style of the document. */
export function formatDraft(app: App, draft: DraftToFormat, document?: vscode.TextDocument): Promise<Outcome<FormattedDraft>> {
  return inStyle(app, document, ({ style, locale }) => app.engine.formatDraft(draft, style, locale));
}

async function inStyle<T>(app: App, document: vscode.TextDocument | undefined, format: (chosen: ChosenStyle) => Promise<Outcome<T>>): Promise<Outcome<T>> {
  const chosen = await styleFor(document);
  tellOnce(app, chosen);
  const outcome = await format(chosen);
  if (outcome.ok || outcome.deadline === true) return outcome;
  const other = standIn(chosen, outcome.reason);
  tellOnce(app, other);
  return format(other);
}

function tellOnce(app: App, { problem }: ChosenStyle): void {
  if (problem === undefined || told.has(problem.message)) return;
  told.add(problem.message);
  report(app, [problem]);
}
