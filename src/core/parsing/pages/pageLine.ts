/** The lines of a conference page, each with what it is. */
import { linesOf } from '../lines';
import { gluedSession, lineKinds, nomadit, type LineKind } from './nomadit';

/** A line of a page with what it is; `text` when it is none of the known kinds. */
export type PageLine = { readonly text: string; readonly start: number; readonly end: number; readonly kind: LineKind | 'text' | 'blank' };

/** The lines between two places; a session's line is parted from what is glued to it. */
export function pageLines(text: string, start: number, end: number): readonly PageLine[] {
  const cutAfter = (line: string): number => gluedSession.exec(line)?.[0].length ?? 0;
  return linesOf(text, start, end, cutAfter).map((line) => ({ ...line, text: line.text.replace(/(?<=\)) e-?mail$/iu, ''), kind: kindOf(line.text) }));
}

function kindOf(text: string): PageLine['kind'] {
  if (text === '') return 'blank';
  if (text.length > 400) return 'text';
  return lineKinds.find((kind) => nomadit[kind].test(text)) ?? 'text';
}
