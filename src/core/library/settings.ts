/** What the person has set, as the library needs it; and what the outside world must lend it. */
import type { Engine } from '../enginePort';
import type { Problem } from '../problem';
import type { Cache } from './cache';
import type { Files } from './files';
import type { Packer } from './packing';

/** `folder` and `bibliography` are paths in the workspace folder; an empty `bibliography` makes none. */
export type LibrarySettings = {
  readonly folder: string;
  readonly bibliography: string;
  /** How a generated `.bib` is written: for biber, or for bibtex and its styles. BibLaTeX if nothing is said. */
  readonly dialect?: 'biblatex' | 'bibtex';
  readonly keyPattern: string;
  /** Whose notes new notes are; undefined when nobody has said. */
  readonly author?: string;
  /** Do coders work blind: each in a file of their own, the notes of others out of sight? Needs an author. */
  readonly blind?: boolean;
};

/** What the store is given: the disk, the heavy readers, the settings as they are now, a clock and chance. */
export type LibraryServices = {
  readonly files: Files;
  readonly engine: Engine;
  settings(): LibrarySettings;
  /** The time as ISO 8601 in UTC, to the second: `2026-09-14T10:22:05Z`. */
  now(): string;
  /** A number from 0 up to 1. */
  random(): number;
  /** How many sources a window before this one saw, and what this one sees. Without it, only what vanishes while the window is open is noticed. */
  readonly lastSeen?: { get(): number | undefined; set(count: number): void };
  /** Where to keep what was read for the next start. The files are the truth: it only tells sooner what they most likely say. */
  readonly cache?: Cache;
  /** What packs the long texts of sources while they are held. Without it they are held as they are. */
  readonly packer?: () => Promise<Packer>;
  /** Does the generated bibliography stand in its file as it was written from the sources? Then it is not read as one of the person's own. Without it, it is read until it is written. */
  readonly isGenerated?: (services: LibraryServices) => Promise<boolean>;
  /** Ask the person whether to go on with what the problem describes. */
  confirm(question: Problem): Promise<boolean>;
};

const digits = '0123456789abcdefghjkmnpqrstvwxyz';

/** A note's id: `n` and eight characters by chance (Crockford's base 32, 40 bits). */
export function newNoteId(random: () => number): string {
  return `n${Array.from({ length: 8 }, () => digits[Math.floor(random() * 32)]).join('')}`;
}
