/** Files in one archive (ZIP, PKWARE APPNOTE 6.3.3), stored as they are: what is put in is small text that need not be packed. */

/** One file of an archive; `name` with `/` between folders. */
export type ZipEntry = { readonly name: string; readonly bytes: Uint8Array };

const remainders = Array.from({ length: 256 }, (_, byte) => {
  let rest = byte;
  for (let bit = 0; bit < 8; bit += 1) rest = rest & 1 ? 0xedb88320 ^ (rest >>> 1) : rest >>> 1;
  return rest >>> 0;
});

/** The check sum that ZIP asks for (CRC-32). */
export function crc32(bytes: Uint8Array): number {
  let rest = 0xffffffff;
  for (const byte of bytes) rest = (remainders[(rest ^ byte) & 0xff] as number) ^ (rest >>> 8);
  return (rest ^ 0xffffffff) >>> 0;
}

/** Numbers as ZIP writes them: the lowest byte first. */
function numbers(...values: readonly (readonly [value: number, bytes: number])[]): Uint8Array {
  return Uint8Array.from(values.flatMap(([value, bytes]) => Array.from({ length: bytes }, (_, at) => (value >>> (8 * at)) & 0xff)));
}

const utf8Names = 0x0800;
/** The first of January 1980, where ZIP begins to count: the same files give the same archive. */
const noDate = 0x0021;

/** What both headers of a file say of it: version, flags, method, time, date, check sum, sizes, lengths of its name and of nothing. */
const described = (name: Uint8Array, bytes: Uint8Array): readonly (readonly [number, number])[] =>
  [[20, 2], [utf8Names, 2], [0, 2], [0, 2], [noDate, 2], [crc32(bytes), 4], [bytes.length, 4], [bytes.length, 4], [name.length, 2], [0, 2]];

function together(parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

/** An archive of files, the same bytes for the same files. */
export function zipped(entries: readonly ZipEntry[]): Uint8Array {
  const [files, directory]: [Uint8Array[], Uint8Array[]] = [[], []];
  let at = 0;
  for (const { name, bytes } of entries) {
    const named = new TextEncoder().encode(name);
    const file = together([numbers([0x04034b50, 4], ...described(named, bytes)), named, bytes]);
    directory.push(numbers([0x02014b50, 4], [20, 2], ...described(named, bytes), [0, 2], [0, 2], [0, 2], [0, 4], [at, 4]), named);
    files.push(file);
    at += file.length;
  }
  const listed = together(directory);
  const end = numbers([0x06054b50, 4], [0, 2], [0, 2], [entries.length, 2], [entries.length, 2], [listed.length, 4], [at, 4], [0, 2]);
  return together([...files, listed, end]);
}
