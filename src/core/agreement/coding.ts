/** What several coders did, as units that can be compared: each source or passage with each tag, present or absent. */
import { resolveTag } from '../notes';
import type { Codebook } from '../notes';
import type { Note } from '../source';
import { passagesOf } from './passages';
import type { Passage } from './passages';
import type { Pattern } from './statistics';

/** What is coded: a source with all notes on it, by whomever. `text` is what its passages stand in. */
export type CodedSource = { readonly key: string; readonly title: string; readonly text: string; readonly notes: readonly Note[] };

/** `source`: each source with each tag. `passage`: each passage that somebody quoted, with each tag. */
export const unitKinds = ['source', 'passage'] as const;
export type UnitKind = (typeof unitKinds)[number];

/**
 * How to compare. `coders` in the order of the figures. `silence`: what it means that a coder has no note on a source at all:
 * they have not read it (`missing`), or found nothing in it (`absent`). `tags`: only these, aliases resolved.
 */
export type CodingOptions = {
  readonly coders: readonly string[];
  readonly units: UnitKind;
  readonly silence: 'missing' | 'absent';
  readonly tags?: readonly string[];
};

/** One unit that at least one coder gave the tag: each coder’s notes that give it; `undefined` where a coder did not judge the source. */
export type TaggedUnit = {
  readonly source: CodedSource;
  readonly tag: string;
  readonly passage?: string;
  readonly notes: readonly (readonly Note[] | undefined)[];
};

/** All units of one tag: those that somebody tagged, one by one, and the patterns of all the others. */
export type TagUnits = { readonly tag: string; readonly tagged: readonly TaggedUnit[]; readonly untagged: readonly Pattern[] };

/** Who has notes in these sources, most notes first. Notes that name nobody are left out. */
export function codersOf(sources: Iterable<CodedSource>): readonly string[] {
  const counts = new Map<string, number>();
  for (const { notes } of sources) for (const { author } of notes) if (author !== undefined) counts.set(author, (counts.get(author) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1]).map(([coder]) => coder);
}

/** A source or passage as each coder saw it: their notes, or `undefined` for a coder who did not judge it. */
type Judged = { readonly source: CodedSource; readonly passage?: string; readonly notes: readonly (readonly Note[] | undefined)[] };

/** The units of every tag, in the order of the alphabet. Units that fewer than two coders judged are left out. */
export function unitsByTag(sources: Iterable<CodedSource>, codebook: Codebook, options: CodingOptions): readonly TagUnits[] {
  const byTag = new Map<string, TaggedUnit[]>((options.tags ?? []).map((tag) => [resolveTag(tag, codebook), []]));
  const wanted = options.tags === undefined ? undefined : new Set(byTag.keys());
  const silent = new Map<string, Pattern>();
  for (const judged of judgedUnits(sources, options)) {
    if (judged.notes.filter((notes) => notes !== undefined).length < 2) continue;
    addPattern(silent, judged.notes.map((notes) => (notes === undefined ? undefined : 'absent')));
    for (const unit of taggedUnits(judged, codebook)) {
      if (wanted?.has(unit.tag) === false) continue;
      const units = byTag.get(unit.tag);
      if (units === undefined) byTag.set(unit.tag, [unit]);
      else units.push(unit);
    }
  }
  return [...byTag].sort((a, b) => a[0].localeCompare(b[0])).map(([tag, tagged]) => ({ tag, tagged, untagged: without(silent, tagged) }));
}

function* judgedUnits(sources: Iterable<CodedSource>, { coders, units, silence }: CodingOptions): Iterable<Judged> {
  for (const source of sources) {
    const read = coders.map((coder) => silence === 'absent' || source.notes.some(({ author }) => author === coder));
    const by = (notes: readonly Note[]): Judged['notes'] => coders.map((coder, n) => (read[n] === true ? notes.filter(({ author }) => author === coder) : undefined));
    if (!source.notes.some(({ author }) => author !== undefined && coders.includes(author))) {
      if (silence === 'absent' && units === 'source') yield { source, notes: by([]) };
    } else if (units === 'source') yield { source, notes: by(source.notes) };
    else for (const { text, notes } of passagesIn(source, coders)) yield { source, passage: text, notes: by(notes) };
  }
}

const passagesIn = ({ text, notes }: CodedSource, coders: readonly string[]): readonly Passage[] =>
  passagesOf(text, notes.filter(({ author }) => author !== undefined && coders.includes(author)));

function taggedUnits({ source, passage, notes }: Judged, codebook: Codebook): readonly TaggedUnit[] {
  const tagsOf = (note: Note): readonly string[] => note.tags.map((tag) => resolveTag(tag, codebook));
  const tags = new Set(notes.flatMap((own) => own ?? []).flatMap(tagsOf));
  return [...tags].map((tag) => ({
    source, tag, ...(passage !== undefined && { passage }),
    notes: notes.map((own) => own?.filter((note) => tagsOf(note).includes(tag))),
  }));
}

function addPattern(patterns: Map<string, Pattern>, said: Pattern['said'], by = 1): void {
  const key = JSON.stringify(said);
  patterns.set(key, { said, count: (patterns.get(key)?.count ?? 0) + by });
}

/** The patterns of all units less those that somebody tagged. */
function without(silent: ReadonlyMap<string, Pattern>, tagged: readonly TaggedUnit[]): readonly Pattern[] {
  const rest = new Map(silent);
  for (const { notes } of tagged) addPattern(rest, notes.map((own) => (own === undefined ? undefined : 'absent')), -1);
  return [...rest.values()].filter(({ count }) => count > 0);
}

/** What each coder said of the tagged units, as patterns to count with. */
export const patternsOf = (tagged: readonly TaggedUnit[]): readonly Pattern[] =>
  tagged.map(({ notes }) => ({ said: notes.map((own) => (own === undefined ? undefined : own.length > 0 ? 'present' : 'absent')), count: 1 }));
