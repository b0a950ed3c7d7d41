/** A book that is cited in one of the forms that say all of it: who, title, place, publisher and year, each between signs of its own. */
import type { Name } from '../../source';
import { isHouse } from '../houses';
import { readName } from '../names';
import { looksLikeName } from '../pages/profile/names';
import type { ModelReading } from './model/reading';

/** A name in one word, or halves of it. */
const word = String.raw`\p{Lu}[\p{L}’'-]{1,30}`;
const initial = String.raw`\p{Lu}\.`;
/** `Kask, Liis M.`, the full stop of an initial included. */
const turned = String.raw`(?:${word} ){0,2}${word}, ${word}(?: (?:${initial}|${word})){0,2}`;
/** `Kask L. M.`, as references after GOST and of Vancouver have it. */
const brief = String.raw`${word},? ${initial}(?: ?${initial})?`;
/** `Liis M. Kask`, as notes have it. */
const spoken = String.raw`${word}(?: (?:${initial}|${word})){0,3}`;
const and = String.raw`(?:and|und|et|y|e|ve|i|och|og|&)`;

const imprint = String.raw`(?:(?<place>(?:М|Л|СПб|К|Мн|Спб)\.|\p{Lu}[\p{L} ’'-]{1,40}?) ?: ?)?(?<publisher>\p{Lu}[^:.;,()“”"«»\d]{1,60}?\.?(?: \p{Lu}[^:.;,()“”"«»\d]{1,40})?), (?<year>(?:1[5-9]|20)\d\d)`;
const cited = String.raw`(?:,? (?:pp?|[SСsс])\.? ?\d{1,4}(?:[–-]\d{1,4})?|,? \d{1,4}(?:[–-]\d{1,4})?)`;

/** `Kask, Liis. Baltic Votes. Routledge, 2015.` */
const listed = new RegExp(String.raw`^(?<people>${turned})(?<edits>, (?:editors?|eds?\.?))?(?:\.|(?<=\.)) (?<title>\p{Lu}[^.“”"«»()\d]{1,200})(?:\.|(?<=[?!])) ${imprint}\.$`, 'u');
/** The same behind dashes. */
const repeated = new RegExp(String.raw`^(?<title>\p{Lu}[^.“”"«»()\d]{1,200})(?:\.|(?<=[?!])) ${imprint}\.$`, 'u');
/** `Иванова М. С. Тихое голосование. — М.: Наука, 2018. — 245 с.` */
const described = new RegExp(String.raw`^(?<people>${brief}(?:, ${brief}){0,3}) (?<title>\p{Lu}[^.“”"«»()/\d]{1,200})\. (?:[–—-] )?${imprint}\.(?: (?:[–—-] )?(?:[CС]\. ?\d{1,4}(?:[–-]\d{1,4})?|(?<extent>\d{1,4}) ?[cс])\.)?$`, 'u');
/** `Ahmet Kaya, Çekimserlik (İstanbul: İletişim Yayınları, 2015), 45.` */
const noted = new RegExp(String.raw`^(?<people>${spoken}(?: ${and} ${spoken})?), (?<title>\p{Lu}[^.“”"«»();\d]{1,200}) \(${imprint}\)${cited}?\.?$`, 'u');

/** So sure is what its place in such a form says. */
const sure = 0.9;
/** No doubt is left of the whole. */
const clear = 0.95;

type Form = { readonly people?: string | undefined; readonly edits?: string | undefined; readonly title: string; readonly place?: string | undefined; readonly publisher: string; readonly year: string; readonly extent?: string | undefined };

/** The parts of a book in one of these forms. `nameless` when dashes stood in place of its author. */
function formOf(text: string, nameless: boolean): Form | undefined {
  if (text.length > 400) return undefined;
  const groups = (nameless ? repeated.exec(text) : described.exec(text) ?? listed.exec(text) ?? noted.exec(text))?.groups;
  return groups as Form | undefined;
}

/** The reading of a book whose form says all of it. Without a place the publisher must be known as one, or be where the model sees it too. */
export function withBook(text: string, reading: ModelReading, nameless: boolean): ModelReading {
  const form = formOf(text, nameless);
  if (form === undefined || isPartOfWork(form)) return reading;
  const agreed = reading.values['title'] === form.title && reading.values['publisher'] === form.publisher;
  if (form.place === undefined && !agreed && !isHouse(form.publisher)) return reading;
  const names = namesIn(form.people ?? '');
  if (names === undefined) return reading;
  const values = { 'title': form.title, 'publisher': form.publisher, 'issued': form.year, ...(form.place === undefined ? {} : { 'publisher-place': form.place }), ...(form.extent === undefined ? {} : { 'number-of-pages': form.extent }) };
  const roles = form.edits === undefined ? { authors: names, editors: [] } : { authors: [], editors: names };
  const shares = Object.fromEntries([...Object.keys(values), 'author', 'editor'].map((field) => [field, Math.max(sure, reading.sure[field] ?? 0)]));
  return { ...reading, ...roles, translators: [], values, sure: shares, clear: Math.max(clear, reading.clear), formed: true };
}

/** Is what looks like a title more than one: names of others, or a word that leads to the host? */
const isPartOfWork = ({ title }: Form): boolean => looksLikeName(title.split(', ')[0] ?? '') && title.includes(', ') || /(?:^|, )(?:[Ii]n|[Ii]n:|trans|ed|eds|hrsg|çev) /u.test(title) || /^In:? /u.test(title);

/** What stands between the people of a form. */
const people = new RegExp(String.raw` ${and} |(?<=\.), `, 'u');

/** The people of a form, each a name of at least two parts. */
function namesIn(printed: string): readonly Name[] | undefined {
  const names = printed === '' ? [] : printed.split(people).map((name) => readName(name));
  return names.every(({ family, given }) => family !== undefined && given !== undefined) ? names : undefined;
}
