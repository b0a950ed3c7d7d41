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

/** The parts of a heading without its `##`, in their order. A second stance, kind or locator is unclear. */
export function headingParts(heading: string): HeadingPart[] {
  const parts: HeadingPart[] = [];
  const known = new Set<HeadingRole>();
  let at = 0;
  for (const [group, piece] of heading.split('·').entries()) {
    const text = piece.trim();
    const start = at + piece.length - piece.trimStart().length;
    const place = { start, end: start + text.length, text, group };
    const more = text.startsWith('#') ? wordsOf(place) : text === '' ? [] : [partOf(place, known)];
    for (const part of more) {
      known.add(part.role);
      parts.push(part);
    }
    at += piece.length + 1;
  }
  return parts;
}

type Place = Span & { readonly text: string; readonly group: number };

function partOf(place: Place, known: ReadonlySet<HeadingRole>): HeadingPart {
  const word = place.text.toLowerCase();
  const [stance, kind, locator] = [stances.find((one) => one === word), kinds.find((one) => one === word), locatorFrom(place.text)];
  if (stance !== undefined && !known.has('stance')) return { ...place, role: 'stance', stance };
  if (kind !== undefined && !known.has('kind')) return { ...place, role: 'kind', kind };
  if (locator !== undefined && !known.has('locator')) return { ...place, role: 'locator', locator };
  return { ...place, role: 'unclear' };
}

/** Words of a part that begins with a tag: tags, and runs of words that are none. */
function wordsOf({ start, text, group }: Place): HeadingPart[] {
  const parts: HeadingPart[] = [];
  for (const { 0: word, index } of text.matchAll(/\S+/gu)) {
    const place = { start: start + index, end: start + index + word.length, text: word, group };
    const tag = word.startsWith('#') ? tagFrom(word) : '';
    const last = parts.at(-1);
    if (tag !== '') parts.push({ ...place, role: 'tag', tag });
    else if (word.startsWith('#')) continue;
    else if (last?.role === 'unclear') parts[parts.length - 1] = { ...last, end: place.end, text: text.slice(last.start - start, place.end - start) };
    else parts.push({ ...place, role: 'unclear' });
  }
  return parts;
}
