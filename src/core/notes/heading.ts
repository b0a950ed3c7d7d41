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

const none: readonly never[] = [];

/** Read a heading without its `##`. Parts stand in any order between ` · `; tags may stand in any part. */
export function readHeading(text: string): Heading {
  const tags: string[] = [];
  const heading: { locator?: Locator; stance?: Stance; kind?: Kind } = {};
  const unclear = new Map<number, string[]>();
  for (const part of headingParts(text)) {
    switch (part.role) {
      case 'tag': if (!tags.includes(part.tag)) tags.push(part.tag); break;
      case 'locator': heading.locator = part.locator; break;
      case 'stance': heading.stance = part.stance; break;
      case 'kind': heading.kind = part.kind; break;
      case 'unclear': wordsOf(unclear, part.group).push(part.text);
    }
  }
  return { tags, ...heading, unclear: unclear.size === 0 ? none : [...unclear.values()].map((words) => words.join(' ')) };
}

/** The list of a group, made when it is asked for first. */
function wordsOf(groups: Map<number, string[]>, group: number): string[] {
  const words = groups.get(group) ?? [];
  groups.set(group, words);
  return words;
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
