/** CSL dates as EDTF (ISO 8601-2, levels 0 and 1), which biblatex and Pandoc read. */
import type { CslDate } from '../source';

const padded = (value: number, digits: number): string => String(value).padStart(digits, '0');

/** CSL counts 44 BC as −44, EDTF as −43, for it has a year 0. */
function year(value: number): string {
  return value < 0 ? `-${padded(-value - 1, 4)}` : padded(value, 4);
}

function point(parts: readonly number[], season: number | undefined): string {
  const [y, month, day] = parts;
  if (y === undefined) return '';
  const rest = season !== undefined && month === undefined ? [20 + season] : [month, day];
  const known = rest.slice(0, rest.findIndex((part) => !part) < 0 ? undefined : rest.findIndex((part) => !part));
  return [year(y), ...known.map((part) => padded(part as number, 2))].join('-');
}

/**
 * A date or range: `2023`, `2023-06-09`, `2021/2022`, `2020/` (open), `2021-22` (summer), `1900~` (about). Undefined
 * for a date that is only words.
 */
export function edtf({ 'date-parts': dates, season, circa }: CslDate): string | undefined {
  const known = season !== undefined && season >= 1 && season <= 4 ? season : undefined;
  const ends = (dates ?? []).slice(0, 2).map((parts) => point(parts, known));
  if (ends[0] === undefined || ends[0] === '') return undefined;
  return ends.map((end) => (circa === true && end !== '' ? `${end}~` : end)).join('/');
}
