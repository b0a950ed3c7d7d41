/** The lines of a page of unknown layout, each with the label it begins with. A line that holds several labelled parts is cut before each. */
import { columnsApart } from '../columnsApart';
import { linesOf, type Line } from '../lines';
import { allOf, type Sliced } from '../../slices';
import { isNoise } from '../noise';
import { remembering } from '../remembered';
import { labelAt, newLabelAt, type Label } from './labels/label';
import type { Role } from './labels/words';

/** A line with what it is. `value` is the text behind the label, the whole text when there is none. */
export type LabelledLine = Line & { readonly kind: 'blank' | 'noise' | 'label' | 'text'; readonly label?: Label; readonly value: string };

/** The lines of a stretch of a normalised text, in slices. */
export const labellingLines = (text: string, start: number, end: number): Sliced<readonly LabelledLine[]> =>
  allOf(columnsApart(text, linesOf(text, start, end)), 200, (line) => partsOf(text.slice(line.start, line.end)).map((part) => ({ ...part, start: part.start + line.start, end: part.end + line.start })));

/** The parts of a line, their places those within it. A page is asked for its lines as a whole, part by part and record by record. */
const partsOf = remembering((raw): readonly LabelledLine[] => {
  const line = { text: raw.trim(), start: 0, end: raw.length };
  return (line.text.length < 12 ? [line] : cut(raw, line)).map(classified);
}, 20_000);

function classified(line: Line): LabelledLine {
  if (line.text === '') return { ...line, kind: 'blank', value: '' };
  const label = labelAt(line.text);
  if (label !== undefined) return { ...line, kind: 'label', label, value: valueOf(line.text, label) };
  return { ...line, kind: isNoise(line.text) || isFurniture(line.text) ? 'noise' : 'text', value: line.text };
}

/** The value behind a label; of a repository's table without the column of languages, of CyberLeninka's heading without the quotes. */
function valueOf(text: string, label: Label): string {
  const value = text.slice(label.valueAt).trim();
  if (text.startsWith('dc')) return value.replace(/\t(?:-|[a-z]{2}(?:[_-][A-Z]{2})?)$/u, '').trim();
  return text.startsWith('Научная статья на тему') ? value.replace(/^['"«]|['"»]$/gu, '') : value;
}

/** `Français English`: the languages in which an abstract can be shown, right below its label. */
export const languageSwitch = /^(?:Français|English|Español|Português|Italiano|Deutsch|Русский|Українська)(?: ?(?:Français|English|Español|Português|Italiano|Deutsch|Русский|Українська)){1,5}$/u;

const furniture: readonly RegExp[] = [
  languageSwitch,
  /^(?:KCI ?등재(?:후보)?(?:학술지)?(?: ?학술저널)?|학술저널|등재학술지|피인용 ?횟수 ?[:：]? ?\d{0,6}|원문 ?(?:보기|다운로드).{0,20}|Export für Ihre Literaturverwaltung|Volltext herunterladen|Download full text|\([\d.,]{1,9} ?[KM]B\)|Impressum ·.{0,200})$|^Conference Software: ConfTool|^© 2001–\d{4} by Dr\. H\. Weinreich/u,
  /^(?:首页|Home|Главная|我的CNKI|Ana Sayfa|PhilPapers|My Account)\s?\|.*$|^我的\S{1,8}\s.*$|^(?:查看\p{sc=Han}{2,14}|(?:添加|记)笔记|笔记|导出(?:参考)?文献|关注(?:作者|期刊)?|(?:创建|加入)引文跟踪|引文跟踪|我要(?:引用|收藏|分享)|在线阅读|章节下载|免费订阅|返回(?:上一页|顶部)?|文章目录|相似文献|AI辅助阅读|手机阅读|HTML阅读|上一篇|下一篇|被引频次[:：]?\s?\d{0,6}|更多|收起|展开|下载[:：]?\s?\d{0,9}|CAJ下载.*|PDF下载.*)$/u,
  /^(?:Original|Research|Review|Full|Regular)[ -](?:Manuscript|Article|Paper|Research)$|^(?:Научная|Обзорная|Оригинальная) статья$/iu,
  /^(?:Home|Главная|Головна|Ana Sayfa|Inicio|Início|Startseite|Accueil|Басты бет|Strona główna|Domov|Domů|Etusivu|Forside|Hem|Hjem|Naslovna|Naslovnica|Početna|Почетна|Насловна|Начало|Галоўная|Acasă|Kezdőlap|Αρχική|Beranda|Trang chủ|Нүүр|მთავარი|Գլխավոր|Ana səhifə|Bosh sahifa|Башкы бет|الرئيسية|الصفحة الرئيسية|خانه|صفحه اصلی|ホーム|홈|J-STAGEトップ|J-STAGE home)\s?(?:[/>»›|].*)?$/u,
  /^(?:[/>»›|·•—–_=*-]{1,80}|Archives?|Архивы?|Arşiv|Archivos|CC BY.{0,12}|Open Access|Download(?: \([^()]{1,20}\))?|Text|Download PDF|PDF(?: \(.{1,30}\))?|Скачать PDF|Pobierz(?: PDF)?(?: \([\d.,]{1,9} ?[KM]B\))?|Abstract views.{0,40}|Peer[- ]reviewed)$/iu,
  /^(?:Articles?|Статьи|Статья|Makaleler|Artículos|Artigos|Artikel|Research articles?|Original (?:research )?articles?|Научная статья|Оригинальная статья|Оригинальное исследование|Research Paper|Araştırma Makalesi|Derleme|Review article|Обзорная статья|Книжная полка|Научные статьи|Научное сообщение|Мақала|Ғылыми мақала|Zeitschriftenartikel|\[Zeitschriftenartikel\]|\[[\p{L} ]{4,30}\]|Article(?: in press)?|Full Research Article)$/iu,
  /^(?:(?:Conference )?(?:Abstract [Bb]ook|Book of [Aa]bstracts|[Pp]rogramme)|Knjiga sažetaka|Zbornik (?:sažetaka|radova)|(?:Сборник|Тезисы) (?:тезисов|докладов)|Tagungsband|Livre des résumés|Libro de resúmenes|Özet [Kk]itabı|Libro degli abstract|Księga abstraktów)$/iu,
  /^(?:Ver\/Abrir|Abrir|Ver|Mostrar el registro completo del [íi]tem|Metadatos|Öffnen|Открыть|Visualizar\/Abrir|Voir\/Ouvrir)$|^[\p{L}\d_. -]{3,120}\.(?:pdf|docx?|PDF) ?(?:\([\d.,]{1,9} ?[KM]i?[Bb]\)|\[.{3,20}\])?$/u,
  /^(?:View\/Open|Show (?:full|simple) item record|Files in this item|Metadata|Thumbnail|Name|Size|Statistics|Показать полное описание|CITATIONS|READS|SEE PROFILE|CITATIONS READS|\d{1,3} authors?:|\d[\d,]* PUBLICATIONS?.{0,60})$/u,
  /^(?:ИНФОРМАЦИЯ О ПУБЛИКАЦИИ|БИБЛИОМЕТРИЧЕСКИЕ ПОКАЗАТЕЛИ|КиберЛенинка|Научные статьи|Политологические науки|ВАК|RSCI|РИНЦ|Scopus|WOS|Browse|Search|Menu|Меню|collapse|Listen|Save|Cite|Share)(?: [:]?)?$|^eLIBRARY ID:? ?\d{5,12}(?:\s{1,8}EDN:? ?[A-Z]{6})?$/u,
  /^i? ?Надоели баннеры|^(?:See discussions, stats, and author profiles|Some of the authors of this publication|The user has requested enhancement|All content following this page)/u,
];

function isFurniture(text: string): boolean {
  const start = text.slice(0, 200);
  return furniture.some((pattern) => pattern.test(start));
}

/** Roles that may stand in the middle of a line of running text, behind a full stop or a blank. */
const prose: ReadonlySet<Role> = new Set(['abstract', 'keywords', 'citation', 'clc', 'udc', 'mrnti', 'jel']);

/** The line in the parts that begin with labels. */
function cut(raw: string, line: Line): readonly Line[] {
  const first = labelAt(line.text);
  const fields = raw.length < 300 && !/[/?&]{2}/u.test(raw.slice(0, 12)) && (first === undefined || !['citation', 'abstract', 'references', 'fullText'].includes(first.role)) && isFieldLine(raw);
  const places = [...placesOfLabels(raw, fields, first?.role === 'citation'), ...placesOfLostBreaks(raw), ...placeOfGluedCapitals(raw)].sort((a, b) => a - b);
  if (places.length === 0) return [line];
  const bounds = [0, ...places.filter((at, index) => at > 0 && at !== places[index - 1]), raw.length];
  return bounds.slice(0, -1).map((from, index) => {
    const to = bounds[index + 1] ?? raw.length;
    return { text: raw.slice(from, to).trim(), start: from, end: to };
  }).filter(({ text: part }) => part !== '');
}

/** “Том: 9   Номер: 2   Год: 2018”: short fields one behind the other. */
const isFieldLine = (raw: string): boolean => /^\s{0,8}[\p{L}. ]{1,24}[:：]\s?\S/u.test(raw) && (raw.match(/：|:\s/gu)?.length ?? 0) >= 2;

const longestWords = 4;

function placesOfLabels(raw: string, fields: boolean, inCitation: boolean): readonly number[] {
  const places: number[] = [];
  for (const { index } of raw.matchAll(/[:：】\]]/gu)) {
    const at = labelBefore(raw, index, fields, inCitation);
    if (at !== undefined && at > 0) places.push(at);
  }
  return places;
}

/** Where the last words of a text begin, as many as a label may have, blanks at the end being one more. */
function lastWordsAt(text: string): number {
  const parts = text.split(/(\s+)/u);
  return parts.slice(0, Math.max(0, parts.length - 2 * longestWords + 1)).join('').length;
}

/** Where the label begins that ends before the mark at `end`. */
function labelBefore(raw: string, end: number, fields: boolean, inCitation: boolean): number | undefined {
  const before = raw.slice(Math.max(0, end - 48), end);
  const starts = [...before.matchAll(/(?:(?<![\p{L}\p{N}])|(?<=\d)(?=\p{Lu}\p{Ll}))[【[]?[\p{Lu}\p{sc=Han}]/gu)].map(({ index }) => index);
  const first = lastWordsAt(before);
  for (const start of starts) {
    if (start < first) continue;
    const words = before.slice(start);
    const label = newLabelAt(`${words}${raw[end] ?? ''} `);
    if (label === undefined || !label.bare && label.valueAt < words.length) continue;
    const place = end - before.length + start;
    if (fields || (prose.has(label.role) && (opensPart(raw, place) || raw.length > 500 && label.role === 'citation') && !(inCitation && label.role === 'citation'))) return place;
  }
  return undefined;
}

/** A part begins behind the end of a sentence, a code or another part. */
const opensPart = (raw: string, place: number): boolean => /(?:^|[.!?…»”"’)\]】;。；\d]|\p{sc=Han}) {0,6}$/u.test(raw.slice(Math.max(0, place - 8), place));

/** A paste that lost its line ends: the label stands between blanks, in front of a sentence. */
function placesOfLostBreaks(raw: string): readonly number[] {
  if (raw.length < 500) return [];
  return [...raw.slice(0, 4000).matchAll(/(?<=\s)(?:Abstract|ABSTRACT|Аннотация|АННОТАЦИЯ|Аңдатпа|Resumen|Résumé|Zusammenfassung|Keywords|KEYWORDS|Introduction|INTRODUCTION) (?=(?:This|The|In|We|How|What|Why|Статья|В|Настоящ\p{L}{1,6}|Este|Cet|Der|Die|Dieser)\s|\p{Ll}+[,;])/gu)].map(({ index }) => index);
}

/** “… OF TURKIC STATESThis article”: a title in capitals, to which its abstract is glued. */
function placeOfGluedCapitals(raw: string): readonly number[] {
  if (/\p{Ll}/u.test(raw.slice(0, 15))) return [];
  const capitals = /\p{Lu}{4}(?=\p{Lu}\p{Ll})/u.exec(raw.slice(0, 400));
  const at = capitals === null ? 0 : capitals.index + capitals[0].length;
  return at > 14 && raw.length - at > 80 && !/\p{Ll}/u.test(raw.slice(0, at)) ? [at] : [];
}
