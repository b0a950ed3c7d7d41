/**
 * Versions of the codebook made one, by tag and by field, as splices of what people wrote: what one side left as it was is taken
 * from the other byte for byte, lists of aliases and the labels are joined, and where both changed one field in two ways ours
 * stands and theirs follows as a comment. An entry that one side renamed takes along what the other changed in it. No entry, text or comment is lost.
 */
import { applyEdits } from '../edits';
import type { Engine } from '../enginePort';
import { choose, chooseMembers, joinOrder } from '../merge';
import type { FileVersions, MergedFile, Versions } from '../merge';
import { codebookFrom, tagFrom } from '../notes';
import type { Codebook } from '../notes';
import type { CodebookEdit } from './codebookEdit';
import { renamed, renamesOf } from './codebookRenames';
import type { Renames } from './codebookRenames';
import { editCodebook } from './codebookText';
import { blocksBelow, blocksIn, rowsOf, Unplaced, valueIn } from './yamlRows';
import type { Block, Row } from './yamlRows';

/** Is this the text of a codebook, and not of a source file, which begins with front matter? */
export const looksLikeCodebook = (text: string): boolean =>
  /^(?:tags|team|blind)[ \t]*:/m.test(text) && !hasFrontMatter(text);

function hasFrontMatter(text: string): boolean {
  const opening = /^\uFEFF?---[ \t]*\r?\n/.exec(text);
  return opening !== null && /^---[ \t]*\r?$/m.test(text.slice(opening[0].length));
}

/** A key with its value as they are written: the comments and blank rows above it, then its own rows or the row of the key and what is below it. */
type Piece = { readonly name: string; readonly indent: number; readonly lead: readonly string[]; readonly rows: readonly string[]; readonly parts?: readonly Piece[] };
type Pieces = { readonly parts: readonly Piece[]; readonly tail: readonly string[] };

/** Merge the versions; undefined when one of them can’t be read or placed, so that a person must. `fields` are those that stand in two versions. */
export async function mergeCodebooks({ base, ours, theirs }: FileVersions, engine: Engine): Promise<MergedFile | undefined> {
  const texts = [base ?? '', ours, theirs].map((text) => text.replace(/\r\n/g, '\n'));
  const said = await Promise.all(texts.map((text) => codebookIn(text, engine)));
  const [before, left, right] = said;
  if (before === undefined || left === undefined || right === undefined) return undefined;
  const only = choose({ known: base !== undefined, base: texts[0], ours: texts[1], theirs: texts[2] });
  if (!only.clash) return { text: withLineEnds(only.value ?? '', ours), notes: 0, fields: [] };
  try {
    const [byOurs, byTheirs] = base === undefined ? [noRenames, noRenames] : [renamesOf(before, left, right), renamesOf(before, right, left)];
    const byBoth = new Map([...byOurs, ...byTheirs]);
    const [old, mine, their] = [[texts[0], byBoth], [texts[1], byTheirs], [texts[2], byOurs]].map(([text, renames]) => piecesOf(text as string, renames as Renames)) as [Pieces, Pieces, Pieces];
    const merge = new CodebookMerge(base !== undefined, { known: base !== undefined, base: renamed(before, byBoth), ours: renamed(left, byTheirs), theirs: renamed(right, byOurs) });
    const rows = [...merge.all(base === undefined ? [] : old.parts, mine.parts, their.parts, ''), ...joinedLines(old.tail, mine.tail, their.tail)];
    const text = rows.map((row) => `${row}\n`).join('');
    const edited = editCodebook(text, merge.edits);
    if ('problem' in edited) return undefined;
    const whole = applyEdits(text, edited.edits);
    const isRead = (await codebookIn(whole, engine)) !== undefined;
    return isRead ? { text: withLineEnds(whole, ours), notes: 0, fields: merge.clashes } : undefined;
  } catch (error) {
    if (error instanceof Unplaced) return undefined;
    throw error;
  }
}

const withLineEnds = (text: string, like: string): string => (/\r\n/.test(like) ? text.replaceAll('\n', '\r\n') : text);

async function codebookIn(text: string, engine: Engine): Promise<Codebook | undefined> {
  const [outcome] = await engine.readYaml([text]);
  if (outcome?.ok !== true) return text.trim() === '' ? codebookFrom(null).codebook : undefined;
  const { codebook, problems } = codebookFrom(outcome.value);
  return problems.length === 0 ? codebook : undefined;
}

// --- what is written -------------------------------------------------------------------------------------------------

const noRenames: Renames = new Map();

/** The pieces of a codebook; entries that the other side has renamed are named as it does, whatever is written. */
function piecesOf(text: string, renames: Renames): Pieces {
  const rows = rowsOf(text);
  return partsOf(rows, blocksIn(rows, 0, rows.length), 0, rows.length, (block) => (block.key === 'tags' ? entriesOf(rows, block, renames) : undefined), (key) => key);
}

/** The entries of the block `tags`, each with its fields; undefined where they stand on one line. */
const entriesOf = (rows: readonly Row[], tags: Block, renames: Renames): readonly Piece[] | undefined =>
  below(rows, tags, (entry) => below(rows, entry, () => undefined, (key) => (key === 'color' ? 'colour' : key)), (key) => renames.get(tagFrom(key)) ?? tagFrom(key));

function below(rows: readonly Row[], block: Block, parts: (block: Block) => readonly Piece[] | undefined, named: (key: string) => string): readonly Piece[] | undefined {
  if (valueIn((rows[block.at] as Row).text, block.after).value !== '') return undefined;
  return partsOf(rows, blocksBelow(rows, block), block.at + 1, block.end, parts, named).parts;
}

function partsOf(rows: readonly Row[], blocks: readonly Block[], from: number, to: number, below: (block: Block) => readonly Piece[] | undefined, named: (key: string) => string): Pieces {
  const words = (start: number, end: number): string[] => rows.slice(start, end).map(({ text }) => text);
  const parts = blocks.map((block, n): Piece => {
    const inner = below(block);
    const own = { name: named(block.key), indent: block.indent, lead: words(blocks[n - 1]?.end ?? from, block.at) };
    return inner === undefined ? { ...own, rows: words(block.at, block.end) } : { ...own, rows: words(block.at, block.at + 1), parts: inner };
  });
  if (new Set(parts.map(({ name }) => name)).size < parts.length) throw new Unplaced('a key in it stands twice');
  return { parts, tail: words(blocks.at(-1)?.end ?? from, to) };
}

const rowsIn = ({ lead, rows, parts = [] }: Piece): string[] => [...lead, ...rows, ...parts.flatMap(rowsIn)];
const textOf = (piece: Piece | undefined): string | undefined => piece && rowsIn(piece).join('\n');

/** Ours, with the comments of theirs that ours did not take away. */
function joinedLines(base: readonly string[], ours: readonly string[], theirs: readonly string[]): readonly string[] {
  const fresh = theirs.filter((line) => line.trim() !== '' && !ours.includes(line) && !base.includes(line));
  return [...ours, ...fresh];
}

// --- what becomes of it ----------------------------------------------------------------------------------------------

class CodebookMerge {
  /** Lists and labels that both changed: they are put right in the joined text. */
  readonly edits: CodebookEdit[] = [];
  readonly clashes: string[] = [];

  constructor(private readonly known: boolean, private readonly said: Versions<Codebook>) {}

  /** The rows of some pieces; `path` is the tag whose fields they are, or `tags`, or nothing at the top. */
  all(base: readonly Piece[], ours: readonly Piece[], theirs: readonly Piece[], path: string): string[] {
    const [old, mine, their] = [base, ours, theirs].map((pieces) => new Map(pieces.map((piece) => [piece.name, piece])));
    const names = joinOrder(ours.map(({ name }) => name), theirs.map(({ name }) => name));
    return names.flatMap((name) => this.one({ known: this.known, base: old?.get(name), ours: mine?.get(name), theirs: their?.get(name) }, path));
  }

  private one({ base, ours, theirs }: Versions<Piece>, path: string): readonly string[] {
    const { value, clash } = choose({ known: this.known, base: textOf(base), ours: textOf(ours), theirs: textOf(theirs) });
    const single = ours === undefined ? theirs : theirs === undefined ? ours : undefined;
    if (single !== undefined && base !== undefined && value !== undefined && path === 'tags') return this.kept(single, theirs === undefined);
    if (ours === undefined || theirs === undefined || !clash) return value === undefined ? [] : value.split('\n');
    const lead = joinedLines(base?.lead ?? [], ours.lead, theirs.lead);
    const versions = { known: this.known, base, ours, theirs };
    if (ours.parts === undefined || theirs.parts === undefined) return [...lead, ...this.value(versions, path, base?.parts === undefined)];
    return [...lead, ...this.value({ ...versions, base: base && bare(base), ours: bare(ours), theirs: bare(theirs) }, path, true), ...this.all(base?.parts ?? [], ours.parts, theirs.parts, ours.name)];
  }

  /** What one side took away and the other changed, such as a tag that was merged into another, stays, and a comment says so. */
  private kept(piece: Piece, isOurs: boolean): readonly string[] {
    this.clashes.push(piece.name);
    return [...piece.lead, `${' '.repeat(piece.indent)}# ${isOurs ? 'theirs' : 'ours'}: took this entry away`, ...rowsIn({ ...piece, lead: [] })];
  }

  /** The rows of a key and its value. */
  private value({ base, ours, theirs }: Versions<Piece>, path: string, comparable: boolean): readonly string[] {
    const words = (piece: Piece | undefined): string | undefined => piece && rowsIn({ ...piece, lead: [] }).join('\n');
    const { value, clash } = choose({ known: this.known && comparable, base: words(base), ours: words(ours), theirs: words(theirs) });
    if (ours === undefined || theirs === undefined || !clash) return value?.split('\n') ?? [];
    const kept = rowsIn({ ...ours, lead: [] });
    const left = this.join(path, ours.name) ? commentsOf(theirs).filter((comment) => !kept.some((row) => row.includes(comment))) : this.clash(path, theirs);
    return [...kept, ...left.map((line) => `${' '.repeat(ours.indent)}${line}`)];
  }

  /** Ours stands; theirs is kept beside it, to be looked at. */
  private clash(path: string, theirs: Piece): readonly string[] {
    this.clashes.push([path, theirs.name].filter((part) => part !== '').join(' '));
    return rowsIn({ ...theirs, lead: [] }).map((row) => `# theirs: ${row.slice(theirs.indent)}`.trimEnd());
  }

  /** Lists and labels are joined member by member, as edits; false for what is no list, and for labels that both changed in one language. */
  private join(path: string, field: string): boolean {
    const { known, base, ours, theirs } = this.said;
    const of = <T>(take: (codebook: Codebook) => T): Versions<T> => ({ known, base: base && take(base), ours: ours && take(ours), theirs: theirs && take(theirs) });
    if (path === '' && field === 'team') return this.edits.push({ kind: 'team', team: chooseMembers(of(({ team }) => team)) }) > 0;
    if (field === 'aliases') return this.edits.push({ kind: 'aliases', tag: path, aliases: chooseMembers(of(({ tags }) => tags.get(path)?.aliases ?? [])) }) > 0;
    return field === 'label' && this.joinLabels(path, of(({ tags }) => tags.get(path)?.label ?? {}));
  }

  private joinLabels(tag: string, { known, base = {}, ours = {}, theirs = {} }: Versions<{ readonly [language: string]: string }>): boolean {
    const edits: CodebookEdit[] = [];
    for (const language of new Set([...Object.keys(ours), ...Object.keys(theirs)])) {
      const { value, clash } = choose({ known, base: base[language], ours: ours[language], theirs: theirs[language] });
      if (clash) return false;
      if (value !== ours[language]) edits.push({ kind: 'label', tag, language, value });
    }
    this.edits.push(...edits);
    return true;
  }
}

const bare = ({ parts: _, ...piece }: Piece): Piece => piece;

/** The comments behind the values of some rows. */
const commentsOf = ({ rows }: Piece): readonly string[] => rows.flatMap((row) => /(?:^|\s)(#[^]*)/.exec(row)?.[1] ?? []);
