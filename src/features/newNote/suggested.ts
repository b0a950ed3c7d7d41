/** The suggested tags in the box of a new note: below the first of the known ones, never chosen by themselves. */
import * as vscode from 'vscode';
import { completeTag, readTagInput } from '../../core/notes';
import type { Suggestion } from '../../core/tagging';

type Row = vscode.QuickPickItem & { readonly tag?: string };

/** So many rows go before them when nothing is typed. */
const before = 8;

const groundWords: { readonly [G in Suggestion['ground']]: string } = {
  passage: 'in the passage', text: 'in title or abstract', similar: 'on similar sources', term: 'new: a term of the field', phrase: 'new: a phrase of the text',
};

/** The rows with the suggested tags; while a word is typed, at their end, and only new ones that it may become. */
export function withSuggested<R extends Row>(rows: readonly R[], value: string, suggested: readonly Suggestion[]): (R | Row)[] {
  const { tags, typing } = readTagInput(value, []);
  const fresh = typing === '' ? suggested : suggested.filter(({ known }) => !known);
  const fitting = new Set(completeTag(typing, fresh.map(({ tag }) => tag)));
  const extra = fresh.filter(({ tag }) => fitting.has(tag) && !tags.includes(tag))
    .map(({ tag, ground }): Row => ({ label: tag, iconPath: new vscode.ThemeIcon('lightbulb'), description: groundWords[ground], tag, alwaysShow: true }));
  if (extra.length === 0) return [...rows];
  const at = typing === '' ? before : rows.length;
  const line = (label: string): Row => ({ label, kind: vscode.QuickPickItemKind.Separator });
  return [...rows.slice(0, at), line('Suggested'), ...extra, ...(at < rows.length ? [line('All tags'), ...rows.slice(at)] : [])];
}
