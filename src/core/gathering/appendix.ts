/** The appendix of evidence, as Annotation for Transparent Inquiry asks for it: behind each citation its quotations, places, notes and source. */
import type { Evidence } from '../citations';
import { locatorText } from '../notes';
import { inDraft, joined, type DraftText } from '../exits';
import { plainInline, plainLines, quotedLines } from '../markdownProse';
import type { Item, Note, Span } from '../source';
import { referenceInBrief } from './literature';

/** What a doubt about a citation says, and what to do about it. */
const doubtWords: { readonly [D in Evidence['doubts'][number]]: DraftText } = {
  'no-note': inDraft`No note stands behind this citation. Take one on the passage that it rests on, with its page.`,
  'no-page': inDraft`A quotation here has no page. Add it to the heading of the note.`,
};

/** So much of a paragraph is shown, in UTF-16 code units, and so much of it, where it has that, before the citation: the claim mostly stands there. */
const [most, ahead] = [240, 160];
const onOneLine = (text: string): string => text.replace(/\s+/g, ' ');

/** What was cut off a word, or off a sign of two code units, goes; writing without blanks is cut anywhere. */
const wholeWords = { opening: /^(?:\S{0,30}\s|[\udc00-\udfff])/, closing: /(?:\s\S{0,30}|[\ud800-\udbff])$/ } as const;

/** The words around a cited key, on one line, cut between words. */
function excerpt(paragraph: string, { start, end }: Span): string {
  const [before, key, after] = [onOneLine(paragraph.slice(0, start)).trimStart(), onOneLine(paragraph.slice(start, end)), onOneLine(paragraph.slice(end)).trimEnd()];
  const room = Math.max(0, most - key.length);
  const left = Math.min(before.length, Math.max(Math.min(ahead, room), room - after.length));
  const right = Math.min(after.length, Math.max(0, room - left));
  const opening = left === before.length ? before : `…${before.slice(before.length - left).replace(wholeWords.opening, '')}`;
  const closing = right === after.length ? after : `${after.slice(0, right).replace(wholeWords.closing, '')}…`;
  return `${opening}${key}${closing}`;
}

/** Text that stands behind words of ours in one line. */
const inLine = (text: string): DraftText => plainInline(text.replace(/\s+/g, ' '));

const number = (count: number): DraftText => plainInline(String(count));
const apart = inDraft`\n\n`;

/** The appendix as Markdown; `itemOf` gives the record of a key, where there is one. */
export function evidenceAppendix(title: string, evidence: readonly Evidence[], itemOf: (key: string) => Item | undefined): DraftText {
  const entries = evidence.map((one, at) => entryText(one, at + 1, itemOf(one.key)));
  const doubtful = evidence.filter(({ doubts }) => doubts.length > 0).length;
  const summary = inDraft`${number(evidence.length)} ${evidence.length === 1 ? inDraft`citation` : inDraft`citations`}${doubtful === 0 ? inDraft`` : inDraft`, ${number(doubtful)} to look at (⚠)`}.`;
  return inDraft`${joined([inDraft`# Evidence: ${inLine(title)}`, summary, ...entries], apart)}\n`;
}

function entryText({ key, paragraph, at, locator, notes, doubts }: Evidence, place: number, item: Item | undefined): DraftText {
  return joined([
    inDraft`## ${number(place)}. ${inLine(key)}${locator === undefined ? inDraft`` : inDraft`, ${inLine(locator)}`}${doubts.length === 0 ? inDraft`` : inDraft` ⚠`}`,
    inDraft`In the draft: “${inLine(excerpt(paragraph, at))}”`,
    inDraft`Source: ${inLine(item === undefined ? 'no source has this key.' : referenceInBrief(item))}`,
    ...notes.flatMap(noteText), ...doubts.map((doubt) => inDraft`⚠ ${doubtWords[doubt]}`),
  ], apart);
}

function noteText({ quote, text, locator, author }: Note): readonly DraftText[] {
  const place = plainInline(locator === undefined ? '' : ` (${locatorText(locator)})`);
  const own = text.trim() === '' ? [] : [inDraft`${plainLines(text.trim())}${quote === undefined ? place : inDraft``}${author === undefined ? inDraft`` : inDraft` — ${inLine(author)}`}`];
  return quote === undefined ? own : [quotedLines(inDraft`${plainLines(quote.trim())}${place}`), ...own];
}
