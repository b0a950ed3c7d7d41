/** The page's text behind an aggregator's object: a count of citations, and the abstract once more. */
import { paragraphs, readAbstract } from '../abstract';
import { linesOf } from '../lines';
import { isNoise } from '../noise';

/** How far the text behind belongs to the object, and the abstract that stands there when the object has none. */
export type TextBehind = { readonly end: number; readonly abstract?: string };

const counter = /^(?:引用次数|被引(?:用)?次数|Citations?|Cited by)\s{0,3}[:：]?\s{0,3}\d{0,9}$/iu;
const label = /^(?:Abstract|摘要|Summary)\s*[:：]?$/iu;

/** Read what stands between `start` and `limit` as the page's text about the record before it. */
export function textBehind(text: string, start: number, limit: number, abstract: string | undefined): TextBehind {
  let end = start;
  let labelled = false;
  for (const line of linesOf(text, start, limit)) {
    if (line.text === '') continue;
    const closing = /^[\],;}\s]+$/u.test(line.text) && !labelled;
    if (!closing && !counter.test(line.text) && !label.test(line.text) && !isNoise(line.text)) {
      return repeated(text, line.start, limit, abstract) ?? (labelled && abstract === undefined ? newAbstract(text, line.start, limit) : { end });
    }
    labelled ||= label.test(line.text);
    end = line.end;
  }
  return { end };
}

/** The text at `start` repeats the abstract: up to where the two part, if that is far enough to be no accident. */
function repeated(text: string, start: number, limit: number, abstract: string | undefined): TextBehind | undefined {
  if (abstract === undefined) return undefined;
  const from = start + (/^\s*(?:Abstract|摘要)?\s*[:：]?\s*/iu.exec(text.slice(start, start + 60))?.[0].length ?? 0);
  const end = sameUntil(text, from, limit, abstract);
  const reached = text.slice(from, end).replace(/\s+/gu, '').length;
  const whole = abstract.replace(/\s+/gu, '').length;
  return reached >= Math.min(whole, 80) ? { end } : undefined;
}

/** Where the text from `from` ceases to be the words of the abstract, blanks apart. */
function sameUntil(text: string, from: number, limit: number, abstract: string): number {
  let at = from;
  let end = from;
  for (const character of abstract) {
    if (/\s/u.test(character)) continue;
    while (at < limit && /\s/u.test(text[at] ?? '')) at++;
    if (!text.startsWith(character, at) || at + character.length > limit) return end;
    at += character.length;
    end = at;
  }
  return end;
}

/** The paragraph behind the label, which alone holds the abstract when the object's is empty. */
function newAbstract(text: string, start: number, limit: number): TextBehind {
  const gap = /\n[ \t]*\n/gu;
  gap.lastIndex = start;
  const next = /\n[^\n]{0,60}Pub Date ?: ?\d{4}-|\n[ \t]*(?=(?:引用次数|被引用?次数) ?[:：] ?\d)/u.exec(text.slice(start, limit))?.index;
  const end = Math.min(gap.exec(text)?.index ?? limit, next === undefined ? limit : start + next);
  const lines = linesOf(text, start, end).map((line) => line.text);
  const abstract = readAbstract(paragraphs(lines))?.text;
  return abstract === undefined ? { end: start } : { end, abstract };
}
