/** Pages of known sites, each read by its profile (`profileData/`). */
import type { Span } from '../../source';
import type { Found } from '../found';
import type { Islands } from '../islands';
import { readProgramme } from './gathering/programmePages';
import { pageLines, type PageLine } from './profile/pageText';
import { fits, patternOf } from './profile/patterns';
import type { Profile } from './profile/profile';
import { pageRecord } from './profile/record';
import { anyProgramme, profiles } from './profileData/profiles';

/** The points from which a text is a page of a site, and how many times those of the next likely site it must have. */
const enough = 6;
const clearly = 1.5;
/** How many lines above a record its day or panel is looked for. */
const furthestHead = 2000;

/** The records of a stretch that is a page of one site, or several such pages; nothing when it is not surely one. */
export function readProfilePages(span: Span, text: string, found: Islands): readonly Found[] {
  const passage = text.slice(span.start, span.end);
  const profile = profileOf(passage) ?? (pointsOf(anyProgramme, passage) >= enough ? anyProgramme : undefined);
  if (profile === undefined) return [];
  if (profile.papers === true) return readProgramme(span, text, profile);
  const known = doisOf(found);
  return readPages(span, text, profile).filter(({ item }) => !known.has(item.DOI?.toLowerCase() ?? ''));
}

/** The works that the paste holds as JSON too: what a page says of them belongs to that record. */
function doisOf({ islands }: Islands): ReadonlySet<string> {
  return new Set(islands.flatMap((island) => {
    const doi = island.format === 'aggregator-json' ? island.object['doi'] : undefined;
    return typeof doi === 'string' && doi !== '' ? [doi.toLowerCase()] : [];
  }));
}

/** The site whose page a text surely is. */
export function profileOf(text: string, among: readonly Profile[] = profiles): Profile | undefined {
  const [known, general] = [among.filter((profile) => profile.general !== true), among.filter((profile) => profile.general === true)];
  return clearest(text, known) ?? (known.some((profile) => pointsOf(profile, text) >= enough) ? undefined : clearest(text, general));
}

function clearest(text: string, among: readonly Profile[]): Profile | undefined {
  const scores = among.map((profile) => ({ profile, points: pointsOf(profile, text) })).filter(({ points }) => points >= enough).sort((a, b) => b.points - a.points);
  const [best, second] = scores;
  return best === undefined || best.points < clearly * (second?.points ?? 0) ? undefined : best.profile;
}

const pointsOf = ({ fingerprints }: Profile, text: string): number =>
  fingerprints.reduce((points, { re, w }) => (patternOf(re, 'mu').test(text) ? points + w : points), 0);

function readPages({ start, end }: Span, text: string, profile: Profile): readonly Found[] {
  const lines = pageLines(text, start, end, profile);
  const own = startsOf(lines, profile);
  const starts = own.length > 0 || profile.otherStart === undefined ? own : startsOf(lines, { ...profile, ...profile.otherStart });
  const bounds = [profile.head === true ? starts[0] ?? 0 : 0, ...starts.slice(1), lines.length];
  const records = bounds.slice(0, -1).flatMap((from, index) => {
    const part = lines.slice(from, bounds[index + 1]);
    const record = pageRecord(part, lines.slice(Math.max(0, from - furthestHead), from), profile, { start: part[0]?.start ?? start, end: part.at(-1)?.end ?? end });
    return record === undefined ? [] : [record];
  });
  // What heads the page belongs to its first record.
  return records.map((record, index) => (index === 0 ? { ...record, start } : record));
}

/** Where records begin: at the profile's opening line, or so many lines above it. */
function startsOf(lines: readonly PageLine[], profile: Profile): readonly number[] {
  const { recordStart, above = 0, aboveFits, notBelow } = profile;
  if (recordStart === undefined) return [0];
  const starts: number[] = [];
  lines.forEach((line, index) => {
    if (!fits(recordStart, line.text)) return;
    const before = lines.slice(Math.max(0, index - 3), index).findLast(({ text }) => text !== '')?.text;
    if (before !== undefined && ((above > 0 && fits(recordStart, before)) || (notBelow !== undefined && fits(notBelow, before)))) return;
    const top = upwards(lines, index, above);
    const at = aboveFits === undefined || fits(aboveFits, lines[top]?.text ?? '') ? top : index;
    if (at > (starts.at(-1) ?? -1)) starts.push(at);
  });
  return starts;
}

/** So many lines that say something above the line at `index`. */
function upwards(lines: readonly PageLine[], index: number, count: number): number {
  let at = index;
  for (let left = count; left > 0 && at > 0; at--) if (lines[at - 1]?.quiet === false) left--;
  return at;
}
