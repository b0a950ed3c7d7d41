/** Text in UTF-8 that some program took for Windows-1252: `MÃ¼ller` for `Müller`. */

const upper = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';
const byteOf = new Map([...upper].map((character, index) => [character, 0x80 + index]));
const continuation = `[\\u0080-\\u00bf${upper.replace(/[\u0080-\u009f]/gu, '')}]`;
const pair = new RegExp(`[\\u00c2-\\u00df]${continuation}|[\\u00e0-\\u00ef]${continuation}{2}`, 'gu');

/** The text as it was meant; text that shows no such damage, or only some that does not decode, stays as it is. */
export function withoutMojibake(text: string): string {
  return /[ÂÃÄÅÐÑâ]/u.test(text) ? text.replace(pair, (found) => meant(found) ?? found) : text;
}

function meant(found: string): string | undefined {
  const escaped = [...found].map((character) => `%${(byteOf.get(character) ?? character.charCodeAt(0)).toString(16).padStart(2, '0')}`).join('');
  try {
    return decodeURIComponent(escaped);
  } catch {
    return undefined;
  }
}
