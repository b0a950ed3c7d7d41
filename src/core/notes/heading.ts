/** A note's heading: `## #multi-vectorism #un-voting · p. 152 · against`. */
import { kinds, stances } from '../source';
import type { Kind, Locator, Note, Stance } from '../source';
import { locatorFrom, locatorText } from './locator';
import { tagFrom } from './tag';

/** What a heading says of its note. `unclear` are parts that are none of these; they stay in the file as they are. */
export type Heading = {
  readonly tags: readonly string[];
  readonly locator?: Locator;
  readonly stance?: Stance;
  readonly kind?: Kind;
  readonly unclear: readonly string[];
};

const stanceOf = (word: string): Stance | undefined => stances.find((stance) => stance === word.toLowerCase());
const kindFrom = (word: string): Kind | undefined => kinds.find((kind) => kind === word.toLowerCase());

/** Read a heading without its `##`. Parts stand in any order between ` · `; tags may stand in any part. */
export function readHeading(text: string): Heading {
  let heading: Heading = { tags: [], unclear: [] };
  for (const part of text.split('·').map((piece) => piece.trim())) heading = withPart(heading, part);
  return heading;
}

function withPart(heading: Heading, part: string): Heading {
  if (part === '') return heading;
  if (part.startsWith('#')) return withTags(heading, part);
  const [stance, kind, locator] = [stanceOf(part), kindFrom(part), locatorFrom(part)];
  if (stance !== undefined && heading.stance === undefined) return { ...heading, stance };
  if (kind !== undefined && heading.kind === undefined) return { ...heading, kind };
  if (locator !== undefined && heading.locator === undefined) return { ...heading, locator };
  return { ...heading, unclear: [...heading.unclear, part] };
}

function withTags(heading: Heading, part: string): Heading {
  const words = part.split(/\s+/);
  const tags = words.filter((word) => word.startsWith('#')).map(tagFrom).filter((tag) => tag !== '' && !heading.tags.includes(tag));
  const others = words.filter((word) => !word.startsWith('#'));
  const unclear = others.length > 0 ? [...heading.unclear, others.join(' ')] : heading.unclear;
  return { ...heading, tags: [...new Set([...heading.tags, ...tags])], unclear };
}

/** The heading line of a note, with its `##`. */
export function headingLine(note: Pick<Note, 'tags' | 'locator' | 'stance' | 'kind'>, unclear: readonly string[] = []): string {
  const parts = [
    note.tags.map((tag) => `#${tag}`).join(' '),
    note.locator === undefined ? '' : locatorText(note.locator),
    note.stance ?? '', note.kind ?? '', ...unclear,
  ].filter((part) => part !== '');
  return `## ${parts.join(' · ')}`.trimEnd();
}
