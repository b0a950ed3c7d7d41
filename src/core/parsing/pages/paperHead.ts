/** Title and authors of a paper in a programme: the lines above its abstract. */
import { articledName, readPeople, smallNameWords, type Person } from '../names';
import { paperCode } from './nomadit';
import type { PageLine } from './pageLine';

/** What stands above an abstract; `start` is the index of the title's line, or of the end when there is none. */
export type PaperHead = { readonly title?: string; readonly people: readonly Person[]; readonly start: number };

/**
 * `top`: nothing but the head stands in these lines, so the title is their first. `bottom`: the abstract of the paper
 * before stands above, so authors are read upwards from the end, and the title is the line above them.
 */
export function paperHead(lines: readonly PageLine[], from: 'top' | 'bottom'): PaperHead {
  return from === 'top' ? headFromTop(lines) : headFromBottom(lines);
}

function headFromTop(lines: readonly PageLine[]): PaperHead {
  const start = lines.findIndex((line) => line.kind === 'text' && !paperCode.test(line.text));
  if (start < 0) return { people: [], start: lines.length };
  const behind = lines.slice(start + 1).filter((line) => line.kind === 'text' && isPeople(line.text));
  return { title: lines[start]?.text ?? '', people: behind.flatMap((line) => readPeople(line.text)), start };
}

function headFromBottom(lines: readonly PageLine[]): PaperHead {
  const texts = lines.flatMap((line, index) => (line.kind === 'text' ? [index] : []));
  let first = texts.length;
  while (first > 1 && isPeople(lines[texts[first - 1] ?? 0]?.text ?? '') && standsOnItsOwn(lines, texts, first - 1)) first--;
  const title = texts[first - 1];
  if (title === undefined) return { people: [], start: lines.length };
  const people = texts.slice(first).flatMap((index) => readPeople(lines[index]?.text ?? ''));
  return { title: lines[title]?.text ?? '', people, start: title };
}

/** The line above could be a title: it is no paragraph of the abstract before, and no blank line parts the two. */
function standsOnItsOwn(lines: readonly PageLine[], texts: readonly number[], index: number): boolean {
  const above = lines[texts[index - 1] ?? 0]?.text ?? '';
  const parted = lines.slice(texts[index - 1] ?? 0, texts[index] ?? 0).some((line) => line.kind === 'blank');
  return !parted && !(above.length > 160 && /[.!?…]["”»)]?$/u.test(above));
}

const nameWord = new RegExp(String.raw`^(?:\p{Lu}[\p{L}\p{M}’'‘ʻʼ.-]{0,40}|\p{sc=Han}{2,4}|(?:${smallNameWords}|and|&|und|et|и|және|ve|[js]r\.?)(?:[-’']\p{L}{1,40})?|${articledName}|[dl][’'‘]\p{L}{1,40})[,;]?$`, 'u');

/** A line that a bracket opens may go on with names. */
const opensNames = /^\s*(?:[()]|\p{Lu}|\p{sc=Han}|(?:von|van|de|al|el)(?!\p{L}))/u;

/** Is this line one of people: names, each with or without an affiliation in brackets? */
export function isPeople(text: string): boolean {
  if (!opensNames.test(text)) return false;
  const outside = (/[()]/u.test(text) ? withoutBrackets(text) : text).replace(/\s+/gu, ' ').replace(/ (?=[,;])/gu, '').trim();
  const words = outside.split(' ').filter((word) => word !== '').length;
  const bracketed = text.includes('(');
  if (words === 0 || words > (bracketed ? 60 : 8) || (!bracketed && words < 2)) return false;
  return /^\p{Lu}|^\p{sc=Han}|^(?:von|van|de|al|el)(?!\p{L})/u.test(outside) && outside.split(' ').every((word) => nameWord.test(word));
}

function withoutBrackets(text: string): string {
  let depth = 0;
  let outside = '';
  for (const character of text) {
    if (character === '(') depth++;
    else if (character === ')') depth = Math.max(0, depth - 1);
    else if (depth === 0) outside += character;
    if (character === ')' && depth === 0) outside += ' ';
  }
  return outside;
}
