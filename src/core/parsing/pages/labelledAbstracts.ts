/** Abstracts and keywords of a page in its languages, and which of them are the main ones. */
import { isCapitals, wordFromCapitals } from '../capitals';
import type { LabelledLine } from './labelledLine';
import { headAtEnd, readPassage, type Passage } from './labelledText';
import { isAffiliation, peopleScore } from './labelledPeople';
import type { Section, Sections } from './labelledSections';
import { textLanguage } from '../textLanguage';
import { folded, withoutEnd, wordCount } from '../lines';
import { withoutMojibake } from '../mojibake';

/** One abstract: `at` is the index of its label's line; `head` the indexes of lines at its end that begin the next block. */
export type PageAbstract = Passage & { readonly language: string; readonly at: number; readonly to: number; readonly labelled: boolean; readonly head: readonly number[] };

/** The abstracts of a page in order, without repeats; an unlabelled one above keywords when there is no other in its language. */
export function abstractsIn(lines: readonly LabelledLine[], { sections, free }: Sections): readonly PageAbstract[] {
  const labelled = sections.flatMap((section, index) => abstractOf(section, sections[index + 1]));
  const bare = labelled.length > 0 && !startsBare(sections) ? [] : unlabelled(lines, sections, free);
  return withoutRepeats([...bare, ...labelled].sort((a, b) => a.at - b.at));
}

const startsBare = (sections: readonly Section[]): boolean => {
  const first = sections.find(({ role }) => role === 'keywords' || role === 'abstract');
  return first?.role === 'keywords';
};

/** A label in the plural: the abstracts in several languages stand below it, one a paragraph. */
const severalLanguages = /^(?:Résumés|Abstracts|Resúmenes|Resumos|Riassunti|Zusammenfassungen|Sažetci)\s*:?$/iu;

/** Where in the lines the first paragraph begins that is surely of another language than the one above; -1 where none does. */
const otherLanguageAt = (values: readonly string[]): number => {
  const first = textLanguage(values.find((value) => value.length > 60) ?? '');
  return values.findIndex((value) => value.length > 60 && first !== undefined && (textLanguage(value) ?? first) !== first);
};

/** `Аннотация. О выборах.` right above keywords: one sentence under its label, however short. */
const isShortSentence = ({ role, values, to }: Section, next: Section | undefined): boolean =>
  role === 'abstract' && next?.role === 'keywords' && next.from <= to + 1 && values.length === 1 && /^\p{Lu}[^\n]{6,120}\p{L}\.$/u.test(values[0] ?? '');

function abstractOf(section: Section, next: Section | undefined): readonly PageAbstract[] {
  if (section.role !== 'abstract' && section.role !== 'weakAbstract') return [];
  const cut = next === undefined || next.from > section.to + 1 ? 0 : headAtEnd(section.values);
  const many = cut > 0 && ['abstract', 'title', 'author', 'keywords'].includes(next?.role ?? '') ? cut : 0;
  const values = section.values.slice(0, section.values.length - many);
  const other = severalLanguages.test(section.word) ? otherLanguageAt(values) : -1;
  const passage = readPassage(other < 0 ? values : values.slice(0, other), ...(isShortSentence(section, next) ? [2] : []));
  if (passage === undefined) return [];
  if (other > 0) {
    const first = { ...passage, language: textLanguage(passage.text) ?? section.language, at: section.from, to: section.from + other, labelled: true, head: [] };
    return [first, ...abstractOf({ ...section, values: values.slice(other), from: section.from + other }, next)];
  }
  const head = Array.from({ length: many }, (_, index) => section.to - many + index);
  return [{ ...passage, language: textLanguage(passage.text) ?? section.language, at: section.from, to: section.to - many, labelled: true, head }];
}

/** A long paragraph right above keywords. */
function unlabelled(lines: readonly LabelledLine[], sections: readonly Section[], free: readonly number[]): readonly PageAbstract[] {
  const keywords = sections.find(({ role }) => role === 'keywords');
  if (keywords === undefined) return [];
  const open = new Set(free);
  const above: number[] = [];
  for (let at = keywords.from - 1; at >= 0 && (lines[at]?.kind === 'blank' || open.has(at)); at--) {
    if (lines[at]?.kind === 'blank' && above.length > 0) break;
    if (above.length > 0 && opensNoAbstract(lines[at]?.text ?? '')) break;
    if (lines[at]?.kind === 'text') above.unshift(at);
  }
  const passage = readPassage(above.map((at) => lines[at]?.text ?? ''));
  if (passage === undefined || (passage.text.length < 110 || !/[.!?…]$/u.test(passage.text)) && !/\p{sc=Han}{40}/u.test(passage.text)) return [];
  return [{ ...passage, language: textLanguage(passage.text) ?? 'und', at: above[0] ?? 0, to: keywords.from, labelled: false, head: [] }];
}

/** Titles in capitals, people and codes stand above an abstract, not in it. */
const opensNoAbstract = (text: string): boolean => (isCapitals(text) && text.length > 12) || peopleScore(text) === 2 || (text.length < 160 && isAffiliation(text));

/** Of abstracts that begin alike the longest. */
function withoutRepeats(abstracts: readonly PageAbstract[]): readonly PageAbstract[] {
  const best = new Map<string, PageAbstract>();
  for (const abstract of abstracts) {
    const start = folded(abstract.text.slice(0, 200)).slice(0, 80);
    if (abstract.text.length > (best.get(start)?.text.length ?? -1)) best.set(start, abstract);
  }
  const kept = new Set(best.values());
  return abstracts.filter((abstract) => kept.has(abstract));
}

/** Keywords of one label, in its language. */
export type Keywords = { readonly words: readonly string[]; readonly language: string; readonly at: number };

/** The keywords of a page, list by list; a list in two languages parted by slashes is cut where the script changes. */
export function keywordsIn(sections: readonly Section[]): readonly Keywords[] {
  const said = sections.map(({ values }) => values.join(' ')).join(' ');
  const fields = languagesOfFields(sections.filter(isField));
  const lists = sections.filter(({ role }) => role === 'keywords').flatMap((section) => {
    const { values, language, from } = section;
    const words = wordsOf(values, said);
    const field = fields.get(section);
    if (field !== undefined) return [{ words, language: field, at: from }];
    const und = language === 'und' || language === 'ru';
    return byScript(words).map((part) => ({ words: part, language: part.length < words.length || und ? textLanguage(part.join(', ')) ?? scriptLanguage(part, language) : language, at: from }));
  });
  const merged = new Map<string, Keywords>();
  for (const list of lists) {
    const known = merged.get(list.language);
    const words = known === undefined ? list.words : [...known.words, ...list.words.filter((word) => !known.words.some((other) => folded(other) === folded(word)))];
    merged.set(list.language, { ...list, words, at: known?.at ?? list.at });
  }
  return [...merged.values()].filter(({ words }) => words.length > 0);
}

/** A row `dc.subject` of a repository’s table: one keyword. */
const isField = ({ role, word }: Section): boolean => role === 'keywords' && word.startsWith('dc.');

/** The language of each row: its code, else that of its words; a word that tells none goes with those above it, the first with those below. */
function languagesOfFields(fields: readonly Section[]): ReadonlyMap<Section, string> {
  const told = fields.map(({ values, code }) => code ?? textLanguage(values.join(' ')));
  return new Map(fields.map((field, index) => [field, told.slice(0, index + 1).findLast((language) => language !== undefined) ?? told.find((language) => language !== undefined) ?? 'und']));
}

const scriptLanguage = (words: readonly string[], language: string): string => (/\p{sc=Cyrillic}/u.test(words.join('')) ? 'ru' : language === 'ru' ? 'en' : language);

/** An address or DOI at the end of a line: no keyword, though nothing parts it from them. */
const address = /(?:^|(?<=\s))(?:https?:\/\/|doi: ?|10\.\d{4,9}\/)\S{1,400}$/iu;

/** Words divided at a line's end; what stands elsewhere with its hyphen keeps it. */
const undivided = (text: string, said: string): string =>
  text.replace(/(\p{L}{1,40})- (\p{Ll}{1,40})/gu, (_, one: string, other: string) => `${one}${said.includes(`${one}-${other}`) ? '-' : ''}${other}`);

function wordsOf(values: readonly string[], said: string): readonly string[] {
  const lines = values.map((value) => value.replace(/\t(?:-|[a-z]{2}(?:[_-][A-Z]{2})?)$/u, '').replace(address, '')).filter((value) => value !== '');
  const wrapped = lines.some((line) => /[,;；，،؛]/u.test(line)) || lines.length === 1;
  const text = wrapped ? undivided(lines.join(' '), said) : lines.join(';');
  const pieces = text.split(separatorOf(text)).map((word) => withoutEnd(withoutMojibake(word).replace(/\s+/gu, ' ').replace(/^[\s#•·*–-]+/u, '').trim(), '.。;,'));
  const words = pieces.filter((word) => word !== '' && word.length < 90 && wordCount(word) < 10);
  return words.every((word) => !/\p{Ll}/u.test(word)) && words.some((word) => /\p{Lu}{4}/u.test(word)) ? words.map((word) => wordFromCapitals(word, '')) : words;
}

function separatorOf(text: string): RegExp {
  if (/[;；؛]/u.test(text)) return /[;；؛]/u;
  if (/ [/] /u.test(text)) return / [/] /u;
  if (/[,，、،]/u.test(text)) return /[,，、،]/u;
  if (/ [•·|–—-] /u.test(text)) return / [•·|–—-] /u;
  return /^\P{sc=Han}+$/u.test(text) ? /\. (?=\p{Lu})|\t/u : /\s+/u;
}

function byScript(words: readonly string[]): readonly (readonly string[])[] {
  const cyrillic = words.filter((word) => /\p{sc=Cyrillic}/u.test(word));
  const rest = words.filter((word) => !/\p{sc=Cyrillic}/u.test(word));
  return cyrillic.length > 1 && rest.length > 1 ? [cyrillic, rest] : [words];
}
