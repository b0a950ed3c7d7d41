/** What Markdown does not know of a source file: what folds, what is coloured, what stands above it. Its outline lists the notes already, by their headings. */
import * as vscode from 'vscode';
import type { HeadingRole } from '../../core/notes';
import { rangeOf } from '../../host/positions';
import type { App } from '../../host/app';
import type { Found } from '../../host/libraries';
import { fileIn, headingsIn } from './reading';

/** The record, and what was pasted: Markdown folds neither. */
export function folds(document: vscode.TextDocument): vscode.FoldingRange[] {
  const file = fileIn(document);
  const lines = (start: number, end: number): vscode.FoldingRange => new vscode.FoldingRange(document.positionAt(start).line, document.positionAt(end).line, vscode.FoldingRangeKind.Region);
  const fences = file.sections.flatMap((section) => section.fenced).map(({ span }) => lines(span.start, span.end - 1));
  return [...(file.frontMatter === undefined ? [] : [lines(0, file.frontMatter.end - 1)]), ...fences].filter(({ start, end }) => end > start);
}

/** By which word of the legend a part is coloured; what is unclear has no colour. */
const colourOf: { readonly [R in HeadingRole]: number | undefined } = { tag: 0, locator: 1, stance: 2, kind: 3, unclear: undefined };

export function colours(document: vscode.TextDocument, legend: vscode.SemanticTokensLegend): vscode.SemanticTokens {
  const builder = new vscode.SemanticTokensBuilder(legend);
  for (const { parts } of headingsIn(fileIn(document))) {
    for (const { start, end, role } of parts) {
      const colour = colourOf[role];
      const { line, character } = document.positionAt(start);
      if (colour !== undefined) builder.push(line, character, end - start, colour);
    }
  }
  return builder.build();
}

/** Above the file: where the source is cited, and its notes. */
export async function lenses(app: App, document: vscode.TextDocument, { home, source }: Found): Promise<vscode.CodeLens[]> {
  const top = new vscode.Range(0, 0, 0, 0);
  const file = fileIn(document);
  const cited = (await app.drafts.placesOf(source.item.id)).filter(({ uri }) => app.libraries.of(uri) === home);
  const notes = file.notes.map(({ heading }) => new vscode.Location(document.uri, rangeOf(document.getText(), heading)));
  const show = (title: string, places: readonly vscode.Location[]): vscode.CodeLens =>
    new vscode.CodeLens(top, places.length === 0 ? { title, command: '' } : { title, command: 'editor.action.showReferences', arguments: [document.uri, top.start, places] });
  return [
    show(cited.length === 0 ? 'not cited yet' : `cited in ${counted(cited.length, 'place')}`, cited.map(({ uri, range }) => new vscode.Location(uri, range))),
    show(counted(file.notes.length, 'note'), notes),
  ];
}

const counted = (count: number, noun: string): string => `${count} ${noun}${count === 1 ? '' : 's'}`;
