/** The names of passages: which tags the notes on them have, in rows that stand above paragraphs, where they are never in the way of the text. */
import type { Note, Span } from '../source';

/** A passage that notes quote. `start`: UTF-16 code units; `number`: raised digits that tell it from the others of its row, empty where it is the only one; `words`: its tags, and *moved?* where that is to be confirmed. */
export type NamedPassage = { readonly start: number; readonly number: string; readonly words: readonly string[]; readonly notes: readonly Note[] };
/** The passages that are named in one row; `at` is where the line starts above which it stands. */
export type PassageRow = { readonly at: number; readonly passages: readonly NamedPassage[] };
/** A part of a row: what it says, what it says at length, and the notes that it leads to. */
export type RowPart = { readonly words: string; readonly whole: string; readonly notes: readonly Note[] };

/** A passage with one of its notes. */
type Noted = { readonly span: Span; readonly note: Note; readonly moved: boolean };

/** So many lines at most stand between a row and the passages that it names: a transcript may have no blank line for pages. */
const reach = 8;
/** So many columns a row may fill: what an editor of half a small screen still shows whole. */
const room = 48;
/** So many of them at most are for one name, which leaves room for numbers and for how many more there are. */
const widest = 34;
/** What stands between the parts of a row in columns; the editor draws it. */
const between = 3;

/** The rows of a text whose line ends are `\n`, from the top. A passage without a tag that stands where it stood has no name. */
export function passageRows(text: string, noted: readonly Noted[]): PassageRow[] {
  const rows: { at: number; passages: Unnumbered[] }[] = [];
  for (const passage of unnumbered(noted)) {
    const { at, isParagraph, from } = lineAbove(text, passage.start);
    const last = rows.at(-1);
    if (last !== undefined && last.at >= (isParagraph ? at : from)) last.passages.push(passage);
    else rows.push({ at, passages: [passage] });
  }
  return rows.map(({ at, passages }) => ({ at, passages: passages.map((passage, index) => ({ ...passage, number: passages.length === 1 ? '' : raised(index + 1) })) }));
}

type Unnumbered = Omit<NamedPassage, 'number'>;

/** The passages with names in their order; notes on the same words are notes on one passage. */
function unnumbered(noted: readonly Noted[]): Unnumbered[] {
  const passages = new Map<string, { start: number; words: Set<string>; notes: Note[] }>();
  for (const { span: { start, end }, note, moved } of [...noted].sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end)) {
    const place = `${start} ${end}`;
    const passage = passages.get(place) ?? { start, words: new Set(), notes: [] };
    passages.set(place, passage);
    passage.notes.push(note);
    for (const word of [...note.tags.map((tag) => `#${tag}`), ...(moved ? ['moved?'] : [])]) passage.words.add(word);
  }
  return [...passages.values()].filter(({ words }) => words.size > 0).map((passage) => ({ ...passage, words: [...passage.words] }));
}

/** Where the paragraph around a place begins, if that is near; else where its line begins. `from`: the first line that is near. */
function lineAbove(text: string, place: number): { readonly at: number; readonly isParagraph: boolean; readonly from: number } {
  const own = text.lastIndexOf('\n', place - 1) + 1;
  let from = place === 0 ? 0 : own;
  for (let lines = 0; lines < reach && from > 0; lines++) {
    const above = from < 2 ? 0 : text.lastIndexOf('\n', from - 2) + 1;
    if (text.slice(above, from).trim() === '') return { at: from, isParagraph: true, from };
    from = above;
  }
  return from === 0 ? { at: 0, isParagraph: true, from } : { at: own, isParagraph: false, from };
}

const raised = (number: number): string => [...String(number)].map((digit) => '⁰¹²³⁴⁵⁶⁷⁸⁹'[Number(digit)] ?? '').join('');

/**
 * What a row says, part by part, in as little room as even a narrow editor has: the names of each passage, as many as there is room for
 * and one at least, and how many more it has; at the end how many passages found no room. Each part says all of it in `whole`.
 */
export function rowParts({ passages }: PassageRow): RowPart[] {
  const brief = passages.map((passage) => partOf(passage, 1));
  if (brief.length === 1 || widthOf(brief) <= room) return filled(passages, brief);
  const whole = passages.map((passage) => partOf(passage, passage.words.length));
  let shown = brief.length;
  while (shown > 1 && widthOf([...brief.slice(0, shown), more(whole.slice(shown))]) > room) shown -= 1;
  return [...brief.slice(0, shown), more(whole.slice(shown))];
}

/** The parts with more of their names, as long as there is room. */
function filled(passages: readonly NamedPassage[], brief: readonly RowPart[]): RowPart[] {
  const parts = [...brief];
  for (const [index, passage] of passages.entries()) {
    for (let shown = passage.words.length; shown > 1; shown--) {
      const longer = partOf(passage, shown);
      if (widthOf([...parts.slice(0, index), longer, ...parts.slice(index + 1)]) > room) continue;
      parts[index] = longer;
      break;
    }
  }
  return parts;
}

/** A passage with so many of its names. */
function partOf({ number, words, notes }: NamedPassage, shown: number): RowPart {
  const rest = words.length - shown;
  const said = (names: readonly string[]): string => [number, ...names].filter((word) => word !== '').join(' ');
  return { words: said([...words.slice(0, shown).map(cut), ...(rest > 0 ? [`+${rest}`] : [])]), whole: said(words), notes };
}

const more = (parts: readonly RowPart[]): RowPart => ({ words: `+${parts.length}`, whole: parts.map(({ whole }) => whole).join('\n'), notes: parts.flatMap(({ notes }) => notes) });

/** A name that would fill a row alone is cut where its end says least of it: in its middle. */
function cut(name: string): string {
  const signs = [...name];
  const half = Math.floor((widest - 1) / (columnsOf(name) > signs.length ? 4 : 2));
  return columnsOf(name) <= widest ? name : `${signs.slice(0, half).join('')}…${signs.slice(-half).join('')}`;
}

const widthOf = (parts: readonly RowPart[]): number => parts.reduce((sum, { words }) => sum + columnsOf(words), between * (parts.length - 1));

/** How many columns a text takes: letters of Chinese, Japanese and Korean are as wide as two. */
const columnsOf = (text: string): number => [...text].reduce((sum, sign) => sum + (/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u.test(sign) ? 2 : 1), 0);
