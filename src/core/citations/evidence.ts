/** The notes that stand behind each citation of a draft: by the place it cites, and by the words that stand beside it. */
import type { Note, Span } from '../source';
import { plainLocator } from './details';
import type { DraftReading } from './draftReading';
import { comparable, covers } from './summary';

/**
 * One cited key, in the order of the draft: the paragraph it stands in, where the key stands there (`at`, in UTF-16 code units), the
 * place it cites, and the notes behind it. `doubts`: a citation without a note, a quotation without a page.
 */
export type Evidence = {
  readonly key: string;
  readonly paragraph: string;
  readonly at: Span;
  readonly locator?: string;
  readonly notes: readonly Note[];
  readonly doubts: readonly ('no-note' | 'no-page')[];
};

/** How far a paragraph is looked for on each side of a citation, in UTF-16 code units. */
const reach = 3000;

/** The lines around a citation, up to a blank one on each side; and where they begin. */
function paragraphAt(text: string, { start, end }: Span): { readonly paragraph: string; readonly from: number } {
  const before = text.slice(Math.max(0, start - reach), start).split('\n');
  const after = text.slice(end, end + reach).split('\n');
  const opening = before.findLastIndex((line, at) => at < before.length - 1 && line.trim() === '');
  const closing = after.findIndex((line, at) => at > 0 && line.trim() === '');
  const opened = before.slice(opening + 1).join('\n').trimStart();
  return { paragraph: `${opened}${text.slice(start, end)}${after.slice(0, closing < 0 ? undefined : closing).join('\n')}`.trimEnd(), from: start - opened.length };
}

/** Notes that say what the paragraph says come first; else those on the cited place. */
function behind(notes: readonly Note[], paragraph: string, locator: string | undefined): readonly Note[] {
  const said = comparable(paragraph);
  const quoted = notes.filter(({ quote, text }) => { const words = comparable(quote ?? text).slice(0, 60); return words.length > 12 && said.includes(words); });
  const placed = locator === undefined ? [] : notes.filter((note) => note.locator !== undefined && covers(locator, note.locator.value) && !quoted.includes(note));
  return [...quoted, ...placed];
}

/** The evidence for every citation of a draft. `notesOf` gives the notes on the source of a key. */
export function evidenceOf({ text, citations }: DraftReading, notesOf: (key: string) => readonly Note[]): readonly Evidence[] {
  return citations.filter(({ form }) => form !== 'listed').flatMap(({ span, keys }) => keys.map(({ key, locator, span: own }) => {
    const { paragraph, from } = paragraphAt(text, span);
    const place = locator === undefined ? undefined : plainLocator(locator);
    const notes = behind(notesOf(key), paragraph, place);
    const doubts = [...notes.length === 0 ? ['no-note' as const] : [], ...notes.some((note) => note.quote !== undefined && note.locator === undefined) ? ['no-page' as const] : []];
    return { key, paragraph, at: { start: own.start - from, end: own.end - from }, ...(place !== undefined && { locator: place }), notes, doubts };
  }));
}
