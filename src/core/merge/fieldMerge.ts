/** The front matter of both sides made one. Where both changed a field, ours stands and theirs is kept under `custom.review`, to be looked at. */
import { entryLine } from '../library';
import { fieldInTwoVersions } from '../problem';
import { isObject } from '../source';
import type { Json, JsonObject } from '../source';
import type { FieldPiece } from './pieces';
import { choose, chooseMembers, joinOrder } from './threeWay';
import type { Versions } from './threeWay';

/** What both sides say of a field, and the name under which theirs is kept. `offer`: a quick fix may put it in place. */
type Clash = { readonly field: string; readonly theirs: Json; readonly offer: boolean };

/** The fields, and which of them were changed by both. `abstract` is the other version of the abstract, which is a section. */
export type MergedFields = { readonly fields: readonly FieldPiece[]; readonly clashes: readonly string[] };

/** Merge the entries of the front matter. */
export function mergeFields(sides: Versions<readonly FieldPiece[]>, abstract: string | undefined): MergedFields {
  const [base, ours, theirs] = [byName(sides.base), byName(sides.ours), byName(sides.theirs)];
  const clashes: Clash[] = abstract === undefined ? [] : [{ field: 'abstract', theirs: abstract, offer: true }];
  const merged = joinOrder([...ours.keys()], [...theirs.keys()]).flatMap((name) =>
    mergeField({ known: sides.known, base: base.get(name), ours: ours.get(name), theirs: theirs.get(name) }, clashes));
  return { fields: withReviews(merged, clashes), clashes: clashes.map(({ field }) => field) };
}

const byName = (pieces: readonly FieldPiece[] = []): ReadonlyMap<string, FieldPiece> => new Map(pieces.map((piece) => [piece.name, piece]));
const sameText = (a: FieldPiece, b: FieldPiece): boolean => a.text === b.text;

function mergeField(versions: Versions<FieldPiece>, clashes: Clash[]): readonly FieldPiece[] {
  const { value, clash } = choose(versions, sameText);
  const { base, ours, theirs } = versions;
  if (!clash || ours === undefined || theirs === undefined) return value === undefined ? [] : [value];
  // What is not read is kept as it stands: a field that comes twice is shown to the person.
  if (ours.key === undefined || ours.value === undefined || theirs.value === undefined) return [ours, { ...theirs, name: `${theirs.name} of theirs` }];
  const known = versions.known && (base === undefined || base.value !== undefined);
  const joined = mergeValue({ known, base: base?.value, ours: ours.value, theirs: theirs.value }, [ours.key], clashes);
  return [JSON.stringify(joined) === JSON.stringify(ours.value) ? ours : withValue(ours, joined)];
}

const withValue = (piece: FieldPiece, value: Json): FieldPiece => ({ ...piece, text: entryLine(piece.key ?? '', value, ''), value });

const same = (a: Json, b: Json): boolean => JSON.stringify(a) === JSON.stringify(b);

/** Objects name by name, lists of tags and of earlier merges as sets, all else one or the other. */
function mergeValue(versions: Versions<Json>, path: readonly string[], clashes: Clash[]): Json {
  const { value, clash } = choose(versions, same);
  const { base, ours, theirs, known } = versions;
  if (!clash || ours === undefined || theirs === undefined) return value ?? null;
  if (isObject(ours) && isObject(theirs) && path[0] === 'custom') return mergeObject({ known: known && isObject(base), base: isObject(base) ? base : undefined, ours, theirs }, path, clashes);
  if (isSet(path) && Array.isArray(ours) && Array.isArray(theirs)) return mergeList({ known, base: Array.isArray(base) ? base : undefined, ours, theirs });
  clashes.push({ field: path.join('.'), theirs, offer: path.length === 1 && path[0] !== 'id' });
  return ours;
}

const isSet = (path: readonly string[]): boolean => path.join('.') === 'tags' || path.join('.') === 'custom.merged';

function mergeObject({ known, base, ours, theirs }: Versions<JsonObject>, path: readonly string[], clashes: Clash[]): JsonObject {
  const [mine, their] = [ours ?? {}, theirs ?? {}];
  return Object.fromEntries(joinOrder(Object.keys(mine), Object.keys(their)).flatMap((name) => {
    const versions = { known, base: own(base ?? {}, name), ours: own(mine, name), theirs: own(their, name) };
    if (versions.ours !== undefined && versions.theirs !== undefined) return [[name, mergeValue(versions, [...path, name], clashes)]];
    const { value } = choose(versions, same);
    return value === undefined ? [] : [[name, value]];
  }));
}

const own = (object: JsonObject, name: string): Json | undefined => (Object.hasOwn(object, name) ? object[name] : undefined);

function mergeList({ known, base, ours, theirs }: Versions<readonly Json[]>): readonly Json[] {
  const texts = (list: readonly Json[] | undefined): readonly string[] | undefined => list?.map((one) => JSON.stringify(one));
  return chooseMembers({ known, base: texts(base), ours: texts(ours), theirs: texts(theirs) }).map((text) => JSON.parse(text) as Json);
}

/** Put their versions where the person is shown what to look at. */
function withReviews(fields: readonly FieldPiece[], clashes: readonly Clash[]): readonly FieldPiece[] {
  if (clashes.length === 0) return fields;
  const at = fields.findIndex(({ name }) => name === 'field custom');
  const custom = fields[at];
  const value = isObject(custom?.value) ? custom.value : {};
  const review = { ...(isObject(value['review']) ? value['review'] : {}) };
  for (const clash of clashes) review[freeName(clash.field, review)] = reviewOf(clash);
  const piece = withValue(custom ?? { name: 'field custom', key: 'custom', text: '', gap: '\n' }, { ...value, review });
  // A `custom` that is no object stays; ours is then a second entry, which is shown to the person.
  if (custom === undefined || !isObject(custom.value)) return [...fields, piece];
  return fields.map((field, n) => (n === at ? piece : field));
}

const reviewOf = ({ field, theirs, offer }: Clash): Json => ({ why: fieldInTwoVersions(field).message, ...(offer ? { offer: theirs } : { found: theirs }) });

function freeName(field: string, taken: JsonObject): string {
  for (let n = 1; ; n += 1) {
    const name = n === 1 ? field : `${field} ${n}`;
    if (!Object.hasOwn(taken, name)) return name;
  }
}
