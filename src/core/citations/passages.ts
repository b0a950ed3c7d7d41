/** Passages written out in a draft: each quoted in a block, cited in its place, and followed by what was noted on it. */
import { inDraft, joined, type DraftText } from '../exits';
import type { Note, Stance } from '../source';
import { prose } from './blocks';
import type { Syntax } from './citation';
import type { DraftReading } from './draftReading';
import { draftStyle } from './draftStyle';
import { isBlockQuotation, quotationText } from './quotation';
import { comparable, saidNotes } from './summary';
import { citationAlone } from './syntaxes';
import { plain, standing } from './words';

/** A note with the key of its source. */
type Passage = { readonly key: string; readonly note: Note };

/** Passages in groups, each under its heading; an empty label has none. */
export type PassagesToDraft = readonly { readonly label: string; readonly passages: readonly Passage[] }[];

/** The text; how many notes it holds, and how many were left out since the draft says them already. */
export type DraftedPassages = { readonly text: DraftText; readonly written: number; readonly present: number };

const paragraphs = (text: string): readonly string[] => text.trim().split(/\n[ \t]*\n/).map((paragraph) => paragraph.split('\n').map((line) => line.trim()).join(' ')).filter((paragraph) => paragraph !== '');

const stanceWords: { readonly [S in Stance]: DraftText } = { for: inDraft`For.`, against: inDraft`Against.`, mixed: inDraft`Mixed.` };

const citationOf = (draft: DraftReading, { key, note: { locator } }: Passage): DraftText => citationAlone(draft, [{ key, ...(locator && { place: locator }) }]);

/** A citation before the full stop that ends a text; behind any other end. */
const cited = (text: DraftText, citation: DraftText): DraftText =>
  (text === '' ? citation : /[^.]\.$/.test(text) ? inDraft`${standing(text.slice(0, -1))} ${citation}.` : inDraft`${text} ${citation}`);

const none = inDraft``;
const apart = inDraft`\n\n`;
const isSaid = (text: DraftText): boolean => text !== '';
const quoted = (draft: DraftReading, quote: string, citation: DraftText): DraftText =>
  prose[draft.syntax].block(inDraft`${joined(paragraphs(quote).map(plain[draft.syntax]), apart)} ${citation}`, draft);

function passageText(draft: DraftReading, passages: readonly Passage[], isStanceNamed: boolean): DraftText {
  const [first] = passages as readonly [Passage, ...Passage[]];
  const { emphasis, own } = prose[draft.syntax];
  const citation = citationOf(draft, first);
  const words = passages.flatMap(({ note }) => {
    const stance = isStanceNamed && note.stance !== undefined ? emphasis(stanceWords[note.stance]) : none;
    const text = note.text.trim() === '' ? none : own(note.text.trim());
    return note.quote !== undefined && stance === '' && text === '' ? [] : [{ stance, text }];
  });
  const said = words.map(({ stance, text }) => joined([stance, first.note.quote === undefined ? cited(text, citation) : text].filter(isSaid), inDraft` `));
  if (first.note.quote === undefined) return joined(said, apart);
  return joined([quoted(draft, first.note.quote, citation), ...new Set(said)], apart);
}

/** The same passage noted twice is one: by its source and its words. */
function together(passages: readonly Passage[]): readonly (readonly Passage[])[] {
  const same = new Map<string, Passage[]>();
  for (const passage of passages) {
    const id = `${passage.key} ${passage.note.quote === undefined ? `own ${comparable(passage.note.text)}` : comparable(passage.note.quote)}`;
    const list = same.get(id);
    if (list === undefined) same.set(id, [passage]);
    else if (!list.some(({ note }) => note === passage.note)) list.push(passage);
  }
  return [...same.values()];
}

/**
 * The text of passages for a draft, under headings of a level (1 is the highest). What the draft says already, and what stands in an earlier
 * group, is left out. `isStanceNamed`: stances are said; not needed where they are the headings.
 */
export function draftPassages(draft: DraftReading, groups: PassagesToDraft, level: number, isStanceNamed: boolean): DraftedPassages {
  const said = saidNotes(draft, groups.flatMap(({ passages }) => passages.map(({ note }) => note)));
  const done = new Set<Note>();
  let present = 0;
  const parts: DraftText[] = [];
  for (const { label, passages } of groups) {
    const fresh = passages.filter(({ note }) => !done.has(note));
    for (const { note } of fresh) done.add(note);
    const missing = fresh.filter(({ note }) => !said.has(note));
    present += fresh.length - missing.length;
    if (missing.length === 0) continue;
    if (label !== '') parts.push(prose[draft.syntax].heading(level, plain[draft.syntax](label)));
    parts.push(...together(missing).map((same) => passageText(draft, same, isStanceNamed)));
  }
  return { text: joined(parts, apart), written: done.size - present, present };
}

/** One quotation with its citation, for a place in a sentence; a long one in a block of its own, between blank lines. */
export function quotationInDraft(draft: DraftReading, passage: Passage): { readonly text: DraftText; readonly isBlock: boolean } {
  const { lang } = draftStyle(draft.text);
  const citation = citationOf(draft, passage);
  const quote = passage.note.quote ?? '';
  if (!isBlockQuotation(quote)) return { text: inDraft`${quotationText(draft, quote, lang)} ${citation}`, isBlock: false };
  return { text: quoted(draft, quote, citation), isBlock: true };
}

const headings: { readonly [S in Syntax]: RegExp } = {
  markdown: /^(#{1,6})[ \t]/gm, myst: /^(#{1,6})[ \t]/gm, typst: /^(={1,6})[ \t]/gm, org: /^(\*{1,6})[ \t]/gm, latex: /\\((?:sub){0,2}section|chapter)\*?\{/g,
};

/** The level of a heading below the last one before an offset; 2 where there is none. */
export function headingLevelAt({ syntax, text }: DraftReading, offset: number): number {
  const [, sign] = [...text.slice(0, offset).matchAll(headings[syntax])].at(-1) ?? [];
  if (sign === undefined) return 2;
  if (syntax !== 'latex') return Math.min(6, sign.length + 1);
  return sign === 'chapter' ? 1 : 2 + (sign.match(/sub/g) ?? []).length;
}
