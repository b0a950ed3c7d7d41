/** Passages written out in a draft: each quoted in a block, cited in its place, and followed by what was noted on it. */
import type { Note, Stance } from '../source';
import type { Syntax } from './citation';
import type { DraftReading } from './draftReading';
import { draftStyle } from './draftStyle';
import { localLocator } from './localLocator';
import { isBlockQuotation, plain, quotationText } from './quotation';
import { comparable, saidNotes } from './summary';
import { insertCitation } from './syntaxes';

/** A note with the key of its source. */
type Passage = { readonly key: string; readonly note: Note };

/** Passages in groups, each under its heading; an empty label has none. */
export type PassagesToDraft = readonly { readonly label: string; readonly passages: readonly Passage[] }[];

/** The text; how many notes it holds, and how many were left out since the draft says them already. */
export type DraftedPassages = { readonly text: string; readonly written: number; readonly present: number };

/** How a syntax writes what is no citation. Texts are ready to stand there. */
type Prose = {
  heading(level: number, text: string): string;
  emphasis(text: string): string;
  block(text: string, draft: DraftReading): string;
  /** What a person wrote in a note, which is Markdown. */
  own(text: string): string;
};

const paragraphs = (text: string): readonly string[] => text.trim().split(/\n[ \t]*\n/).map((paragraph) => paragraph.split('\n').map((line) => line.trim()).join(' ')).filter((paragraph) => paragraph !== '');

/** A line of Markdown that begins like a list, a heading or a rule is none. */
const markdownLine = (line: string): string => line.replace(/^([-+=]|\d{1,9}(?=[.)]))/, (start) => (/\d/.test(start) ? start : `\\${start}`)).replace(/^(\d{1,9})([.)])/, '$1\\$2');
const quotedLines = (text: string): string => text.split('\n').map((line) => (line === '' ? '>' : `> ${markdownLine(line)}`)).join('\n');
/** Nor is one of Typst and Org, which take other signs for such beginnings. */
const typstLine = (line: string): string => line.replace(/^[=+-]/, '\\$&').replace(/^(\d{1,9})\./, '$1\\.');
const orgLine = (line: string): string => (/^(?:[#*|:+-]|\d{1,9}[.)])/.test(line) ? `\u200b${line}` : line);
const eachLine = (text: string, guard: (line: string) => string): string => text.split('\n').map(guard).join('\n');
const latexLevels = ['section', 'subsection', 'subsubsection', 'paragraph', 'subparagraph'] as const;

const markdownProse: Prose = {
  heading: (level, text) => `${'#'.repeat(level)} ${text}`, emphasis: (text) => `*${text}*`, block: quotedLines, own: (text) => text,
};

const prose: { readonly [S in Syntax]: Prose } = {
  markdown: markdownProse,
  myst: markdownProse,
  latex: {
    heading: (level, text) => `\\${latexLevels[Math.min(level, latexLevels.length) - 1] ?? 'section'}{${text}}`, emphasis: (text) => `\\emph{${text}}`, own: (text) => plain.latex(text),
    block: (text, { ways }) => { const name = ways.packages.includes('csquotes') ? 'displayquote' : 'quote'; return `\\begin{${name}}\n${text}\n\\end{${name}}`; },
  },
  typst: { heading: (level, text) => `${'='.repeat(level)} ${text}`, emphasis: (text) => `_${text}_`, own: (text) => plain.typst(text), block: (text) => `#quote(block: true)[\n${eachLine(text, typstLine)}\n]` },
  org: { heading: (level, text) => `${'*'.repeat(level)} ${text}`, emphasis: (text) => `/${text}/`, own: (text) => plain.org(text), block: (text) => `#+begin_quote\n${eachLine(text, orgLine)}\n#+end_quote` },
};

const stanceWords: { readonly [S in Stance]: string } = { for: 'For.', against: 'Against.', mixed: 'Mixed.' };

/** The citation of a passage, as it stands alone in this draft. */
function citationOf(draft: DraftReading, { key, note: { locator } }: Passage, language: string | undefined): string {
  const request = { key, ...(locator && { locator: localLocator(locator, language) }) };
  // Behind a blank of a text without citations, in the manner of this draft: so it joins no other citation.
  const [edit] = insertCitation(draft.syntax, { ...draft, text: ' ', blocks: [], citations: [] }, 1, [request]).edits;
  return edit?.text.trim() ?? '';
}

/** A citation before the full stop that ends a text; behind any other end. */
const cited = (text: string, citation: string): string => (/[^.]\.$/.test(text) ? `${text.slice(0, -1)} ${citation}.` : `${text} ${citation}`.trim());

function passageText(draft: DraftReading, passages: readonly Passage[], language: string | undefined, isStanceNamed: boolean): string {
  const [first] = passages as readonly [Passage, ...Passage[]];
  const { block, emphasis, own } = prose[draft.syntax];
  const citation = citationOf(draft, first, language);
  const words = passages.flatMap(({ note }) => {
    const stance = isStanceNamed && note.stance !== undefined ? emphasis(stanceWords[note.stance]) : '';
    const text = note.text.trim() === '' ? '' : own(note.text.trim());
    return note.quote !== undefined && stance === '' && text === '' ? [] : [{ stance, text }];
  });
  const said = words.map(({ stance, text }) => [stance, first.note.quote === undefined ? cited(text, citation) : text].filter((part) => part !== '').join(' '));
  if (first.note.quote === undefined) return said.join('\n\n');
  const quote = paragraphs(first.note.quote).map(plain[draft.syntax]).join('\n\n');
  return [block(`${quote} ${citation}`, draft), ...new Set(said)].join('\n\n');
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
  const { lang } = draftStyle(draft.text);
  const said = saidNotes(draft, groups.flatMap(({ passages }) => passages.map(({ note }) => note)));
  const done = new Set<Note>();
  let present = 0;
  const parts: string[] = [];
  for (const { label, passages } of groups) {
    const fresh = passages.filter(({ note }) => !done.has(note));
    for (const { note } of fresh) done.add(note);
    const missing = fresh.filter(({ note }) => !said.has(note));
    present += fresh.length - missing.length;
    if (missing.length === 0) continue;
    if (label !== '') parts.push(prose[draft.syntax].heading(level, plain[draft.syntax](label)));
    parts.push(...together(missing).map((same) => passageText(draft, same, lang, isStanceNamed)));
  }
  return { text: parts.join('\n\n'), written: done.size - present, present };
}

/** One quotation with its citation, for a place in a sentence; a long one in a block of its own, between blank lines. */
export function quotationInDraft(draft: DraftReading, passage: Passage): { readonly text: string; readonly isBlock: boolean } {
  const { lang } = draftStyle(draft.text);
  const citation = citationOf(draft, passage, lang);
  const quote = passage.note.quote ?? '';
  if (!isBlockQuotation(quote)) return { text: `${quotationText(draft, quote, lang)} ${citation}`, isBlock: false };
  return { text: prose[draft.syntax].block(`${paragraphs(quote).map(plain[draft.syntax]).join('\n\n')} ${citation}`, draft), isBlock: true };
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
