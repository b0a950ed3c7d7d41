/** Two versions of a source file made one, by note and by field. What both sides changed is kept in both versions and marked; nothing is lost. */
import type { Engine } from '../enginePort';
import { readSourceFile, readYamlEntries, storable, unprotect } from '../library';
import type { YamlValues } from '../library';
import { mergeFields } from './fieldMerge';
import { mergeNote } from './noteMerge';
import { piecesOf } from './pieces';
import type { Piece, Pieces, SectionPiece } from './pieces';
import { choose, joinLines, joinOrder } from './threeWay';
import type { Versions } from './threeWay';

/** The versions of one source file as texts. Without `base` nothing counts as deleted, and every difference as made by both. */
export type FileVersions = { readonly base?: string; readonly ours: string; readonly theirs: string };

/** The text of both, and how many things a person should look at: notes and fields that stand in two versions. */
export type MergedFile = { readonly text: string; readonly notes: number; readonly fields: readonly string[] };

/** Merge the versions; `undefined` when one of them can't be read whole, so that a person must. `yaml`: what a reader made of hand-written entries. */
export function mergeFiles(versions: FileVersions, yaml?: YamlValues): MergedFile | undefined {
  const lineEnd = /\r\n/.test(versions.ours) ? '\r\n' : '\n';
  const read = (text: string | undefined): Pieces | undefined => (text === undefined ? undefined : piecesOf(text.replace(/\r\n/g, '\n'), yaml));
  const [base, ours, theirs] = [read(versions.base), read(versions.ours), read(versions.theirs)];
  if (ours === undefined || theirs === undefined) return undefined;
  // What was cut short has deleted nothing: then there is no knowing what both came from.
  const known = base !== undefined && (base.end === undefined || (ours.end !== undefined && theirs.end !== undefined));
  const merged = new FileMerge(known, known ? base : undefined, ours, theirs).run();
  return { ...merged, text: merged.text.replaceAll('\n', lineEnd) };
}

/** The same, with the help of a YAML reader where people wrote YAML by hand. */
export async function mergeSourceFiles(versions: FileVersions, engine: Engine): Promise<MergedFile | undefined> {
  const entries = [versions.base ?? '', versions.ours, versions.theirs].flatMap((text) => readSourceFile(text.replace(/\r\n/g, '\n')).yaml);
  return mergeFiles(versions, entries.length === 0 ? undefined : await readYamlEntries(engine, [...new Set(entries)]));
}

class FileMerge {
  private notes = 0;
  private abstract: string | undefined;
  private readonly items: Versions<ReadonlyMap<string, Piece>>;

  constructor(private readonly known: boolean, private readonly base: Pieces | undefined, private readonly ours: Pieces, private readonly theirs: Pieces) {
    this.items = this.of(({ sections }) => new Map(sections.flatMap(({ items }) => items.map((item) => [item.name, item] as const))));
  }

  run(): MergedFile {
    const body = this.sections();
    const lead = this.plain(this.of((pieces) => pieces.lead));
    const { fields, clashes } = mergeFields(this.of((pieces) => pieces.fields), this.abstract);
    const { open, close, end = this.theirs.end ?? '' } = this.ours;
    const front = fields.map(({ text, gap }) => text + (gap.includes('\n') ? gap : `${gap}\n`)).join('');
    return { text: `${open}${front}${close}${joined([...lead, ...body])}${end}`, notes: this.notes, fields: clashes };
  }

  private of<T>(take: (pieces: Pieces) => T): Versions<T> {
    return { known: this.known, base: this.base && take(this.base), ours: take(this.ours), theirs: take(this.theirs) };
  }

  private sections(): readonly Piece[] {
    const sides = this.of(({ sections }) => new Map(sections.map((section) => [section.name, section])));
    const homes = this.homes();
    const names = joinOrder([...(sides.ours ?? new Map<string, SectionPiece>()).keys()], [...(sides.theirs ?? new Map<string, SectionPiece>()).keys()]);
    return names.flatMap((name) => this.section({ known: this.known, base: sides.base?.get(name), ours: sides.ours?.get(name), theirs: sides.theirs?.get(name) }, homes));
  }

  /** Under which section each note or pasted text stays. */
  private homes(): ReadonlyMap<string, { readonly section: string; readonly moved: boolean }> {
    const sides = this.of(({ sections }) => new Map(sections.flatMap(({ name, items }) => items.map((item) => [item.name, name] as const))));
    const all = [...new Set([...(sides.ours?.keys() ?? []), ...(sides.theirs?.keys() ?? [])])];
    return new Map(all.map((name) => {
      const { value, clash } = choose({ known: this.known, base: sides.base?.get(name), ours: sides.ours?.get(name), theirs: sides.theirs?.get(name) });
      return [name, { section: value ?? sides.ours?.get(name) ?? sides.theirs?.get(name) ?? '', moved: clash }];
    }));
  }

  /** A section that one side took away stays as long as something in it does. */
  private section(versions: Versions<SectionPiece>, homes: ReturnType<FileMerge['homes']>): readonly Piece[] {
    const { ours, theirs } = versions;
    const name = ours?.name ?? theirs?.name ?? '';
    const inOrder = joinOrder(ours?.items.map((item) => item.name) ?? [], theirs?.items.map((item) => item.name) ?? []);
    const items = inOrder.filter((item) => homes.get(item)?.section === name).flatMap((item) => this.item(item, homes.get(item)?.moved === true));
    const role = ours?.role ?? theirs?.role;
    const heads = { known: versions.known, base: versions.base?.head, ours: ours?.head, theirs: theirs?.head };
    const head = role === 'abstract' ? this.abstractOf(heads) : this.plain(heads);
    if (head.length === 0 && items.length > 0) return [...[ours?.head ?? theirs?.head].filter((one) => one !== undefined), ...items];
    return [...head, ...items];
  }

  private item(name: string, moved: boolean): readonly Piece[] {
    const found = { base: this.items.base?.get(name), ours: this.items.ours?.get(name), theirs: this.items.theirs?.get(name) };
    const versions = { known: this.known, base: found.base?.text, ours: found.ours?.text, theirs: found.theirs?.text };
    const { value, clash } = choose(versions);
    const gap = found.ours?.gap ?? found.theirs?.gap ?? '\n\n';
    if (!clash && !(moved && versions.ours !== versions.theirs)) return value === undefined ? [] : [{ name, text: value, gap }];
    const { text, other } = mergeNote(versions, moved);
    if (other === undefined || this.has(other)) return [{ name, text, gap }];
    this.notes += 1;
    return [{ name, text, gap }, { name: `${name} of theirs`, text: other, gap: '\n\n' }];
  }

  /** Is this note there already, as after an earlier merge of the same two? */
  private has(text: string): boolean {
    const id = /<!-- note (\S+)/.exec(text)?.[1];
    return this.items.ours?.has(`note ${id}`) === true || this.items.theirs?.has(`note ${id}`) === true;
  }

  private abstractOf(heads: Versions<Piece>): readonly Piece[] {
    const { piece, theirs } = this.textOf(heads);
    if (theirs !== undefined) this.abstract = storable(unprotect(theirs.replace(/^# [^\n]*\n?/, '')));
    return piece === undefined ? [] : [piece];
  }

  /** Free text. What both sides changed stands twice, with a line between that says so. */
  private plain(versions: Versions<Piece>): readonly Piece[] {
    const { piece, theirs } = this.textOf(versions);
    if (piece === undefined) return [];
    if (theirs === undefined) return [piece];
    this.notes += 1;
    const heading = /^# [^\n]*/.exec(piece.text)?.[0];
    const rest = heading !== undefined && theirs.startsWith(`${heading}\n`) ? theirs.slice(heading.length).trim() : theirs;
    return [{ ...piece, text: `${piece.text}\n\n${otherVersionLine}\n\n${rest}` }];
  }

  private textOf({ known, base, ours, theirs }: Versions<Piece>): { readonly piece?: Piece; readonly theirs?: string } {
    const { value, clash } = choose({ known, base: base?.text, ours: ours?.text, theirs: theirs?.text });
    const gap = ours?.gap ?? theirs?.gap ?? '\n\n';
    const whole = known && clash ? joinLines(base?.text ?? '', ours?.text ?? '', theirs?.text ?? '') : undefined;
    if (whole !== undefined) return { piece: { name: '', text: whole, gap } };
    if (value === undefined) return {};
    return { piece: { name: '', text: value, gap }, ...(clash && theirs !== undefined && { theirs: theirs.text }) };
  }
}

/** Stands between two versions of a text that is no note. */
const otherVersionLine = '<!-- merged: the other version follows; keep what you need and delete this line -->';

/** Texts one after the other, each on lines of its own. */
function joined(pieces: readonly Piece[]): string {
  return pieces.map(({ text, gap }) => (text === '' || gap.includes('\n') ? text + gap : `${text}\n\n`)).join('');
}
