/**
 * Archives from elsewhere (ZIP, PKWARE APPNOTE 6.3.3), read with limits: nothing is unpacked that was not asked for, sizes are counted while
 * unpacking whatever the archive claims, and no name can lead anywhere, since names are only compared.
 */
import { archiveUnreadable } from '../problem';
import type { Problem } from '../problem';
import { crc32 } from '../tables';
import { utf8Text } from '../utf8';

/** Limits: files in an archive, bytes unpacked from it in all, and how many times larger than packed one file may become. */
export const archiveLimits = { entries: 10_000, bytes: 200 * 1024 * 1024, ratio: 100 };
/** Small files may be packed tighter than {@link archiveLimits} allows: no harm can come of them. */
const alwaysAllowed = 1024 * 1024;

type Entry = { readonly name: string; readonly method: number; readonly flags: number; readonly check: number; readonly packed: Uint8Array };

/** An archive whose files can be asked for by name, each once or more. */
export type Archive = { readonly names: readonly string[]; read(name: string): Promise<Uint8Array | Problem> };

/** Open an archive; why not, where it is none or breaks a rule. */
export function openArchive(bytes: Uint8Array): Archive | Problem {
  try {
    const entries = entriesIn(bytes);
    const budget = { left: archiveLimits.bytes };
    return { names: [...entries.keys()], read: (name) => unpacked(entries.get(name), name, budget) };
  } catch (error) {
    return archiveUnreadable(error instanceof Unfit ? error.message : 'its directory is damaged');
  }
}

class Unfit extends Error {}

function entriesIn(bytes: Uint8Array): ReadonlyMap<string, Entry> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = directoryEnd(view);
  const [count, start] = [view.getUint16(end + 10, true), view.getUint32(end + 16, true)];
  if (count === 0xffff || start === 0xffffffff) throw new Unfit('it is of the large kind (ZIP64), which is not read');
  if (count > archiveLimits.entries) throw new Unfit(`it holds more than ${archiveLimits.entries} files`);
  const entries = new Map<string, Entry>();
  let at = start;
  for (let n = 0; n < count; n += 1) {
    if (view.getUint32(at, true) !== 0x02014b50) throw new Unfit('its directory is damaged');
    const entry = entryAt(bytes, view, at);
    if (entries.has(entry.name)) throw new Unfit(`it holds two files called “${entry.name}”`);
    if (!entry.name.endsWith('/')) entries.set(entry.name, entry);
    at += 46 + view.getUint16(at + 28, true) + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  return entries;
}

/** The record at the end, before a remark of up to 64 kB. */
function directoryEnd(view: DataView): number {
  for (let at = view.byteLength - 22; at >= Math.max(0, view.byteLength - 22 - 0xffff); at -= 1) {
    if (view.getUint32(at, true) === 0x06054b50) return at;
  }
  throw new Unfit('it is no ZIP archive');
}

function entryAt(bytes: Uint8Array, view: DataView, at: number): Entry {
  const nameLength = view.getUint16(at + 28, true);
  const name = safeName(nameIn(bytes.subarray(at + 46, at + 46 + nameLength)));
  if ((view.getUint32(at + 38, true) >>> 28) === 0xa) throw new Unfit(`“${name}” is a link to another file`);
  const [size, place] = [view.getUint32(at + 20, true), view.getUint32(at + 42, true)];
  if (view.getUint32(place, true) !== 0x04034b50) throw new Unfit('its directory is damaged');
  const from = place + 30 + view.getUint16(place + 26, true) + view.getUint16(place + 28, true);
  if (from + size > bytes.length) throw new Unfit('it breaks off');
  return { name, flags: view.getUint16(at + 8, true), method: view.getUint16(at + 10, true), check: view.getUint32(at + 16, true), packed: bytes.subarray(from, from + size) };
}

/** A name in UTF-8; in the older encodings, of which none is said, each byte is a letter, so that no two names become one. Those we ask for are ASCII. */
function nameIn(bytes: Uint8Array): string {
  const { text, damaged } = utf8Text(bytes);
  return damaged === true ? String.fromCharCode(...bytes) : text;
}

/** A name with `/`, which leads nowhere else. */
function safeName(name: string): string {
  const plain = name.replaceAll('\\', '/');
  if (plain.includes('\0') || plain.startsWith('/') || /^[a-z]:/i.test(plain) || plain.split('/').includes('..')) throw new Unfit(`“${plain.replace(/\0/g, '␀')}” would lead out of its folder`);
  return plain;
}

async function unpacked(entry: Entry | undefined, name: string, budget: { left: number }): Promise<Uint8Array | Problem> {
  if (entry === undefined) return archiveUnreadable(`“${name}” is missing in it`);
  if ((entry.flags & 1) !== 0) return archiveUnreadable(`“${name}” is locked by a password`);
  if (entry.method !== 0 && entry.method !== 8) return archiveUnreadable(`“${name}” is packed in a way that is not read`);
  const most = Math.min(budget.left, Math.max(alwaysAllowed, entry.packed.length * archiveLimits.ratio));
  const bytes = entry.method === 0 ? entry.packed : await inflated(entry.packed, most);
  if (bytes === undefined) return archiveUnreadable(`“${name}” is damaged, or becomes larger than a text may`);
  if (bytes.length > most) return archiveUnreadable(`“${name}” becomes larger than a text may`);
  budget.left -= bytes.length;
  return crc32(bytes) === entry.check ? bytes : archiveUnreadable(`“${name}” is damaged`);
}

/** Unpacks (RFC 1951) and counts; undefined when it becomes too large or is damaged. */
async function inflated(packed: Uint8Array, most: number): Promise<Uint8Array | undefined> {
  const reader = new Blob([new Uint8Array(packed)]).stream().pipeThrough(new DecompressionStream('deflate-raw')).getReader();
  const parts: Uint8Array[] = [];
  let length = 0;
  try {
    for (let { done, value } = await reader.read(); !done; { done, value } = await reader.read()) {
      if (value === undefined) continue;
      length += value.length;
      if (length > most) return void await reader.cancel().catch(() => undefined);
      parts.push(value);
    }
  } catch {
    return undefined;
  }
  const whole = new Uint8Array(length);
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
