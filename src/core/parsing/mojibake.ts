/** Text in UTF-8 that some program took for Windows-1252 or -1251: `MÃ¼ller` for `Müller`, `РџРѕР»` for `Пол`. */

import { foundAnywhere, inOneGo, type Sliced } from '../slices';

const western = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';
const cyrillic = 'ЂЃ‚ѓ„…†‡€‰Љ‹ЊЌЋЏђ‘’“”•–—\u0098™љ›њќћџ\u00a0ЎўЈ¤Ґ¦§Ё©Є«¬\u00ad®Ї°±Ііґµ¶·ё№є»јЅѕїАБВГДЕЖЗИЙКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯ';
const bytesOf = (characters: string): ReadonlyMap<string, number> => new Map([...characters].map((character, index) => [character, 0x80 + index]));
const westernBytes = bytesOf(western);
const cyrillicBytes = bytesOf(cyrillic);

const westernTail = `[\\u0080-\\u00bf${western.replace(/[\u0080-\u009f]/gu, '')}]`;
const cyrillicTail = `[${cyrillic.slice(0, 64)}]`;
const westernPairs = `[\\u00c2-\\u00db]${westernTail}|[\\u00e1-\\u00ec]${westernTail}{2}`;
const cyrillicWords = `(?<![\\p{L}${cyrillicTail.slice(1)})(?:[ВРСТУ]${cyrillicTail}|вЂ${cyrillicTail})+(?!\\p{L})`;
// Sequences that no honest text has.
const westernSign = /[ÂÃÄÅÐÑ][\u0080-\u009f\u00a1-\u00a9\u00ab\u00ac\u00ae-\u00b9\u00bc-\u00be€ƒ†‡ˆ‰Š‹ŒŽ•˜™š›œžŸ]|Ã[“‘„‚]|â€/u;
const hanSign = new RegExp(`(?:[ä-é]${westernTail}{2}){3}`, 'u');
const cyrillicSign = new RegExp(`(?:[РСТУ]${cyrillicTail}){3}`, 'u');

/** What to look for in a text that is damaged so, as the source of a pattern; undefined when it is not. */
export const mojibakeIn = (text: string): string | undefined => inOneGo(findingMojibake(text));

/** The same in slices. */
export function* findingMojibake(text: string): Sliced<string | undefined> {
  if (!(yield* foundAnywhere(/[^\0-\x7f]/, text, 1))) return undefined;
  if ((yield* foundAnywhere(westernSign, text, 3)) || (yield* foundAnywhere(hanSign, text, 9))) return westernPairs;
  return (yield* foundAnywhere(cyrillicSign, text, 6)) ? cyrillicWords : undefined;
}

/** The text as it was meant; one that shows no damage stays as it is. */
export function withoutMojibake(text: string): string {
  const traces = mojibakeIn(text);
  return traces === undefined ? text : text.replace(new RegExp(traces, 'gu'), (found) => meantBy(found) ?? found);
}

/** What a damaged stretch meant; undefined when it does not decode. */
export function meantBy(found: string): string | undefined {
  const bytes = /^[ВРСТУв]/u.test(found) ? cyrillicBytes : westernBytes;
  const escaped = [...found].map((character) => `%${(bytes.get(character) ?? character.charCodeAt(0)).toString(16).padStart(2, '0')}`).join('');
  try {
    return decodeURIComponent(escaped);
  } catch {
    return undefined;
  }
}
