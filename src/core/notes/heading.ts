/** A note's heading: `## #multi-vectorism #un-voting · p. 152 · against`. */
import type { Kind, Locator, Note, Stance } from '../source';
import { headingParts } from './headingParts';
import { locatorText } from './locator';

/** What a heading says of its note. `unclear` are parts that are none of these; they stay in the file as they are. */
export type Heading = {
  readonly tags: readonly string[];
  readonly locator?: Locator;
  readonly stance?: Stance;
  readonly kind?: Kind;
  readonly unclear: readonly string[];
};

/** Read a heading without its `##`. Parts stand in any order between ` · `; tags may stand in any part. */
export function readHeading(text: string): Heading {
  let heading: Omit<Heading, 'unclear'> = { tags: [] };
  const unclear = new Map<number, string>();
  for (const part of headingParts(text)) {
    switch (part.role) {
      case 'tag': heading = heading.tags.includes(part.tag) ? heading : { ...heading, tags: [...heading.tags, part.tag] }; break;
      case 'locator': heading = { ...heading, locator: part.locator }; break;
      case 'stance': heading = { ...heading, stance: part.stance }; break;
      case 'kind': heading = { ...heading, kind: part.kind }; break;
      case 'unclear': unclear.set(part.group, [unclear.get(part.group) ?? '', part.text].join(' ').trim());
    }
  }
  return { ...heading, unclear: [...unclear.values()] };
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
