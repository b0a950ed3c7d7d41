/** One record of a page of unknown layout: what its labels say, what its citation says, and what stands above its abstract. */
import { fieldUnsure, type Problem } from '../../problem';
import { eachOf, inOneGo, type Sliced } from '../../slices';
import type { Item, ItemType, JsonObject, Name } from '../../source';
import { fromCapitals, isCapitals } from '../capitals';
import { reviewUnsure, trust } from '../certainty';
import { itemOf, type Found } from '../found';
import { folded, withoutEnd } from '../lines';
import { withLigatures } from '../ligatures';
import { withoutMojibake } from '../mojibake';
import { textLanguage } from '../textLanguage';
import type { Certainty } from '../reading';
import { abstractsIn, keywordsIn, type Keywords, type PageAbstract } from './labelledAbstracts';
import { readCitation, type Citation } from './labelledCitation';
import { factsOf, mergedDate, typeOf, type Facts } from './labelledFacts';
import { withFoot } from './labelledFoot';
import { readHead, type Head } from './labelledHead';
import { isAffiliation, namesByCitation, peopleScore, readByline, withoutMarks } from './labelledPeople';
import type { Issue } from './labelledIssue';
import type { LabelledLine } from './labelledLine';
import { sectionsOf, type Section, type Sections } from './labelledSections';

/** All that was seen of one record, before it is one. */
export type Seen = {
  readonly lines: readonly LabelledLine[]; readonly parts: Sections; readonly abstracts: readonly PageAbstract[]; readonly main?: PageAbstract; readonly keywords: readonly Keywords[];
  readonly citation?: Citation; readonly facts: Facts; readonly head: Head; readonly twins: readonly Head[]; readonly labelledTitles: readonly string[]; readonly title?: string; readonly titleFrom: 'label' | 'citation' | 'position' | 'none';
  readonly names: readonly Name[]; readonly namesFrom: 'label' | 'citation' | 'position'; readonly affiliations: readonly (readonly [string, string])[]; readonly incomplete: boolean;
};

/** Look at the lines of one record. */
export const look = (lines: readonly LabelledLine[]): Seen => inOneGo(looking(lines));

/** The same in slices: a long text may be one record. */
export function* looking(lines: readonly LabelledLine[]): Sliced<Seen> {
  const parts = sectionsOf(lines);
  yield;
  const abstracts = abstractsIn(lines, parts);
  yield;
  const outside = outsideOf(parts.sections);
  const facts = factsOf(parts.sections, lines, outside);
  yield;
  const cited = [...citationTexts(parts.sections), ...referencesAbove(lines, parts, abstracts[0]?.at ?? 0)];
  const heads = yield* headsOf(lines, parts, abstracts, cited.join(' '), facts.container);
  const underLabel = valuesOf(parts.sections, 'title').map((title) => title.replace(/\t(?:-|[a-z]{2}(?:[_-][A-Z]{2})?)$/u, ''));
  const labelledTitles = underLabel.length > 0 ? underLabel : titleOfHeading(lines);
  const titles = [...labelledTitles, ...(heads[0]?.joins ?? []), heads[0]?.title ?? '', ...(heads[0]?.others ?? [])].filter((title) => title.length > 5);
  const citation = bestCitation(cited, titles);
  const head = withFoot(heads[0] ?? { margin: 0, others: [], joins: [], people: [], affiliations: [], first: Infinity }, lines, parts);
  const title = labelledTitles[0] ?? (citation?.title !== undefined && head.title !== undefined && agree(citation.title, head.title) ? head.title : undefined) ?? citation?.title ?? head.title;
  const titleFrom = labelledTitles.length > 0 ? 'label' : citation?.title !== undefined ? 'citation' : head.title !== undefined ? 'position' : 'none';
  const main = mainAbstract(abstracts, [textLanguage(title ?? ''), facts.language]);
  return {
    lines, parts, abstracts, ...(main === undefined ? {} : { main }), keywords: keywordsIn(parts.sections), ...(citation === undefined ? {} : { citation }), facts, head, twins: heads.slice(1),
    labelledTitles, ...(title === undefined ? {} : { title }), titleFrom, ...peopleOf(parts.sections, head.people.length > 0 ? head : { ...head, people: bylineBelow(lines, parts, main?.to) }, citation),
  };
}

/** CyberLeninka names the title in headings of its own. */
function titleOfHeading(lines: readonly LabelledLine[]): readonly string[] {
  for (const { text } of lines) {
    const title = /^(.{8,400}?) Текст научной статьи по специальности «/u.exec(text)?.[1] ?? /^Текст научной работы на тему «(.{8,400})»$/u.exec(text)?.[1];
    if (title !== undefined) return [title];
  }
  return [];
}

const agree = (one: string, other: string): boolean => folded(one).replace(/[^\p{L}\d]/gu, '').slice(0, 40) === folded(other).replace(/[^\p{L}\d]/gu, '').slice(0, 40);

/** Lines of references and of other works: nothing in them is this record's. */
function outsideOf(sections: readonly Section[]): ReadonlySet<number> {
  return new Set(sections.filter(({ role }) => ['references', 'aside', 'fullText', 'abstract'].includes(role)).flatMap(({ from, to }) => Array.from({ length: to - from }, (_, index) => from + index)));
}

const valuesOf = (sections: readonly Section[], role: Section['role']): readonly string[] => sections.filter((section) => section.role === role).map(({ values }) => values.join(' ').trim()).filter((value) => value !== '');

function citationTexts(sections: readonly Section[]): readonly string[] {
  return sections.filter(({ role }) => role === 'citation').flatMap(({ values, word }) => {
    if (/^dc\./u.test(word)) return values.map((value) => value.split('\t')[0] ?? '');
    const blocks = values.join('\n').split(/\n\s*\n/u).map((block) => block.replace(/(\p{Ll})-\n(?=\p{Ll})/gu, '$1').replace(/\n/gu, ' ').trim());
    return blocks.filter((block) => block.length > 25);
  });
}

const openReference = /^\p{Lu}[\p{L}’'-]{1,40},\s\p{Lu}[^()]{0,200}\((?:19|20)\d\d\)[.,:]?\s\p{Lu}/u;

/** `Токтогулов А. Ж. Омбудсмен // Право. 2021. № 4. С. 28–40.` */
const gostReference = /^\p{Lu}[\p{L}’'-]{1,40},? (?:\p{Lu}\p{Ll}?\. ?){1,3}.{8,400} \/\/ \p{Lu}.{4,200}(?:19|20)\d\d/u;

/** A line above the abstract that is a whole reference, as repositories print it. */
const referencesAbove = (lines: readonly LabelledLine[], { free }: Sections, abstract: number): readonly string[] =>
  free.filter((at) => at < abstract && (openReference.test(lines[at]?.text ?? '') || gostReference.test(lines[at]?.text ?? ''))).map((at) => lines[at]?.text ?? '');

function bestCitation(texts: readonly string[], titles: readonly string[]): Citation | undefined {
  const worth = ({ names, year, container, issue }: Citation): number => (names.length > 0 ? 2 : 0) + (year === undefined ? 0 : 2) + (container === undefined ? 0 : 2) + (issue?.page === undefined ? 0 : 1) + (issue === undefined ? 0 : 1);
  const read = texts.slice(0, 8).flatMap((text) => readCitation(text, titles) ?? []).filter((citation) => worth(citation) >= 4);
  const first = textLanguage(titles[0] ?? '');
  return read.sort((a, b) => worth(b) - worth(a) + (textLanguage(b.title ?? '') === first ? 1 : 0) - (textLanguage(a.title ?? '') === first ? 1 : 0))[0];
}

/** The head above the first abstract (or keywords, or citation), and those above the abstracts in other languages. */
function headsOf(lines: readonly LabelledLine[], { sections, free }: Sections, abstracts: readonly PageAbstract[], cited: string, journal: string | undefined): Sliced<readonly Head[]> {
  const anchors = abstracts.length > 0 ? abstracts.map(({ at }) => at) : sections.filter(({ role }) => role === 'keywords' || role === 'citation').slice(0, 1).map(({ from }) => from);
  let next = 0;
  return eachOf(anchors.slice(0, 40), 1, (anchor, index) => {
    const own = [...(abstracts[index - 1]?.head ?? [])];
    for (; next < free.length && (free[next] ?? 0) < anchor; next++) own.push(free[next] ?? 0);
    return readHead(lines, own, cited, journal);
  });
}

/** The longest abstract in the language of the title, else in that which the page names, else the first. */
function mainAbstract(abstracts: readonly PageAbstract[], languages: readonly (string | undefined)[]): PageAbstract | undefined {
  const from = languages.map((language) => abstracts.filter((abstract) => abstract.language === language)).find((fitting) => fitting.length > 0) ?? abstracts.slice(0, 1);
  return [...from].sort((a, b) => b.text.length - a.text.length)[0];
}

function peopleOf(sections: readonly Section[], head: Head, citation: Citation | undefined): Pick<Seen, 'names' | 'namesFrom' | 'affiliations' | 'incomplete'> {
  const labelled = sections.filter(({ role }) => role === 'author').flatMap(({ values }) => values.filter((value) => value !== '').map((value) => value.replace(/\t(?:-|[a-z]{2}(?:[_-][A-Z]{2})?)$/u, '')));
  const named = sections.flatMap(({ word }) => /автор(?:ы)? научной работы\s?[—–-]\s?(.{4,600})$/u.exec(word)?.[1] ?? []).map((list) => list.replace(/,\s?[….]{1,3}$/u, ''));
  const lines = [...labelled, ...named].flatMap((line) => (!isAffiliation(line) || /^\p{Lu}[^()]{3,60}\(/u.test(line) || peopleScore(line) === 2 ? [line] : nameBeforePlace(line)));
  const byline = readByline(withoutLetters(lines.length > 0 ? lines : head.people.length > 0 ? head.people : head.affiliations.flatMap(nameBeforePlace).slice(0, 6), head.affiliations), sections.some(({ role, word }) => role === 'author' && singular.test(word)));
  const names = namesByCitation(byline.names, citation?.names ?? []);
  const affiliations = byline.affiliations.length > 0 ? byline.affiliations : affiliationsIn(labelled.length > 0 ? labelled : [...head.people, ...head.affiliations], names);
  return { names, namesFrom: lines.length > 0 ? 'label' : (citation?.names.length ?? 0) > 0 ? 'citation' : 'position', affiliations, incomplete: byline.incomplete };
}

/** Names below the abstract, where a journal prints them at the foot of its first page. */
function bylineBelow(lines: readonly LabelledLine[], { free }: Sections, from = Infinity): readonly string[] {
  const below = free.filter((at) => at >= from && at < from + 40).map((at) => lines[at]?.text ?? '');
  return below.filter((text, index) => text.length < 120 && /^[^\d]{4,80}[*†]$/u.test(text) && peopleScore(text) === 2 && /^[*†]/u.test(below[index + 1] ?? '')).slice(0, 1);
}

/** `Anna Kowalskaa,*, Bo Lib` as `Anna Kowalska, Bo Li` when affiliations begin with these letters, `a Faculty of …`. */
function withoutLetters(lines: readonly string[], affiliations: readonly string[]): readonly string[] {
  const letters = affiliations.flatMap((place) => /^([a-h]) ?(?=\p{Lu})/u.exec(place)?.[1] ?? []);
  if (letters.length === 0 || letters.some((letter, index) => letter !== 'abcdefgh'[index])) return lines;
  return lines.map((line) => line.replace(new RegExp(`(?<=\\p{L}{2})[${letters.join('')}](?:,[${letters.join('')}*]){0,8}(?=\\s?[,*;]|\\s(?:and|&)\\s|$)`, 'gu'), ''));
}

const singular = /^(?:Autor|Autora|Author|Auteur|Автор|Creator|dc\.contributor\.author|dc\.creator|Verfasser)(?:\s?[:\t]|\s*$)/u;

/** `Name, University of X` as the name. */
function nameBeforePlace(line: string): readonly string[] {
  const people = line.split(/;\s/u);
  if (people.length > 1 && people.every((person) => person.includes(', ') && peopleScore(person.split(', ')[0] ?? '') > 0)) return people.map((person) => person.split(', ')[0] ?? '');
  const [name = '', ...rest] = line.split(/,\s/u);
  return rest.length > 0 && peopleScore(name) > 0 ? [name] : [];
}

/** One author and one affiliation belong together; of several it is not told who works where. */
function affiliationsIn(lines: readonly string[], names: readonly Name[]): readonly (readonly [string, string])[] {
  const places = lines.filter((line) => isAffiliation(line) && !openReference.test(line) && !/orcid/iu.test(line) && /\p{L}{4}/u.test(withoutMarks(line))).map((line) => withoutEnd(withoutMarks(line).replace(/^[\d*]{1,2}\s?/u, ''), ' ,;.'));
  const [name] = names;
  return names.length === 1 && places.length === 1 && name !== undefined && places[0] !== undefined ? [[[name.given, name.family ?? name.literal].filter(Boolean).join(' '), places[0]]] : [];
}

/** The issue of the citation; where the page has `№ 2 (8)`, the `2 (8)` of its citation is no volume with its issue but the same number and the count of all. */
function citedIssue({ citation, head, facts }: Seen): Partial<Issue> | undefined {
  const cited = citation?.issue;
  const counted = [head.issue, facts.line].find((line) => line?.cumulative !== undefined && line.volume === undefined && line.issue === cited?.volume && line.cumulative === cited?.issue);
  if (counted?.issue === undefined || cited === undefined) return cited;
  const { volume: _, ...others } = cited;
  return { ...others, issue: counted.issue };
}

/** The record of what was seen, as far as there is enough of it. `gathering`: it stands on the page of a conference. */
export function recordOf(seen: Seen, gathering: boolean): Found {
  const { lines, citation, facts, head, main } = seen;
  const issue = { ...head.issue, ...citedIssue(seen) };
  const context = [main?.text ?? '', citation?.text ?? ''].join(' ');
  const title = cleanTitle(seen.title, context, citation?.title);
  const year = citation?.year ?? head.issue?.year ?? facts.line?.year;
  const keywords = mainKeywords(seen);
  const host = unquotedJournal(citation?.container ?? facts.container ?? head.container);
  const series = host !== undefined && ofReports.test(host) ? host : undefined;
  const type = series === undefined ? itemType(seen, host, issue, gathering) : 'report';
  const school = type === 'thesis' ? thesisSchool(citation?.text) : undefined;
  const container = type === 'thesis' || series !== undefined ? undefined : host;
  const number = facts.issue ?? issue.issue;
  const certainty = certaintyOf(seen, title, { year, container, issue: facts.volume !== undefined || facts.issue !== undefined });
  const fields = {
    title, author: seen.names.map(cleanName), issued: mergedDate(year, facts.issued ?? head.date), 'container-title': container === undefined ? undefined : withoutMojibake(isCapitals(container) ? fromCapitals(container, context) : container),
    volume: facts.volume ?? issue.volume, issue: series === undefined && type !== 'report' ? number : undefined, page: facts.page ?? issue.page, DOI: facts.doi ?? citation?.doi, ISSN: facts.issn, ISBN: facts.isbn,
    URL: facts.url, publisher: facts.publisher ?? school, 'publisher-place': facts.place, 'number-of-pages': facts.extent, genre: type === 'thesis' ? /PhD|Master'?s?|Doctoral|MA(?!\p{L})/u.exec(`${citation?.text ?? ''} ${facts.typeWords ?? ''}`)?.[0]?.concat(' thesis') : series, language: facts.language, number: series === undefined ? arxivOf(seen) ?? (type === 'report' ? reportNumber(seen) : undefined) : number, keyword: keywords?.words.join(', '), abstract: main?.text,
  };
  const item: Item = reviewUnsure(itemOf(type, fields, customOf(seen, keywords, title)), certainty);
  const span = spanOf(seen);
  const kept = Object.fromEntries(Object.entries(certainty).filter(([field]) => field in item));
  const problems: readonly Problem[] = Object.entries(kept).filter(([field, { sure }]) => sure < 0.85 && (field === 'title' || field === 'author')).map(([field, { why }]) => fieldUnsure(field, why, span));
  return { ...span, format: 'labelled-page', item, certainty: kept, problems: lines.length === 0 ? [] : problems };
}

/** `«Саясат» журналы`, `Журнал «Полис»` as the name alone. */
const unquotedJournal = (name: string | undefined): string | undefined =>
  name?.replace(/^(?:(?:[Нн]аучный )?[Жж]урнал )?[«"“]([^«»"“”]{3,120})[»"”](?: (?:(?:ғылыми |илимий )?журналы|dergisi|jurnali))?$/u, '$1');

/** From the first line that says something of the record to the last. */
export function spanOf({ lines, parts, head }: Seen): { readonly start: number; readonly end: number } {
  const first = Math.min(head.first, parts.sections[0]?.from ?? Infinity);
  const last = Math.max((parts.sections.at(-1)?.to ?? 1) - 1, Number.isFinite(head.first) ? head.first : 0, head.last ?? 0);
  return { start: lines[withLinesAbove(lines, Number.isFinite(first) ? first : 0)]?.start ?? 0, end: lines[last]?.end ?? 0 };
}

/** A few short lines at the very top belong to the page. */
const withLinesAbove = (lines: readonly LabelledLine[], first: number): number => ((first <= 8 || first <= 16 && !lines.slice(0, first).some(({ kind }) => kind === 'blank')) && lines.slice(0, first).every(({ text }) => text.length < 120) ? 0 : first);

function cleanTitle(title: string | undefined, context: string, cited: string | undefined): string | undefined {
  if (title === undefined) return undefined;
  const bare = withLigatures(withoutMojibake(title.replace(/\s+/gu, ' ').replace(/[*†¹]{1,3}$/u, '').replace(/(?<=\p{L})[1*]$/u, '').trim()));
  const plain = /[^.]\.$/u.test(bare) && !/\.\.\.$/u.test(bare) ? bare.slice(0, -1) : bare;
  if (!isCapitals(plain)) return plain;
  return cited !== undefined && !isCapitals(cited) && agree(cited, plain) ? cited : fromCapitals(plain, context);
}

/** The stamp of arXiv on a first page. */
const arxivOf = ({ lines }: Seen): string | undefined => lines.map(({ text }) => /^arXiv:(\d{4}\.\d{4,5})/u.exec(text)?.[1]).filter((number) => number !== undefined).map((number) => `arXiv:${number}`)[0];

/** `PhD thesis, University of X`: the university. */
const thesisSchool = (citation: string | undefined): string | undefined => /(?:thesis|dissertation|Dissertation),\s([^.\d]{4,90})/u.exec(citation ?? '')?.[1]?.trim();

const cleanName = (name: Name): Name => Object.fromEntries(Object.entries(name).map(([part, value]) => [part, withoutMojibake(value)]));

function mainKeywords({ keywords, main, title }: Seen): Keywords | undefined {
  const language = main?.language ?? textLanguage(title ?? '');
  return keywords.find((list) => list.language === language) ?? keywords[0];
}

function customOf(seen: Seen, keywords: Keywords | undefined, title: string | undefined): JsonObject {
  const others = seen.abstracts.filter((abstract) => abstract !== seen.main && abstract.language !== seen.main?.language);
  const lists = seen.keywords.filter((list) => list !== keywords);
  const titles = otherTitles(seen, title);
  const cumulative = seen.citation?.issue?.cumulative ?? seen.head.issue?.cumulative ?? seen.facts.line?.cumulative;
  return {
    ...seen.facts.codes,
    ...(seen.affiliations.length === 0 ? {} : { affiliations: Object.fromEntries(seen.affiliations) }),
    ...(seen.incomplete ? { authorsIncomplete: true } : {}),
    ...(cumulative === undefined ? {} : { 'cumulative-issue': cumulative }),
    ...(titles.length === 0 ? {} : { titles: Object.fromEntries(titles) }),
    ...(others.length === 0 ? {} : { abstracts: Object.fromEntries(others.map(({ language, text }) => [language, text])) }),
    ...(lists.length === 0 ? {} : { keywords: Object.fromEntries(lists.map(({ language, words }) => [language, words.join(', ')])) }),
  };
}

function otherTitles(seen: Seen, title: string | undefined): readonly (readonly [string, string])[] {
  const main = textLanguage(title ?? '');
  const found = [...seen.labelledTitles.slice(1), seen.head.twin ?? '', ...seen.twins.map((twin, index) => (fits(twin.title ?? '', seen.abstracts[index + 1]?.language) ? twin.title ?? '' : ''))].filter((text) => text !== '' && text !== seen.title);
  const languageOf = (text: string): string => textLanguage(text) ?? seen.abstracts.find(({ language }) => fits(text, language) && language !== main)?.language ?? 'und';
  return found.map((text) => [languageOf(text), isCapitals(text) ? fromCapitals(text, seen.abstracts.map((abstract) => abstract.text).join(' ')) : text] as const).filter(([language]) => language !== main);
}

/** Could a title be of this language? A few words may tell none. */
const fits = (title: string, language: string | undefined): boolean =>
  title !== '' && (textLanguage(title) === language || (textLanguage(title) === undefined && !['ru', 'kk', 'ky', 'uk', 'zh', 'ja', 'ko', 'ar', 'fa'].includes(language ?? '')));

/** Do the first lines of a page name a conference, a panel or a session? */
export const isGathering = (lines: readonly LabelledLine[]): boolean =>
  lines.slice(0, 12).some(({ text }) => text.length < 120 && (conference.test(text) || /^(?:Panel|Session|Roundtable) [A-Z]?\d/u.test(text)));

/** Does the subject of a letter say that abstracts are sent to a conference? */
export const isSentToConference = (lines: readonly LabelledLine[]): boolean =>
  lines.slice(0, 12).some(({ text }) => subject.test(text) && text.length < 200 && ofConference.test(text.replace(subject, '')));

/** Words of a collection or a kind, in the languages of repositories. */
const isThesis = /(?<!\p{L})(?:Tesis (?:de|doctoral|para)|Tese de|Dissertação de|Tesi di|Thèse de|Doktorsavhandling|Doctoral [Tt]hes[ei]s|Master['’]?s [Tt]hes[ei]s|Theses and Dissertations|Doktorgrad|Praca doktorska|Rozprawa doktorska|Dizertační práce|Disertační práce|Väitöskirja|Proefschrift|диссертаци[ия] на соискание|автореферат диссертации)(?!\p{L})/u;

/** The subject of a letter, and how it tells that abstracts are sent to a conference. */
const subject = /^(?:Subject|Тема|Betreff|Objet|Asunto|Konu)\s?:/u;
const ofConference = /(?<!\p{L})(?:panel|abstracts?|conference|workshop|congress|тезис\p{L}*|конференц\p{L}*|секци\p{L}*|Tagung|colloque|congreso|résumés?|resumos?|resúmenes|pain[eé](?:l|is)|ponencias?|comunicações|streszczeni\p{L}|abstrakt[yi]?|referat\p{L}|bildiri\p{L}*|Beitragsvorschläge|konferencj\p{L}|absztraktok)(?!\p{L})/iu;

/** What reports of institutes are numbered under: no journal. */
const ofReports = /^(?:[\p{L}&.]{2,14}[ -])?(?:(?:policy (?:brief|paper|note|memo|insight)|working paper|discussion paper|research report|occasional paper|issue brief|briefing paper)s?|Kurzanalysen?|Arbeitspapiere?|Diskussionspapiere?|Positionspapiere?|documentos? de (?:trabajo|análisis)|textos? para discussão|documents? de travail|notes? d[’']analyse|quaderni di ricerca|zeszyty analityczne)$/iu;

/** `Documento de trabajo 12/2023`: such a series and its number. */
const numberedReport = /^(?:[\p{L}&.]{2,14}[ -])?(?:(?:policy (?:brief|paper|note|memo)|working paper|discussion paper|research report|issue brief|briefing paper)|Kurzanalyse|Arbeitspapier|Diskussionspapier|documento de (?:trabajo|análisis)|texto para discussão|document de travail),? (?:(?:No\.?|Nr\.?|n[º°.]|núm\.?|#) ?)?(\d{1,4}(?:[/-]\d{2,4})?)$/iu;
const reportNumber = ({ parts, lines }: Seen): string | undefined => parts.free.map((at) => numberedReport.exec(lines[at]?.text.slice(0, 120) ?? '')?.[1]).find((found) => found !== undefined);

/** `(Doctoral dissertation, University of X)`, as references name a thesis in brackets. */
const citedAsThesis = /[([][^()[\]]{0,40}(?:[Dd]issertation|[Tt]hesis|[Tt]esis|[Tt]ese|[Tt]hèse|[Aa]rbeit|[Tt]ez|диссертация)[^()[\]]{0,120}[)\]]/u;

/** How the abstract of a thesis begins. */
const ofThesis = /^(?:(?:The|This|La|Esta|Cette|A|Esta|Diese|La presente|La présente|A presente|Il presente|Questa) (?:doctoral |PhD |master’s |MA )?(?:thesis|dissertation|tesis|tese|tesi|dissertação|thèse|Dissertation|Masterarbeit)|Диссертация|В диссертации|Диссертационное) /u;

const conference = /(?<!\p{L})(?:[Тт]езис\p{L}*|[Оо]ргкомитет|Paper presented at|[Pp]aper for panel|Workshop|Section Chairs|Conference|Congress|Convention|Annual Meeting|Symposium|конференци\p{L}*|конгресс|Tagung|Kongress|colloque|congreso|congresso|congrès|Encontro|Encuentro|Jornadas|sempozyum\p{L}*|kongres\p{L}*|konferenci?j?[aeęiu])(?!\p{L})|年会|研讨会/iu;

function itemType(seen: Seen, container: string | undefined, issue: { readonly volume?: string; readonly issue?: string; readonly page?: string }, gathering: boolean): ItemType {
  const said = seen.facts.typeWords === undefined ? undefined : typeOf(seen.facts.typeWords);
  if (said !== undefined) return said;
  const { codes, issn, volume } = seen.facts;
  const free = seen.parts.free.map((at) => seen.lines[at]?.text.slice(0, 200) ?? '').join('\n');
  const supervised = seen.parts.sections.some(({ role, word }) => role === 'notAuthor' && /Advisor|Supervisor|导师|руководител|Danışman|Betreuer|Directeur de thèse/u.test(word));
  if (container === undefined && (supervised || seen.lines.some(({ text }) => text.length < 160 && isThesis.test(text)))) return 'thesis';
  if (container === undefined && citedAsThesis.test(seen.citation?.text ?? '')) return 'thesis';
  if (container === undefined && ofThesis.test(seen.main?.text.slice(0, 60) ?? '')) return 'thesis';
  if (container === undefined && reportNumber(seen) !== undefined) return 'report';
  if (container !== undefined || issn !== undefined || volume !== undefined || seen.facts.issue !== undefined || issue.volume !== undefined) return 'article-journal';
  if (/(?<!\p{L})(?:dissertations?|thes[ei]s|диссертация|автореферат)(?!\p{L})|学位论文/iu.test(free)) return 'thesis';
  if (/(?<!\p{L})working paper(?!\p{L})/iu.test(free)) return 'report';
  if (gathering || conference.test(free) || /(?<!\p{L})(?:Panel|Session) [A-Z]?\d/u.test(free)) return 'paper-conference';
  if (arxivOf(seen) !== undefined) return 'article';
  if (seen.parts.sections.some(({ role, word, values }) => (role === 'notAuthor' || role === 'skip') && subject.test(word) && ofConference.test(values[0] ?? ''))) return 'paper-conference';
  const article = seen.lines.some(({ kind, text }) => kind === 'noise' && /article|статья|makale|artículo|мақала|Zeitschriftenartikel/iu.test(text.slice(0, 60)));
  return article || seen.lines.some(({ text }) => /^(?:Научная статья на тему|Текст научной (?:работы|статьи) на тему)/u.test(text)) || ['udc', 'mrnti', 'clc', 'edn', 'grnti'].some((code) => code in codes) ? 'article-journal' : 'document';
}

function certaintyOf(seen: Seen, title: string | undefined, { year, container, issue }: { readonly year: number | undefined; readonly container: string | undefined; readonly issue: boolean }): { readonly [field: string]: Certainty } {
  const { head, citation, facts, main } = seen;
  const lowered = seen.title !== undefined && title !== undefined && isCapitals(seen.title) ? 0.1 : 0;
  const agreed = citation?.title !== undefined && head.title !== undefined && agree(citation.title, head.title);
  const titleSure = seen.titleFrom === 'label' || agreed ? trust.labelled : seen.titleFrom === 'citation' ? 0.85 : head.people.length > 0 && head.margin >= 3 ? trust.byPosition : trust.guessed;
  const authorSure = seen.namesFrom === 'label' ? trust.labelled : seen.namesFrom === 'citation' ? 0.85 : head.margin >= 3 ? 0.75 : trust.guessed;
  const byCitation = { sure: citation === undefined ? trust.byPosition : 0.88, why: citation === undefined ? `Stands in a line of volume and issue ${head.last === undefined ? 'above the abstract' : 'below the keywords'}.` : 'Stands in the reference that the page offers for citing it.' };
  const labelled = { sure: trust.labelled, why: 'Stands behind a label.' };
  const numbers = issue ? labelled : byCitation;
  return {
    title: { sure: titleSure - lowered, why: seen.titleFrom === 'label' ? 'Stands behind a label.' : seen.titleFrom === 'citation' ? 'Stands in the reference that the page offers for citing it.' : lowered > 0 ? 'A line in capitals above the abstract was read as the title; small letters were put in.' : 'A line above the abstract was read as the title.' },
    author: { sure: authorSure, why: seen.namesFrom === 'label' ? 'Stands behind a label.' : seen.namesFrom === 'citation' ? 'Stands in the reference that the page offers for citing it.' : 'A line above the abstract was read as names.' },
    abstract: main?.labelled === false ? { sure: trust.guessed, why: 'A long paragraph above the keywords, under no label, was read as the abstract.' } : { sure: trust.labelled - (main?.mended === true ? 0.1 : 0), why: main?.mended === true ? 'Stands under a label; letters that were lost in copying were put back.' : 'Stands under the label of the abstract.' },
    issued: year === undefined ? labelled : byCitation, 'container-title': container !== undefined && container === facts.container ? labelled : byCitation, volume: numbers, issue: numbers, page: facts.page === undefined ? byCitation : labelled,
    DOI: labelled, ISSN: labelled, ISBN: labelled, URL: labelled, publisher: labelled, 'publisher-place': labelled, 'number-of-pages': labelled, language: labelled, keyword: labelled,
  };
}
