/** A whole draft read block by block, and read again after an edit where it has changed and no further. */
import type { Span } from '../source';
import type { Citation, CitedKey, Fact, FactKind, Syntax } from './citation';
import type { Block, House, Ways } from './rules';
import { shiftCitation, shiftFact } from './shifting';
import { rules } from './table';

/** Commands that cite besides the usual, without backslash: `['seep', 'mycite']`. */
export type ReadingOptions = { readonly citeCommands?: readonly string[] };

/** A block and how far it has moved since it was read: its citations and facts have the positions that they had then. */
export type PlacedBlock = Omit<Block, 'citations' | 'facts'> & { readonly read: Block };

/**
 * What a draft cites and says, in its order. Positions are UTF-16 code units of `text`. `citations` and `facts` are put in their places
 * when they are first asked for, so that an edit costs what it changed, as long as nobody asks for all of them.
 */
export type DraftReading = {
  readonly syntax: Syntax;
  readonly text: string;
  readonly citations: readonly Citation[];
  readonly facts: readonly Fact[];
  /** All keys that are cited, in the draft’s order and as often as it cites them; nothing is put in its place for that. */
  readonly keys: readonly string[];
  /** The names of the draft’s own labels. */
  readonly labels: ReadonlySet<string>;
  readonly ways: Ways;
  readonly blocks: readonly PlacedBlock[];
  readonly options: ReadingOptions;
};

const placed = (block: Block): PlacedBlock => ({ start: block.start, end: block.end, reach: block.reach, read: block });

const shiftBlock = ({ start, end, reach, read }: PlacedBlock, by: number): PlacedBlock => ({ start: start + by, end: end + by, reach: reach + by, read });

/** The citations of a block at their places in the draft, further on by `by`. */
export const citationsIn = ({ start, read }: PlacedBlock, by = 0): readonly Citation[] => {
  const moved = start - read.start + by;
  return moved === 0 ? read.citations : read.citations.map((citation) => shiftCitation(citation, moved));
};

const factsIn = ({ start, read }: PlacedBlock): readonly Fact[] =>
  (start === read.start ? read.facts : read.facts.map((fact) => shiftFact(fact, start - read.start)));

// --- what has changed --------------------------------------------------------------------------------------------

/** How far two texts agree from the start and, behind that, from the end. */
function agreement(before: string, after: string): { readonly head: number; readonly tail: number } {
  const most = Math.min(before.length, after.length);
  let head = 0;
  for (let step = 4096; step >= 1; step = step === 1 ? 0 : step >> 4) {
    while (head + step <= most && before.slice(head, head + step) === after.slice(head, head + step)) head += step;
  }
  const rest = most - head;
  let tail = 0;
  const endsAlike = (length: number, step: number): boolean =>
    before.slice(before.length - length - step, before.length - length) === after.slice(after.length - length - step, after.length - length);
  for (let step = 4096; step >= 1; step = step === 1 ? 0 : step >> 4) {
    while (tail + step <= rest && endsAlike(tail, step)) tail += step;
  }
  return { head, tail };
}

/** The blocks of a text; those of an older one are kept where nothing that they were read from has changed. */
function readBlocks(syntax: Syntax, text: string, house: House, older: DraftReading | undefined): readonly PlacedBlock[] {
  if (older === undefined) return readOn(syntax, text, house, [], () => undefined);
  const { head, tail } = agreement(older.text, text);
  const firstDirty = older.blocks.findIndex(({ reach }) => reach >= head);
  const kept = firstDirty < 0 ? older.blocks : older.blocks.slice(0, firstDirty);
  const by = text.length - older.text.length;
  const safe = older.text.length - tail;
  const later = new Map(older.blocks.map(({ start }, index) => [start + by, index] as const));
  return readOn(syntax, text, house, kept, (at) => {
    const index = at > 0 ? later.get(at) ?? 0 : 0;
    const meets = index > 0 && at - by >= safe;
    return meets ? older.blocks.slice(index).map((block) => (by === 0 ? block : shiftBlock(block, by))) : undefined;
  });
}

/** Reads on after the blocks that are kept, to the end or to where the older reading is met. */
function readOn(syntax: Syntax, text: string, house: House, kept: readonly PlacedBlock[], met: (at: number) => readonly PlacedBlock[] | undefined): readonly PlacedBlock[] {
  const blocks = [...kept];
  for (let at = kept.at(-1)?.end ?? 0; at < text.length;) {
    const rest = met(at);
    if (rest !== undefined) return blocks.concat(rest);
    const block = rules[syntax].readBlock(text, at, house);
    blocks.push(placed(block));
    at = block.end;
  }
  return blocks;
}

// --- the whole ---------------------------------------------------------------------------------------------------

/** The keys that name a label of the draft itself are references, and no citations. */
export function withoutLabels(citations: readonly Citation[], labels: ReadonlySet<string>): readonly Citation[] {
  if (labels.size === 0) return citations;
  return citations.flatMap((citation) => {
    const keys = citation.keys.filter(({ key }) => !labels.has(key));
    return keys.length === citation.keys.length ? [citation] : keys.length === 0 ? [] : [{ ...citation, keys, span: spanOf(keys) }];
  });
}

const spanOf = (keys: readonly CitedKey[]): Span => ({ start: (keys[0] as CitedKey).part.start, end: (keys.at(-1) as CitedKey).part.end });

/** The names of facts of one kind; they are the same wherever the blocks have moved to. */
const named = (facts: readonly Fact[], wanted: FactKind): readonly string[] => facts.flatMap(({ kind, name }) => (kind === wanted ? [name] : []));

function waysOf(citations: readonly (readonly Citation[])[], facts: readonly Fact[], commands: ReadonlyMap<string, string>): Ways {
  const used = new Map<string, number>();
  for (const list of citations) for (const { command } of list) used.set(command, (used.get(command) ?? 0) + 1);
  const packages = named(facts, 'package');
  const biblatex = facts.some(({ kind, value }) => kind === 'bibliography' && value === 'biblatex');
  return { used, commands, packages: biblatex ? [...packages, 'biblatex'] : packages };
}

/** The commands that cite in this draft besides the usual: those of the settings, and those that it defines. */
function commandsOf(facts: readonly Fact[], { citeCommands = [] }: ReadingOptions): ReadonlyMap<string, string> {
  const defined = facts.flatMap(({ kind, name, value }) => (kind === 'command' && value !== undefined ? [[name, value] as const] : []));
  return new Map([...citeCommands.map((name) => [name.replace(/^\\|\*$/g, ''), 'cite'] as const), ...defined]);
}

const sameCommands = (one: ReadonlyMap<string, string>, other: ReadonlyMap<string, string>): boolean =>
  one.size === other.size && [...one].every(([name, shape]) => other.get(name) === shape);

/** Made once, when it is first asked for. */
function lazily<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => (made ??= { value: make() }).value;
}

function keysIn(blocks: readonly PlacedBlock[], labels: ReadonlySet<string>): readonly string[] {
  const keys: string[] = [];
  for (const { read } of blocks) for (const citation of read.citations) for (const { key } of citation.keys) if (!labels.has(key)) keys.push(key);
  return keys;
}

/**
 * Reads a draft; with an older reading of it, only what an edit has changed, and to the same result. Linear in the text.
 * The older reading itself when the text is the same.
 */
export function readDraft(syntax: Syntax, text: string, options: ReadingOptions = {}, older?: DraftReading): DraftReading {
  const likened = older?.syntax === syntax && JSON.stringify(older.options) === JSON.stringify(options) ? older : undefined;
  if (likened?.text === text) return likened;
  const before = likened?.ways.commands ?? commandsOf([], options);
  const first = readBlocks(syntax, text, { commands: before, missing: new Map() }, likened);
  const commands = commandsOf(first.flatMap(({ read }) => read.facts), options);
  const blocks = sameCommands(before, commands) ? first : readBlocks(syntax, text, { commands, missing: new Map() }, undefined);
  const unplaced = blocks.flatMap(({ read }) => read.facts);
  const labels = new Set(named(unplaced, 'label'));
  const ways = waysOf(blocks.map(({ read }) => withoutLabels(read.citations, labels)), unplaced, commands);
  const keys = lazily(() => keysIn(blocks, labels));
  const facts = lazily(() => blocks.flatMap(factsIn));
  const citations = lazily(() => withoutLabels(blocks.flatMap((block) => citationsIn(block)), labels));
  return {
    syntax, text, options, blocks, labels, ways,
    get keys() { return keys(); }, get facts() { return facts(); }, get citations() { return citations(); },
  };
}
