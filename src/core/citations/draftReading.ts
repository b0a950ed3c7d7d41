/** A whole draft read block by block, and read again after an edit where it has changed and no further. */
import type { Span } from '../source';
import type { Citation, CitedKey, Fact, Syntax } from './citation';
import type { Block, House, Ways } from './rules';
import { shiftCitation, shiftSpan } from './shifting';
import { rules } from './table';

/** Commands that cite besides the usual, without backslash: `['seep', 'mycite']`. */
export type ReadingOptions = { readonly citeCommands?: readonly string[] };

/** What a draft cites and says, in its order. Positions are UTF-16 code units of `text`. */
export type DraftReading = {
  readonly syntax: Syntax;
  readonly text: string;
  readonly citations: readonly Citation[];
  readonly facts: readonly Fact[];
  readonly ways: Ways;
  readonly blocks: readonly Block[];
  readonly options: ReadingOptions;
};

const shiftBlock = ({ start, end, reach, citations, facts }: Block, by: number): Block => ({
  start: start + by, end: end + by, reach: reach + by,
  citations: citations.map((citation) => shiftCitation(citation, by)), facts: facts.map((fact) => ({ ...fact, span: shiftSpan(fact.span, by) })),
});

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
function readBlocks(syntax: Syntax, text: string, house: House, older: DraftReading | undefined): readonly Block[] {
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
function readOn(syntax: Syntax, text: string, house: House, kept: readonly Block[], met: (at: number) => readonly Block[] | undefined): readonly Block[] {
  const blocks = [...kept];
  for (let at = kept.at(-1)?.end ?? 0; at < text.length;) {
    const rest = met(at);
    if (rest !== undefined) return blocks.concat(rest);
    const block = rules[syntax].readBlock(text, at, house);
    blocks.push(block);
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

function waysOf(citations: readonly Citation[], facts: readonly Fact[], commands: ReadonlyMap<string, string>): Ways {
  const used = new Map<string, number>();
  for (const { command } of citations) used.set(command, (used.get(command) ?? 0) + 1);
  const packages = facts.flatMap(({ kind, name }) => (kind === 'package' ? [name] : []));
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

/**
 * Reads a draft; with an older reading of it, only what an edit has changed, and to the same result. Linear in the text.
 * The older reading itself when the text is the same.
 */
export function readDraft(syntax: Syntax, text: string, options: ReadingOptions = {}, older?: DraftReading): DraftReading {
  const likened = older?.syntax === syntax && JSON.stringify(older.options) === JSON.stringify(options) ? older : undefined;
  if (likened?.text === text) return likened;
  const before = likened?.ways.commands ?? commandsOf([], options);
  const blocks = readBlocks(syntax, text, { commands: before, missing: new Map() }, likened);
  const commands = commandsOf(blocks.flatMap(({ facts }) => facts), options);
  const whole = sameCommands(before, commands) ? blocks : readBlocks(syntax, text, { commands, missing: new Map() }, undefined);
  const facts = whole.flatMap((block) => block.facts);
  const labels = new Set(facts.flatMap(({ kind, name }) => (kind === 'label' ? [name] : [])));
  const citations = withoutLabels(whole.flatMap((block) => block.citations), labels);
  return { syntax, text, options, facts, citations, blocks: whole, ways: waysOf(citations, facts, commands) };
}
