/** Identifiers by which a work can be looked up: DOI, ISBN and arXiv number, alone or in an address. */
import { cleanDoi, doisIn, isIsbn } from '../parsing';
import type { Item } from '../source';

/** The kinds of identifiers, as one writes them. */
export const identifierKinds = { doi: 'DOI', isbn: 'ISBN', arxiv: 'arXiv number' } as const;
export type IdentifierKind = keyof typeof identifierKinds;

/** One identifier in its plain form: `10.…/…`, the digits of an ISBN, an arXiv number without its version. */
export type Identifier = { readonly kind: IdentifierKind; readonly value: string };

/** More than this many of one text are not looked up. */
export const mostIdentifiers = 200;
/** The longest text that identifiers are searched in, in UTF-16 code units. */
const longestText = 100_000;

const arxivNumber = /(?:arxiv(?:\.org\/(?:abs|pdf|html)\/|[\s:]{1,3})|^)(\d{4}\.\d{4,5}|[a-z-]{2,12}(?:\.[A-Z]{2})?\/\d{7})(?:v\d{1,2})?(?![\w.]\w)/iu;
const isbnShape = /(?<![\dX-])(?:97[89][ -]?)?\d(?:[ -]?\d){8}[ -]?[\dX](?![\dX-])/iu;

/** The identifier in a word or line; undefined when there is none. A DOI of arXiv is its arXiv number. */
export function identifierIn(text: string): Identifier | undefined {
  const line = text.trim().slice(0, 600);
  const doi = cleanDoi(line) ?? doisIn(line)[0];
  const preprint = doi === undefined ? undefined : /^10\.48550\/arxiv\.(.+)$/iu.exec(doi)?.[1];
  if (preprint !== undefined) return { kind: 'arxiv', value: preprint.replace(/v\d{1,2}$/u, '') };
  if (doi !== undefined) return { kind: 'doi', value: doi };
  const arxiv = arxivNumber.exec(line)?.[1];
  if (arxiv !== undefined) return { kind: 'arxiv', value: arxiv };
  const isbn = isbnShape.exec(line)?.[0].replace(/[ -]/gu, '').toUpperCase();
  return isbn !== undefined && isIsbn(isbn) ? { kind: 'isbn', value: isbn } : undefined;
}

const label = /^(?:[-•▪·*]\s{1,4}|\[?\d{1,4}[.)\]]\s{1,4})?(?:DOI|ISBN(?:-1[03])?|arXiv|URL|Link)?\s?[:：]?\s?/iu;

/** Does a line hold an identifier, perhaps under its label, and nothing else? */
function isBare(line: string): boolean {
  const rest = line.trim().replace(label, '').replace(/^<|>$/gu, '');
  return rest.length < 400 && (/^\S+$/u.test(rest) || /^[\dX -]+$/iu.test(rest));
}

/** The words of a text that may be identifiers: its lines, and of a line with several the words between commas and blanks. */
function partsOf(text: string): readonly string[] {
  return text.slice(0, longestText).split(/[\r\n;,]+/u).map((part) => part.trim()).filter((part) => part !== '')
    .flatMap((part) => (isBare(part) || !part.includes('/') ? [part] : part.split(/\s+/u).filter((word) => word.includes('/') || !/^(?:doi|arxiv|isbn):?$/iu.test(word))));
}

/** What was typed as identifiers, without repeats; and the parts in which none was recognised. */
export function identifiersIn(text: string): { readonly identifiers: readonly Identifier[]; readonly others: readonly string[] } {
  const identifiers = new Map<string, Identifier>();
  const others: string[] = [];
  for (const part of partsOf(text)) {
    const identifier = identifierIn(part);
    if (identifier === undefined) others.push(part);
    else identifiers.set(`${identifier.kind} ${identifier.value.toLowerCase()}`, identifier);
  }
  return { identifiers: [...identifiers.values()], others };
}

/** The identifiers of a text in which every line is one and holds nothing else; otherwise none. */
export function bareIdentifiers(text: string): readonly Identifier[] {
  if (text.length > longestText) return [];
  const lines = text.split(/\r\n?|\n/u).map((line) => line.trim()).filter((line) => line !== '');
  if (lines.length === 0 || lines.length > mostIdentifiers || !lines.every(isBare)) return [];
  const found = lines.map(identifierIn);
  return found.every((one) => one !== undefined) ? identifiersIn(lines.join('\n')).identifiers : [];
}

/** What a source can be looked up by, best first: its DOI, its arXiv number, the ISBN of a book. */
export function identifierOf(item: Item): Identifier | undefined {
  const doi = item.DOI === undefined ? undefined : identifierIn(item.DOI);
  if (doi !== undefined) return doi;
  const texts = [item.URL, item['number']].filter((one): one is string => typeof one === 'string');
  const named = texts.filter((one) => /doi\.org\/|arxiv/iu.test(one)).map(identifierIn).find((one) => one !== undefined);
  if (named !== undefined) return named;
  return typeof item['ISBN'] === 'string' && item.type !== 'chapter' ? identifierIn(item['ISBN']) : undefined;
}
