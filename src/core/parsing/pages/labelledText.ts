/** The running text under a label, as one reads it: wrapped lines joined, divided words whole, page numbers gone. */
import { readAbstract } from '../abstract';
import { withLigatures } from '../ligatures';
import { wordCount } from '../lines';
import { withoutMojibake } from '../mojibake';
import { isAffiliation, peopleScore } from './labelledPeople';

const sentenceEnd = /[.!?。！？…][”"»’)\]]?$/u;
const keptHyphen = /(?:^|[^\p{L}])(?:self|well|non|co|semi|post|pre|quasi|anti|cross|multi|социально|политико)-$/iu;
const longestAbstract = 6000;

/** Lines as paragraphs, `\n\n` between them. */
export function flowed(lines: readonly string[]): string {
  const kept = lines.filter((line) => !/^\d{1,4}$/u.test(line));
  const longest = kept.reduce((most, line) => Math.max(most, line.length), 0);
  const wrapped = longest <= 130 && kept.filter((line) => line.length > longest * 0.7).length > 1;
  const parts: string[] = [];
  let open = '';
  let blank = false;
  for (const line of kept) {
    if (line === '') {
      blank = true;
      continue;
    }
    if (open !== '' && goesOn(open, line, blank, wrapped, longest)) open = joined(open, line);
    else {
      if (open !== '') parts.push(open);
      open = line;
    }
    blank = false;
  }
  return [...parts, open].filter((part) => part !== '').join('\n\n');
}

function goesOn(open: string, line: string, blank: boolean, wrapped: boolean, longest: number): boolean {
  if (/^\p{Ll}/u.test(line) && !sentenceEnd.test(open.slice(-4))) return true;
  if (blank) return false;
  const last = open.slice(-longest);
  return wrapped && (!sentenceEnd.test(last.slice(-4)) || lastLine(open, line, longest));
}

/** A full line that ends with a sentence goes on in the next, unless it is shorter than the others. */
const lastLine = (open: string, line: string, longest: number): boolean => open.length >= longest * 0.9 && line.length > 0 && !/^(?:[•–-]|\d+[.)])\s/u.test(line);

function joined(open: string, line: string): string {
  if (/\p{sc=Han}[，、；]?$/u.test(open.slice(-2)) && /^\p{sc=Han}/u.test(line)) return open + line;
  if (!/\p{Ll}[-\u2010]$/u.test(open.slice(-3)) || !/^\p{Ll}/u.test(line)) return `${open} ${line}`;
  return keptHyphen.test(open.slice(-12)) ? open + line : open.slice(0, -1) + line;
}

/** An abstract as it stands under a label: its text, whether it was mended, and the lines below it that begin something else. */
export type Passage = { readonly text: string; readonly mended: boolean; readonly truncated: boolean };

/** Fewer words than these are no abstract, unless keywords follow. */
const fewestWords = 8;

/** The abstract in some lines; undefined when they hold none, or so much that the whole article must have been copied with it. */
export function readPassage(lines: readonly string[], fewest = fewestWords): Passage | undefined {
  const text = withoutFarewell(flowed(lines));
  const whole = text.length > longestAbstract ? (text.split('\n\n')[0] ?? '') : text;
  const abstract = readAbstract(whole);
  if (abstract === undefined || whole.length > longestAbstract || wordCount(abstract.text) < fewest) return undefined;
  const clean = withoutMojibake(withLigatures(abstract.text));
  return { text: clean, mended: clean !== abstract.text, truncated: abstract.truncated };
}

/** Without the words with which a mail ends. */
const withoutFarewell = (text: string): string =>
  text.replace(/\n\n(?:See you|Best|Regards|Kind|Thank|Cheers|Sincerely|Looking forward|Yours|С уважением|Mit freundlichen|Cordialement|Saludos)[^\n]{0,60}(?:\n\n[^\n]{0,40}){0,2}$/u, '').replace(/\n\n(?:Deadline|The deadline|Submission deadline|Please (?:send|submit|note|let|register))(?!\p{L})[^\n]{0,160}$/u, '');

/** How many of the lines at the end are a title and people of what follows, behind a blank line and a whole sentence. */
export function headAtEnd(lines: readonly string[]): number {
  let at = lines.length;
  while (at > 0 && isHead(lines[at - 1] ?? '')) at--;
  const first = lines.findIndex((line, index) => index >= at && line !== '' && lines[index - 1] === '');
  if (first < 0) return withoutBlank(lines, at);
  const above = lines.slice(0, Math.max(first, 0)).filter((line) => line !== '');
  if (first < 0 || above.length === 0 || !sentenceEnd.test(above.at(-1) ?? '')) return 0;
  return lines.length - first > 8 ? 0 : lines.length - first;
}

/** The same where no blank line parts them: a title and a line of people right behind a whole sentence. */
function withoutBlank(lines: readonly string[], at: number): number {
  const start = lines.findIndex((line, index) => index >= Math.max(at, 1) && line !== '' && sentenceEnd.test((lines[index - 1] ?? '').slice(-4)));
  const head = start < 0 ? [] : lines.slice(start);
  return head.length < 2 || head.length > 6 || peopleScore(head[0] ?? '') > 0 || !head.slice(1).some((line) => peopleScore(line) === 2) ? 0 : head.length;
}

const isHead = (line: string): boolean => line === '' || (line.length < 220 && (!/[.。]$/u.test(line) || peopleScore(line) === 2 || isAffiliation(line)));
