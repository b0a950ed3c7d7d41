/**
 * Pages and first pages of any layout and language, told by the labels on them: an abstract with title and people above it,
 * or a reference for citing the page, or several labelled fields. Text with less than that is left to others.
 */
import { inOneGo, type Sliced } from '../../slices';
import type { Span } from '../../source';
import type { Found } from '../found';
import { folded, linesOf } from '../lines';
import { readReferences } from '../references';
import { whenForgetting } from '../remembered';
import { abstractsIn, type PageAbstract } from './labelledAbstracts';
import { labellingLines, type LabelledLine } from './labelledLine';
import { isGathering, isSentToConference, look, looking, recordOf, spanOf, type Seen } from './labelledRecord';
import { sectionsOf, type Section } from './labelledSections';
import { labelAt } from './labels/label';
import type { Role } from './labels/words';
import { partsOf } from './parted';

/** The records of a stretch of text; none when nothing in it speaks clearly of a source. */
export const readLabelled = (text: string, span: Span): readonly Found[] => inOneGo(readingLabelled(text, span));

/** The same in slices. */
export function* readingLabelled(text: string, span: Span): Sliced<readonly Found[]> {
  const parts = partsOf(text, span);
  if (parts.length < 2) return yield* readingPage(text, span);
  const apart: Found[] = [];
  for (const part of parts) {
    const records = yield* readingPage(text, part);
    // One part that is no page by itself, and the parts are one page.
    if (records.length === 0 && !(apart.length > 0 && isReference(text, part, span.start))) return yield* readingPage(text, span);
    apart.push(...records);
  }
  return apart;
}

/** Is this part nothing but a reference or two, copied below a page and not from its own list? They are left to the reader of references. */
function isReference(text: string, part: Span, from: number): boolean {
  if (part.end - part.start > 1500 || linesOf(text, from, part.start).some((line) => line.text.length < 60 && labelAt(line.text)?.role === 'references')) return false;
  const found = readReferences(text, part);
  const claimed = found.reduce((sum, { start, end }) => sum + end - start, 0);
  return found.length > 0 && found.length < 4 && claimed > 0.7 * text.slice(part.start, part.end).trim().length;
}

/** The pages of the text at hand that were read: those who weigh one reader against another ask again for the same stretch. */
let known: { text: string; readonly pages: Map<string, readonly Found[]> } = { text: '', pages: new Map() };
whenForgetting(() => { known = { text: '', pages: new Map() }; });

function* readingPage(text: string, span: Span): Sliced<readonly Found[]> {
  if (known.text !== text) known = { text, pages: new Map() };
  const { pages } = known;
  const place = `${span.start}-${span.end}`;
  const found = pages.get(place) ?? (yield* readingNewPage(text, span));
  pages.set(place, found);
  return found;
}

function* readingNewPage(text: string, { start, end }: Span): Sliced<readonly Found[]> {
  if (!mayBePage(text.slice(start, Math.min(end, start + 400_000)))) return [];
  const lines = yield* labellingLines(text, start, end);
  const gathering = isGathering(lines) || isSentToConference(lines);
  const seen: Seen[] = [];
  for (const own of yield* recordsIn(lines)) if (mayBeClear(sectionsOf(own).sections)) seen.push(yield* looking(own));
  const records = seen.filter(isClear).map((one) => recordOf(one, gathering));
  return records.filter((record, index) => index === 0 || record.start >= (records[index - 1]?.end ?? 0));
}

const anyLabel = /abstract|abstrak|apstrakt|апстракт|tóm tắt|хураангуй|ანოტაც|ამփոփ|ամփոփ|مستخلص|الخلاصة|خلاصه|kata kunci|từ kh|summary|аннотация|резюме|реферат|аңдатпа|андатпа|түйін|annotats|анотац|xülas|streszcz|abstrakt|öz|özet|zusammenf|kurzfass|samman|sammendr|tiivistelm|samenvatt|összefogl|absztrakt|rezumat|sažet|сажет|povzet|kokkuv|kopsavil|anotāc|santrauk|περίληψ|анотац|рэзюм|ključn|кључне|słowa|kulcssz|avainsan|emneord|nyckelord|trefwoord|résumé|resum|riassunto|要|提要|초록|ملخص|چکیده|keywords?|key words|title|ключев|kelimeler|clave|clés|chave|关键|cit(?:e|ar|ation|er)|цитир|дәйексөз|сілтеме|atıf|kaynak|zitier|引/iu;

/** Does any word of a label stand here at all? */
const mayBePage = (text: string): boolean => anyLabel.test(text);

/** The lines of each record: one, unless the page repeats its layout. */
function* recordsIn(lines: readonly LabelledLine[]): Sliced<readonly (readonly LabelledLine[])[]> {
  const byTitle = startsByTitle(lines);
  yield;
  const starts = byTitle ?? (yield* startsByAbstract(lines));
  if (starts.length < 2) return [lines];
  return starts.map((from, index) => lines.slice(index === 0 ? 0 : from, starts[index + 1] ?? lines.length));
}

/** Titles behind labels, one a record: it begins at its first label, title or author, whichever comes first on this page. */
function startsByTitle(lines: readonly LabelledLine[]): readonly number[] | undefined {
  const language = lines.find((line) => line.label?.role === 'title')?.label?.language;
  const ofOne = lines.flatMap(({ label }, index) => (label?.role === 'title' && label.language === language ? [index] : []));
  const titles = ofOne.length > 1 ? ofOne : titlesOfOthers(lines);
  if (titles.length < 2 || lines.some(({ text }) => text.startsWith('dc.'))) return undefined;
  const [first = 0] = titles;
  const before = lines.slice(0, first).findIndex(({ label }) => label !== undefined && leading.has(label.role));
  const authorsFirst = before >= 0 && lines[before]?.label?.role === 'author';
  return titles.map((at, index) => {
    const above = (titles[index - 1] ?? -1) + 1;
    const author = authorsFirst ? lines.slice(above, at).findIndex(({ label }) => label?.role === 'author') : -1;
    return author >= 0 ? above + author : at;
  });
}

/** Titles behind labels of several languages, as when each sends a proposal in their own: none where two of them may be of one work, its authors alike or in another script. */
function titlesOfOthers(lines: readonly LabelledLine[]): readonly number[] {
  const titles = lines.flatMap(({ label }, index) => (label?.role === 'title' ? [index] : []));
  const people = titles.map((at, index) => lines.slice(at, titles[index + 1] ?? lines.length).find(({ label, value }) => label?.role === 'author' && value !== '')?.value);
  return titles.length > 1 && people.every((names, index) => names !== undefined && (index === 0 || areOthers(people[index - 1] ?? '', names))) ? titles : [];
}

const areOthers = (some: string, names: string): boolean =>
  /\p{sc=Latin}/u.test(some) === /\p{sc=Latin}/u.test(names) && /\p{sc=Cyrillic}/u.test(some) === /\p{sc=Cyrillic}/u.test(names) && folded(some).split(/[^\p{L}]+/u).every((word) => word.length < 3 || !folded(names).includes(word));

const leading: ReadonlySet<Role> = new Set(['author', 'abstract', 'keywords']);

/** Abstracts of one language again and again: each record begins at the title above its first. */
function* startsByAbstract(lines: readonly LabelledLine[]): Sliced<readonly number[]> {
  const parts = sectionsOf(lines);
  yield;
  const abstracts = abstractsIn(lines, parts);
  yield;
  const starts: number[] = [];
  let languages = new Set<string>();
  let before = 0;
  const ends = new Map(parts.sections.map((section, index) => [section.from, parts.sections[index + 1]] as const));
  for (const abstract of abstracts.filter(({ labelled }) => labelled)) {
    const again = languages.has(abstract.language);
    if (starts.length === 0 || again) {
      const from = starts.length === 0 ? 0 : titleAbove(lines, before, abstract.at);
      yield;
      if (from === undefined) return [];
      starts.push(from);
      languages = new Set();
    }
    languages.add(abstract.language);
    before = sectionsEnd(ends, abstract);
  }
  return starts;
}

/** Where what belongs to an abstract is over: behind the keywords or the citation that follow. */
function sectionsEnd(ends: ReadonlyMap<number, Section | undefined>, { at, to }: PageAbstract): number {
  const next = ends.get(at);
  return next?.role === 'keywords' || next?.role === 'citation' ? next.to : to;
}

/** Where between two places the title stands whose abstract is at `at`; undefined when there is none. */
function titleAbove(lines: readonly LabelledLine[], from: number, at: number): number | undefined {
  const own = lines.slice(from, at + 2);
  const { head, names } = look(own);
  return head.titleAt === undefined || names.length === 0 ? undefined : from + Math.min(head.titleAt, head.first);
}

/** What is not even this is not {@link isClear}: that is told before all lines are looked at, such as those of a long list of references. */
const mayBeClear = (sections: readonly Section[]): boolean =>
  sections.some(({ role }) => telling.has(role)) || new Set(sections.filter(({ role }) => bibliographic.has(role)).map(({ role }) => role)).size >= leastLabels;

/** Labels of which one at least stands on a page that has not many: abstracts, also those without a label, are told by them. */
const telling: ReadonlySet<Role> = new Set(['abstract', 'weakAbstract', 'keywords', 'citation']);
/** So many labels of a source speak for themselves. */
const leastLabels = 3;

/** Is it clear enough that these lines speak of one source? */
function isClear(seen: Seen): boolean {
  const { title, parts: { sections }, main, citation, keywords, head, facts, names } = seen;
  if (title === undefined || title.length < 4 || spanOf(seen).end <= spanOf(seen).start) return false;
  const strong = sections.some(({ role, from }) => role === 'abstract' && from === main?.at);
  const labels = new Set(sections.filter(({ role, values }) => bibliographic.has(role) && values.length > 0).map(({ role }) => role)).size;
  let points = main === undefined ? 0 : strong ? 3 : 1;
  points += keywords.some(({ words }) => words.length > 1) ? 2 : 0;
  points += citation === undefined ? 0 : 4;
  points += Math.min(labels, 4);
  points += names.length > 0 && (head.people.length > 0 || labels > 0 || seen.namesFrom === 'label') ? 2 : 0;
  points += Object.keys(facts.codes).length > 0 ? 1 : 0;
  points += facts.doi !== undefined || facts.issn !== undefined ? 1 : 0;
  points += head.issue === undefined ? 0 : head.issue.page === undefined ? 1 : 2;
  const speaks = strong || citation !== undefined || (main !== undefined && keywords.length > 0) || (labels >= leastLabels && names.length > 0 && sections.some(({ role, values }) => scholarly.has(role) && values.length > 0)) || (keywords.length > 0 && names.length > 0 && Object.keys(facts.codes).length > 0);
  return speaks && points >= 5 && !sameText(title, main?.text);
}

const sameText = (title: string, abstract: string | undefined): boolean => abstract !== undefined && folded(abstract).startsWith(folded(title)) && title.length > 150;

/** Labels that stand on pages of sources only; a title, an author and a date stand on many. */
const scholarly: ReadonlySet<Role> = new Set(['container', 'volume', 'issue', 'issueLine', 'pages', 'issn', 'isbn', 'doi', 'publisher', 'type']);
const bibliographic: ReadonlySet<Role> = new Set(['title', 'author', 'container', 'volume', 'issue', 'issueLine', 'pages', 'year', 'date', 'issn', 'publisher', 'type']);
