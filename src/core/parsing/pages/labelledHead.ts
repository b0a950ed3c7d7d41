/** Title, people and journal of a page of unknown layout, told by where they stand above the abstract. */
import { fromCapitals, isCapitals } from '../capitals';
import type { CslDate } from '../../source';
import { readDate } from '../dates';
import { doisIn } from '../identifiers';
import { folded, wordCount } from '../lines';
import { remembering } from '../remembered';
import { textLanguage } from '../textLanguage';
import type { LabelledLine } from './labelledLine';
import { isAffiliation, peopleScore } from './labelledPeople';
import { fits } from './profile/patterns';
import { kindOfArticle } from './profileData/articleRules';
import { pathIn, readIssue, type Issue } from './labelledIssue';

/** What the free lines above an abstract tell. `margin`: how far the title stands before the next best line. */
export type Head = {
  readonly title?: string; readonly titleAt?: number; readonly margin: number; readonly others: readonly string[]; readonly joins: readonly string[]; readonly twin?: string; readonly people: readonly string[];
  readonly affiliations: readonly string[]; readonly issue?: Issue; readonly container?: string; readonly date?: CslDate; readonly first: number;
  /** The line below the abstract that tells the issue. */
  readonly last?: number;
};

type Kind = 'people' | 'affiliation' | 'issue' | 'other' | 'title';
type Run = { readonly text: string; readonly from: number; readonly to: number; readonly kind: Kind };

const event = /^(?:Panel|Session|Roundtable|Workshop|Section|Track|Секция|Панель)\s?[A-Z\d]|\d{1,2}:\d{2}|^(?:Chair|Discussant)/u;
/** `Konferencija „…“, Pula, 12.–13. rujna 2019.`: the event that heads a book of abstracts. */
const gatheringLine = /^(?:\p{L}+ ){0,3}(?:Conference|Congress|Symposium|Workshop|Konferen[cz]\p{L}{1,4}|Конференция|Kongress|Tagung|Colloque|Congreso|Congresso|Convegno|Sempozyumu) [^.?!]{0,150}(?:\d{1,2}\.? ?[–-] ?\d{1,2}|, )[^?!]{0,30}(?:19|20)\d\d\.?$/u;
/** The name of a site or a collection at the very top. */
const siteName = /^\S{3,40}\.\p{Ll}{2,4}$|(?<!\p{L})(?:[Бб]иблиотека|[Рр]епозитор|[Кк]ітапхана|[Rr]epositor(?:y|io|ium)|[Ll]ibrary|[Pp]ortal|Theses and Dissertations|Digital Commons)/u;
const furtherLine = /^(?:https?:|journal homepage|Contents lists available|ARTICLE INFO|Article info|www\.|doi|©|ISSN|arXiv:|Article reuse|(?:[\w-]{1,30}\.){1,3}(?:com|org|net|edu|kz|ru|uz|kg)(?:\/\S*)?$|Copyright|Том |Выпуск|Vol|Published|Получен|Received|\d{1,2}[./]\d{1,2}[./]\d{4}|Begin forwarded message|-{2,} ?(?:Original|Forwarded)|Dear |Hello|Hi |Уважаем|Здравствуйте)/iu;

/** The head in some free lines of a page; `known` are texts that a title is likely to repeat (a citation), `journal` the name to leave aside. */
export function readHead(lines: readonly LabelledLine[], indexes: readonly number[], known: string, journal: string | undefined): Head {
  const path = pathIn(lines)?.at ?? -1;
  const below = indexes.filter((index) => index > path);
  // What stands above the path to an article is the frame of the site.
  const onPage = runsOf(lines, below.slice(-60), journal);
  const runs = path >= 0 && onPage.some(({ kind }) => kind === 'title') ? onPage : runsOf(lines, indexes.slice(-60), journal);
  const byline = bylineIn(runs);
  const scored = runs.map((run, index) => ({ run, score: run.kind === 'title' && !byline.includes(index) ? titleScore(runs, index, byline, known) : -9 }))
    .sort((a, b) => b.score - a.score);
  const best = scored[0] !== undefined && scored[0].score >= 2 ? scored[0] : undefined;
  const people = byline.filter((index) => runs[index] !== best?.run).map((index) => runs[index]?.text ?? '');
  const journalRun = runs.find((run) => run.kind === 'issue' && readIssue(run.text) !== undefined);
  const place = best === undefined ? -1 : runs.indexOf(best.run);
  const next = runs[place + 1];
  const twin = best !== undefined && next !== undefined && isTwin(best.run, next) ? next.text : undefined;
  const joins = runs.flatMap((run, index) => (run.kind === 'title' && runs[index + 1]?.kind === 'title' ? [`${run.text} : ${runs[index + 1]?.text}`, `${run.text}: ${runs[index + 1]?.text}`, `${run.text}. ${runs[index + 1]?.text}`] : []));
  const used = [...byline.map((index) => runs[index]?.from ?? Infinity), best?.run.from ?? Infinity, journalRun?.from ?? Infinity, runs.find(({ kind, text }) => kind === 'title' && isJournalName(text))?.from ?? Infinity];
  const subtitle = next !== undefined && best !== undefined && byline.includes(place + 2) && isSubtitle(best.run, next) ? next.text : undefined;
  const pair = subtitle === undefined && journalRun !== undefined && best !== undefined ? [[best.run, next] as const, [runs[place - 1], best.run] as const].find(([above, below]) => isPair(runs, above, below, byline)) : undefined;
  const title = pair?.[0] !== undefined ? { text: `${pair[0].text}: ${pair[1]?.text}`, at: pair[0].from } : best === undefined ? undefined : { text: subtitle === undefined ? best.run.text : `${fromCapitals(best.run.text, '')}: ${subtitle}`, at: best.run.from };
  const frame = runs === onPage ? journalAbove(lines, indexes.filter((index) => index < path), known) : undefined;
  return {
    ...(title === undefined ? {} : { title: title.text, titleAt: title.at }), margin: (best?.score ?? 0) - (scored[1]?.score ?? 0),
    ...(twin === undefined ? {} : { twin }), joins, others: scored.slice(1).filter(({ score }) => score >= 2).map(({ run }) => run.text), people,
    affiliations: runs.filter(({ kind }) => kind === 'affiliation').map(({ text }) => text), ...(frame === undefined ? {} : { container: frame }), ...journalOf(runs, journalRun, best?.run), ...dateOf(runs), first: Math.min(...used),
  };
}

/** The journal that a site names above the path to its article: by the words of its name, by what the citation repeats, or because nothing else stands there. */
function journalAbove(lines: readonly LabelledLine[], indexes: readonly number[], known: string): string | undefined {
  const names = [...new Set(indexes.map((index) => lines[index]?.text ?? '').filter((text) => wordCount(text) < 15 && text.length > 3 && /\p{L}{3}/u.test(text) && kindOf(text) !== 'people'))];
  return names.find((text) => isJournalName(text) || text.length > 5 && folded(known).includes(folded(text))) ?? (names.length === 1 ? names[0] : undefined);
}

function journalOf(runs: readonly Run[], run: Run | undefined, title: Run | undefined): Pick<Head, 'issue' | 'container'> {
  const issue = run === undefined ? undefined : readIssue(run.text);
  if (run === undefined || issue === undefined) return {};
  const before = run.text.slice(0, issue.at).replace(/(?:ISSN|eISSN)\s?[\dX-]+/gu, '').replace(/[\s,.;:|(/·•–-]{1,12}$/u, '').replace(/^[\s|·•.,;:–-]+/u, '').replace(/^(?:Dans|In:?)\s/u, '').replace(/[.,]\s(?:Илимий|Научный|Ғылыми|Scientific) [жj]\p{L}{4,6}$/iu, '').replace(/[,.]?\s(?:1[5-9]|20)\d\d(?:-?\s?(?:yil|йил|г\.?|ж\.?|y\.?))?$/u, '').trim();
  const named = runs.slice(0, runs.indexOf(run)).find(({ kind, text }) => (kind === 'title' || (kind === 'affiliation' && shoutedWord.test(text))) && isJournalName(text) && wordCount(text) < 11);
  const after = runs[runs.indexOf(run) + 1];
  const below = after !== undefined && after !== title && /^[\p{sc=Han}·]{3,20}$/u.test(after.text) && isJournalName(after.text) ? after.text : undefined;
  const numbered = runs.slice(0, runs.indexOf(run) + 1).map(({ text }) => withoutIssn(text)).find((text, index) => text !== runs[index]?.text && isJournalName(text) && wordCount(text) < 14);
  const heading = runs[runs.indexOf(run) - 1];
  const above = heading !== undefined && heading === runs.find(({ kind }) => kind === 'title') && heading !== title && wordCount(heading.text) < 8 && (isCapitals(heading.text) || issue.volume !== undefined && issue.page !== undefined) ? heading.text : undefined;
  const container = named?.text ?? below ?? numbered ?? above ?? (/\p{L}{3}/u.test(before) && before.length < 140 ? before : undefined);
  return { issue, ...(container === undefined ? {} : { container }) };
}

/** `Journal of Lines ISSN 1234-5678` without its number. */
const withoutIssn = (text: string): string => text.replace(/[\s,;|·–-]{0,6}(?:(?:[pe]-?)?ISSN)(?: ?\((?:[Pp]rint|[Oo]nline)\))?:?\s?\d{4}-\d{3}[\dX].*/u, '').trim();

const dateAlone = /^(?:\d{1,2} de \p{L}{3,12} (?:de |del )?\d{4}|\d{1,2}(?:\.|-?го|er)? \p{L}{3,12},? \d{4}(?: ?(?:г|ж|y)\.?)?|\p{L}{3,12} \d{1,2}, \d{4}|\d{4}-\d\d-\d\d|\d{4}年\d{1,2}月\d{1,2}日|\d{1,2}\.\d{1,2}\.\d{4})$/u;

/** A day that stands alone above the abstract. */
function dateOf(runs: readonly Run[]): Pick<Head, 'date'> {
  const days = runs.map(({ text }) => text.replace(/ ?[|·•] ?\d{1,3}[ -]?(?:min(?:ute)?s?(?: read)?|pages|pp\.?|Seiten|S\.|páginas|págs?\.?|pagine|stron|страниц|с\.)$/iu, '')).filter((text) => dateAlone.test(text)).map((text) => readDate(text.replace(/^(\d\d)\.(\d\d)\.(\d{4})$/u, '$3-$2-$1')));
  if (days.length > 0) return days.length === 1 && days[0] !== undefined ? { date: days[0] } : {};
  const month = runs.filter(({ kind }) => kind === 'issue').map(({ text }) => readDate(/, (\p{L}{3,9} (?:19|20)\d\d)(?=, |$)/u.exec(text)?.[1] ?? '')).find((date) => date?.['date-parts']?.[0]?.length === 2);
  return month === undefined ? {} : { date: month };
}

/** The same words in CAPITALS within a name that is not. */
const shoutedWord = /(?<!\p{L})(?:ХАБАРШЫСЫ|ЖАРШЫСЫ|ВЕСТНИК|ВІСНИК|ЖУРНАЛЫ?|ИЗВЕСТИЯ|BULLETIN|HERALD|JOURNAL|REVIEW|DERGİSİ|REVISTA|ZEITSCHRIFT)(?!\p{L})/u;

/** Has this the words of a journal's name? */
export const isJournalName = (text: string): boolean => text.length < 120 && (shoutedWord.test(text) && /\p{Ll}{4}/u.test(text) ||
  /(?<!\p{L})(?:Journal|Review|Quarterly|Вестник|Журнал|Известия|Хабаршы\p{L}*|Жаршы\p{L}*|Dergisi|Zeitschrift|Revista|Revue|Annals|Bulletin|Vestnik|Жаршысы|Archiv|Studia|Rivista|Jurnal\p{L}*|Cahiers|Annales|Jahrbuch|Hefte|Cuadernos|Cadernos|Quaderni|Anuario|Boletín|Przegląd|Kwartalnik|Вісник|Часопис|Труды|Ученые записки|Учёные записки)(?!\p{L})|(?:хабаршысы|жаршысы|dergisi)(?!\p{L})|学报|(?:研究|论坛|评论|杂志)$/u.test(text));

/** `2022年3月      Forum of International Politics      Mar. 2022`: the head of a page in columns. */
const inColumns = /^\S.{0,60}\S {4,60}\S.{1,90}\S {4,60}\S.{0,40}$/u;

/** `Documento de trabajo 12/2023`: a series of reports and its number. */
const reportLine = /^(?:[\p{L}&.]{2,14}[ -])?(?:Policy (?:Brief|Paper|Note)|Working Paper|Discussion Paper|Research Report|Issue Brief|Kurzanalyse|Arbeitspapier|Diskussionspapier|Documento de (?:[Tt]rabajo|[Aa]nálisis)|Texto para [Dd]iscussão|Document de travail),? (?:(?:No\.?|Nr\.?|n[º°.]|núm\.?|#) ?)?\d{1,4}(?:[/-]\d{2,4})?$/u;

const kindOf = remembering((text): Kind => {
  if (reportLine.test(text)) return readIssue(text) === undefined ? 'other' : 'issue';
  if (inColumns.test(text) && text.length < 240 && /\d/u.test(text)) return readIssue(text) === undefined ? 'other' : 'issue';
  if (event.test(text) || gatheringLine.test(text) || furtherLine.test(text)) return readIssue(text) === undefined ? 'other' : 'issue';
  const people = peopleScore(text);
  if (people === 2) return 'people';
  if (/ISSN|https?:|©/u.test(text) || doisIn(text).length > 0 || (readIssue(text) !== undefined && text.length < 300)) return 'issue';
  if (isAffiliation(text)) return 'affiliation';
  return wordCount(text) > 45 || (wordCount(text) > 16 && /[.。]$/u.test(text)) || wordCount(text) < 1.5 || /^[\d\W]+$/u.test(text) && !/\p{L}/u.test(text) ? 'other' : 'title';
});

/** The mark of an affiliation in front of it: a number or a letter. */
const marked = /^(?:\d{1,2} ?|[a-h] )\p{Lu}/u;

/** The last step of the path to a page, in the languages of repositories. */
const endOfPath = /^(?:View [Ii]tem|Zobacz (?:pozycję|dokument)|Přehled|Visualizza elemento|Ver [íi]tem|Dokumentanzeige|Просмотр элемента|Öğe Göster|Voir le document|Visualizar item|Näytä aineisto|Vis innførsel)$/u;

/** Lines that belong together as one title, and every other line by itself. */
function runsOf(lines: readonly LabelledLine[], indexes: readonly number[], journal: string | undefined): readonly Run[] {
  const runs: Run[] = [];
  for (const index of indexes) {
    const text = (lines[index]?.text ?? '').replace(/^\d{1,2}[.)]\s(?=\p{L})/u, '').replace(/^#{1,4}\s|\*\*/gu, '').replace(/^[^>]{10,60} >>(?=\S)/u, '');
    const own = journal !== undefined && folded(text) === folded(journal) ? 'issue' : kindOf(text);
    const last = runs.at(-1);
    // A breadcrumb: what stood above it leads to the page and is not on it.
    if (endOfPath.test(text)) runs.length = 0;
    else if (last?.kind === 'title' && (own === 'title' || /^\p{Ll}[\p{L}’'-]{2,30}$/u.test(text)) && last.to === index && isWrapped(last.text, text)) runs[runs.length - 1] = { ...last, text: joined(last.text, text), to: index + 1 };
    else runs.push({ text, from: index, to: index + 1, kind: own === 'title' && last?.kind === 'affiliation' && marked.test(last.text) && marked.test(text) ? 'affiliation' : own });
  }
  return runs;
}

const joined = (above: string, below: string): string => /^[—–]{1,2}(?=\p{sc=Han})/u.test(below) ? above + below : (/\p{Ll}-$/u.test(above) && /^\p{Ll}/u.test(below) ? above.slice(0, -1) + below : `${above} ${below}`);

/** Two lines with a colon each are two titles, each with its subtitle. */
const isTranslation = (above: string, below: string): boolean => !/\d{4}/u.test(above) && /\S: \S/u.test(above.slice(3)) && /^\p{Lu}.{3,200}: \S/u.test(below);

/** Does the second line go on with the title of the first? */
function isWrapped(above: string, below: string): boolean {
  if (above.length < 160 && /\p{L}:$/u.test(above) && wordCount(above) >= 3 && wordCount(below) >= 3 && below.length < 160 && isCapitals(above) && isCapitals(below)) return true;
  if (above.length + below.length > 320 || peopleScore(below) === 1 || isTranslation(above, below)) return false;
  if (/^[—–]{1,2}(?=\p{sc=Han})/u.test(below) || /[:–—,-]$/u.test(above) || /^\p{Ll}/u.test(below) || /(?<!\p{L})(?:the|of|and|in|for|a|to|on|и|в|на|с|der|die|und|de|la|ve|мен|және|beyond|between|among|after|before|under|against|without|within|through|across|towards?|during|versus|about|into|by|as|or|their|its|entre|sobre|contra|desde|hacia|sous|dans|avec|sans|zwischen|gegen|über|durch|между|против|после|через)$/iu.test(above)) return true;
  if (/[?!]$/u.test(above) && above.length < 70 && below.length < 110 && peopleScore(below) === 0 && !isJournalName(below)) return true;
  const capitals = isCapitals(above);
  if (capitals !== isCapitals(below)) return false;
  const [one, two] = [textLanguage(above), textLanguage(below)];
  if (one !== undefined && two !== undefined && one !== two) return false;
  return (capitals && above.length > 25) || (above.length >= 45 && above.length < 110 && !/[.?!]$/u.test(above) && !isJournalName(above));
}

/** The lines of people: all with the marks of a byline; without any, one of two or three capital words right behind a longer line. */
function bylineIn(runs: readonly Run[]): readonly number[] {
  const sure = runs.flatMap((run, index) => (run.kind === 'people' ? [index] : []));
  const near = sure.length > 0 ? sure : [];
  const plain = runs.flatMap((run, index) => (run.kind === 'title' && peopleScore(run.text) === 1 && couldFollow(runs, index) ? [index] : []));
  if (near.length === 0) return plain;
  return [...new Set([...near, ...plain.filter((index) => isNear(runs, index, near))])].sort((a, b) => a - b);
}

const isNear = (runs: readonly Run[], index: number, near: readonly number[]): boolean =>
  near.some((other) => Math.abs(other - index) <= 3) && runs.slice(0, index).some((run) => run.kind === 'title' && peopleScore(run.text) === 0);

function couldFollow(runs: readonly Run[], index: number): boolean {
  const titles = runs.filter((run, other) => other !== index && run.kind === 'title' && peopleScore(run.text) === 0);
  return titles.some((run) => wordCount(run.text) >= 3 && (run.from < (runs[index]?.from ?? 0) || runs[index + 1] === run || isAffiliation(runs[index + 1]?.text ?? '')));
}

/** A title below a title in another language is its translation. */
function isTwin(one: Run, other: Run): boolean {
  const [a, b] = [textLanguage(one.text), textLanguage(other.text)];
  return other.kind === 'title' && peopleScore(other.text) === 0 && (isTranslation(one.text, other.text) || a !== undefined && b !== undefined && a !== b);
}

/** A line in small letters right below a title in CAPITALS, with the authors below it. */
const isSubtitle = (title: Run, below: Run): boolean =>
  below.kind === 'title' && below.from === title.to && isCapitals(title.text) && !isCapitals(below.text) && !/[:.?!]$/u.test(title.text) && /^\p{Lu}/u.test(below.text) && wordCount(below.text) >= 3
  && peopleScore(below.text) === 0 && !isJournalName(below.text) && (textLanguage(title.text) ?? textLanguage(below.text)) === (textLanguage(below.text) ?? textLanguage(title.text));

/** A title and its subtitle, by themselves above the authors: the upper line is broken long before it is as long as the lower. */
function isPair(runs: readonly Run[], above: Run | undefined, below: Run | undefined, byline: readonly number[]): boolean {
  if (above === undefined || below === undefined || above.kind !== 'title' || below.kind !== 'title' || below.from !== above.to || !byline.includes(runs.indexOf(below) + 1)) return false;
  const over = runs[runs.indexOf(above) - 1];
  const under = runs[runs.indexOf(below) + 1];
  const [first = ''] = below.text.split(' ');
  return over !== undefined && over.to < above.from && under !== undefined && under.from > below.to && above.text.length + 1 + first.length < below.text.length && /\p{L}$/u.test(above.text) && /^\p{Lu}/u.test(below.text)
    && wordCount(above.text) >= 2 && wordCount(below.text) >= 3 && isCapitals(above.text) === isCapitals(below.text) && peopleScore(above.text) < 2 && peopleScore(below.text) === 0 && ![above, below].some(({ text }) => isJournalName(text) || fits(kindOfArticle, text)) && !isTwin(above, below);
}

/** Does the citation have volume and number right behind these words? */
function isCitedAsJournal(text: string, known: string): boolean {
  const cited = folded(known);
  const behind = cited.slice(cited.lastIndexOf(folded(text)) + folded(text).length).slice(0, 40);
  return /^["”»’]?[,.]? ?(?:\((?:19|20)\d\d\)[,.]? )?(?:(?:vol|v|т|t|cilt|bd|jg|god|год|том)\.? ?)?\d{1,4}(?: ?\(| ?, ?\d| ?, ?(?:no|n|nr|br|núm|№|sayı)\.? ?\d| ?: ?\d)/u.test(behind);
}

function titleScore(runs: readonly Run[], index: number, byline: readonly number[], known: string): number {
  const run = runs[index];
  if (run === undefined) return -9;
  const words = wordCount(run.text);
  let score = words >= 3 && words <= 30 ? 2 : words < 3 ? -1 : -3;
  if (folded(run.text).length > 12 && folded(known).includes(folded(run.text))) score += isCitedAsJournal(run.text, known) ? -4 : 8;
  const firstTitle = runs.findIndex(({ kind, text }) => kind === 'title' && !isJournalName(text));
  if (index === firstTitle) score += 3;
  const next = runs.findIndex((other, place) => place > index && other.kind !== 'affiliation' && other.kind !== 'issue' && !isTwin(run, other));
  if (byline.includes(next)) score += 4;
  if (byline.length > 0 && index > Math.max(...byline) && runs.slice(index + 1).every(({ kind }) => kind !== 'title')) score += 3;
  if (isCapitals(run.text)) score += 2;
  if (runs[index + 1]?.kind === 'issue' && !byline.includes(next)) score -= 2;
  if (isJournalName(run.text) && words < 9) score -= 4;
  if (siteName.test(run.text) && index === 0) score -= 7;
  if (/[.。;]$/u.test(run.text) || /^[•–-]\s/u.test(run.text)) score -= 2;
  return score;
}
