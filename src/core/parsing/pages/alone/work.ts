/**
 * The last reader of pages: one work of which no site and no label tells, by its title, its people with their affiliations and a
 * paragraph. Between them may stand what it does not know: numbers, badges, states, days, rooms.
 */
import { paragraphs, readAbstract } from '../../abstract';
import { reviewUnsure, trust } from '../../certainty';
import { itemOf, type Found } from '../../found';
import { doisIn } from '../../identifiers';
import { wordCount } from '../../lines';
import { readName } from '../../names';
import type { Certainty } from '../../reading';
import type { Span } from '../../../source';
import { labelAt } from '../labels/label';
import { letter } from '../gathering/programmePages';
import type { Printed } from '../gathering/people';
import { aloneLines, mayBeTitle, type AloneLine } from './lines';

/** A longer text, in UTF-16 code units, is no page of one summary. */
const longestPage = 20_000;
/** So many lines that say something may stand between a title and its people, and between them and the paragraph. */
const near = 8;
/** A paragraph of fewer words tells nothing. */
const leastWords = 28;
/** A longer text, in UTF-16 code units, is the work itself. */
const longestAbstract = 5000;

/** Indexes of lines: of the title, of the people, of the paragraphs. */
type Work = { readonly title: number; readonly people: readonly number[]; readonly body: readonly number[] };

/** The one work of a stretch; none when it has no title with people who have affiliations, or when it has people of several works. */
export function readLoneWork(text: string, span: Span): readonly Found[] {
  if (span.end - span.start > longestPage) return [];
  const all = withNamesOfTalks(aloneLines(text, span));
  const lines = all.filter(({ kind }) => kind !== 'blank');
  if (isNoSource(lines)) return [];
  const work = peopleAbove(lines) ?? peopleBelow(lines);
  const summary = work === undefined ? undefined : summaryOf(all, lines, work);
  return work === undefined || summary === undefined ? [] : [recordOf(text, span, lines, work, summary)];
}

/** How minutes, notes of one’s own and answers begin. */
const notes = /^(?:(?:(?:My|Reading|Field|Lecture|Meeting) )?[Nn]otes?(?!\p{L})|Minutes|Agenda|To[- ]?do|Memo|Re:|Fwd?:|Notizen|Mitschrift|Protokoll|Tagesordnung|Procès-verbal|Ordre du jour|Compte[- ]rendu|Acta(?!\p{L})|Apuntes|Orden del día|Verbale|Appunti|Ata(?!\p{L})|Protokół|Notatki|Протокол|Повестка|Заметки|Конспект|Tutanak|Gündem|会议纪要|笔记|Curriculum|Lebenslauf|Résumé de|Recipe|Rezept|Recette|Receta)/u;
/** Who was there. */
const present = /^(?:Present|In attendance|Attendees|Apologies|Anwesend\p{L}*|Entschuldigt|Présents?|Excusés?|Asistentes|Presenti|Presentes|Obecni|Присутствовал\p{L}*|Katılanlar|Teilnehmer\p{L}*|Participants) ?[:：]/u;
const code = /(?:[{};]|=>|\*\/)$/u;

const isNoSource = (lines: readonly AloneLine[]): boolean =>
  lines.slice(0, 3).some(({ text }) => notes.test(text)) || lines.some(({ text }) => present.test(text) || letter.test(text)) || lines.filter(({ text }) => code.test(text)).length > 2;

const isParagraph = (line: AloneLine): boolean => line.kind === 'wrapped' || (line.kind === 'prose' && !mayBeTitle(line));

/** The title, then the people, then the paragraph. */
function peopleAbove(lines: readonly AloneLine[]): Work | undefined {
  const first = lines.findIndex(({ kind }) => kind === 'people');
  const start = first < 0 ? -1 : lines.findIndex((line, index) => index > first && isParagraph(line));
  if (first < 0 || start < 0 || start - first > 3 * near) return undefined;
  const people = indexesOf(lines, first, start);
  const last = people.at(-1) ?? first;
  const title = titleAmong(lines, first - near, first, first) ?? titleAmong(lines, last + 1, start, start);
  const tooFar = lines.slice(last + 1, start).filter(({ kind }) => kind === 'odd').length > near;
  return title === undefined || tooFar || hasOthers(lines, people, start) ? undefined : { title, people, body: bodyFrom(lines, start) };
}

/** Who speaks, in front of names that stand below the paragraph. */
const speakers = /^(?:(?:Primary |Corresponding |Co-?)?(?:Authors?|Speakers?|Presenters?)|Autor(?:es|en|as|a|in|i|zy)?(?: (?:primarios|principales|principais))?|Auteurs?(?: principaux)?|Ponentes?|Orador(?:es)?|Oratori|Relatori?|Autore|Referent(?:en|in|i)?|Vortragende\p{L}?|Intervenants?|Докладчики?|Авторы?|Yazar(?:lar)?|Konuşmacı(?:lar)?|Prelegen(?:t|ci)|Sprekers?|Puhujat?|作者|报告人|主讲人)(?:\(s\)|\/in(?:nen)?|:in(?:nen)?)?\s?[:：]?$/iu;

/** The title, then the paragraph, then a label and the people. */
function peopleBelow(lines: readonly AloneLine[]): Work | undefined {
  const start = lines.findIndex(isParagraph);
  const label = lines.findIndex(({ text }, index) => index > start && speakers.test(text));
  if (start < 0 || label < 0 || lines[label + 1]?.kind !== 'people') return undefined;
  const people = indexesOf(lines, label + 1, lines.length);
  const title = titleAmong(lines, start - near, start, start);
  return title === undefined ? undefined : { title, people, body: bodyFrom(lines, start) };
}

/** What tells of a talk, in short lines. */
const talk = /(?<!\p{L})(?:Oral|Poster|Session|Panel|Talk|Presentation|Track|Submission|Speakers?|Vortrag|Referat|Communication|Comunicación|Ponencias?|Comunicação|Comunicazione|Доклад|доклад|Bildiri|Esitelmä|presentatie|口头报告)(?!\p{L})/iu;

const saysTalk = ({ text, kind }: AloneLine): boolean => kind === 'odd' && text.length < 60 && talk.test(text);

/** The lines of people between two places, with names alone that stand right above them: their affiliation is that below, or was not copied. */
function indexesOf(lines: readonly AloneLine[], from: number, to: number): readonly number[] {
  const indexes: number[] = [];
  for (let index = to - 1; index >= from; index--) {
    const kind = lines[index]?.kind;
    if (kind === 'people' || (kind === 'names' && indexes[0] === index + 1)) indexes.unshift(index);
  }
  return indexes;
}

/** Of talks names are taken for people without affiliations too, when no others have any. */
function withNamesOfTalks(lines: readonly AloneLine[]): readonly AloneLine[] {
  if (lines.some(({ kind }) => kind === 'people') || !lines.some(saysTalk)) return lines;
  return lines.map((line) => (line.kind === 'names' ? { ...line, kind: 'people' } : line));
}

/** The line between two places that is likeliest the title: long, with a subtitle, near the people. */
function titleAmong(lines: readonly AloneLine[], from: number, to: number, at: number): number | undefined {
  let [best, points] = [undefined as number | undefined, 0];
  for (let index = Math.max(0, from); index < to; index++) {
    const line = lines[index];
    if (line === undefined || !mayBeTitle(line)) continue;
    const own = titlePoints(line) - 0.6 * (at - index);
    if (own < 1) continue;
    if (best === undefined || own > points) [best, points] = [index, own];
  }
  return best;
}

/** The title with the line above that ends in a colon, and the line below that goes on in small letters. */
function titleAt(lines: readonly AloneLine[], at: number): string {
  const [above, own, below] = [lines[at - 1], lines[at], lines[at + 1]];
  const parts = [above?.kind === 'odd' && /\p{L}:$/u.test(above.text) && wordCount(above.text) > 1 && labelAt(above.text) === undefined ? above.text : '', own?.text ?? '', below?.kind === 'odd' && /^\p{Ll}\p{L}* /u.test(below.text) && below.start === (own?.end ?? 0) + 1 ? below.text : ''];
  return parts.filter((part) => part !== '').join(' ');
}

/** The names of gatherings and series. */
const gathering = /(?<!\p{L})(?:Conference|Congress|Workshop|Symposium|Annual Meeting|Jornadas?|Congreso|Congresso|Convegno|Tagung|Kongress|Colloque|Congrès|Konferencj\p{L}+|Konferen\p{L}+|Конференци\p{L}+|Kongre\p{L}*|Working Papers?|Proceedings)(?!\p{L})/u;

/** A line with the name of an institution is a title only by its subtitle or question, or when nothing else is. */
const titlePoints = ({ text, kind }: AloneLine): number => Math.min(wordCount(text), 12) + (/\p{L}[:：] ?\S|\p{L}[?.] \p{Lu}| [–—] /u.test(text) ? 3 : 0) - (gathering.test(text) && !/[:：?]/u.test(text) ? 6 : 0) - (/^\d/u.test(text) ? 2 : 0) - (kind === 'place' && !/[:：?]/u.test(text) ? 5 : 0);

/** Do people stand below the paragraph who are not those above it: another work, or a list? */
function hasOthers(lines: readonly AloneLine[], people: readonly number[], start: number): boolean {
  const known = new Set(people.flatMap((index) => lines[index]?.people ?? []).map(({ name }) => name));
  return lines.slice(start).some((line) => line.kind === 'people' && (line.people ?? []).some(({ name }) => !known.has(name)));
}

/** The paragraphs that follow each other. */
function bodyFrom(lines: readonly AloneLine[], start: number): readonly number[] {
  let end = start;
  while (end < lines.length && (lines[end]?.kind === 'prose' || lines[end]?.kind === 'wrapped' || isSentence(lines[end]))) end++;
  return Array.from({ length: end - start }, (_, index) => start + index);
}

const isSentence = (line: AloneLine | undefined): boolean => line?.kind === 'odd' && wordCount(line.text) >= 6 && /[.!?…。]["”»)]?$/u.test(line.text) && !/©|\(c\)|[Cc]opyright/u.test(line.text);

/** The paragraphs as a summary; '' when they are the work itself, nothing when they are too short to tell a work. */
function summaryOf(all: readonly AloneLine[], lines: readonly AloneLine[], { body }: Work): string | undefined {
  const own = new Set(body.map((index) => lines[index]));
  const first = all.findIndex((line) => own.has(line));
  const last = all.findLastIndex((line) => own.has(line));
  const text = paragraphs(all.slice(first, last + 1).map((line) => line.text));
  if (wordCount(text) < leastWords) return undefined;
  return text.length > longestAbstract ? '' : readAbstract(text)?.text ?? '';
}

/** Each person once: a page often names the one who presents again. */
function peopleOf(lines: readonly AloneLine[], indexes: readonly number[]): readonly Printed[] {
  const all = indexes.flatMap((index) => lines[index]?.people ?? []);
  const names = all.map(({ name }) => name);
  return all.filter(({ name }, index) => names.indexOf(name) === index);
}

function recordOf(text: string, span: Span, lines: readonly AloneLine[], work: Work, abstract: string): Found {
  const people = peopleOf(lines, work.people);
  const dois = doisIn(text.slice(span.start, span.end));
  const own = new Set([work.title, ...work.body]);
  const isTalk = lines.some((line, index) => !own.has(index) && saysTalk(line));
  const fields = { title: titleAt(lines, work.title), author: people.map(({ name }) => readName(name)), abstract, ...(dois.length === 1 ? { DOI: dois[0] } : {}) };
  const affiliations = Object.fromEntries(people.flatMap(({ name, affiliation }: Printed) => (affiliation === undefined ? [] : [[name, affiliation] as const])));
  const certainty = certaintyOf(abstract !== '', dois.length === 1);
  const item = itemOf(isTalk ? 'paper-conference' : 'document', fields, Object.keys(affiliations).length === 0 ? {} : { affiliations });
  return { ...span, format: 'labelled-page', item: reviewUnsure(item, certainty), certainty, problems: [] };
}

const certaintyOf = (abstract: boolean, doi: boolean): { readonly [field: string]: Certainty } => ({
  title: { sure: trust.guessed, why: 'Stands above people with their affiliations; nothing else on the page tells that it is a title.' },
  author: { sure: trust.guessed, why: 'Names with affiliations, near the title.' },
  ...(abstract ? { abstract: { sure: trust.guessed, why: 'The paragraphs near the title and the names.' } } : {}),
  ...(doi ? { DOI: { sure: trust.labelled, why: 'The only DOI in the text.' } } : {}),
});
