/** The files of an archive that stores them as they are, read by its directory. */
export function entriesOf(bytes: Uint8Array): Promise<ReadonlyMap<string, string>> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = bytes.length - 22;
  const entries = new Map<string, string>();
  for (let n = 0, at = view.getUint32(end + 16, true); n < view.getUint16(end + 10, true); n += 1) {
    const [size, nameLength, place] = [view.getUint32(at + 24, true), view.getUint16(at + 28, true), view.getUint32(at + 42, true)];
    const name = new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + nameLength));
    const start = place + 30 + view.getUint16(place + 26, true) + view.getUint16(place + 28, true);
    entries.set(name, new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes.subarray(start, start + size)));
    at += 46 + nameLength;
  }
  return Promise.resolve(entries);
}
