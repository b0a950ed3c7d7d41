/** Lines that hold nothing but an identifier: a DOI, an ISBN, an arXiv number or an address. One record each, with nothing made up. */
import type { Span } from '../../source';
import { allSure, trust } from '../certainty';
import { itemOf, type Found } from '../found';
import { cleanDoi, cleanUrl } from '../identifiers';
import { linesOf } from '../lines';

const lead = /^(?:[-•▪·*]\s{1,4}|\[?\d{1,4}[.)\]]\s{1,4})?(?:DOI|ISBN(?:-1[03])?|arXiv|URL|Link)?\s?[:：]?\s?/iu;

/** The records of a stretch in which every line is an identifier; none when one is not. */
export function readIdentifierList(text: string, { start, end }: Span): readonly Found[] {
  const lines = linesOf(text, start, end).filter((line) => line.text !== '');
  if (lines.length === 0 || lines.some((line) => line.text.length > 400 || /\s\S+\s\S+\s/u.test(line.text))) return [];
  const found = lines.map((line) => ({ line, fields: identifierOf(line.text) }));
  if (found.some(({ fields }) => fields === undefined)) return [];
  return found.map(({ line, fields }) => ({
    start: line.start, end: line.end, format: 'reference', item: itemOf(typeOf(fields ?? {}), fields ?? {}),
    certainty: allSure(Object.keys(fields ?? {}), trust.structured, 'Stands alone on its line.'), problems: [],
  }));
}

/** What an identifier alone tells of the kind of work: books have ISBNs, preprints arXiv numbers. */
const typeOf = ({ ISBN, number }: { readonly [field: string]: string }): 'book' | 'article' | 'document' =>
  ISBN !== undefined ? 'book' : number !== undefined ? 'article' : 'document';

function identifierOf(line: string): { readonly [field: string]: string } | undefined {
  const bare = line.replace(lead, '').replace(/^<|>$/gu, '').trim();
  const doi = cleanDoi(bare);
  if (doi !== undefined) return { DOI: doi };
  const isbn = bare.replace(/[\s-]/gu, '').toUpperCase();
  if (isIsbn(isbn)) return { ISBN: isbn };
  const arxiv = /^(?:https?:\/\/arxiv\.org\/abs\/)?(?:arXiv:)?(\d{4}\.\d{4,5})(?:v\d{1,2})?$/iu.exec(bare)?.[1];
  const address = bare.includes(' ') ? undefined : cleanUrl(bare);
  if (arxiv !== undefined && /arxiv/iu.test(line)) return { number: `arXiv:${arxiv}`, ...(address === undefined ? {} : { URL: address }) };
  const url = bare.includes(' ') ? undefined : cleanUrl(bare);
  return url === undefined ? undefined : { URL: url };
}

/** Has this the length and the check digit of an ISBN? */
export function isIsbn(digits: string): boolean {
  if (/^97[89]\d{10}$/u.test(digits)) return [...digits].reduce((sum, digit, index) => sum + Number(digit) * (index % 2 === 0 ? 1 : 3), 0) % 10 === 0;
  return /^\d{9}[\dX]$/u.test(digits) && [...digits].reduce((sum, digit, index) => sum + (digit === 'X' ? 10 : Number(digit)) * (10 - index), 0) % 11 === 0;
}
