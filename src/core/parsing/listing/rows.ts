/** The lines of a list of works, each with what it can be: the list as a whole decides what it is. */
import { linesOf, wordCount, type Line } from '../lines';
import { isNoise } from '../noise';
import { isRole } from '../roles';
import { isPlace } from '../pages/gathering/people';
import { labelAt } from '../pages/labels/label';
import { remembering } from '../remembered';
import { bylineOf, type Byline } from './byline';
import { factsOf, type Facts } from './facts';

/**
 * What a line can be. `noise`: buttons and counters; `mark`: numbers and times before a record; `facts`: nothing but where and when; `source`: the
 * same with the title of a journal or book; `people`, `maybePeople`: names; `place`: an affiliation; `label`: a word above an abstract; `aside`: a labelled line of no
 * use; `prose`; `text`: perhaps a title.
 */
export type RowKind = 'noise' | 'mark' | 'facts' | 'source' | 'people' | 'maybePeople' | 'place' | 'label' | 'aside' | 'prose' | 'text';
export type Row = Line & { readonly kind: RowKind; readonly apart: boolean; readonly facts?: Facts; readonly byline?: Byline; readonly abstract?: string };

const buttons = /^(?:(?:Preview|View|Show|Hide|Read)(?: the)? (?:abstract|more|less|details?|more detail|article|full text|paper|record|PDF)|Abstracts?[ |/]+(?:PDF|Full text|References|Restricted|Acc[eè]s|HTML).{0,60}|(?:PDF|HTML|EPUB|XML)(?: ?[/|·] ?(?:PDF|HTML|EPUB|XML))*(?: \(.{1,20}\))?|Download(?:s| .{1,30})?|Export(?: citations?)?|Save|Cite|Alert|More|Less|Add to .{1,30}|Access|Share|Expand|Load more|Select(?: all)?(?: \| Deselect all)?|Deselect all|Sort by.{0,30}|Filter by.{0,40}|Refine.{0,30}|Showing .{1,60}|Now showing .{1,60}|Jump to:? .{0,80}|\d+ results?.{0,60}|(?:About )?[\d,.]+ results?.{0,80}|Results?(?: \d.{0,60})?|Search(?: results?)?|Clear all|Actions for selected content:?|View Abstracts|Submit (?:an article|manuscript|your (?:article|paper))|(?:Journal|Contents|Tabla de contenido|Table of contents|Sumário|Journal Overview|Publications|Works(?: \(\d+\))?)|Show \d+|Source: .{1,60}|View on .{1,40}|Related articles|All \d+ versions|Front ?[Mm]atter|Back ?[Mm]atter|Editorial Board|Cover|Imprint|(?:Skip|Back|Go) to .{1,40}|· ?(?:resumen|resumo|abstract|texto?|text) .{1,120}|(?:texto?|resum[eo]n?|abstract) (?:en|em|in) .{1,100}|(?:Texte intégral|Résumé|Accès (?:libre|restreint|conditionnel)|Lire)(?: ?[|·] ?.{1,40})?|Читать.{0,30}|Скачать.{0,30}|Подробнее|Показать .{1,30}|阅读|下载|摘要|HTML 全文|PDF ?下载|You searched for.{0,200}|This message was sent by.{0,200}|(?:List|Cancel|Create) alerts?|Unsubscribe.{0,80}|(?:From|To|Date|Subject|Sent|Cc): .{1,200}|Buy .{1,30}|Rent.{0,30}|Permissions?|Metrics|Altmetric|Get .{1,30}|Check .{1,30}|Log in.{0,40}|Institutional access.{0,40}|Open in new (?:tab|window)|Figures?|Supplement.{0,20}|References|Permalink|Copy link|Has PDF|Fields of Study|Date Range|Relevance|Sort by Relevance|Journals & Conferences|(?:Select|Check) article.{0,20}|Recommend(?:ed)?|Rights|(?:Request )?full[- ]text(?: available)?|(?:Abstract|Citation)\/(?:Details|Abstract)|Cited by \(\d+\)|Consulter.{0,30}|Ajouter .{1,40}|Voir .{1,30}|Résultats.{0,60}|\d+ résultats.{0,30}|检索结果.{0,30}|共 ?\d+ ?条.{0,20}|Результатов.{0,60}|Найдено.{0,60}|Search v[\d.]+ .{0,40}|Content|Access Statistics.{0,60}|Track citations.{0,60}|View Summary|Summary)$/iu;
/** `Hardback £95.00 | eBook €24,99`: the forms in which a book is sold, with prices. */
const prices = /^(?:(?:Hard(?:back|cover)|Paper(?:back|bound)|Soft(?:back|cover)|Cloth|E-?[Bb]ook|EBOOK|Kindle|Audiobook|Gebunden|Broschiert|Taschenbuch|Relié|Broché|Poche|Tapa (?:dura|blanda)|Rústica|Brossura|Rilegato|Твёрдый переплёт|Обложка)(?: \([^()]{1,20}\))?[:,]? ?(?:(?:[£$€₽₺] ?\d[\d.,]{0,9}|\d[\d.,]{0,9} ?(?:[£$€₽₺]|EUR|USD|GBP|CHF|TL|руб\.?))(?: ?\/ ?[£$€] ?\d[\d.,]{0,9})?)?(?: ?[|·•,;] ?|$)){1,5}$/u;
const fieldsOfStudy = /^(?:(?:Political Science|Economics|Sociology|Law|History|Philosophy|Business|Geography|Psychology|Computer Science|Environmental Science|Art|Medicine|Education|Linguistics)(?:, |$)){1,5}$/u;
const marks = /^(?:[#№]? ?\d{1,4}[.)]?|\[\d{1,4}\]|\d{1,2}[:.]\d\d ?(?:[ap]\.?m\.?)?(?: ?[-–—] ?\d{1,2}[:.]\d\d ?(?:[ap]\.?m\.?)?)?|(?:Paper|Abstract|Submission|ID:?|Poster) ?(?:ID:? ?)?[#№]?\d{1,6})$/iu;
const aside = /^(?:Topics?|Themes?|Themen?|Tags?|Subjects?|Keywords?|Collections?|Type|Series|Location|Room|Session [Cc]hair|Chairs?|Discussants?|Moderators?|Convenors?|Organi[sz]ers?|Track|Format|Language|Advisors?|Supervisors?|Editors?|JEL(?: [Cc]lassification| codes?)?|TLDR)(?:\(s\))?\s?[:：]|^(?:Chair|Disc\.|Discussant|Moderator) \p{Lu}/iu;
const labels = /^(?:TLDR|TL;DR|Highlights|Snippet|Summary|Extract|Excerpt)$/iu;

/** The lines of a stretch as rows, without blank ones; `apart`: a blank line stands above. */
export function rowsOf(text: string, start: number, end: number): readonly Row[] {
  const rows: Row[] = [];
  let apart = true;
  for (const line of linesOf(text, start, end)) {
    const last = rows.at(-1);
    if (line.text !== '' && last !== undefined && !apart && goesOn(last, line.text)) rows[rows.length - 1] = { ...last, ...told(`${last.text} ${line.text}`, rows.at(-2)?.kind), end: line.end };
    else if (line.text !== '') rows.push({ ...line, ...told(line.text, last?.kind), apart });
    apart = line.text === '';
  }
  return withoutTemplate(rows);
}

/** Short lines of text that come again and again with other numbers are buttons and counters; those before a colon are labels. */
function withoutTemplate(rows: readonly Row[]): readonly Row[] {
  const often = counted(rows.filter(({ kind, text }) => kind === 'text' && text.length < 60).map(({ text }) => masked(text)));
  const labelled = counted(rows.flatMap(({ kind, text }) => (kind === 'text' ? labelOf(text) ?? [] : [])));
  return rows.map((row, at) => {
    if (row.kind !== 'text') return row;
    const journal = rows[at + 1]?.kind === 'facts' && rows[at + 1]?.apart === false && (rows[at + 1]?.facts?.marks ?? []).some((mark) => mark !== 'kind' && mark !== 'count' && mark !== 'access');
    if (!journal && (often.get(masked(row.text)) ?? 0) > 1) return { ...row, kind: 'noise' as const };
    return (labelled.get(labelOf(row.text) ?? '') ?? 0) > 1 ? { ...row, kind: 'aside' as const } : row;
  });
}

const masked = (text: string): string => text.toLowerCase().replace(/\d+/gu, '#');
const labelOf = (text: string): string | undefined => /^(\p{Lu}\p{Ll}{2,12}(?: [\p{L}.]{2,10})?): /u.exec(text)?.[1];
const counted = (texts: readonly string[]): ReadonlyMap<string, number> => texts.reduce((counts, text) => counts.set(text, (counts.get(text) ?? 0) + 1), new Map<string, number>());

/** A sentence or a title that was wrapped. */
const goesOn = ({ kind, text }: Row, next: string): boolean => (kind === 'text' || kind === 'prose') && text.length > 45 && /^\p{Ll}{2,}[ ,]/u.test(next) && !/[.!?:;…|]["”»)]?$/u.test(text) && !/^(?:resumen|resumo|texto|abstract|by) /u.test(next);

type Told = Pick<Row, 'kind' | 'facts' | 'byline' | 'abstract' | 'text'>;

/** What a line is, and whether it could be the place of people that stand above it. */
function told(printed: string, above: RowKind | undefined): Told {
  const row = toldAlone(printed);
  return row.kind === 'text' && (above === 'people' || above === 'maybePeople' || above === 'place') && (isPlace(row.text) || isRole(row.text)) ? { text: row.text, kind: 'place' } : row;
}

const toldAlone = remembering((printed): Told => newlyTold(printed), 10_000);

function newlyTold(printed: string): Told {
  const text = withoutMarks(printed);
  const of = (kind: RowKind, more: Partial<Told> = {}): Told => ({ text, kind, ...more });
  if (text === '' || fieldsOfStudy.test(text) || prices.test(text)) return of('noise');
  if (marks.test(text)) return of('mark');
  if (buttons.test(text) || isNoise(text)) return of('noise');
  if (labels.test(text)) return of('label');
  const label = labelAt(text);
  if (label?.role === 'abstract' || label?.role === 'weakAbstract') return label.bare ? of('label') : of('prose', { abstract: text.slice(label.valueAt).trim() });
  if (aside.test(text)) return of('aside');
  const facts = factsOf(text);
  if (facts?.rest === '' && facts.marks.length > 0) return of('facts', { facts });
  const byline = bylineOf(text);
  if (byline !== undefined) return of(byline.sure ? 'people' : 'maybePeople', { byline });
  if (isProse(text)) return of('prose');
  if (facts !== undefined && isSource(facts, text)) return of('source', { facts });
  return of('text');
}

/** Bullets, numbers and the marks of a site before what a line says, and the buttons behind it. */
const withoutMarks = (text: string): string =>
  text.replace(/^(?:[·•▪►☆*–—-]\s|\d{1,3}[.)]\s(?=\p{L}))/u, '').replace(/^(?:\[(?:PDF|HTML|BOOK|B|CITATION|C|DOC|КНИГА|ЦИТИРОВАНИЕ|ЦИТАТА)\]\s?){1,2}/iu, '').replace(/^(?:Paper )?(?:Title|Название|Titel|Titre|Título|Başlık|题名)\s?[:：]\s/iu, '').replace(/\s\[(?:Texte intégral|Full text|Résumé|Accès restreint|PDF|HTML|Abstract)(?: ?\| ?[\p{L} ]{2,30})?\]$/iu, '').trim();

const isProse = (text: string): boolean => {
  const words = wordCount(text);
  if (words >= 9 && /(?:…|\.{3})(?: (?:Expand|Read more|more))?$/u.test(text)) return true;
  return words >= 30 || (words >= 9 && /[.…]["”»)]?$|\.{3}$/u.test(text) && !/(?<!\p{L})(?:vol|no|pp)\.$/iu.test(text)) || (words >= 12 && /[.!?]\s\p{Lu}/u.test(text) && /[.!?…]$/u.test(text));
};

/** The title of a journal or a book, with a volume, an issue or pages; or behind a word that says so. */
function isSource({ rest, fields, marks: found }: Facts, text: string): boolean {
  const name = containerOf(rest);
  if (name === undefined || found.includes('count')) return false;
  return fields['volume'] !== undefined || fields['issue'] !== undefined || (fields['page'] !== undefined && rest.length < 100) || (containerLabel.test(text) && name.split(' ').length < 14);
}

const containerLabel = /^(?:Journal|In|Source|Published in|Publication|Forthcoming(?: in|,)?|Журнал|Источник|Dergi|Revista|Dans|Revue|来源|刊名)(?:\s?[:：]\s?| (?=\p{Lu}))/u;

/** The title of a journal or a book in what facts left; a place behind a semicolon is none of it. */
export function containerOf(rest: string): string | undefined {
  const [name = '', ...more] = rest.split(' ¦ ');
  const bare = name.replace(containerLabel, '').replace(/^Issue of /u, '').replace(/; \p{Lu}[\p{L} ,.-]{2,40}$/u, '').replace(/^《(.{2,60})》$/u, '$1').replace(/\.$/u, '').trim();
  return more.length > 1 || bare.length < 3 || bare.length > 140 || !/^[\p{Lu}\p{sc=Han}«“"]/u.test(bare) || /[?!]/u.test(bare) ? undefined : bare;
}
