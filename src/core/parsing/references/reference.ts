/** One reference in plain words, in any style of citing, as a CSL item. */
import type { Item, ItemType, Name } from '../../source';
import { allSure, reviewUnsure, trust } from '../certainty';
import { itemOf } from '../found';
import { readDate } from '../dates';
import { withoutEnd } from '../lines';
import type { Certainty } from '../reading';
import { readBody, trimmedTitle, type Body } from './body';
import { Draft, mark } from './draft';
import { issuedOf, pageOf, peelIdentifiers, peelLocators, peelYear, quotedSpans } from './peel';
import { peopleAt, type People } from './people';

/** What a reference says; `points` how much of it looks like one (five and above is a reference). */
export type Reference = { readonly item: Item; readonly certainty: { readonly [field: string]: Certainty }; readonly points: number };

/** The longest text that is read as one reference, in UTF-16 code units. */
export const longestReference = 1500;

/** Read one reference. `before` are the authors of the one above it, for a line of dashes in their place. */
export function readReference(text: string, before: readonly Name[] = []): Reference {
  const draft = new Draft(plainText(text));
  const repeated = takeDashes(draft);
  peelIdentifiers(draft);
  const kind = takeKind(draft);
  peelYear(draft);
  const people = repeated ? withNames(before, draft) : peopleAt(draft.text);
  const from = people?.end ?? 0;
  peelLocators(draft, titleEnd(draft.text, from));
  const body = readBody(draft, from);
  return assembled(draft, people, body, kind);
}

/** `**Title** by Names (2020). Rest`, as chat assistants write, in the order of a reference. */
const turned = (text: string): string =>
  text.replace(/^(?:\d{1,3}[.)] |[-•*] )?(?:\*\*|")([^*"]{8,250})(?:\*\*|")[,.]? ?(?:by|By|–|—|-|von|автор(?:ы)?:?)[: ]{1,2}([^()*]{4,200}?),? \((\d{4})\)[.,:]? ?/u, '$2 ($3). “$1.” ');

const wide: { readonly [sign: string]: string } = { '．': '. ', '，': ', ', '：': ': ', '；': '; ', '（': '(', '）': ') ', '［': '[', '］': ']' };

/** Chinese references are printed with wide signs or narrow ones. */
const narrow = (text: string): string =>
  (/[．，：；（）［］]/u.test(text) ? text.replace(/[．，：；（）［］]/gu, (sign) => wide[sign] ?? sign).replace(/ (?=[,.:;])/gu, '') : text);

/** Without line ends, Markdown and the number in front. */
function plainText(text: string): string {
  return turned(narrow(text.slice(0, longestReference)).replace(/\s+/gu, ' ').trim())
    .replace(/\[([^\]\n]{1,300})\]\((https?:\/\/[^\s)]{1,300})\)/gu, (_, words: string, url: string) => (words.includes('10.') || words.startsWith('http') ? words : `${words} ${url}`))
    .replace(/\*\*|__|(?<![\p{L}\d])[*_](?=\S)|(?<=\S)[*_](?![\p{L}\d])/gu, '')
    .replace(/^(?:[-•▪–·*^]\s+|\^ ?(?:[a-z] )*)?(?:\[\d{1,4}\]|［\d{1,4}］|\(\d{1,4}\)|\d{1,4}[.)]|[¹²³⁴-⁹]{1,3})\s{0,3}(?=\D)|^[-•▪·]\s+/u, '')
    .replace(/^\d{1,3} (?=\p{Lu})|^\[\p{L}[^\]\n]{1,28}\d{2,4}[a-z]?\] ?/u, '').replace(/^(\p{Lu}\p{L}+)[^:]{0,40}\(\d{4}\): (?=\1,)/u, '').replace(/(?<=\p{Ll})((?:19|20)\d\d)(?=[ .,])/u, ' $1')
    .replace(/\s[–—]\s(?=Текст|М\.|СПб|\d)|\.\s?[–—]\s/gu, (found) => (found.startsWith('.') ? '. ' : ' . '))
    .replace(/^(?:See also|See|Cf\.|См\.(?: также)?:?|Vgl\.) (?=\p{Lu})/u, '');
}

const dashes = /^(?:[—–―_‒]{2,}|-{3,}|[—―](?=[.,\s]))[.,:]?\s?/u;

function takeDashes(draft: Draft): boolean {
  const match = dashes.exec(draft.text);
  if (match === null) return false;
  draft.text = draft.text.slice(match[0].length);
  return true;
}

const withNames = (names: readonly Name[], { text }: Draft): People =>
  ({ names, end: new RegExp(`^(?:(?:eds?|Hg|Hrsg)\\.[,.]? )?[(\\[]?(?=${mark.year})`, 'u').exec(text)?.[0].length ?? 0, editors: /^\(?eds?\./u.test(text), incomplete: false, score: 1 });

/** Words that say what a work is, and its type. */
const kinds: readonly (readonly [ItemType, RegExp])[] = [
  ['thesis', /[[(]?(?:(?:Unpublished )?(?:[Dd]octoral|[Mm]aster[’']?s|PhD|Ph\. ?D\.|MA|[Dd]iploma) (?:[Dd]iss(?:ertation|\.)|[Tt]hesis)|(?<=[.,(] )(?:Dissertation|Diss\.|Habilitationsschrift|Doktora [Tt]ezi|Yüksek [Ll]isans [Tt]ezi)|\[D\]|: ?(?:авто)?(?:реф\. )?дис\.[^/.]{0,5}(?:\.\.\. )?(?:канд|д-ра|докт)\.? [\p{L}.]{1,12} ?(?:наук)?(?: ?: ?[\d.]{6,10})?|(?:автореф\. )?дис\. (?:\.\.\.|…) (?:канд|д-ра)\. [\p{L}.]{1,12} наук(?::? ?[\d.]{6,10})?|[Tt]hèse de doctorat)(?:,? (?=\p{Lu}))?[\])]?/u],
  ['report', /[[(]?(?:Working [Pp]aper|Policy [Bb]rief|Discussion [Pp]aper|Technical [Rr]eport|Arbeitspapier|Research [Rr]eport|Occasional [Pp]aper)s?(?: [Ss]eries)?(?: ?(?:[Nn]o\.?|[Nn]r\.?|№)? ?\d[\d/-]{0,6})?[\])]?/u],
  ['paper-conference', /(?:\(?(?:Paper )?[Pp]resented at|\[Conference (?:presentation|paper)\]|Paper prepared for)[^.]{0,120}/u],
];

function takeKind(draft: Draft): ItemType | undefined {
  for (const [type, pattern] of kinds) {
    const match = pattern.exec(draft.text);
    if (match === null || match.index < 12) continue;
    draft.set('genre', withoutEnd(match[0].replace(/^[[(: ]{1,3}/u, ''), ']), '));
    draft.cut(match.index, match.index + match[0].length, mark.other);
    return type;
  }
  return undefined;
}

/** Behind which place volume and pages may stand: behind the quoted title, else some words behind the names. */
function titleEnd(text: string, from: number): number {
  const quote = quotedSpans(text).find(({ start }) => start >= from && start < from + 12);
  return quote?.end ?? Math.min(from + 6, text.length);
}

function assembled(draft: Draft, people: People | undefined, body: Body, kind: ItemType | undefined): Reference {
  const value = (name: string): string | undefined => draft.values.get(name);
  const authors = body.authors !== undefined && body.authors.length >= (people?.names.length ?? 0) ? body.authors : people?.names ?? [];
  const type = typeOf(draft, body, kind, people);
  const arxiv = value('arxiv');
  const fields = {
    title: body.title, ...(people?.editors === true ? { editor: authors } : { author: authors, editor: body.editors }),
    issued: value('issued') === undefined ? undefined : issuedOf(value('issued') ?? ''),
    'container-title': body.container, volume: value('volume'), issue: value('issue'), page: value('page') === undefined ? undefined : pageOf(value('page') ?? ''),
    publisher: body.publisher, 'publisher-place': body.place, edition: value('edition'), 'number-of-pages': value('numberOfPages'),
    genre: kind === undefined || kind === 'paper-conference' ? undefined : value('genre'), number: arxiv === undefined ? undefined : `arXiv:${arxiv}`,
    DOI: value('DOI'), URL: value('URL'), ISBN: value('ISBN')?.replace(/^ISBN(?:-1[03])?[:\s]{0,2}/u, ''), accessed: accessedOf(value('accessed') ?? ''),
  };
  const item = itemOf(type, fields, people?.incomplete === true ? { authorsIncomplete: true } : {});
  const certainty = certaintyOf(item, body);
  return { item: reviewUnsure(item, certainty), certainty, points: pointsOf(draft, people, body) };
}

/** `12.05.2023` is day first, as everywhere where dates are written with full stops. */
const accessedOf = (text: string) => readDate(text.replace(/(\d\d)\.(\d\d)\.(\d{4})/u, '$3-$2-$1'));

function typeOf({ values, text }: Draft, body: Body, kind: ItemType | undefined, people: People | undefined): ItemType {
  if (kind !== undefined) return kind;
  const coded = /[[［](J|M|D|C|N|R|S|P|G|EB|DB)(?:\/OL)?[\]］]/u.exec(text)?.[1];
  const codes: { readonly [code: string]: ItemType } = { J: 'article-journal', M: 'book', D: 'thesis', C: 'paper-conference', N: 'article-newspaper', R: 'report', S: 'standard', P: 'patent', EB: 'webpage', DB: 'dataset' };
  if (coded !== undefined && codes[coded] !== undefined) return codes[coded] ?? 'document';
  if (body.container !== undefined && (body.editors !== undefined || body.publisher !== undefined || body.place !== undefined)) return 'chapter';
  if (body.container !== undefined && (values.has('volume') || values.has('issue'))) return 'article-journal';
  if (body.container !== undefined && /\p{L}{3}/u.test(values.get('issued') ?? '')) return 'article-newspaper';
  if (body.container !== undefined && values.has('page')) return 'article-journal';
  if (values.has('arxiv')) return 'article';
  if (body.publisher !== undefined || body.place !== undefined || values.has('ISBN') || values.has('numberOfPages')) return 'book';
  if (values.has('URL')) return 'webpage';
  return body.container !== undefined ? 'article-journal' : people?.editors === true ? 'book' : 'document';
}

const labelledFields = ['DOI', 'URL', 'ISBN', 'volume', 'issue', 'page', 'issued', 'edition'];

function certaintyOf(item: Item, body: Body): { readonly [field: string]: Certainty } {
  const fields = Object.keys(item).filter((field) => !['id', 'type', 'custom', 'genre', 'number'].includes(field));
  const form = fields.filter((field) => labelledFields.includes(field));
  const place = fields.filter((field) => !labelledFields.includes(field));
  const sure = body.quoted === true ? trust.labelled : trust.byPosition;
  return {
    ...allSure(form, trust.labelled, 'Stands in the reference in a form of its own.'),
    ...allSure(place, sure, 'Told by its place in the reference.'),
  };
}

function pointsOf({ values }: Draft, people: People | undefined, body: Body): number {
  const has = (name: string): number => (values.has(name) ? 1 : 0);
  const names = people === undefined ? -1 : people.names.some((name) => 'literal' in name) ? 1 : 2;
  const title = trimmedTitle(body.title ?? '');
  return names + has('issued') * 1.5 + has('volume') + has('issue') + has('page') + (has('DOI') || has('URL')) + has('ISBN') + has('numberOfPages')
    + (body.quoted === true ? 1 : 0) + (body.place === undefined ? 0 : 1) + (body.publisher === undefined ? 0 : 0.5) + (body.container === undefined ? 0 : 0.5) + (title.length < (/\p{sc=Han}/u.test(title) ? 3 : 8) || title.length > 300 ? -2 : 0.5);
}
