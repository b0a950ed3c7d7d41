/** Fixes for what was found in a source file, as edits of the document: each is one step of undo. */
import * as vscode from 'vscode';
import { endLine, lineEndOf, noteText } from '../../core/library';
import type { PlacedNote, SourceFile } from '../../core/library';
import { anchorOf, headingLine, noteComment, tagFrom } from '../../core/notes';
import type { Note, TextEdit } from '../../core/source';
import { commands } from '../../host/names';
import { workspaceEdit } from '../../host/positions';
import type { Finding } from './checking';
import { rangeIn } from './reading';

export function fixesAt(document: vscode.TextDocument, file: SourceFile, findings: readonly Finding[], range: vscode.Range): vscode.CodeAction[] {
  const touches = ({ problem }: Finding): boolean => rangeIn(document, problem.span).intersection(range) !== undefined;
  return [
    ...findings.filter(touches).flatMap((finding) => fixesFor(document, file, finding)),
    ...file.notes.filter(({ heading, unclear }) => unclear.length > 0 && rangeIn(document, heading).intersection(range) !== undefined).flatMap((placed) => headingFixes(document, file, placed)),
    ...fileFixes(document, file, range),
  ];
}

function fixesFor(document: vscode.TextDocument, file: SourceFile, finding: Finding): vscode.CodeAction[] {
  switch (finding.kind) {
    case 'tag': return [fix(document, `Use #${finding.known}`, [{ ...finding.word, text: `#${finding.known}` }], true)];
    case 'relation': return [...relatedAnew(document, file, finding), fix(document, `Remove the relation to ${finding.target}`, machine(file, finding.placed, ({ links = [], ...note }) => ({ ...note, links: links.filter(({ target }) => target !== finding.target) })))];
    case 'passage': return [
      ...(finding.span === undefined ? [] : [fix(document, 'Confirm the new place, and quote what stands there', confirmed(file, finding.placed, finding.span), true)]),
      fix(document, 'Remove the anchor, and keep the quotation', machine(file, finding.placed, ({ anchor: _, ...note }) => note)),
    ];
  }
}

/** The note stands under another key by now: its source was renamed elsewhere. */
function relatedAnew(document: vscode.TextDocument, file: SourceFile, { placed, target, instead }: Finding & { readonly kind: 'relation' }): vscode.CodeAction[] {
  if (instead === undefined) return [];
  const links = (note: Note): Note => ({ ...note, links: (note.links ?? []).map((link) => (link.target === target ? { ...link, target: instead } : link)) });
  return [fix(document, `Relate to ${instead}, where this note is now`, machine(file, placed, links), true)];
}

/** The anchor written anew, with the words as they stand now. */
function confirmed(file: SourceFile, placed: PlacedNote, span: { readonly start: number; readonly end: number }): readonly TextEdit[] {
  const line = file.abstractLines.find(({ offset, length }) => offset <= span.start && span.start <= offset + length);
  const quote = line === undefined ? file.text.slice(span.start, span.end) : abstractAt(file, span);
  const anchor = line === undefined ? { ...anchorOf(file.text, span), at: undefined } : anchorOf(file.item.abstract ?? '', { start: quote.length === 0 ? 0 : at(file, span.start), end: at(file, span.end) });
  const { at: place, before, after } = anchor;
  const words = noteText({ tags: [], text: '', quote }).split('\n').filter((one) => one.startsWith('>')).join(lineEndOf(file.text));
  return [
    ...machine(file, placed, (note) => ({ ...note, anchor: { ...(place !== undefined && { at: place }), before, after } })),
    ...(placed.quoteSpan === undefined ? [] : [{ ...placed.quoteSpan, text: words }]),
  ];
}

const abstractAt = (file: SourceFile, span: { readonly start: number; readonly end: number }): string => (file.item.abstract ?? '').slice(at(file, span.start), at(file, span.end));

/** A place in the file as one in the abstract; the caller knows that it lies there. */
function at(file: SourceFile, offset: number): number {
  const line = file.abstractLines.findLast((one) => one.offset <= offset);
  return line === undefined ? 0 : line.at + Math.min(offset - line.offset, line.length);
}

/** The machine's comment written anew. */
function machine(file: SourceFile, { note, comment }: PlacedNote, change: (note: Note) => Note): readonly TextEdit[] {
  const text = noteComment(change(note));
  return comment === undefined || text === undefined || text === file.text.slice(comment.start, comment.end) ? [] : [{ ...comment, text }];
}

/** Words of a heading that are nothing we know become tags, or begin the note's text. */
function headingFixes(document: vscode.TextDocument, file: SourceFile, placed: PlacedNote): vscode.CodeAction[] {
  const words = placed.unclear.join(' ');
  const tags = placed.unclear.map(tagFrom).filter((tag) => tag !== '');
  const { note } = placed;
  const without = headingLine(note);
  const end = placed.quoteSpan?.end ?? placed.comment?.end ?? placed.heading.end;
  const gap = lineEndOf(file.text).repeat(2);
  return [
    ...(tags.length === 0 ? [] : [fix(document, `Make it a tag: ${tags.map((tag) => `#${tag}`).join(' ')}`, [{ ...placed.heading, text: headingLine({ ...note, tags: [...new Set([...note.tags, ...tags])] }) }])]),
    fix(document, `Move “${words}” into the note`, [{ ...placed.heading, text: without }, { start: end, end, text: gap + words }]),
  ];
}

/** What concerns the file as a whole. */
function fileFixes(document: vscode.TextDocument, file: SourceFile, range: vscode.Range): vscode.CodeAction[] {
  if (file.frozen === 'conflict') return [command('Merge by Note', commands.mergeByNote, document.uri)];
  if (file.frozen !== 'cut-short' || range.end.line < document.positionAt(file.text.trimEnd().length).line) return [];
  const lineEnd = lineEndOf(file.text);
  const start = file.text.trimEnd().length;
  return [fix(document, `Close the file with ${endLine}`, [{ start, end: file.text.length, text: `${lineEnd}${lineEnd}${endLine}${lineEnd}` }], true)];
}

function fix(document: vscode.TextDocument, title: string, edits: readonly TextEdit[], isPreferred = false): vscode.CodeAction {
  const action = new vscode.CodeAction(title, vscode.CodeActionKind.QuickFix);
  action.edit = workspaceEdit(document, edits);
  action.isPreferred = isPreferred;
  return action;
}

function command(title: string, name: string, ...given: readonly unknown[]): vscode.CodeAction {
  const action = new vscode.CodeAction(title, vscode.CodeActionKind.QuickFix);
  action.command = { title, command: name, arguments: [...given] };
  return action;
}
