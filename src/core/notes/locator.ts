/** Locators: where in a source. Labels are those of CSL 1.0.2; people write them abbreviated, in their own language. We write them in English. */
import type { Locator } from '../source';
import { abbreviations, labelWords } from './locatorWords';
import type { LocatorLabel } from './locatorWords';

/** Words of a sentence, which are abbreviations only with their dot. */
const words = new Set(['no', 'can']);
/** A dot may be left out, but not behind a single letter. */
const labelOf = (word: string): LocatorLabel | undefined => labelWords.get(word) ?? (word.length > 1 && !words.has(word) ? labelWords.get(`${word}.`) : undefined);

const isRange = (value: string): boolean => /[–—,&-]/.test(value);

/** `{label: 'page', value: '3–5'}` as `pp. 3–5`. A label that CSL doesn't have is written out. */
export function locatorText(locator: Locator): string {
  if (!Object.hasOwn(abbreviations, locator.label)) return `${locator.label} ${locator.value}`;
  const known = abbreviations[locator.label as LocatorLabel];
  return `${known[0][isRange(locator.value) ? 1 : 0]} ${locator.value}`;
}

/** `2-тарау`, `12-бет`: Kazakh puts the number first. */
const numberFirst = /^(\d[\d–—-]{0,12})-(\p{L}{3,8})$/u;

/** A locator as a person writes it: `p. 152`, `pp 3-5`, `§4`, `ch. 2`, or bare `152` for a page. Else undefined. */
export function locatorFrom(text: string): Locator | undefined {
  const bare = text.trim();
  if (/^\d[\d–—-]*$/.test(bare)) return { label: 'page', value: bare };
  const [, number, after = ''] = numberFirst.exec(bare) ?? [];
  const kazakh = labelWords.get(after.replace(/(?:тер|лар|лер)$/, ''));
  if (number !== undefined && kazakh !== undefined) return { label: kazakh, value: number };
  const match = /^(§{1,2}|¶{1,2}|№|[\p{L}]{1,12}(?:\.[\p{L}]{1,2})?\.?)[ \t]?(\S.*)/u.exec(bare);
  const label = match === null ? undefined : labelOf((match[1] as string).toLowerCase());
  const value = match?.[2]?.trim() ?? '';
  return label === undefined || !isPlace(match?.[1] ?? '', value, label) ? undefined : { label, value };
}

/** Behind a word that is written out something must count: `notes made in class` is no locator, `app. B` and `chapter iv` are. */
function isPlace(word: string, value: string, label: LocatorLabel): boolean {
  if (label === 'sub-verbo') return value !== '';
  return (/\p{L}$/u.test(word) ? /^[\p{N}*“"'«]|^(?:[ivxlcdm]+|[a-h])(?!\p{L})/iu : /^[\p{N}IVXLCDMivxlcdm*a-h“"'«]/u).test(value);
}
