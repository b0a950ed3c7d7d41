/** Earlier versions of a file as copies whose names say all about them, so that no list of them can go wrong. */

/**
 * A copy: the `number` gives the order, whatever the clock says; `time` is ISO 8601 in UTC, to the second, and only shown;
 * `size` in bytes; `hash` is the SHA-256 of the bytes in hexadecimal, by which a damaged copy is known.
 */
export type Copy = { readonly number: number; readonly time: string; readonly size: number; readonly hash: string };

const pattern = /^(\d{8})-(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z-(\d{1,10})-([0-9a-f]{64})\.copy$/;

export const nameOfCopy = ({ number, time, size, hash }: Copy): string =>
  `${String(number).padStart(8, '0')}-${time.replace(/[-:]/g, '')}-${size}-${hash}.copy`;

/** The copy that has this name; undefined for any other name. */
export function copyOfName(name: string): Copy | undefined {
  const [, number, year, month, day, hour, minute, second, size, hash] = pattern.exec(name) ?? [];
  if (hash === undefined) return undefined;
  return { number: Number(number), time: `${year}-${month}-${day}T${hour}:${minute}:${second}Z`, size: Number(size), hash };
}

/** How much is kept of one file: the newest copies, of the days before them one each, and in all so many bytes. */
export const kept = { newest: 12, days: 30, bytes: 8_000_000 } as const;

/** Newest first. */
export const inOrder = (copies: readonly Copy[]): readonly Copy[] => [...copies].sort((a, b) => b.number - a.number);

/** The copies of one file that are to go. The newest always stays. */
export function surplusOf(copies: readonly Copy[]): readonly Copy[] {
  const days = new Set<string>();
  let bytes = 0;
  return inOrder(copies).filter((copy, index) => {
    bytes += copy.size;
    if (index === 0) return false;
    if (bytes > kept.bytes) return true;
    const day = copy.time.slice(0, 10);
    if (index < kept.newest) return false;
    const another = days.has(day) || days.size >= kept.days;
    days.add(day);
    return another;
  });
}

/** What is to go of all files, so that together they have at most `most` bytes: the oldest first, and of no file the newest. */
export function surplusOfAll<T extends { readonly copies: readonly Copy[] }>(files: readonly T[], most: number): readonly (readonly [T, Copy])[] {
  let bytes = files.reduce((sum, { copies }) => sum + copies.reduce((all, { size }) => all + size, 0), 0);
  const oldest = files.flatMap((file) => inOrder(file.copies).slice(1).map((copy) => [file, copy] as const)).sort(([, a], [, b]) => (a.time < b.time ? -1 : 1));
  const gone: (readonly [T, Copy])[] = [];
  for (const one of oldest) {
    if (bytes <= most) break;
    gone.push(one);
    bytes -= one[1].size;
  }
  return gone;
}
