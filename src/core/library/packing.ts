/**
 * Long texts of a library, packed. Abstracts, quotations and what a person wrote are most of what a large library says, and few of them are asked
 * for at a time. A value whose long fields are packed looks as it did before: a field is unpacked when it is read, and is then a text as any other.
 */
import type { Item, Note } from '../source';
import { utf8Text } from '../utf8';

/** Packs bytes, and unpacks them to just what they were. */
export interface Packer {
  pack(bytes: Uint8Array): Promise<Uint8Array>;
  unpack(packed: Uint8Array): Uint8Array;
}

type Fields = { readonly [field: string]: unknown };

/** The fields that are packed. No list, tree or search by key, name, title or tag reads one of them. */
const longOfItem: ReadonlySet<string> = new Set(['abstract'] satisfies (keyof Item)[]);
const longOfNote: ReadonlySet<string> = new Set(['created', 'quote', 'text', 'anchor'] satisfies (keyof Note)[]);

/** Values that say less than this in their long fields are left as they are; and how much goes into one parcel. In UTF-16 code units of JSON. */
const [little, whole] = [80, 32_000];

/** How many parcels, once unpacked, stay so: what stands near each other is asked for together. */
const unpackedAtOnce = 8;

const inParcel = Symbol('parcel');
const atPlace = Symbol('place');
type Packed = { readonly [inParcel]: Parcel } & { readonly [atPlace]: number };

/** The long fields of many values: as JSON, until they are packed. It lives as long as one of the values does. */
class Parcel {
  #json: string[] | undefined = [];
  #packed: Uint8Array | undefined;
  /** Lasts until memory is collected, at least: whoever goes through all texts again and again need not unpack them each time. */
  #unpacked: WeakRef<readonly Fields[]> | undefined;
  readonly #packing: Packing;
  #size = 0;

  constructor(packing: Packing) {
    this.#packing = packing;
  }

  get full(): boolean {
    return this.#size >= whole;
  }

  /** Put in one more, and tell its place. */
  add(json: string): number {
    this.#size += json.length;
    return this.#json!.push(json) - 1;
  }

  /** Once nothing more is put in. Where it can't be packed, it stays as it is. */
  async close(packer: Packer): Promise<void> {
    const packed = await packer.pack(new TextEncoder().encode(`[${this.#json!.join(',')}]`)).catch(() => undefined);
    if (packed === undefined) return;
    this.#packed = packed;
    this.#json = undefined;
  }

  at(place: number): Fields {
    if (this.#json !== undefined) return JSON.parse(this.#json[place]!) as Fields;
    let all = this.#unpacked?.deref();
    if (all === undefined) {
      all = JSON.parse(utf8Text(this.#packing.packer.unpack(this.#packed!)).text) as readonly Fields[];
      this.#unpacked = new WeakRef(all);
    }
    this.#packing.used(all);
    return all[place]!;
  }
}

/** How each packed field is read: one property for all values that have it. */
const readers = new Map([...longOfItem, ...longOfNote].map((field) =>
  [field, { enumerable: true, configurable: true, get(this: Packed) { return this[inParcel].at(this[atPlace])[field]; } }] as const));

/** Packs the long texts of the sources of one library. */
export class Packing {
  #open = new Parcel(this);
  /** What was unpacked last. */
  readonly #recent: (readonly Fields[])[] = [];
  #next = 0;

  constructor(readonly packer: Packer) {}

  item(item: Item): Item {
    return this.#packed(item, longOfItem);
  }

  note(note: Note): Note {
    return this.#packed(note, longOfNote);
  }

  /** The same value with its long fields packed, all fields in their order. What is made of it by copying has them as plain texts. */
  #packed<T extends object>(value: T, long: ReadonlySet<string>): T {
    const plain = value as Fields;
    const says: { [field: string]: unknown } = {};
    const packed: { [field: string]: unknown } = {};
    const fields = Object.keys(plain);
    for (const field of fields) if (long.has(field)) says[field] = plain[field];
    const json = JSON.stringify(says);
    if (json.length < little) return value;
    for (const field of fields) {
      const reader = long.has(field) ? readers.get(field) : undefined;
      if (reader === undefined) packed[field] = plain[field];
      else Object.defineProperty(packed, field, reader);
    }
    const parcel = this.#open;
    Object.defineProperty(packed, inParcel, { value: parcel });
    Object.defineProperty(packed, atPlace, { value: parcel.add(json) });
    if (parcel.full) {
      this.#open = new Parcel(this);
      void parcel.close(this.packer);
    }
    return packed as T;
  }

  used(all: readonly Fields[]): void {
    if (this.#recent.includes(all)) return;
    this.#recent[this.#next] = all;
    this.#next = (this.#next + 1) % unpackedAtOnce;
  }
}
