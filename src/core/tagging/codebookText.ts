/**
 * Changes of `codebook.yaml` as splices of its text: comments, order, blank lines and everything else in it stay as they are.
 * Entries are found by their indentation; a shape that can't be placed is refused. Whoever applies the edits has the result read
 * again and compared with {@link codebookAfter}, so that a mistake here can never change what the codebook says.
 */
import { tagFrom } from '../notes';
import type { Problem } from '../problem';
import type { TextEdit } from '../source';
import type { CodebookEdit, TextField } from './codebookEdit';
import { codebookUnplaced } from './problems';
import { blocksBelow, blocksIn, editsBetween, keyText, partsOf, partText, plainOf, row, rowsOf, Unplaced, valueIn, valueText } from './yamlRows';
import type { Block, Row } from './yamlRows';

/** The edits of the text that make the changes, one after the other; or why they can't be made. An empty text is a codebook to be. */
export function editCodebook(text: string, edits: readonly CodebookEdit[]): { readonly edits: readonly TextEdit[] } | { readonly problem: Problem } {
  const old = rowsOf(text);
  let [rows, at]: [readonly Row[], string] = [old, ''];
  try {
    for (const edit of edits) {
      at = 'tag' in edit ? edit.tag : '';
      rows = edited(rows, edit);
    }
  } catch (error) {
    if (error instanceof Unplaced) return { problem: codebookUnplaced(at, error.message) };
    throw error;
  }
  return { edits: editsBetween(text, rows) };
}

/** Where the entry of a tag begins in the text, in UTF-16 code units; undefined where there is none or the text can't be placed. */
export function entryPlace(text: string, tag: string): number | undefined {
  const rows = rowsOf(text);
  try {
    const entry = entryOf(rows, tag);
    return entry && rows[entry.at]?.old?.start;
  } catch (error) {
    if (error instanceof Unplaced) return undefined;
    throw error;
  }
}

function edited(rows: readonly Row[], edit: CodebookEdit): readonly Row[] {
  switch (edit.kind) {
    case 'team': return withTeam(rows, edit.team);
    case 'add': return withEntry(rows, edit.tag);
    case 'remove': return withoutEntry(rows, edit.tag);
    case 'rename': return renamedEntry(rows, edit.tag, edit.to);
    case 'set': return withField(rows, edit.tag, edit.field, edit.value);
    case 'aliases': return withAliases(rows, edit.tag, edit.aliases);
    case 'label': return withLabel(rows, edit.tag, edit.language, edit.value);
  }
}

// --- finding -----------------------------------------------------------------------------------------------------

const topBlocks = (rows: readonly Row[]): Block[] => blocksIn(rows, 0, rows.length);
const emptyValue = /^(?:|\{\}|null|~)$/;

/** The block `tags`; one that holds its tags in brackets can't be changed row by row. */
function tagsBlock(rows: readonly Row[]): Block | undefined {
  const block = topBlocks(rows).find(({ key }) => key === 'tags');
  if (block !== undefined && !emptyValue.test(valueOf(rows, block).value)) throw new Unplaced('its tags stand on one line');
  return block;
}

const valueOf = (rows: readonly Row[], block: Block): ReturnType<typeof valueIn> => valueIn((rows[block.at] as Row).text, block.after);

function entryOf(rows: readonly Row[], tag: string): Block | undefined {
  const block = tagsBlock(rows);
  return block && blocksBelow(rows, block).find(({ key }) => tagFrom(key) === tag);
}

// --- rows --------------------------------------------------------------------------------------------------------

const spaces = (count: number): string => ' '.repeat(count);
const withRows = (rows: readonly Row[], from: number, to: number, fresh: readonly string[]): readonly Row[] => [...rows.slice(0, from), ...fresh.map(row), ...rows.slice(to)];

/** The row of a block with another value; its comment stays. */
function withValue(rows: readonly Row[], block: Block, value: string): readonly Row[] {
  const { text } = rows[block.at] as Row;
  const { rest } = valueOf(rows, block);
  const comment = block.end > block.at + 1 && /^\s*[|>"'[{]/.test(text.slice(block.after)) ? '' : text.slice(rest);
  const words = [value, comment.trim()].filter((part) => part !== '');
  const gap = value === '' || comment === '' ? ' ' : comment.slice(0, comment.length - comment.trimStart().length) || ' ';
  return withRows(rows, block.at, block.end, [`${text.slice(0, block.after)} ${words.join(gap)}`.trimEnd()]);
}

/** A block taken away, with one of the two blank rows that would then meet. */
function without(rows: readonly Row[], { at, end }: Block): readonly Row[] {
  const blank = (index: number): boolean => rows[index]?.text.trim() === '';
  const apart = blank(at - 1) && (blank(end) || end === rows.length);
  return end === rows.length && apart ? withRows(rows, at - 1, end, []) : withRows(rows, at, apart ? end + 1 : end, []);
}

// --- entries -----------------------------------------------------------------------------------------------------

function withEntry(rows: readonly Row[], tag: string): readonly Row[] {
  if (entryOf(rows, tag) !== undefined) return rows;
  const block = tagsBlock(rows);
  if (block === undefined) return [...rows, ...(rows.length > 0 && rows.at(-1)?.text.trim() !== '' ? [row('')] : []), row('tags:'), row(`  ${keyText(tag)}:`)];
  const entries = blocksBelow(rows, block);
  const apart = entries.slice(1).some(({ at }) => isApart(rows, at));
  const bare = valueOf(rows, block).value === '' ? rows : withValue(rows, { ...block, end: block.at + 1 }, '');
  return withRows(bare, block.end, block.end, [...(apart ? [''] : []), `${spaces(entries[0]?.indent ?? 2)}${keyText(tag)}:`]);
}

/** Does a blank row stand before this one and the comments right above it? */
function isApart(rows: readonly Row[], at: number): boolean {
  let above = at - 1;
  while (rows[above]?.text.trim().startsWith('#') === true) above -= 1;
  return rows[above]?.text.trim() === '';
}

function withoutEntry(rows: readonly Row[], tag: string): readonly Row[] {
  const entry = entryOf(rows, tag);
  return entry === undefined ? rows : without(rows, entry);
}

function renamedEntry(rows: readonly Row[], tag: string, to: string): readonly Row[] {
  const entry = entryOf(rows, tag);
  if (entry === undefined) return rows;
  const { text } = rows[entry.at] as Row;
  return withRows(rows, entry.at, entry.at + 1, [`${spaces(entry.indent)}${keyText(to)}${text.slice(entry.after - 1)}`]);
}

// --- fields ------------------------------------------------------------------------------------------------------

const fieldOrder = ['label', 'aliases', 'colour', 'color', 'definition', 'include', 'exclude', 'guid'];
const rankOf = (field: string): number => fieldOrder.indexOf(field) + 1 || fieldOrder.length + 1;

type Placed = { readonly rows: readonly Row[]; readonly entry: Block; readonly fields: readonly Block[] };

/** The entry with its fields, made when it isn't there. */
function placed(before: readonly Row[], tag: string): Placed {
  let rows = withEntry(before, tag);
  let entry = entryOf(rows, tag) as Block;
  const { value } = valueOf(rows, entry);
  if (!emptyValue.test(value)) throw new Unplaced('its fields stand on one line');
  if (value !== '') {
    rows = withValue(rows, entry, '');
    entry = entryOf(rows, tag) as Block;
  }
  return { rows, entry, fields: blocksBelow(rows, entry) };
}

/** A new field, behind those that one reads before it. */
function withNewField({ rows, entry, fields }: Placed, field: string, value: string): readonly Row[] {
  const before = fields.filter(({ key }) => rankOf(key) <= rankOf(field)).at(-1);
  const at = before?.end ?? entry.at + 1;
  return withRows(rows, at, at, [`${spaces(fields[0]?.indent ?? entry.indent + 2)}${field}: ${value}`]);
}

function withField(before: readonly Row[], tag: string, field: TextField, value: string | undefined): readonly Row[] {
  if (value === undefined && entryOf(before, tag) === undefined) return withEntry(before, tag);
  const place = placed(before, tag);
  const block = place.fields.find(({ key }) => key === field || (field === 'colour' && key === 'color'));
  if (value === undefined) return block === undefined ? place.rows : without(place.rows, block);
  const marked = field === 'colour' || (block !== undefined && valueOf(place.rows, block).value.startsWith('"'));
  if (block === undefined) return withNewField(place, field, valueText(value, marked));
  return withValue(place.rows, block, valueText(value, marked));
}

function withAliases(before: readonly Row[], tag: string, aliases: readonly string[]): readonly Row[] {
  const place = placed(before, tag);
  const block = place.fields.find(({ key }) => key === 'aliases');
  if (block !== undefined) return aliases.length === 0 ? without(place.rows, block) : withList(place.rows, block, aliases, tagFrom);
  return aliases.length === 0 ? place.rows : withNewField(place, 'aliases', `[${aliases.map(partText).join(', ')}]`);
}

function withTeam(rows: readonly Row[], team: readonly string[]): readonly Row[] {
  const blocks = topBlocks(rows);
  const block = blocks.find(({ key }) => key === 'team');
  if (block !== undefined) return team.length === 0 ? without(rows, block) : withList(rows, block, team, (name) => name);
  const at = blocks[0]?.at ?? rows.length;
  return team.length === 0 ? rows : withRows(rows, at, at, [`team: [${team.map(partText).join(', ')}]`]);
}

/** A list with other members; those that stay are left as they are written. `said` gives what a written member says. */
function withList(rows: readonly Row[], block: Block, members: readonly string[], said: (written: string) => string): readonly Row[] {
  const { value } = valueOf(rows, block);
  if (value === '' && block.end > block.at + 1) return withItems(rows, block, members, said);
  if (block.end > block.at + 1) throw new Unplaced('a list in it runs over several lines');
  const parts = value.startsWith('[') && value.endsWith(']') ? partsOf(value) : emptyValue.test(value) ? [] : [value];
  const written = new Map(parts.map((part) => [said(plainOf(part)), part]));
  return withValue(rows, block, `[${members.map((member) => written.get(member) ?? partText(member)).join(', ')}]`);
}

/** The same for a list with a row for each member. */
function withItems(rows: readonly Row[], block: Block, members: readonly string[], said: (written: string) => string): readonly Row[] {
  const items = rows.slice(block.at + 1, block.end);
  const nameOf = ({ text }: Row): string => said(plainOf(valueIn(text, text.indexOf('-') + 1).value));
  const first = items.find(({ beside }) => !beside);
  if (first === undefined || items.some(({ beside, indent, text }) => !beside && (indent !== first.indent || !/^-\s/.test(text.trim())))) throw new Unplaced('a list in it is nested');
  const there = new Set(items.filter(({ beside }) => !beside).map(nameOf));
  const kept = items.filter((item) => item.beside || members.includes(nameOf(item)));
  const fresh = members.filter((member) => !there.has(member)).map((member) => row(`${spaces(first.indent)}- ${valueText(member)}`));
  return [...rows.slice(0, block.at + 1), ...kept, ...fresh, ...rows.slice(block.end)];
}

function withLabel(before: readonly Row[], tag: string, language: string, value: string | undefined): readonly Row[] {
  const place = placed(before, tag);
  const block = place.fields.find(({ key }) => key === 'label');
  if (block === undefined) return value === undefined ? place.rows : withNewField(place, 'label', `{${keyText(language)}: ${partText(value)}}`);
  const { value: old } = valueOf(place.rows, block);
  if (old === '' && block.end > block.at + 1) return withRowLabel(place.rows, block, language, value);
  if (block.end > block.at + 1) throw new Unplaced('its labels run over several lines');
  const pairs = old.startsWith('{') && old.endsWith('}') ? partsOf(old) : emptyValue.test(old) ? [] : [`en: ${partText(plainOf(old))}`];
  const languageOf = (pair: string): string => plainOf(pair.slice(0, Math.max(0, pair.search(/:(?=\s|$)/))).trim());
  const others = pairs.map((pair) => (languageOf(pair) === language && value !== undefined ? `${keyText(language)}: ${partText(value)}` : pair))
    .filter((pair) => value !== undefined || languageOf(pair) !== language);
  const next = value === undefined || pairs.some((pair) => languageOf(pair) === language) ? others : [...others, `${keyText(language)}: ${partText(value)}`];
  return next.length === 0 ? without(place.rows, block) : withValue(place.rows, block, `{${next.join(', ')}}`);
}

/** The same for labels with a row for each language. */
function withRowLabel(rows: readonly Row[], block: Block, language: string, value: string | undefined): readonly Row[] {
  const labels = blocksBelow(rows, block);
  const own = labels.find(({ key }) => key === language);
  if (own !== undefined) {
    if (value !== undefined) return withValue(rows, own, valueText(value));
    return without(rows, labels.length === 1 ? block : own);
  }
  if (value === undefined) return rows;
  return withRows(rows, block.end, block.end, [`${spaces(labels[0]?.indent ?? block.indent + 2)}${keyText(language)}: ${valueText(value)}`]);
}
