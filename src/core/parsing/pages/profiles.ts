/** Pages of known sites, each read by its profile (`profileData/`). */
import { allOf, inOneGo, type Sliced } from '../../slices';
import type { Span } from '../../source';
import type { Found } from '../found';
import { readProgramme } from './gathering/programmePages';
import { readingLabelled } from './labelled';
import { borderBetween, partsByAbstract, partsOf } from './parted';
import { Glance } from './profile/glance';
import { pageLines, type PageLine } from './profile/pageText';
import { withOwn } from './profile/ownProfiles';
import { fits, mayStandIn, ownMark, regexOf, standsIn } from './profile/patterns';
import type { Profile } from './profile/profile';
import { Heads, pageRecord } from './profile/record';
import { anyProgramme, profiles } from './profileData/profiles';

/** The points from which a text is a page of a site, and how many times those of the next likely site it must have. */
const enough = 6;
const clearly = 1.5;
/** The points from which a text may be a programme, when it has several titles beside people and their affiliations. */
const some = 3;
/** In a text of this length, in UTF-16 code units, a profile takes so long that the thread is given back behind it. */
const longText = 20_000;

/** The records of a stretch that is a page of one site, or several such pages; nothing when it is not surely one. In slices. */
export function* readingProfilePages(span: Span, text: string, own: readonly Profile[] = []): Sliced<readonly Found[]> {
  const points = yield* pointsIn(text.slice(span.start, span.end), withOwn(profiles, own));
  for (const parts of [partsOf(text, span), partsByAbstract(text, span, opensPage)]) {
    if (parts.length < 2 || !(yield* areApart(text, parts, points.inParts()))) continue;
    const apart: Found[] = [];
    for (const part of parts) apart.push(...yield* readPart(part, text, points.inParts()));
    if (apart.length >= parts.length && apart.every(isWhole)) return apart;
  }
  return yield* readProfilePage(span, text, points);
}

/** The same, when the stretch is surely a page of a site that the person has a profile of. */
export function* readingOwnPages(span: Span, text: string, own: readonly Profile[]): Sliced<readonly Found[]> {
  const { points } = yield* pointsIn(text.slice(span.start, span.end), own);
  return clearest(own, points) === undefined ? [] : yield* readingProfilePages(span, text, own);
}

function* readPart(span: Span, text: string, among: readonly Profile[]): Sliced<readonly Found[]> {
  return yield* readProfilePage(span, text, yield* pointsIn(text.slice(span.start, span.end), among));
}

/** Lines with which pages of sites begin. */
export const opensPage = (line: string): boolean => pageOpeners.some((pattern) => fits(pattern, line));
const pageOpeners = profiles.flatMap(({ recordStart, above = 0, papers, general }) => (recordStart === undefined || above > 0 || papers === true || general === true ? [] : [recordStart]));

/** A head that empty lines part from its authors and abstract is not a page by itself. */
const isWhole = ({ item }: Found): boolean => item.author !== undefined || item.editor !== undefined || item.abstract !== undefined;

/** Is every part a page, and are they not the records of one site, which are read together? */
function* areApart(text: string, parts: readonly Span[], known: readonly Profile[]): Sliced<boolean> {
  const sites: (Profile | undefined)[] = [];
  for (const { start, end } of parts) sites.push(likeliest(yield* pointsIn(text.slice(start, end), known)));
  const some = sites.find((site) => site !== undefined);
  if (some === undefined) return false;
  const goesOn = (part: Span, site: Profile | undefined): boolean => (site === undefined || site === some) && opensRecord(some, text.slice(part.start, part.end));
  if (parts.every((part, index) => goesOn(part, sites[index]))) return false;
  for (const [index, part] of parts.entries()) {
    if (sites[index] === undefined && (goesOn(part, undefined) || (yield* readingLabelled(text, part)).length === 0)) return false;
  }
  return true;
}

const opensRecord = ({ recordStart, papers }: Profile, text: string): boolean => papers === true || recordStart !== undefined && text.split('\n').some((line) => fits(recordStart, line.trim()));

function* readProfilePage(span: Span, text: string, points: Points): Sliced<readonly Found[]> {
  const border = borderOf(text, span, points);
  if (border !== undefined) return [...yield* readPart({ ...span, end: border }, text, points.inParts()), ...yield* readPart({ ...span, start: border }, text, points.inParts())];
  const profile = likeliest(points) ?? (points.points(anyProgramme) >= enough ? anyProgramme : undefined);
  if (profile === undefined) return span.end - span.start < 10 * longText && pointsOf(anyProgramme, points.glance, some) >= some ? severalPapers(readProgramme(span, text, anyProgramme)) : [];
  return profile.papers === true ? readProgramme(span, text, profile) : yield* readPages(span, text, profile);
}

/** Where the page of another site begins: what is typical of the one stands wholly above what is typical of the other. */
function borderOf(text: string, { start, end }: Span, { points, glance }: Points): number | undefined {
  const typical = profiles.filter((profile) => profile.general !== true && points(profile) >= enough);
  if (typical.length < 2) return undefined;
  const extents = typical.map((profile) => extentOf(profile, glance)).sort((a, b) => a.first - b.first);
  const at = extents.findIndex((extent, index) => index > 0 && Math.max(...extents.slice(0, index).map(({ last }) => last)) < extent.first);
  if (at < 1) return undefined;
  const border = borderBetween(text, start + Math.max(...extents.slice(0, at).map(({ last }) => last)), start + (extents[at]?.first ?? 0));
  return border === undefined || border <= start || border >= end ? undefined : border;
}

/** From the first to the last place at which something stands that is typical of a site. */
function extentOf({ fingerprints }: Profile, glance: Glance): { readonly first: number; readonly last: number } {
  const places = fingerprints.filter(({ re, w }) => w >= 3 && mayStandIn(re, glance)).flatMap(({ re }) => [...glance.text.matchAll(regexOf(re, 'gmu'))].map(({ index }) => index));
  return { first: Math.min(...places), last: Math.max(...places) };
}

/** The site whose page a text surely is. */
export const profileOf = (text: string, among: readonly Profile[] = profiles): Profile | undefined => likeliest(inOneGo(pointsIn(text, among)));

/** One of a person’s own goes before all of ours. */
function likeliest({ among, points }: Points): Profile | undefined {
  const own = clearest(among.filter(isOwn), points);
  if (own !== undefined) return own;
  const [known, general] = [among.filter((profile) => profile.general !== true), among.filter((profile) => profile.general === true)];
  return clearest(known, points) ?? (known.some((profile) => points(profile) >= enough) ? undefined : clearest(general, points));
}

function clearest(among: readonly Profile[], pointsOf: Points['points']): Profile | undefined {
  const scores = among.map((profile) => ({ profile, points: pointsOf(profile) })).filter(({ points }) => points >= enough).sort((a, b) => b.points - a.points);
  const [best, second] = scores;
  return best === undefined || best.points < clearly * (second?.points ?? 0) ? undefined : best.profile;
}

const isOwn = ({ fingerprints }: Profile): boolean => fingerprints.some(({ re }) => re.startsWith(ownMark));

/** How much of what is typical of a site stands in one text; no points where it would not be enough anyway. */
type Points = { readonly among: readonly Profile[]; readonly points: (profile: Profile) => number; readonly glance: Glance; /** The profiles of which enough may stand in a part of the text. */ readonly inParts: () => readonly Profile[] };

/** What speaks against a site may stand in the one part, and what speaks for it in the other. */
const mayBeApart = ({ fingerprints }: Profile): boolean => fingerprints.some(({ re, w }) => w < 0 || re.startsWith(ownMark));

/** The points of a text for each profile, each counted once: of a long text those of the sites at once, with pauses. */
function* pointsIn(text: string, among: readonly Profile[]): Sliced<Points> {
  const known = new Map<Profile, number>();
  const glance = new Glance(text);
  const points = (profile: Profile): number => {
    const count = known.get(profile) ?? pointsOf(profile, glance);
    known.set(profile, count);
    return count;
  };
  const inParts = (): readonly Profile[] => among.filter((profile) => mayBeApart(profile) || points(profile) >= enough);
  const all = { among, points, glance, inParts };
  if (text.length < longText) return all;
  for (const profile of among) {
    points(profile);
    yield;
  }
  return all;
}

/** Patterns are tried only when those of the profile that can fit at all would be enough together. */
function pointsOf({ fingerprints }: Profile, glance: Glance, least = enough): number {
  const possible = fingerprints.filter(({ re }) => re.startsWith(ownMark) || mayStandIn(re, glance));
  let points = 0;
  let left = possible.reduce((sum, { w }) => sum + Math.max(w, 0), 0);
  for (const { re, w } of possible) {
    if (points + left < least) return 0;
    left -= Math.max(w, 0);
    if (shows(re, glance)) points += w;
  }
  return points;
}

/** A pattern of a person’s own is tried on each line of the text’s beginning, ours on the whole. */
const shows = (re: string, glance: Glance): boolean =>
  (re.startsWith(ownMark) ? glance.text.slice(0, 200_000).split('\n').some((line) => fits(re, line.trim())) : standsIn(re, glance));

/** Papers that are two at least, each with an author whose affiliation is told. */
const severalPapers = (papers: readonly Found[]): readonly Found[] =>
  (papers.length > 1 && papers.every(({ item }) => item.author !== undefined && item.custom?.['affiliations'] !== undefined) ? papers : []);

function* readPages({ start, end }: Span, text: string, profile: Profile): Sliced<readonly Found[]> {
  const lines = pageLines(text, start, end, profile);
  const own = startsOf(lines, profile);
  const starts = own.length > 0 || profile.otherStart === undefined ? own : startsOf(lines, { ...profile, ...profile.otherStart });
  const bounds = [profile.head === true ? starts[0] ?? 0 : 0, ...starts.slice(1), lines.length];
  yield;
  const heads = new Heads(lines);
  const records = yield* allOf(bounds.slice(0, -1), 5, (from, index) => {
    const part = lines.slice(from, bounds[index + 1]);
    const record = pageRecord(part, heads, from, profile, { start: part[0]?.start ?? start, end: part.at(-1)?.end ?? end });
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
    const tops = Array.from({ length: above + 1 }, (_, less) => upwards(lines, index, above - less));
    const at = tops.find((top) => aboveFits === undefined || top === index || fits(aboveFits, lines[top]?.text ?? '')) ?? index;
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
