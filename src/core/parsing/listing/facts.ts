/** What a line of a list of works says about where and when a work appeared, and what it leaves unsaid. */
import { readDate } from '../dates';
import { doisIn } from '../identifiers';
import { withoutEnd } from '../lines';
import { pageRange } from '../pages/labelledIssue';
import type { CslDate, ItemType } from '../../source';

/** How a date is meant: of the issue, of the first appearance, of the upload. */
export type DateKind = 'issue' | 'published' | 'posted';

/**
 * The facts of a line. `rest` is what is left when they are taken out, without the marks between them: empty in a line that is nothing but
 * facts. `marks` names what was found, in order.
 */
export type Facts = {
  readonly fields: { readonly [field: string]: string };
  readonly dates: { readonly [K in DateKind]?: CslDate };
  readonly type?: ItemType;
  readonly rest: string;
  readonly marks: readonly string[];
  /** What is left stands before the facts, not behind them. */
  readonly lead: boolean;
};

const month = String.raw`\p{L}{3,12}\.?`;
const date = String.raw`(?:\d{1,2}(?:st|nd|rd|th|er|\.)?[ /](?:de )?${month},?[ /](?:de )?\d{4}|${month} \d{1,2}(?:st|nd|rd|th)?, ?\d{4}|${month},? (?:de )?\d{4}|\d{4}[-/]\d\d(?:[-/]\d\d)?|\d{1,2}\.\d{1,2}\.\d{4}|\d{1,2}/\d{1,2}/\d{4}|\d{4}年\d{1,2}月(?:\d{1,2}日)?|(?:1[5-9]|20)\d\d)`;
const number = String.raw`\d{1,4}(?:[-–/]\d{1,3})?`;
const range = String.raw`(?<from>[A-Za-z]?\d{1,6}|[ivxl]{1,7}) ?[-–—−]{1,2} ?(?<to>[A-Za-z]?\d{1,6}|[ivxl]{1,7})`;
const before = String.raw`(?<![\p{L}\d/-])`;
const behind = String.raw`(?![\p{L}\d])`;

type Taken = { readonly fields?: { readonly [field: string]: string }; readonly date?: readonly [DateKind, string]; readonly type?: ItemType };
type Groups = { readonly [name: string]: string | undefined };
/** `words`: in lower case, one of them stands in every line that the pattern fits; `digit`: so does a digit. A look at them spares trying most patterns. */
type Fragment = { readonly mark: string; readonly pattern: RegExp; readonly words?: string; readonly digit?: true; readonly take: (groups: Groups, whole: string) => Taken | undefined };

const dated = (kind: DateKind) => ({ date: text = '' }: Groups): Taken | undefined => (readDate(text) === undefined ? undefined : { date: [kind, text] });
const volumeIssue = ({ volume = '', issue = '' }: Groups): Taken | undefined =>
  (/^(?:1[5-9]|20)\d\d$/u.test(issue) || /^(?:1[5-9]|20)\d\d$/u.test(volume) ? undefined : { fields: { volume, ...(issue === '' ? {} : { issue: issue.replace(/–/gu, '-') }) } });
const paged = ({ from = '', to = '' }: Groups): Taken | undefined => {
  const page = pageRange(from, to);
  return page === undefined ? undefined : { fields: { page } };
};
const nothing = (): Taken => ({});

/** What is looked for, in this order; what is found is taken out of the line before the next is looked for. */
const fragments: readonly Fragment[] = [
  { mark: 'arxiv', words: 'arxiv:', digit: true, pattern: /^arXiv:(?<id>\d{4}\.\d{4,5})(?:v\d{1,2})?(?: {1,3}\[.{3,40}\])?[ \w.-]{0,60}$/gu, take: ({ id = '' }) => ({ fields: { number: `arXiv:${id}` }, type: 'article' }) },
  { mark: 'count', words: 'originally announced', pattern: /; originally announced [^.]{4,30}/gu, take: nothing },
  { mark: 'issue', words: '年', digit: true, pattern: /(?<date>(?:19|20)\d\d) ?年,? ?(?:第? ?(?<volume>\d{1,4}) ?卷,? ?)?第? ?(?<issue>\d{1,4}) ?期/gu, take: ({ date: year = '', volume, issue = '' }) => ({ fields: { issue, ...(volume === undefined ? {} : { volume }) }, date: ['issue', year] }) },
  { mark: 'pages', words: '页', digit: true, pattern: /(?<![\d-])(?<from>\d{1,5}) ?[-–—~] ?(?<to>\d{1,5}) ?页/gu, take: paged },
  { mark: 'access', pattern: /^(?:Requires Authentication|Publicly Available|Open Access|Free Access|Restricted Access|Full Access|Unlicensed|Licensed)(?=[ ,]\S)/giu, take: nothing },
  { mark: 'series', words: 'paper', digit: true, pattern: /^(?<series>.{0,60}?(?:Working|Discussion|Research|Policy|Occasional|Staff) Papers?(?: Series)?),? (?:No\.? ?|Nr\.? ?|# ?|№ ?)?(?<number>[A-Z]{0,4}-?\d{1,6}(?:[-/]\d{1,4})?)$/gu, take: ({ series = '', number: of = '' }) => ({ fields: { 'number': of, 'collection-title': series }, type: 'report' }) },
  { mark: 'doi', words: '10.', digit: true, pattern: /(?:(?<!\p{L})doi\s?[:：]?\s?)?(?:https?:\/\/(?:dx\.)?doi\.org\/)?10\.\d{4,9}\/\S{2,200}/giu, take: (_, whole) => { const [doi] = doisIn(whole); return doi === undefined ? undefined : { fields: { DOI: doi } }; } },
  { mark: 'url', words: 'http', pattern: /https?:\/\/\S{4,300}/gu, take: (_, whole) => (/jstor\.org\/stable\//u.test(whole) ? { fields: { URL: whole } } : {}) },
  { mark: 'isbn', words: 'isbn', digit: true, pattern: /(?<!\p{L})ISBN(?:-1[03])?:? ?(?<isbn>[\d-]{9,16}[\dXx])/gu, take: ({ isbn = '' }) => ({ fields: { ISBN: isbn } }) },
  { mark: 'issn', words: 'issn', digit: true, pattern: /(?:(?:versión |versão )?(?:Online|On-line|Print|impresa|e|p)?[ -]?)?ISSN(?: \(?(?:Online|Print)\)?)?:? ?\d{4}-\d{3}[\dXx]/giu, take: nothing },
  { mark: 'count', words: 'pages|download|citation|cited|views|reads|rank|impact|просмотр|загруз|цитир|被引|下载', pattern: /(?<!\p{L})(?:Number of pages|Downloads?|Citations?|Cited by|Times cited|Views?|Reads|Rank|Impact Factor|Просмотры?|Загрузок|Цитирований|被引|下载)(?: count)?[:：]? ?[\d,.]{1,12}(?: ?\([\d,.]{1,12}\))?|(?<![\p{L}\d])[\d,.]{1,9} (?:citations?|downloads?|views|reads|Downloads|Views|Citations)(?!\p{L})/gu, take: nothing },
  { mark: 'revised', words: 'revised|received|accepted|updated|accessed', digit: true, pattern: new RegExp(String.raw`(?<!\p{L})(?:Last [Rr]evised|Revised|Received|Accepted|Last [Uu]pdated|Updated|Accessed):? ${date}`, 'gu'), take: nothing },
  { mark: 'posted', words: 'posted|submitted|added|deposited', digit: true, pattern: new RegExp(String.raw`(?<!\p{L})(?:Posted|Submitted|Added|Deposited):? (?<date>${date})`, 'gu'), take: dated('posted') },
  { mark: 'published', words: 'publi|online|pub date|опубликован|yayın|erschienen|ligne', digit: true, pattern: new RegExp(String.raw`(?<!\p{L})(?:First published(?: online)?|Published online(?: by [^:]{3,60})?|First [Oo]nline|Available online|Online [Pp]ublication [Dd]ate|Publication [Dd]ate|Pub Date|Published|Опубликован\p{L}|Yayın Tarihi|Erschienen(?: am)?|Publié le|Publicado(?: el)?|mis en ligne le)\s?[:：]?\s(?<date>${date})`, 'giu'), take: dated('published') },
  { mark: 'forthcoming', words: 'forthcoming|coming|available|due|publishing|releas|erscheint|paraître', digit: true, pattern: new RegExp(String.raw`^(?:Forthcoming|Coming(?: soon)?|Available(?: from)?|Due|Publishing|Releas(?:ed?|ing)|Erscheint(?: im)?|À paraître(?: en)?)(?: in)?:?,? (?<date>${date})$`, 'giu'), take: dated('issue') },
  { mark: 'print', words: 'print|issue', digit: true, pattern: new RegExp(String.raw`(?<!\p{L})(?:Print publication|Published in print|Issue [Dd]ate):? (?<date>${date})`, 'gu'), take: dated('issue') },
  { mark: 'issue', digit: true, pattern: /^(?<issue>\d{1,4}(?:[-–/]\d{1,4})?) \| (?=(?:19|20)\d\d(?:$|\D))/gu, take: ({ issue = '' }) => ({ fields: { issue } }) },
  { mark: 'volume', words: '(', digit: true, pattern: new RegExp(String.raw`${before}(?<!(?:№|N[oº°]\.?|n[º°]) ?)(?<volume>\d{1,4}) ?\((?<issue>${number})\)`, 'gu'), take: volumeIssue },
  { mark: 'volume', words: 'no|nº|n°|№', digit: true, pattern: new RegExp(String.raw`${before}(?:(?:vol(?:ume|\.)?|Том|Т\.|Cilt:?|Tome|Band|Bd\.) ?)?(?<volume>\d{1,4}),? (?:no\.?|nº|n°|№) ?(?<issue>${number})${behind}`, 'giu'), take: volumeIssue },
  { mark: 'volume', words: 'vol|cilt|том|т.|tome|band|bd|jg|jahrgang|svezak|rocznik|第', pattern: new RegExp(String.raw`${before}(?:Volume|Vol(?:\.|(?= ))|Cilt:?|Том:?|Т\.|Tome|Band:?|Bd\.|Jg\.|Jahrgang|Svezak|Rocznik|第) ?(?<volume>${number}|[IVXLC]{1,7})(?: ?卷)?${behind}`, 'giu'), take: volumeIssue },
  { mark: 'issue', words: 'iss|no|number|nr|núm|nº|n°|n.|№|номер|вып|sayı|heft|h.|broj|第', digit: true, pattern: new RegExp(String.raw`${before}(?:Issue|Iss\.|No\.?|Number|Nr\.?|Núm\.?|N[º°.]|n[º°]|№|Номер:?|Вып\.|Выпуск|Sayı:?|Heft|H\.|Broj|第) ?(?<issue>${number})(?: ?\(\d{1,4}\))?(?: ?期)?${behind}`, 'giu'), take: ({ issue = '' }) => (/^(?:19|20)\d\d$/u.test(issue) ? undefined : { fields: { issue: issue.replace(/–/gu, '-') } }) },
  { mark: 'issue', words: '/', digit: true, pattern: /(?<![\d/])(?<date>(?:19|20)\d\d)\/(?<issue>\d{1,2})(?= ?[(¦])/gu, take: ({ date: year = '', issue = '' }) => ({ fields: { issue }, date: ['issue', year] }) },
  { mark: 'pages', words: 'page|pp|p.|pág|pag|sayfa|с.|стр|str.|s.|seite|页|第', pattern: new RegExp(String.raw`${before}(?:[Pp]age [Rr]ange|[Pp]ages?|pp?\.|[Pp]ágs?\.?|[Ss]ayfa|Sayfalar|С\.|Сс\.|Стр\.?|[Ss]tr\.|SS?\.|ss?\.|Seiten?|pages|页码|第)\s?[:：]? ?${range.replace('[-–—−]{1,2}', '(?:[-–—−]{1,2}|à|to|bis)')}(?: ?页)?${behind}`, 'gu'), take: paged },
  { mark: 'pages', digit: true, pattern: /^(?<from>\d{1,5}) ?[-–—−] ?(?<to>\d{1,5})$/gu, take: paged },
  { mark: 'pages', digit: true, pattern: /(?<=[¦|:,] {0,2})(?<from>\d{1,5}) ?[-–—−] ?(?<to>\d{1,5})(?=$|[¦ .,;|])/gu, take: paged },
  { mark: 'date', digit: true, pattern: new RegExp(String.raw`(?:^|(?<=[¦(|,.·•–—:;/)] ?))(?<date>${date})(?:г\.| г\.)?(?=$|[¦)|,.·•;:/ ])`, 'gu'), take: (groups) => (/^\p{L}/u.test(groups['date'] ?? '') && readDate(groups['date'] ?? '')?.['date-parts']?.[0]?.length === 1 && readDate(groups['date'] ?? '')?.season === undefined ? undefined : dated('issue')(groups)) },
  { mark: 'date', digit: true, pattern: /(?<=[¦(|,.·•–—:;/)] ?)(?<date>(?:1[5-9]|20)\d\d)(?=$|[¦)|,.·•;:/ ])/gu, take: dated('issue') },
];

const told = fragments.map(({ words, ...fragment }) => ({ ...fragment, words: words?.split('|') }));

const kinds: readonly (readonly [RegExp, ItemType | undefined])[] = [
  [/^(?:(?:original|research|journal|review|full|short|regular) )?articles?$|^(?:original|research)(?: paper)?$|^research note$|^(?:научная|обзорная) статья$|^araştırma makale(?:si|leri)$|^makaleler$|^derleme(?: makalesi?)?$|^artículos?(?: original| de investigación)?$|^aufsatz$|^article de revue$|^artículo de revista$|^artigo$|^zeitschriftenartikel$|^journal$|^статья$|^forschungsartikel$/iu, 'article-journal'],
  [/^(?:book )?chapters?$|^(?:chapter|section)(?: in book)?$|^chapitre d[’']ouvrage$|^buchkapitel$|^capítulo(?: de libro)?$|^book (?:chapter|section|part)$/iu, 'chapter'],
  [/^(?:e-?)?books?$|^monograph$|^монография$|^edited book$/iu, 'book'],
  [/^book reviews?$|^reviews?$|^рецензия$|^reseñas?$|^compte rendu$|^kitap (?:incelemesi|değerlendirmesi)$|^rezension(?:en)?$/iu, 'review-book'],
  [/^(?:policy |research |issue |technical |annual |special )?(?:briefs?|reports?)$|^(?:policy|working|discussion|occasional|research|white|briefing) papers?$|^policy notes?$|^доклад$|^аналитическая записка$/iu, 'report'],
  [/^(?:commentary|commentaries|blog(?: posts?)?|op-?ed|expert comment|comment|analysis|explainer|insights?)$/iu, 'post-weblog'],
  [/^(?:(?:doctoral|master['’]s|phd|bachelor['’]s|m\.?a\.?) )?(?:thesis|theses|dissertations?)$|^диссертация$/iu, 'thesis'],
  [/^(?:conference|proceedings) (?:papers?|contribution|abstract)$|^paper presentation$|^(?:oral |individual )?presentation$/iu, 'paper-conference'],
  [/^preprints?$/iu, 'article'], [/^data ?sets?$/iu, 'dataset'],
  [/^(?:open|restricted|free|full|no|requires|publicly|closed|limited|partial|subscription)? ?(?:access|authentication|available|articles?)$|^free$|^oa$|^paywall(?:ed)?$|^open access(?: content)?$|^edition$|^english|^in (?:english|russian|german|french|spanish)$|^peer[- ]reviewed?$|^(?:editorials?|essays?|articles|research articles|book reviews|review articles|статьи|мақалалар|aufsätze|estudios|symposium|forum|special issue|articles in english|research articles?)$/iu, undefined],
];

/** No word for a kind is longer, with what may stand behind it. */
const longestKind = 80;

/** The type that a word of a page stands for; null when it is such a word but says nothing of a type, undefined when it is none. */
export function kindOf(text: string): ItemType | null | undefined {
  if (text.length > longestKind && !/^english/iu.test(text)) return undefined;
  const bare = text.replace(/(?<=\p{L}),? (?:open|full|free|restricted) access$/iu, '');
  const found = kinds.find(([pattern]) => pattern.test(bare));
  return found === undefined ? undefined : found[1] ?? null;
}

/** What a line says; undefined of a line too long to be one of facts. */
export function factsOf(line: string): Facts | undefined {
  if (line.length > 320) return undefined;
  const fields: { [field: string]: string } = {};
  const dates: { [K in DateKind]?: CslDate } = {};
  const marks: string[] = [];
  let left = line;
  let stated: ItemType | undefined;
  const low = line.toLowerCase();
  const counted = /\d/u.test(line);
  for (const { mark, pattern, words, digit, take } of told) {
    if ((digit === true && !counted) || (words !== undefined && !words.some((word) => low.includes(word)))) continue;
    left = left.replace(pattern, (...found: readonly unknown[]) => {
      const whole = String(found[0]);
      const taken = take((found.at(-1) ?? {}) as Groups, whole);
      if (taken === undefined) return whole;
      marks.push(mark);
      for (const [field, value] of Object.entries(taken.fields ?? {})) fields[field] ??= value;
      stated ??= taken.type;
      const [kind, text] = taken.date ?? [];
      if (kind !== undefined && text !== undefined) dates[kind] ??= readDate(text) as CslDate;
      return '¦';
    });
  }
  const { rest, type: named, kinds: any } = withoutKinds(left);
  const type = stated ?? named;
  return { fields, dates, rest, lead: /^[\s(]*[\p{L}"“«]/u.test(left), marks: any ? [...marks, 'kind'] : marks, ...(type === undefined ? {} : { type }) };
}

/** What is left of a line, without words for kinds of works and the marks between facts. */
function withoutKinds(left: string): { readonly rest: string; readonly type?: ItemType; readonly kinds: boolean } {
  const pieces = left.split(/¦|[|·•]| [–—-] /u).map(trimmed).filter((piece) => piece !== '');
  const named = pieces.map(kindOf);
  const kept = pieces.filter((_, index) => named[index] === undefined);
  const type = named.find((kind) => kind !== undefined && kind !== null);
  return { rest: kept.join(' ¦ '), kinds: kept.length < pieces.length, ...(type === undefined || type === null ? {} : { type }) };
}

/** Without the marks around it that part facts. */
function trimmed(piece: string): string {
  const bare = withoutEnd(piece.replace(/^[\s,.;:/|()[\]–—-]+/u, ''), ' \t,;:/|([–—-');
  const closed = bare.endsWith(')') && !bare.includes('(') ? bare.slice(0, -1) : bare;
  return closed.replace(/(?<=\p{L}{4})\.$/u, '').trim();
}
