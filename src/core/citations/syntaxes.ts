/** What one can do with citations in any syntax. Positions are UTF-16 code units of the draft. */
import type { DraftText } from '../exits';
import type { Change, Citation, CitedKey, CiteManner, CiteRequest, CompletionContext, DraftEdit, Insertion, Syntax } from './citation';
import { syntaxes } from './citation';
import { citationsIn, readDraft, withoutLabels, type DraftReading, type PlacedBlock } from './draftReading';
import { draftStyle } from './draftStyle';
import { commandFor } from './latexPackages';
import { localLocator } from './localLocator';
import { holds, type Passage } from './rules';
import { rules } from './table';
import { bareWords, placeWords, standing } from './words';

/** The language ids of VS Code in which one can cite. */
export const citingLanguages: readonly string[] = syntaxes.flatMap((syntax) => rules[syntax].languages);

/** The endings of files in which one can cite, lower-case, without the dot. */
export const citingEndings: readonly string[] = syntaxes.flatMap((syntax) => rules[syntax].endings);

/** The syntax of a language id, if one can cite in that language. */
export const syntaxOf = (languageId: string): Syntax | undefined =>
  syntaxes.find((syntax) => rules[syntax].languages.includes(languageId));

/** The syntax of a file by its name’s ending. */
export const syntaxOfPath = (path: string): Syntax | undefined =>
  syntaxes.find((syntax) => rules[syntax].endings.includes(path.slice(path.lastIndexOf('.') + 1).toLowerCase()));

/** All citations of a draft, in its order; linear in the text. Code, comments, e-mail addresses and the like cite nothing. */
export const findCitations = (syntax: Syntax, text: string): readonly Citation[] => readDraft(syntax, text).citations;

// --- passages ----------------------------------------------------------------------------------------------------

/** The block that holds the offset; of an empty draft, none. */
function blockAt(blocks: readonly PlacedBlock[], offset: number): PlacedBlock | undefined {
  let [low, high] = [0, blocks.length - 1];
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((blocks[middle]?.start ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return blocks[low];
}

/** The block of a draft that holds the offset, with the ways of the whole. */
function passageAt({ blocks, text, ways, labels }: DraftReading, offset: number): Passage & { readonly start: number } {
  const here = blockAt(blocks, offset);
  if (here === undefined) return { text, first: true, citations: [], ways, start: 0 };
  const { start, end } = here;
  return { start, text: text.slice(start, end), first: start === 0, citations: withoutLabels(citationsIn(here, -start), labels), ways };
}

const shifted = (edits: readonly DraftEdit[], by: number): readonly DraftEdit[] =>
  edits.map(({ start, end, text }) => ({ start: start + by, end: end + by, text }));

const asDraft = (syntax: Syntax, text: string | DraftReading): DraftReading => (typeof text === 'string' ? readDraft(syntax, text) : text);

/**
 * The place in the citation that stands at the cursor: the cursor itself when it stands in one or directly behind it; the start of
 * one that begins at the cursor; the end of a bracket from which only a blank parts the cursor. Else the cursor.
 */
function besideCitation({ text, citations }: Passage, offset: number): number {
  const cited = citations.filter(({ form }) => form !== 'listed');
  if (cited.some(({ span }) => holds(span, offset))) return offset;
  const [next] = cited.filter(({ span }) => span.start === offset);
  if (next !== undefined) return offset + 1;
  const before = text[offset - 1] === ' ' ? cited.find(({ span, form, command }) => span.end === offset - 1 && form === 'normal' && command !== '@') : undefined;
  return before === undefined ? offset : before.span.end;
}

/**
 * Cites the sources at the offset. With the cursor inside a citation or beside it, that one is extended; a
 * key that stands there already is not repeated, but gets a locator if it has none. Without a command, the one that fits the
 * draft is taken (see {@link citeCommand}). Keys that the syntax can't hold are left out (see {@link uncitableKeys}). No edits: nothing was to be done. Takes a text, or one that has been read.
 */
export function insertCitation(
  syntax: Syntax, draft: string | DraftReading, offset: number, requests: readonly CiteRequest[], manner: CiteManner = {},
): Insertion {
  const reading = asDraft(syntax, draft);
  const { start, ...passage } = passageAt(reading, offset);
  const citable = placed(reading, requests.filter(({ key }) => rules[syntax].canCite(key)));
  const { edits, cursor } = rules[syntax].insert(passage, besideCitation(passage, offset - start), citable, manner);
  return { edits: shifted(edits, start), cursor: cursor + start };
}

/** The requests with what notes say of the place in words of the draft’s language, none of whose signs mean anything to its syntax. */
function placed({ syntax, text }: DraftReading, requests: readonly CiteRequest[]): readonly CiteRequest[] {
  const language = requests.some(({ place }) => place !== undefined) ? draftStyle(text).lang : undefined;
  return requests.map(({ place, ...request }) => (place === undefined ? request : { ...request, locator: placeWords(syntax, localLocator(place, language)) }));
}

/** The citation that a draft would have of this source where it extends no other: in its own manner, and in its language. */
export function citationAlone({ syntax, text, ...draft }: DraftReading, requests: readonly CiteRequest[]): DraftText {
  // Behind a blank of a text without citations.
  const [edit] = insertCitation(syntax, { ...draft, syntax, text: ' ', blocks: [], citations: [] }, 1, placed({ ...draft, syntax, text }, requests)).edits;
  return standing(edit?.text.trim() ?? '');
}

/** A key of the draft, with the citation it stands in. */
export type KeyInPlace = { readonly citation: Citation; readonly cited: CitedKey };

/** The key at the offset, its signs included; for a hover and the like. */
export function keyAtOffset(draft: DraftReading, offset: number): KeyInPlace | undefined {
  // At the border of two blocks the key may stand at the end of the one before.
  return keyIn(draft, blockAt(draft.blocks, offset), offset) ?? keyIn(draft, blockAt(draft.blocks, offset - 1), offset);
}

function keyIn({ labels }: DraftReading, block: PlacedBlock | undefined, offset: number): KeyInPlace | undefined {
  for (const citation of block === undefined ? [] : withoutLabels(citationsIn(block), labels)) {
    if (citation.span.start > offset) return undefined;
    const cited = citation.keys.find(({ span, whole }) => {
      const from = span.start - whole.start > 3 ? span.start : whole.start;
      return from <= offset && offset <= span.end;
    });
    if (cited !== undefined) return { citation, cited };
  }
  return undefined;
}

/** {@link keyAtOffset} of a text that has not been read. */
export const citedKeyAt = (syntax: Syntax, text: string, offset: number): CitedKey | undefined => keyAtOffset(readDraft(syntax, text), offset)?.cited;

/** Does something with a key, in the passage where it stands. */
function atKey(draft: DraftReading, start: number, act: (passage: Passage, citation: Citation, key: CitedKey) => readonly DraftEdit[]): readonly DraftEdit[] {
  const passage = passageAt(draft, start);
  for (const citation of passage.citations) {
    const key = citation.keys.find(({ span }) => span.start === start - passage.start);
    if (key !== undefined) return shifted(act(passage, citation, key), passage.start);
  }
  return [];
}

/** The edits that take the key away whose span begins at `start`; with the last key goes its citation. */
export const removeKey = (draft: DraftReading, start: number): readonly DraftEdit[] =>
  atKey(draft, start, (passage, citation, key) => rules[draft.syntax].remove(passage, citation, key));

/** The edits that give other details to the key whose span begins at `start`. None where the syntax has no place for them. */
export const changeKey = (draft: DraftReading, start: number, change: Change): readonly DraftEdit[] =>
  atKey(draft, start, (passage, citation, key) => rules[draft.syntax].change(passage, citation, key, change));

/** The edits that give keys other names wherever the draft cites or defines them. Linear in the draft, however many they are. */
export function renameKeys({ citations, facts, syntax, text }: DraftReading, names: ReadonlyMap<string, string>): readonly DraftEdit[] {
  const cited = citations.flatMap(({ keys }) => keys).filter(({ key }) => names.has(key));
  const entries = facts.filter(({ kind, name }) => kind === 'entry' && names.has(name));
  return [
    ...cited.map((one) => rules[syntax].rename(text, one, names.get(one.key) as string)),
    ...entries.map(({ span, name }) => ({ ...span, text: bareWords(names.get(name) as string) })),
  ];
}

/** {@link renameKeys} of one key. */
export const renameKey = (draft: DraftReading, key: string, name: string): readonly DraftEdit[] => renameKeys(draft, new Map([[key, name]]));

/** What is being typed at the offset if a citation key belongs there: after `@`, or in the braces of `\cite{…}`. */
export function completionAt(syntax: Syntax, draft: string | DraftReading, offset: number): CompletionContext | undefined {
  const { start, ...passage } = passageAt(asDraft(syntax, draft), offset);
  const found = rules[syntax].complete(passage, offset - start);
  return found && { ...found, replace: { start: found.replace.start + start, end: found.replace.end + start } };
}

/** Which of these keys no citation of the syntax can hold: with signs that would end it, or that nobody sees. */
export const uncitableKeys = (syntax: Syntax, keys: readonly string[]): readonly string[] => keys.filter((key) => !rules[syntax].canCite(key));

/** A key as a completion writes it into the place that {@link completionAt} gives: `odd key` → `{odd key}` in Markdown. */
export const keyText = (syntax: Syntax, key: string): DraftText => rules[syntax].keyText(key);

/** The command (no backslash) that a new citation in this LaTeX draft is made with. */
export const citeCommand = (draft: string | DraftReading): string => commandFor(asDraft('latex', draft).ways);
