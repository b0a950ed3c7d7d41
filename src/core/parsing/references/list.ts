/** References and lists of them, in any style: the row of the table of readers. */
import { referencesUnchecked, type Problem } from '../../problem';
import { eachOf, inOneGo, type Sliced } from '../../slices';
import type { Name, Span } from '../../source';
import { filledOnly } from '../certainty';
import type { Found } from '../found';
import { singleBlanks } from '../lines';
import { isAnswer } from './chatAnswer';
import type { Reference } from './draft';
import { readIdentifierList, readIdentifierRuns, readScatteredIdentifiers } from './identifierList';
import { namesNoWork, withoutChapter, withoutRemark, worksOfNote } from './notes';
import { longestReference, readReference } from './reference';
import { areNotes, entriesOf, type Entry } from './split';

/** How much must speak for a reference that is the whole paste, that stands among other text, that begins as a sentence does, and that stands in a list. */
const byItself = 3;
const amongText = 4.5;
const inProse = 5;
const amongOthers = 2.5;
const amongMany = 1.5;

/** Beside more references than these no lines of identifiers are looked for. */
const mostBesideIdentifiers = 40;

/** So many that were read are judged in a slice. */
const judgedAtOnce = 300;

type Read = { readonly entry: Entry; readonly reference: Reference };

/** The references in a stretch of text; none when it is prose. */
export const readReferences = (text: string, span: Span): readonly Found[] => inOneGo(readingReferences(text, span));

/** The same in slices. */
export function* readingReferences(text: string, span: Span): Sliced<readonly Found[]> {
  const identifiers = readIdentifierList(text, span);
  if (identifiers.length > 0) return identifiers;
  const notes = areNotes(text, span);
  yield;
  const entries = yield* entriesOf(text, span);
  yield;
  const answered = isAnswer(text, span);
  yield;
  const works = (notes ? entries.filter((entry) => !namesNoWork(entry)).flatMap((entry) => worksOfNote(text, entry)).map((entry) => withoutChapter(withoutRemark(entry))) : entries).map((entry) => (answered ? withoutComment(text, entry) : withoutLeadIn(entry)));
  const reads = yield* readingAll(works.filter(({ text: entry }) => entry.length >= (/\p{sc=Han}{4}/u.test(entry) ? 12 : 25) && entry.length <= longestReference));
  const whole = reads.length === 1 && text.slice(0, span.start).trim() === '' && text.slice(span.end).trim() === '';
  const enough = whole ? byItself : amongText;
  const judged = yield* eachOf(reads, judgedAtOnce, (read) => isSure(read, enough));
  const sure = reads.filter((_, index) => judged[index] === true);
  if (sure.length === 0) return readScatteredIdentifiers(text, span);
  const isList = sure.length >= 2 && sure.length * 2 >= reads.length;
  const least = sure.length >= 3 ? amongMany : amongOthers;
  const kept = isList ? reads.filter(({ reference }) => reference.points >= least) : sure;
  const problems = answered ? [referencesUnchecked({ start: kept[0]?.entry.start ?? span.start, end: kept.at(-1)?.entry.end ?? span.end })] : [];
  const found = kept.map((read) => (notes ? withoutPlaceCited(read) : read)).map((read, index) => foundOf(read, index === 0 ? problems : []));
  return found.length > mostBesideIdentifiers ? found : [...found, ...readIdentifierRuns(text, span, found)].sort((a, b) => a.start - b.start);
}

/** Words before a colon that only lead to a reference: `Y si hay tiempo: Adjei, Comfort. 2023.` */
const leadIn = /^[>\s]{0,8}\p{Lu}?\p{Ll}*(?: \p{Lu}?\p{Ll}+){1,6}: (?=\p{Lu}[\p{L}’'-]+, \p{Lu}[^:]{0,60}[(. ](?:1[89]|20)\d\d)/u;

/** `Hi Mara, here's the one I meant: Adjei, C., & Brandt, L. (2023).`: whatever is said before a colon, where names with initials and a year follow. */
const mailLeadIn = /^[^:(\d]{8,120}: (?=\p{Lu}[\p{L}’'-]{1,30}, (?:\p{Lu}\. ?){1,3}[^:()\d]{0,200}\((?:1[5-9]|20)\d\d)/u;

/** A reference without such words. */
function withoutLeadIn(entry: Entry): Entry {
  const lead = (leadIn.exec(entry.text) ?? mailLeadIn.exec(entry.text))?.[0];
  return lead === undefined || !/ \p{Ll}/u.test(lead) ? entry : { ...entry, text: entry.text.slice(lead.length) };
}

/** What an assistant says of a work on a line below it: a sentence without a figure. */
function withoutComment(text: string, entry: Entry): Entry {
  const [first = '', ...more] = text.slice(entry.start, entry.end).split('\n');
  const comment = more.findIndex((line) => /^\s{1,12}(?:[-–•*]\s{1,3})?[*_]{0,2}\p{Lu}[^\d"“«]{20,600}[.!?][*_]{0,2}\s*$/u.test(line) && line.trim().split(' ').length > 4);
  return comment < 0 ? entry : { ...entry, text: [first, ...more.slice(0, comment)].join('\n') };
}

/** How sentences begin that name an author and a year, and Chinese ones that follow another. */
const prosaic = /^(?:As|In|The|This|These|That|Those|Dear|When|While|For|Since|After|Before|If|It|We|I|He|She|They|There|But|And|Although|According|My|Our|Hello|Hi|Thank|Thanks|Please|Wie|Die|Der|Das|Dies|Nach|Im|Wir|Ich|Als|Seit|Liebe|В|На|По|Как|Это|Мы|Я|После|Когда|Уважаем\p{L}{0,20}|Comme|Selon|Dans|En|Según|Como) \p{L}|\p{sc=Han}。[^[\]《》]{4,400}。\s{0,20}$/u;

/** A postscript that mentions a work; `P. S. Moore` is a name. */
const postscript = /^P\. ?S\. (?:The|This|That|I|We|It|In|A|An|You|Please|My|Your|Also) /u;

/** The head of a letter, and where in a journal the article of a Chinese page stands. */
const noWork = /^[-–—\s]{0,20}(?:(?:Forwarded|Original) message|(?:Weitergeleitete|Ursprüngliche) Nachricht|Пересланное сообщение|Message transféré|Mensaje reenviado)|(?:^|\s)(?:Subject|Betreff|Тема|Objet|Asunto): .{0,400}(?:To|An|Кому|À|Para): |^[>\s]{0,9}(?:From|Von|От|De|Da|Od|Від|Kimden|Van|发件人): .{1,400} (?:To|An|Кому|À|Para|A|Do|Кому|Kime|Aan|Date|Datum|Дата|Fecha|Data|Sent|Gesendet|Отправлено|Envoyé|Enviado|Inviato|Wysłano|收件人): |^\p{sc=Han}{2,30}\. ?\d{4}\(\d{1,3}\)(?: ?第[\d–-]{1,12}页)?\.?$/iu;

/** `Panel P4.11 …, Friday, 27 June 2025, 11:20 - 13:00`: from one hour to another there is a session. A verse of the Bible has its book before it. */
const session = /(?<!\p{L} )(?<![\d:])\d{1,2}:[0-5]\d(?: ?[ap]\.?m\.?)? {0,2}[-–—] {0,2}\d{1,2}:[0-5]\d(?![\d:])/iu;

/** A reference by itself has more than a name and a year, and isn't a paragraph of prose. */
const isSure = ({ entry, reference }: Read, enough: number): boolean =>
  !postscript.test(entry.text) && !noWork.test(singleBlanks(entry.text.slice(0, 900))) && !session.test(entry.text.slice(0, 900)) && reference.points >= (prosaic.test(entry.text.slice(0, 400)) ? inProse : isByNobody(reference) ? enough + 0.5 : enough) && entry.text.length <= 900 && (reference.item.title ?? '').length <= 320;

/** Is no author and no editor sure enough to be filled in? */
function isByNobody({ item, certainty }: Reference): boolean {
  const filled = filledOnly(item, certainty);
  return (filled.author ?? filled.editor) === undefined;
}

/** No article or chapter has fewer pages. */
const fewestPages = 5;

/** In a footnote a page of a book, a single one, or a few are where the work was cited; no record keeps that. */
function withoutPlaceCited(read: Read): Read {
  const { page, ...item } = read.reference.item;
  const [, first, last] = /^(\d+)-(\d+)$/u.exec(page ?? '') ?? [];
  const few = last !== undefined && Number(last) - Number(first) < fewestPages;
  if (page === undefined || (item.type !== 'book' && !few && !/^\d+$/.test(page))) return read;
  const { page: _, ...certainty } = read.reference.certainty;
  return { ...read, reference: { ...read.reference, item, certainty } };
}

/** Each entry read, knowing the authors of the one before it. */
function readingAll(entries: readonly Entry[]): Sliced<readonly Read[]> {
  let before: readonly Name[] = [];
  return eachOf(entries, 3, (entry) => {
    const reference = readReference(entry.text, before);
    const { author, editor, translator } = filledOnly(reference.item, reference.certainty);
    before = author ?? editor ?? translator ?? (reference.points < amongMany ? before : []);
    return { entry, reference };
  });
}

const foundOf = ({ entry, reference }: Read, problems: readonly Problem[]): Found =>
  ({ start: entry.start, end: entry.end, format: 'reference', item: reference.item, certainty: reference.certainty, problems });
