/** Names that stay the same at every export: UUIDs made from names (RFC 9562, version 5), so that two exports can be matched. */

/** The space of names of this program, a UUID made once by chance. */
const space = '8f2b6c1e-4d0a-4b7e-9c35-61d2f0a7e4b9';

const shape = /^\{?([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})\}?$/i;

/** A UUID as files have it, in lower case and without braces; undefined for what is none. */
export const guidFrom = (text: string | undefined): string | undefined => (text === undefined ? undefined : shape.exec(text.trim())?.[1]?.toLowerCase());

/** The UUID of a name. */
export function guidOf(kind: 'tag' | 'note' | 'text' | 'coding' | 'source' | 'person' | 'variable' | 'link', name: string): string {
  const bytes = sha1(Uint8Array.from([...bytesOf(space), ...new TextEncoder().encode(`${kind} ${name.normalize('NFC')}`)])).slice(0, 16);
  bytes[6] = ((bytes[6] as number) & 0x0f) | 0x50;
  bytes[8] = ((bytes[8] as number) & 0x3f) | 0x80;
  const hex = [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}

const bytesOf = (uuid: string): number[] => (uuid.replaceAll('-', '').match(/../g) ?? []).map((pair) => parseInt(pair, 16));

const turn = (word: number, by: number): number => (word << by) | (word >>> (32 - by));

/** SHA-1 (FIPS 180-4). Good enough to make names, not to keep secrets. */
export function sha1(bytes: Uint8Array): Uint8Array {
  const padded = new Uint8Array(Math.ceil((bytes.length + 9) / 64) * 64);
  padded.set(bytes);
  padded[bytes.length] = 0x80;
  const view = new DataView(padded.buffer);
  view.setUint32(padded.length - 8, Math.floor(bytes.length / 0x20000000));
  view.setUint32(padded.length - 4, (bytes.length * 8) >>> 0);
  const state = [0x67452301, 0xefcdab89, 0x98badcfe, 0x10325476, 0xc3d2e1f0];
  for (let block = 0; block < padded.length; block += 64) digest(state, view, block);
  const result = new DataView(new ArrayBuffer(20));
  state.forEach((word, n) => result.setUint32(n * 4, word >>> 0));
  return new Uint8Array(result.buffer);
}

function digest(state: number[], view: DataView, block: number): void {
  const words = Array.from({ length: 16 }, (_, n) => view.getUint32(block + n * 4));
  for (let n = 16; n < 80; n += 1) words.push(turn((words[n - 3] as number) ^ (words[n - 8] as number) ^ (words[n - 14] as number) ^ (words[n - 16] as number), 1));
  let [a, b, c, d, e] = state as [number, number, number, number, number];
  for (let n = 0; n < 80; n += 1) {
    const [mixed, constant] = round(n, b, c, d);
    const next = (turn(a, 5) + mixed + e + constant + (words[n] as number)) | 0;
    [a, b, c, d, e] = [next, a, turn(b, 30), c, d];
  }
  [a, b, c, d, e].forEach((word, n) => { state[n] = ((state[n] as number) + word) | 0; });
}

function round(n: number, b: number, c: number, d: number): readonly [number, number] {
  if (n < 20) return [(b & c) | (~b & d), 0x5a827999];
  if (n < 40) return [b ^ c ^ d, 0x6ed9eba1];
  if (n < 60) return [(b & c) | (b & d) | (c & d), 0x8f1bbcdc];
  return [b ^ c ^ d, 0xca62c1d6];
}
