/** Offsets of `core` (UTF-16 code units of a text) as VS Code's positions, and edits as its edits. */
import * as vscode from 'vscode';
import { lineStarts } from '../core/lineStarts';
import type { DraftEdit } from '../core/citations';
import type { LineStarts } from '../core/library';
import type { Span, TextEdit } from '../core/source';

/** Spans of one text as ranges; reading the text once for all of them. */
export const rangesOf = (text: string, spans: readonly Span[]): vscode.Range[] => rangesIn(lineStarts(text), spans);

/** The same of a text of which only is known where its lines start. */
export function rangesIn(starts: LineStarts, spans: readonly Span[]): vscode.Range[] {
  const at = (offset: number): vscode.Position => {
    let [low, high] = [0, starts.length - 1];
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((starts[middle] as number) <= offset) low = middle;
      else high = middle - 1;
    }
    return new vscode.Position(low, offset - (starts[low] as number));
  };
  return spans.map((span) => new vscode.Range(at(span.start), at(span.end)));
}

/** One span as a range. */
export function rangeOf(text: string, span: Span): vscode.Range {
  return rangesOf(text, [span])[0] as vscode.Range;
}

/** Edits of a document's text as it is now, as one step that can be undone. */
export function workspaceEdit(document: vscode.TextDocument, edits: readonly TextEdit[]): vscode.WorkspaceEdit {
  const edit = new vscode.WorkspaceEdit();
  for (const { start, end, text } of edits) {
    edit.replace(document.uri, new vscode.Range(document.positionAt(start), document.positionAt(end)), text);
  }
  return edit;
}

/** Edits of a draft, in which all that is written has passed its encoder, as one step that can be undone. */
export const draftEdit = (document: vscode.TextDocument, edits: readonly DraftEdit[]): vscode.WorkspaceEdit => workspaceEdit(document, edits);
