/** The parts of a note's heading with their places, for whoever colours, completes or mends them. */
import { kinds, stances } from '../source';
import type { Kind, Locator, Span, Stance } from '../source';
import { locatorFrom } from './locator';
import { tagFrom } from './tag';

/** One part of a heading, by its place in the heading's text (UTF-16 code units). `group` counts the stretches between ` · `, from 0. */
export type HeadingPart = Span & { readonly text: string; readonly group: number } & (
  | { readonly role: 'tag'; readonly tag: string }
  | { readonly role: 'locator'; readonly locator: Locator }
  | { readonly role: 'stance'; readonly stance: Stance }
  | { readonly role: 'kind'; readonly kind: Kind }
  | { readonly role: 'unclear' }
);
export type HeadingRole = HeadingPart['role'];

/** The parts of a heading without its `##`, in their order. A second stance, kind or locator is unclear. Read for each note of a library: so nothing is made in passing. */
export function headingParts(heading: string): HeadingPart[] {
  const parts: HeadingPart[] = [];
  const known = new Set<HeadingRole>();
  let group = 0;
  for (let at = 0; at <= heading.length; group += 1) {
    const dot = heading.indexOf('·', at);
    const end = dot < 0 ? heading.length : dot;
    const piece = heading.slice(at, end);
    const text = piece.trim();
    const start = at + piece.length - piece.trimStart().length;
    if (text.startsWith('#')) takeWords(parts, known, text, start, group);
    else if (text !== '') take(parts, known, partOf(text, start, group, known));
    at = end + 1;
  }
  return parts;
}

function take(parts: HeadingPart[], known: Set<HeadingRole>, part: HeadingPart): void {
  known.add(part.role);
  parts.push(part);
}

const stanceOf = new Map<string, Stance>(stances.map((stance) => [stance, stance]));
const kindOf = new Map<string, Kind>(kinds.map((kind) => [kind, kind]));

function partOf(text: string, start: number, group: number, known: ReadonlySet<HeadingRole>): HeadingPart {
  const end = start + text.length;
  const word = text.toLowerCase();
  const stance = known.has('stance') ? undefined : stanceOf.get(word);
  if (stance !== undefined) return { start, end, text, group, role: 'stance', stance };
  const kind = known.has('kind') ? undefined : kindOf.get(word);
  if (kind !== undefined) return { start, end, text, group, role: 'kind', kind };
  const locator = known.has('locator') ? undefined : locatorFrom(text);
  if (locator !== undefined) return { start, end, text, group, role: 'locator', locator };
  return { start, end, text, group, role: 'unclear' };
}

/** Words of a part that begins with a tag: tags, and runs of words that are none. */
function takeWords(parts: HeadingPart[], known: Set<HeadingRole>, text: string, from: number, group: number): void {
  const first = parts.length;
  const words = /\S+/g;
  for (let match = words.exec(text); match !== null; match = words.exec(text)) {
    const word = match[0];
    const [start, end] = [from + match.index, from + match.index + word.length];
    const tag = word.startsWith('#') ? tagFrom(word) : '';
    const last = parts.length > first ? parts.at(-1) : undefined;
    if (tag !== '') take(parts, known, { start, end, text: word, group, role: 'tag', tag });
    else if (word.startsWith('#')) continue;
    else if (last?.role === 'unclear') parts[parts.length - 1] = { ...last, end, text: text.slice(last.start - from, end - from) };
    else take(parts, known, { start, end, text: word, group, role: 'unclear' });
  }
}
