/** The middle of a reference: its title, what it stands in, and who published it where. */
import type { Name } from '../../source';
import { withoutEnd } from '../lines';
import { anyMark, mark, quotes, type Draft } from './draft';
import { peopleAt } from './people';
import { publication } from './publisher';

/** The parts of the middle that were recognised. */
export type Body = {
  readonly title?: string;
  readonly quoted?: boolean;
  readonly container?: string;
  readonly editors?: readonly Name[];
  readonly authors?: readonly Name[];
  readonly publisher?: string;
  readonly place?: string;
};

const skipped = new RegExp(`^[\\s.,:;)\\]–—-]*(?:[${anyMark}][\\s.,:;)\\]–—-]*)*`, 'u');
const code = /\s?[[［](?:J|M|D|C|N|R|S|P|Z|G|A|DB|CP|EB|J\/OL|EB\/OL|M\/OL|N\/OL|DB\/OL|R\/OL|D\/OL|C\/OL)[\]］]/u;
const host = new RegExp(`(?:[.,;:?!”"“’»]|(?<=[${anyMark}])|\\s)\\s?(?:In:|in:|В кн\\.:?|В сб\\.:?|In(?=\\s[\\p{Lu}«“„‘"*${anyMark}])|(?<=[,.”"“’»)] ?)in(?=\\s\\p{Lu}))\\s?`, 'u');

/** Read the middle of a reference from the place `from` on. */
export function readBody(draft: Draft, from: number): Body {
  const text = draft.text.slice(from).replace(skipped, '');
  const quoted = quotedTitle(text);
  if (quoted !== undefined) return { title: quoted.title, quoted: true, ...readHost(quoted.rest, draft, true) };
  const coded = code.exec(text);
  if (coded !== null && coded.index > 0) return { title: trimmedTitle(text.slice(0, coded.index)), ...readHost(text.slice(coded.index + coded[0].length), draft, true) };
  const slashes = /\s?\/\/\s?/u.exec(text);
  if (slashes !== null && slashes.index > 3) return gostPart(text.slice(0, slashes.index), text.slice(slashes.index + slashes[0].length), draft);
  const responsibility = /\s\/\s(?=\p{Lu}\.|под |\p{Lu}\p{Ll}+ )/u.exec(text);
  if (responsibility !== null) return gostBook(text, responsibility);
  const inside = host.exec(text);
  if (inside !== null && inside.index > 5 && !tooDeep(text, inside.index)) {
    return { title: trimmedTitle(text.slice(0, inside.index + 1)), ...readHost(text.slice(inside.index + inside[0].length), draft, false, true) };
  }
  return plainBody(text, draft);
}

/** A host word behind the first locator or a second sentence end is part of something else. */
const tooDeep = (text: string, at: number): boolean => text.slice(0, at).includes(mark.locator) || (text.slice(0, at).match(/[.]\s(?=\p{Lu})/gu) ?? []).length > 1;

function quotedTitle(text: string): { readonly title: string; readonly rest: string } | undefined {
  const open = text[0] ?? '';
  const closers = quotes[open];
  if (closers === undefined) return undefined;
  for (let at = 2; at < Math.min(text.length, 400); at++) {
    if (!closers.includes(text[at] ?? '')) continue;
    const after = text.slice(at + 1, at + 4);
    const inner = text[at - 1] ?? '';
    const ends = /[.,?!]/u.test(inner) || new RegExp(`^(?:[.,:;)]|\\s?[${anyMark}([/]|$|\\s(?:\\p{Lu}|in\\s|//))`, 'u').test(after);
    if (/^\p{L}/u.test(after) && open !== '“' || !ends) continue;
    return { title: trimmedTitle(text.slice(1, at)), rest: text.slice(at + 1) };
  }
  return undefined;
}

function gostPart(work: string, rest: string, draft: Draft): Body {
  const [title = '', printed = ''] = work.split(/\s\/\s/u);
  const responsible = withoutEnd(printed.split(new RegExp(`[${anyMark};]`, 'u'))[0] ?? '', ' .');
  const authors = responsible === '' ? undefined : peopleAt(`${responsible}. A`, 0)?.names;
  return { title: trimmedTitle(title), ...(authors === undefined || 'literal' in (authors[0] ?? {}) ? {} : { authors }), ...readHost(rest, draft, true) };
}

function gostBook(text: string, slash: RegExpExecArray): Body {
  const behind = text.slice(slash.index + slash[0].length);
  const stop = /\.\s(?=\p{Lu}\p{Ll}|\p{Lu}\.?: |\d|СПб|\()|\.\s?[\ue000-\ue002]/u.exec(behind.replace(/\p{Lu}\.(?=\s?\p{Lu})/gu, (found) => `${found[0]}\u00b7`));
  const responsible = behind.slice(0, stop?.index ?? 0);
  const authors = /^под |^ред|^отв/u.test(responsible) ? undefined : peopleAt(`${responsible.split(/\s;\s/u)[0] ?? ''}. A`, 0)?.names;
  const editors = editorsBehind(responsible);
  return {
    title: trimmedTitle(text.slice(0, slash.index).replace(/\s:\s(?:учеб|моногр|сборник|сб\.|учебник|материалы)[^/]*$/u, '')),
    ...(authors === undefined ? {} : { authors }), ...(editors === undefined ? {} : { editors }),
    ...publication(behind.slice(stop?.index ?? 0)),
  };
}

const editedBy = /[,.;/]?\s?\(?(?:edited by|ed\. by|eds\. by|ed\.|eds\.|hrsg\. von|Hrsg\. von|[Hh]rsg\. v\.|hg\. von|herausgegeben von|sous la dir(?:ection|\.) de|под (?:общ\. |науч\. )?ред(?:акцией|\.)|отв\. ред\.|Eds?\.,?|dir\.|coord\.)\s(?=\p{Lu})/u;

function editorsBehind(text: string): readonly Name[] | undefined {
  const match = editedBy.exec(text);
  if (match === null) return undefined;
  const named = text.slice(match.index + match[0].length).split(/[)\ue000-\ue002]/u)[0] ?? '';
  const people = peopleAt(`${withoutEnd(named.trim(), '.')}: `, 0);
  return people?.names;
}

/** What stands behind a title: a journal, a book with its editors, or a publisher. `named` when a word like “In” leads it. */
function readHost(raw: string, draft: Draft, known: boolean, named = false): Partial<Body> {
  const led = /^[\s.,;:]*(?:In:?|in:?|В кн\.:?|В сб\.:?|\/\/)\s(?=[\p{Lu}«“„‘"])|^[\s.,;:]*\/\/\s?/u.exec(raw);
  const text = raw.slice(led?.[0].length ?? 0).replace(/^[\s.,;:”"’»“\]]+/u, '').replace(new RegExp(`^(?:${mark.year}|${mark.other})[\\s.,;:]*`, 'u'), '');
  const inBook = named || led !== null;
  const before = inBook ? editorsBefore(text) : undefined;
  if (before !== undefined) return { editors: before.names, ...bookHost(text.slice(before.end)) };
  const behind = editedBy.exec(text);
  if (behind !== null && behind.index > 4) return editedHost(text, behind);
  const periodical = isPeriodical(text, draft);
  if (!periodical && (inBook || draft.values.has('page'))) return bookHost(text);
  if (!periodical) return known ? publication(text) : bookHost(text);
  return { container: containerOf(text, inBook) };
}

const isPeriodical = (text: string, { values }: Draft): boolean =>
  values.has('volume') && !(values.has('ISBN')) && publication(text).place === undefined
  || values.has('issue') || (values.has('page') && publication(text).place === undefined && publication(text).publisher === undefined);

function editedHost(text: string, match: RegExpExecArray): Partial<Body> {
  const behind = text.slice(match.index + match[0].length);
  const people = peopleAt(behind.replace(/ \(/u, ': ').replace(/\)/u, ','), 0);
  const rest = behind.slice(people?.end ?? 0);
  return { container: containerOf(text.slice(0, match.index), true), ...(people === undefined ? {} : { editors: people.names }), ...publication(rest) };
}

function editorsBefore(text: string): { readonly names: readonly Name[]; readonly end: number } | undefined {
  const people = peopleAt(text, 0);
  return people?.editors === true || (people !== undefined && people.score > 3.6 && /^[:.]\s|^\s?\ue000|^,\s/u.test(text.slice(people.end)) && people.names.every((name) => name.given !== undefined)) ? people : undefined;
}

/** The title of a book that holds the work, and what follows it. */
function bookHost(raw: string): Partial<Body> {
  const text = raw.replace(skipped, '').replace(/^["“„«‘»](.{3,200}?)["”“»’](?=[,.;: ])/u, '$1');
  const published = publication(text);
  const until = published.start ?? text.length;
  const container = containerOf(text.slice(0, until), true);
  return { ...(container === '' ? {} : { container }), ...(published.publisher === undefined ? {} : { publisher: published.publisher }), ...(published.place === undefined ? {} : { place: published.place }) };
}

const abbreviation = /(?:^|[\s.])(?:\p{Lu}|\p{Lu}\p{L}{0,5}|vs|Vol|ed|eds|cf|etc|Hrsg|сер|Сер|им|St|Dr|Univ|No)$/u;

/** The name of what holds the work: up to the first mark or sentence end. */
function containerOf(raw: string, inBook: boolean): string {
  const text = raw.replace(/^[\s.,;:]+/u, '').split(new RegExp(`[${anyMark}]`, 'u'))[0] ?? '';
  const stop = /\.\s(?=\p{Lu}|$)/gu;
  for (let match = stop.exec(text); inBook && match !== null; match = stop.exec(text)) {
    if (!abbreviation.test(text.slice(0, match.index))) return trimmedTitle(text.slice(0, match.index));
  }
  return trimmedTitle(text.replace(/\s\((?:pp?\.?|vol\.?|[^()]{0,3})$/u, ''));
}

/** A title without quotation marks: where it ends is told by what remains behind it. */
function plainBody(text: string, draft: Draft): Body {
  const stop = firstMark(text);
  const head = text.slice(0, stop);
  if (isArticle(draft)) {
    const cut = journalCut(head);
    if (cut !== undefined) return { title: trimmedTitle(head.slice(0, cut.end)), container: trimmedTitle(head.slice(cut.next)) };
    return { title: trimmedTitle(head) };
  }
  const published = publication(text);
  if (published.start !== undefined && published.start > 3) {
    return {
      ...titleAndSite(text.slice(0, published.start)),
      ...(published.publisher === undefined ? {} : { publisher: published.publisher }), ...(published.place === undefined ? {} : { place: published.place }),
    };
  }
  return titleAndSite(head);
}

function titleAndSite(head: string): Body {
  const text = head.split(new RegExp(`[${anyMark}]`, 'u'))[0] ?? '';
  const cut = sentenceCuts(text)[0];
  if (cut === undefined) return { title: trimmedTitle(text) };
  const rest = trimmedTitle(text.slice(cut.next));
  return { title: trimmedTitle(text.slice(0, cut.end)), ...(rest.length > 2 && rest.length < 60 ? { container: rest } : {}) };
}

const isArticle = ({ values }: Draft): boolean => values.has('volume') || values.has('page');

const firstMark = (text: string): number => {
  const at = text.search(new RegExp(`[${anyMark}]`, 'u'));
  return at < 0 ? text.length : at;
};

type Cut = { readonly end: number; readonly next: number };

/** Where sentences end: after a full stop, question or exclamation mark that is not behind an abbreviation. */
function sentenceCuts(text: string): readonly Cut[] {
  return [...text.matchAll(/[.．。](?:\s|(?=\p{sc=Han}))(?=\S)|[?!？！]\s(?=[\p{Lu}\d«])/gu)].flatMap((match) => {
    const before = text.slice(0, match.index);
    if (match[0].startsWith('.') && /(?:^|[\s(.-])(?:\p{Lu}|vs|Vs|St|Dr|No|Vol|cf|approx|ca|г|им|т\.\s?е|U\.S|U\.N)$/u.test(before)) return [];
    return [{ end: match.index + (/[?!]/u.test(match[0]) ? 1 : 0), next: match.index + match[0].length }];
  });
}

/** The title ends where the name of a journal begins: at the last sentence end, or at the last comma when there is none. */
function journalCut(head: string): Cut | undefined {
  const text = head.trimEnd();
  const cuts = sentenceCuts(text).filter(({ next, end }) => next < text.length - 1 && end > 3);
  for (let index = cuts.length - 1; index > 0; index--) {
    const cut = cuts[index] as Cut;
    const piece = text.slice((cuts[index - 1] as Cut).next, cut.end);
    if (/^\p{Lu}[\p{L}’'-]{0,9}(?: \p{Lu}?[\p{L}-]{1,6})?$/u.test(piece) && piece.length < 13) continue;
    return cut;
  }
  if (cuts[0] !== undefined) return cuts[0];
  const commas = [...text.matchAll(/[,;，]\s(?=[\p{Lu}\p{sc=Han}«“"„])|\s[-–—]\s/gu)].map((match) => ({ end: match.index, next: match.index + match[0].length }));
  return commas.filter(({ next, end }) => end > 8 && next < withoutEnd(text, ' .,:;(').length - 2).at(-1);
}

/** A title without the signs around it. */
export function trimmedTitle(text: string): string {
  const bare = withoutEnd(text.split(new RegExp(`[${anyMark}]`, 'u'))[0] ?? '', ' .,;:/([–—-\t').replace(/^[\s.,;:)\]/–—-]+/u, '');
  const quoted = /^["“„«‘]([^"“”„«»]+)["”“»’]$/u.exec(bare);
  return quoted?.[1] ?? bare;
}
