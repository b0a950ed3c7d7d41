/** Several pages in one paste, parted by a rule or by empty lines: each is read by itself. */
import type { Span } from '../../source';
import { linesOf, wordCount, type Line } from '../lines';

/** A line of dashes, stars or the like, or two empty lines or more. */
const parting = /\n[ \t]{0,80}(?:[-–—=*_~#•.]{3,80}|(?:[-*] ){2,20}[-*])[ \t]{0,80}(?=\n)|\n(?:[ \t]{0,80}\n){2,20}|\f/gu;
/** More parts than this are no pages. */
const mostParts = 40;
/** Less than this is no page, in UTF-16 code units. */
const leastPage = 120;

/** Where the parts of a stretch begin that a rule or empty lines part, the first left out. */
export const borders = (text: string, { start, end }: Span): readonly number[] => [...text.slice(start, end).matchAll(parting)].map(({ index, 0: mark }) => start + index + mark.length);

/** The parts of a stretch of text, in order, when it has two or more of the size of a page; else the whole. */
export function partsOf(text: string, { start, end }: Span): readonly Span[] {
  const bounds = [start, ...borders(text, { start, end }), end];
  const parts = bounds.slice(0, -1).map((from, index) => ({ start: from, end: bounds[index + 1] ?? end })).filter((part) => text.slice(part.start, part.end).trim() !== '');
  const whole = parts.every((part) => text.slice(part.start, part.end).trim().length >= leastPage);
  return parts.length >= 2 && parts.length <= mostParts && whole ? parts : [{ start, end }];
}

const abstractHead = /^(?:Abstract|ABSTRACT|Résumé|Resumen|Resumo|Аннотация|Zusammenfassung|Summary)[:.]?$/u;
/** A line of running text. */
const isProse = (line: string): boolean => line.length >= 80 && /[.!?…]["”»)]?$/u.test(line);
/** What may stand below an abstract and is the head of no page. */
const tail = /^(?:©|\(c\)|Copyright|Issue Section|Topic|Key ?words|Author keywords|References|You have|You do not|This (?:is|article|content)|To (?:access|cite)|Get |View |Use our|Cite |Download|Published|Received|Accepted|https?:|doi|DOI|Open Panel|Funding|Creative|Supplementary|Search for|Related|Export)/iu;

/**
 * The pages of a stretch in which several stand without a blank line between them: each has its own abstract, and behind the running
 * text of one the next begins, at a line that opens pages (`opens`) or at the first that could be a title. Else the whole.
 */
export function partsByAbstract(text: string, span: Span, opens: (line: string) => boolean): readonly Span[] {
  const lines = linesOf(text, span.start, span.end);
  const heads = lines.flatMap(({ text: line }, at) => (abstractHead.test(line) && lines.slice(at + 1, at + 4).some((next) => isProse(next.text)) ? [at] : []));
  if (heads.length < 2 || heads.length > mostParts) return [span];
  const cuts = heads.slice(1).map((head, index) => headOfNext(lines, heads[index] ?? 0, head, opens));
  if (cuts.some((cut) => cut === undefined)) return [span];
  const bounds = [span.start, ...cuts.map((cut) => lines[cut ?? 0]?.start ?? span.end), span.end];
  return bounds.slice(0, -1).map((start, index) => ({ start, end: bounds[index + 1] ?? span.end }));
}

/** The line between two abstracts with which the page of the second begins. */
function headOfNext(lines: readonly Line[], from: number, to: number, opens: (line: string) => boolean): number | undefined {
  let below = from + 1;
  while (below < to && !isProse(lines[below]?.text ?? '')) below++;
  while (below < to && (isProse(lines[below]?.text ?? '') || lines[below]?.text === '')) below++;
  const between = Array.from({ length: to - below }, (_, index) => below + index);
  const opener = between.find((at) => opens(lines[at]?.text ?? ''));
  const title = between.find((at) => isTitleLine(lines[at]?.text ?? '', lines[at - 1]?.text ?? ''));
  return opener !== undefined && (title === undefined || opener < title) ? opener : title;
}

const isTitleLine = (line: string, above: string): boolean =>
  wordCount(line) >= 5 && line.length < 300 && !/[.;]$/u.test(line) && !tail.test(line) && !/^(?:Key ?words|KEYWORDS|Palabras clave|Mots-clés|Ключевые слова|Schlagwörter)[:.]?$/iu.test(above);

/** Between two places of a text, where one page most likely ends and the next begins: undefined when they stand on one line. */
export function borderBetween(text: string, from: number, to: number): number | undefined {
  const stretch = text.slice(from, to);
  const marks = [...stretch.matchAll(parting)].at(-1) ?? [...stretch.matchAll(/\n[ \t]*\n/gu)].find(({ index }) => !/\n[^\n]{200,}/u.test(stretch.slice(index)));
  if (marks !== undefined) return from + marks.index + marks[0].length;
  const lines = [...stretch.matchAll(/\n/gu)].map(({ index }) => index);
  return lines.length < 2 ? undefined : from + (lines[lines.length - 1] ?? 0) + 1;
}
