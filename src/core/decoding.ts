/** What bytes from elsewhere say, when nobody tells in which encoding their letters are. */

/**
 * The text, without a byte order mark; `doubt` says why some of its letters may not be those that were written: `western`, it was taken for
 * Windows-1252, which older programs wrote; `damaged`, it is UTF-8 in which a few letters are broken (they are U+FFFD). Or the reason why it can't be
 * told, in words that fit into “… could not be read (…)”.
 */
export type Decoded = { readonly text: string; readonly doubt?: 'western' | 'damaged' } | { readonly reason: string };

const notText = { reason: 'it is not a text file' };
const unknownLetters = { reason: 'it does not say in which encoding its letters are; save it as UTF-8, then try again' };

/**
 * UTF-16 by its mark or by the zeros beside its letters; else UTF-8; else what the XML says of itself; else Windows-1252, if the letters beyond ASCII stand
 * among others as in the languages that it was made for. What holds zeros is no text, and what could be in any of many alphabets is not guessed.
 */
export function decoded(bytes: Uint8Array): Decoded {
  const wide = wideOrder(bytes);
  if (wide !== undefined) return whole(decodedAs(wide, bytes)) ?? notText;
  if (bytes.includes(0)) return notText;
  const said = decodedAs('utf-8', bytes) ?? decodedAs(encodingSaid(bytes), bytes);
  if (said !== undefined) return { text: said };
  const lenient = new TextDecoder().decode(bytes);
  if (isMostlyWhole(lenient)) return { text: lenient, doubt: 'damaged' };
  return isWestern(bytes) ? { text: westernText(bytes), doubt: 'western' } : unknownLetters;
}

/** The order of the bytes of UTF-16, told by its mark, or by the first sign, which is ASCII in tables, markup and records. */
function wideOrder([first, second]: Uint8Array): 'utf-16le' | 'utf-16be' | undefined {
  if (first === undefined || second === undefined) return undefined;
  if ((first === 0xff && second === 0xfe) || (isSign(first) && second === 0)) return 'utf-16le';
  return (first === 0xfe && second === 0xff) || (first === 0 && isSign(second)) ? 'utf-16be' : undefined;
}

const isSign = (byte: number): boolean => byte >= 0x09 && byte < 0x7f;

/** Undefined if it is not in this encoding, or there is none of this name. */
function decodedAs(encoding: string | undefined, bytes: Uint8Array): string | undefined {
  try {
    return encoding === undefined ? undefined : new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

const whole = (text: string | undefined): Decoded | undefined => (text === undefined || text.includes('\0') ? undefined : { text });

/** The encoding that an XML declaration names (XML 1.0, 4.3.3). */
function encodingSaid(bytes: Uint8Array): string | undefined {
  const start = String.fromCharCode(...bytes.subarray(0, 200));
  return start.startsWith('<?xml') ? /\bencoding="([\w.:-]{1,40})"|\bencoding='([\w.:-]{1,40})'/.exec(start.slice(0, start.indexOf('>') + 1))?.slice(1).find((name) => name !== undefined) : undefined;
}

/** Are letters that could not be decoded few beside those beyond ASCII that could? */
function isMostlyWhole(text: string): boolean {
  const lost = text.split('\ufffd').length - 1;
  return lost * 10 < (text.match(/[^\p{ASCII}\ufffd]/gu)?.length ?? 0);
}

/** What Windows-1252 has where Latin-1 has nothing to show. A decoder is not everywhere at hand: Node may be built without. */
const western = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';

function westernText(bytes: Uint8Array): string {
  const parts: string[] = [];
  for (let at = 0; at < bytes.length; at += 8192) parts.push(String.fromCharCode(...bytes.subarray(at, at + 8192)));
  return parts.join('').replace(/[\u0080-\u009f]/gu, (sign) => western[sign.charCodeAt(0) - 0x80] ?? sign);
}

const isLetterBeyond = (byte: number | undefined): boolean => byte !== undefined && byte >= 0xc0;
const unused: ReadonlySet<number> = new Set([0x81, 0x8d, 0x8f, 0x90, 0x9d]);

/**
 * In Western languages the letters beyond ASCII stand singly or in twos among others (“créée”); in the old encodings of Cyrillic, Greek, Hebrew or Arabic whole
 * words are written in these bytes. Five bytes stand for nothing in Windows-1252.
 */
function isWestern(bytes: Uint8Array): boolean {
  let [letters, inRuns, run] = [0, 0, 0];
  for (const byte of bytes) {
    if (unused.has(byte)) return false;
    run = isLetterBeyond(byte) ? run + 1 : 0;
    if (run > 0) letters += 1;
    if (run === 3) inRuns += 3;
    else if (run > 3) inRuns += 1;
  }
  return inRuns * 3 <= letters;
}
