/** Lines that hold nothing but an identifier: a DOI, an ISBN, an arXiv number or an address. One record each, with nothing made up. */
import type { Span } from '../../source';
import { allSure, trust } from '../certainty';
import { itemOf, type Found } from '../found';
import { cleanDoi, cleanUrl } from '../identifiers';
import { linesOf, withoutEnd, type Line } from '../lines';

const lead = /^(?:[-•▪·*]\s{1,4}|\[?\d{1,4}[.)\]]\s{1,4})?(?:DOI|ISBN(?:-1[03])?|arXiv|URL|Link)?\s?[:：]?\s?/iu;

/** The records of a stretch in which every line is an identifier; none when one is not. */
export function readIdentifierList(text: string, { start, end }: Span): readonly Found[] {
  const found: Found[] = [];
  for (const line of linesOf(text, start, end)) {
    if (line.text === '') continue;
    for (const piece of piecesOf(text, line)) {
      const one = foundIn(piece);
      // A long list of references is told by its first line.
      if (one === undefined) return [];
      found.push(one);
    }
  }
  return found;
}

/** The records of lines that are identifiers and nothing else, two at least one below the other, that stand apart from what was read already. */
export function readIdentifierRuns(text: string, { start, end }: Span, known: readonly Span[]): readonly Found[] {
  if (!/10\.\d{4}|ISBN|arXiv|https?:/u.test(text.slice(start, end))) return [];
  const runs: Found[][] = [[]];
  for (const line of linesOf(text, start, end)) {
    if (line.text === '') continue;
    const one = known.some((read) => read.start < line.end && read.end > line.start) ? undefined : foundIn(line);
    if (one === undefined || !('DOI' in one.item || 'ISBN' in one.item)) runs.push([]);
    else runs.at(-1)?.push(one);
  }
  return runs.filter((run) => run.length > 1).flat();
}

/** The record of an identifier that is all that a line says. */
function foundIn({ text, start, end }: Line): Found | undefined {
  const fields = text.length > 400 || /\s\S+\s\S+\s/u.test(text) ? undefined : identifierOf(text);
  if (fields === undefined) return undefined;
  return { start, end, format: 'reference', item: itemOf(typeOf(fields), fields), certainty: allSure(Object.keys(fields), trust.structured, 'Stands alone on its line.'), problems: [] };
}

/** Several identifiers on one line, parted by commas or semicolons. */
function piecesOf(text: string, line: Line): readonly Line[] {
  const raw = text.slice(line.start, line.end);
  const places = [...raw.matchAll(/[;,]\s{1,4}(?=\S)/gu)].map(({ index, 0: mark }) => index + mark.length);
  if (places.length === 0 || places.length > 200) return [line];
  return [0, ...places].map((from, index) => ({ text: raw.slice(from, places[index] ?? raw.length).trim().replace(/\s?[;,]$/u, ''), start: line.start + from, end: line.start + (places[index] ?? raw.length) })).filter((piece) => piece.text !== '');
}

const scattered = /10\.\d{4,9}\/[^\s"'<>«»“”，。；]+|https?:\/\/[^\s"'<>«»“”，。；]+|ISBN(?:-1[03])?[:\s]{1,3}[\dXx][\dXx -]{8,16}[\dXx]|arXiv:\s?\d{4}\.\d{4,5}/gu;
const noWork = /unsubscribe|mailto|facebook|twitter|linkedin|instagram|zoom\.|teams\.|preferences|youtube/iu;
/** Running text that is a message about identifiers has one at least every so many characters, and is no longer than this. */
const density = 260;
const longestMessage = 3000;

/** The identifiers in a short message, when it names two works or more in this way; none in other prose. */
export function readScatteredIdentifiers(text: string, { start, end }: Span): readonly Found[] {
  const passage = text.slice(start, end);
  if (passage.trim().length > longestMessage) return [];
  const seen = new Set<string>();
  const found = [...passage.matchAll(scattered)].flatMap(({ 0: match, index }) => {
    const fields = noWork.test(match) ? undefined : identifierOf(withoutEnd(match, '.,;:!?)]'));
    const key = (doiOf(fields ?? {}) ?? JSON.stringify(fields ?? {})).toLowerCase();
    if (fields === undefined || seen.has(key)) return [];
    seen.add(key);
    return [{ start: start + index, fields }];
  });
  if (found.length < 2 || found.every(({ fields }) => 'URL' in fields) || passage.trim().length > found.length * density) return [];
  return found.map(({ fields }, at) => ({
    start: at === 0 ? start : found[at]?.start ?? start, end: found[at + 1]?.start ?? end, format: 'reference', item: itemOf(typeOf(fields), withoutTracking(fields)), certainty: allSure(Object.keys(fields), trust.labelled, 'Stands in the text.'), problems: [],
  }));
}

/** The DOI of a work, also where the address of its page at a publisher holds it. */
const doiOf = ({ DOI, URL }: { readonly [field: string]: string }): string | undefined => DOI ?? /\/doi\/(?:[a-z]{2,8}\/)?(10\.\d{4,9}\/[^?#\s]{1,200})/iu.exec(URL ?? '')?.[1];

/** An address without what only says where it was clicked. */
const withoutTracking = (fields: { readonly [field: string]: string }): { readonly [field: string]: string } =>
  (fields['URL'] === undefined ? fields : { ...fields, URL: fields['URL'].replace(/[?&]utm_[^&#]*/gu, '').replace(/#:~:text=.*/u, '') });

const ofWork = /jstor\.org\/stable|hdl\.handle\.net|ssrn\.com|repec\.org|doi\.org|\.pdf$|cyberleninka|elibrary/iu;

/** What an identifier alone tells of the kind of work: books have ISBNs, preprints arXiv numbers, pages addresses. */
const typeOf = ({ ISBN, number, URL }: { readonly [field: string]: string }): 'book' | 'article' | 'document' | 'webpage' =>
  ISBN !== undefined ? 'book' : number !== undefined ? 'article' : URL === undefined || ofWork.test(URL) ? 'document' : 'webpage';

function identifierOf(line: string): { readonly [field: string]: string } | undefined {
  const bare = line.replace(lead, '').replace(/^<|>$/gu, '').trim();
  const doi = cleanDoi(bare);
  if (doi !== undefined) return { DOI: doi };
  const pmid = /^PMID[:\s]{1,3}(\d{4,9})$/iu.exec(line)?.[1];
  if (pmid !== undefined) return { PMID: pmid };
  const isbn = bare.replace(/[\s-]/gu, '').toUpperCase();
  if (isIsbn(isbn) || (/^97[89]\d{10}$/u.test(isbn) && /-|ISBN/iu.test(line)) || (/^\d{9}[\dX]$/u.test(isbn) && /^\W{0,8}ISBN/iu.test(line))) return { ISBN: isbn };
  const arxiv = /^(?:https?:\/\/arxiv\.org\/abs\/)?(?:arXiv:)?(\d{4}\.\d{4,5}|[a-z-]{2,10}(?:\.[A-Z]{2})?\/\d{7})(?:v\d{1,2})?$/iu.exec(bare)?.[1];
  // What a program asks is no page.
  const address = bare.includes(' ') || /^https?:\/\/api\./iu.test(bare) ? undefined : cleanUrl(bare);
  if (arxiv !== undefined && /arxiv/iu.test(line)) return { number: `arXiv:${arxiv}`, ...(address === undefined ? {} : { URL: address }) };
  const url = bare.includes(' ') ? undefined : cleanUrl(bare);
  return url === undefined ? undefined : { URL: url };
}

/** Has this the length and the check digit of an ISBN? */
export function isIsbn(digits: string): boolean {
  if (/^97[89]\d{10}$/u.test(digits)) return [...digits].reduce((sum, digit, index) => sum + Number(digit) * (index % 2 === 0 ? 1 : 3), 0) % 10 === 0;
  return /^\d{9}[\dX]$/u.test(digits) && [...digits].reduce((sum, digit, index) => sum + (digit === 'X' ? 10 : Number(digit)) * (10 - index), 0) % 11 === 0;
}
