/** A source file as it stands in its editor, read once for all who ask. */
import * as vscode from 'vscode';
import { readSourceFile } from '../../core/library';
import type { PlacedNote, SourceFile } from '../../core/library';
import { headingParts, resolveTag } from '../../core/notes';
import type { Codebook, HeadingPart } from '../../core/notes';
import type { Span } from '../../core/source';

const read = new WeakMap<vscode.TextDocument, { readonly version: number; readonly file: SourceFile }>();

/** The file that a document holds; places in it are offsets of the document. */
export function fileIn(document: vscode.TextDocument): SourceFile {
  const known = read.get(document);
  if (known?.version === document.version) return known.file;
  const file = readSourceFile(document.getText());
  read.set(document, { version: document.version, file });
  return file;
}

/** A heading of a note: where its words begin in the file, and its parts by their places in the file. */
export type Heading = { readonly placed: PlacedNote; readonly from: number; readonly parts: readonly HeadingPart[] };

export function headingsIn({ text, notes }: SourceFile): Heading[] {
  return notes.map((placed) => {
    const from = placed.heading.start + (/^##[ \t]*/.exec(text.slice(placed.heading.start, placed.heading.end))?.[0].length ?? 0);
    const parts = headingParts(text.slice(from, placed.heading.end));
    return { placed, from, parts: parts.map((part) => ({ ...part, start: from + part.start, end: from + part.end })) };
  });
}

/** A tag where the cursor is: as it is spelled, as the codebook resolves it, and where it stands without its `#`. */
export type TagHere = { readonly spelled: string; readonly tag: string; readonly span: Span };

export function tagAt(file: SourceFile, offset: number, codebook: Codebook): TagHere | undefined {
  const part = headingsIn(file).flatMap(({ parts }) => parts).find(({ start, end, role }) => role === 'tag' && start <= offset && offset <= end);
  if (part?.role !== 'tag') return undefined;
  const start = part.start + (/^#+/.exec(part.text)?.[0].length ?? 0);
  return { spelled: part.tag, tag: resolveTag(part.tag, codebook), span: { start, end: start + part.tag.length } };
}

export const rangeIn = (document: vscode.TextDocument, { start, end }: Span): vscode.Range => new vscode.Range(document.positionAt(start), document.positionAt(end));
