/** The lines of a conference page, each with what it is. */
import { linesOf } from '../lines';
import { gluedSession, lineKinds, nomadit, panelCode, type LineKind } from './nomadit';

/** A line of a page with what it is; `text` when it is none of the known kinds. */
export type PageLine = { readonly text: string; readonly start: number; readonly end: number; readonly kind: LineKind | 'text' | 'blank' };

/** The lines between two places; a session's line is parted from what is glued to it. */
export function pageLines(text: string, start: number, end: number): readonly PageLine[] {
  const cutAfter = (line: string): number => gluedSession.exec(line)?.[0].length ?? 0;
  return withValues(linesOf(text, start, end, cutAfter).map((line) => ({ ...line, text: line.text.replace(/(?<=\)) e-?mail$/iu, ''), kind: kindOf(line.text) })));
}

/** `Panel` above its code is one line; what stands below `Theme:` is a detail too. */
function withValues(lines: readonly PageLine[]): readonly PageLine[] {
  const joined: PageLine[] = [];
  let open: PageLine | undefined;
  for (const line of lines) {
    const isValue = open !== undefined && line.kind === 'text' && line.text.length < 160;
    if (isValue && panelWord.test(open?.text ?? '') && panelCode.test(line.text)) joined[joined.lastIndexOf(open as PageLine)] = { ...line, start: open?.start ?? line.start, text: `${open?.text} ${line.text}`, kind: 'panel' };
    else joined.push(isValue && open?.kind === 'detail' ? { ...line, kind: 'detail' } : line);
    if (line.kind !== 'blank') open = line.kind === 'detail' && /^\p{L}[\p{L} ]*:$/u.test(line.text) || panelWord.test(line.text) ? line : undefined;
  }
  return joined;
}

const panelWord = /^(?:Panel|Roundtable|Workshop|Lab|Stream)$/u;

function kindOf(text: string): PageLine['kind'] {
  if (text === '') return 'blank';
  if (text.length > 400) return 'text';
  return lineKinds.find((kind) => nomadit[kind].test(text)) ?? 'text';
}
