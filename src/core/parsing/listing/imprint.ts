/** The imprint of a book in a catalogue: a line that names its publisher, place and year, in the orders of the countries. */
import { readDate } from '../dates';
import { houseIn, type BookLine } from './book';

/** What an imprint says; `told` when a word of it says that this is a publisher. */
type Imprint = { readonly publisher: string; readonly place?: string; readonly year: string; readonly told: boolean };

const dated = /^([^\d]{3,120}?)[,.;|·]? {0,2}[([]?©?((?:19|20)\d\d)[)\]]?\.?$/u;
/** The foot of a page names its owner and this year: no imprint of the book above it. */
const ownerOfPage = /^(?:©|\(c\) |Copyright )/iu;
const place = /^\p{Lu}[\p{L} .’'/–&-]{1,40}$/u;

const isHouse = (text: string): boolean => houseIn([text]) !== undefined;

/** `House, Place 2024`, `Place: House, 2024`, `Place, House, 2024`, `House 2024`. */
function imprintOf(line: string): Imprint | undefined {
  const [, names = '', year = ''] = line.length > 140 || ownerOfPage.test(line) ? [] : dated.exec(line) ?? [];
  const [, before, behind] = /^([^:]{2,42}): ?([^:]{2,80})$/u.exec(names) ?? [];
  if (before !== undefined && behind !== undefined) return place.test(before) && !isHouse(before) ? { publisher: behind.trim(), place: before.trim(), year, told: isHouse(behind) } : undefined;
  const parts = names.split(/, | [·|–—] | ?[()]/u).map((part) => part.trim()).filter((part) => part !== '');
  const [first, second] = parts;
  if (first === undefined || parts.length > 2) return undefined;
  if (second === undefined) return isHouse(first) ? { publisher: first, year, told: true } : undefined;
  const [publisher, other] = isHouse(second) && !isHouse(first) ? [second, first] : [first, second];
  return place.test(other) ? { publisher, place: other, year, told: isHouse(publisher) } : undefined;
}

/** The lines of a catalogue, with those that are imprints as facts: a word says so, or the same publisher stands in several. */
export function withImprints(lines: readonly BookLine[]): readonly BookLine[] {
  const imprints = lines.map((line) => (line.kind === 'blurb' || line.kind === 'noise' ? undefined : imprintOf(line.text)));
  const counts = new Map<string, number>();
  for (const imprint of imprints) if (imprint !== undefined) counts.set(imprint.publisher, (counts.get(imprint.publisher) ?? 0) + 1);
  return lines.map((line, index) => {
    const imprint = imprints[index];
    if (imprint === undefined || !(imprint.told || ((counts.get(imprint.publisher) ?? 0) > 2 && imprint.place !== undefined))) return line;
    const date = readDate(imprint.year);
    const { publisher } = imprint;
    return { ...line, kind: 'facts', facts: { marks: ['imprint'], rest: '', publisher, ...(imprint.place === undefined ? {} : { place: imprint.place }), ...(date === undefined ? {} : { date }) } };
  });
}
