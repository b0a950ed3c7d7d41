/** What each UTF-16 unit is, looked up once for each that is met: a table is many times faster than a pattern with classes of Unicode. */

/** One bit each: it may begin a word, it may go on with one, it is Chinese or Japanese, a capital, a small letter. */
export const unit = { begins: 1, goesOn: 2, ideograph: 4, capital: 8, small: 16 } as const;
const looked = 32;

const kinds = new Uint8Array(0x10000);

function kindOf(code: number): number {
  const sign = String.fromCharCode(code);
  const word = /[\p{L}\p{N}]/u.test(sign) ? unit.begins | unit.goesOn : /[\p{M}’'-]/u.test(sign) ? unit.goesOn : 0;
  const size = /\p{Lu}/u.test(sign) ? unit.capital : /\p{Ll}/u.test(sign) ? unit.small : 0;
  return (kinds[code] = looked | word | size | (/[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}]/u.test(sign) ? unit.ideograph : 0));
}

/** The bits of a unit. */
export function unitKind(code: number): number {
  const kind = kinds[code] ?? 0;
  return kind === 0 ? kindOf(code) : kind;
}

/** Is it half of a character of two units? Nothing is known of it alone. */
export const isHalf = (code: number): boolean => code >= 0xd800 && code < 0xe000;

/** The scripts that are told apart. */
export const scripts = ['Latin', 'Cyrillic', 'Han', 'Hiragana', 'Katakana', 'Hangul', 'Arabic'] as const;
export type Script = (typeof scripts)[number];

const patterns = scripts.map((script) => new RegExp(`\\p{sc=${script}}`, 'u'));
/** The place of each unit’s script in {@link scripts} and one more; one more than all for a unit of another script. */
const scriptOf = new Uint8Array(0x10000);

function scriptPlace(code: number): number {
  const sign = String.fromCharCode(code);
  const place = patterns.findIndex((pattern) => pattern.test(sign));
  return (scriptOf[code] = place < 0 ? scripts.length + 1 : place + 1);
}

/** How many units of a text are of each script; undefined when it has characters of two units. */
export function scriptCounts(text: string): { readonly [S in Script]: number } | undefined {
  const counts = new Uint32Array(scripts.length + 2);
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (isHalf(code)) return undefined;
    const known = scriptOf[code] ?? 0;
    const place = known === 0 ? scriptPlace(code) : known;
    counts[place] = (counts[place] ?? 0) + 1;
  }
  return Object.fromEntries(scripts.map((script, place) => [script, counts[place + 1] ?? 0])) as { readonly [S in Script]: number };
}
