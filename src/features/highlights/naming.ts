/** The names of passages as lenses: above each paragraph that has some, a part for each passage, which leads to its notes. */
import * as vscode from 'vscode';
import { labelText, visible } from '../../core/exits';
import { readSourceFile } from '../../core/library';
import type { SourceFile } from '../../core/library';
import { passageRows, rowParts } from '../../core/notes';
import type { RowPart } from '../../core/notes';
import type { Note } from '../../core/source';
import type { App } from '../../host/app';
import { sameNote } from '../../host/nodes';
import { rangeOf, rangesOf } from '../../host/positions';
import { plain } from './finding';
import type { Finder, Found } from './finding';

type Place = (note: Note) => vscode.Location | undefined;

/** A part of a row; what it says is made when it comes into view. */
class NameLens extends vscode.CodeLens {
  constructor(range: vscode.Range, readonly uri: vscode.Uri, readonly part: RowPart, readonly place: Place) {
    super(range);
  }
}

/** The lenses of a document as it is now. While one types, those that are there stay until the new ones are known. */
export async function namesIn(app: App, finder: Finder, document: vscode.TextDocument, stop: vscode.CancellationToken): Promise<vscode.CodeLens[]> {
  for (;;) {
    const { version } = document;
    const found = finder.wayFor(document.uri) === 'names' ? await finder.found(document) : undefined;
    if (document.version === version || stop.isCancellationRequested) return found === undefined ? [] : lensesOf(app, document, found);
  }
}

function lensesOf(app: App, document: vscode.TextDocument, found: Found): vscode.CodeLens[] {
  const text = plain(document);
  const rows = passageRows(text, found.marks);
  const ranges = rangesOf(text, rows.map(({ at }) => ({ start: at, end: at })));
  const place = placesOfNotes(app, document.uri, text, found);
  return rows.flatMap((row, index) => rowParts(row).map((part) => new NameLens(ranges[index] as vscode.Range, document.uri, part, place)));
}

/** Where notes stand: in the source's own file as it is in the editor, saved or not; else as last read. */
function placesOfNotes({ libraries }: App, uri: vscode.Uri, text: string, { home, key }: Found): Place {
  const source = home.store.current.sources.get(key);
  let file: SourceFile | undefined;
  return (note) => {
    if (source === undefined) return undefined;
    const here = libraries.atFile(uri) === undefined ? undefined : (file ??= readSourceFile(text)).notes.find(sameNote(note));
    if (here !== undefined) return new vscode.Location(uri, startOf(rangeOf(text, here.heading)));
    const there = home.store.placeOfNote(source, sameNote(note));
    return there && new vscode.Location(libraries.uriOf(home, there.path), new vscode.Position(there.line, 0));
  };
}

const startOf = ({ start }: vscode.Range): vscode.Range => new vscode.Range(start, start);

/** Says what a lens does, now that it is in view. */
export function resolved(lens: vscode.CodeLens): vscode.CodeLens {
  if (lens instanceof NameLens) lens.command = { title: labelText(lens.part.words), tooltip: visible(`${lens.part.whole}\n${lens.part.notes.length === 1 ? 'Go to the note' : 'Show the notes'}`), ...leading(lens) };
  return lens;
}

/** One note is gone to, several are shown in a list. */
function leading({ uri, range, part: { notes }, place }: NameLens): Pick<vscode.Command, 'command' | 'arguments'> {
  const [first, ...more] = notes.flatMap((note) => place(note) ?? []);
  if (first === undefined) return { command: '' };
  if (more.length > 0) return { command: 'editor.action.showReferences', arguments: [uri, range.start, [first, ...more]] };
  return { command: 'vscode.open', arguments: [first.uri, { selection: first.range, preview: true }] };
}
