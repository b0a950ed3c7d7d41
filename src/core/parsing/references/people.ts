/** The names at the head of a reference, in whatever order and with whatever signs its style puts them. */
import type { Name } from '../../source';
import { readName } from '../names';
import { mark } from './draft';

/** Names that stand at the start of a text, where they end, and whether they are editors. */
export type People = { readonly names: readonly Name[]; readonly end: number; readonly editors: boolean; readonly incomplete: boolean; readonly score: number };

const particle = "(?:von der|van der|van den|van de|de la|von|zu|zum|zur|van|der|den|de|ten|ter|del|della|di|da|dos|das|du|la|le|bin|ibn|af|av|ap|d['’]|al-|el-|Al-|El-)";
const word = "(?:\\p{Lu}['’])?\\p{Lu}[\\p{L}\\p{M}'’ʼʻ]+(?:[-‐]\\p{L}[\\p{L}'’]+){0,2}";
const family = `(?:${particle}\\s?)?${word}(?:\\s(?:${particle}\\s?)?${word}){0,2}`;
const shortFamily = `(?:${particle}\\s?)?${word}(?:\\s${word})?`;
const dotted = '\\p{Lu}\\p{Ll}{0,2}\\.(?:[\\s-]{0,2}\\p{Lu}\\p{Ll}?\\.){0,4}(?:-\\p{Lu}\\.)?';
const bareInitials = '\\p{Lu}{1,4}(?:-\\p{Lu})?(?![\\p{L}.])(?: \\p{Lu}(?![\\p{L}.’\']))?';
const given = `(?:\\p{Lu}[\\p{L}\\p{M}'’]+(?:-\\p{L}[\\p{L}]+)?(?:\\s\\p{Lu}[\\p{L}'’]+(?:-\\p{L}[\\p{L}]+)?(?![\\p{L}.]))?|\\p{Lu}\\.(?=\\s\\p{Lu}\\p{Ll}))(?:\\s${dotted})?(?:\\s(?:de|von|van|da|del|do))?`;
const suffix = '(?:,? (?:Jr|Sr)\\.?|,? I{2,3}(?=[,. ]))?';

const forms = {
  invertedInitials: `${family},\\s?(?:${dotted}|${bareInitials})(?:\\s(?:van der|van den|von der|de|von|van|da|del|do))?${suffix}`,
  familyInitials: `${shortFamily}\\s(?:${dotted}(?!\\s\\p{sc=Latin}[\\p{L}'’-]+(?:,|\\sand\\s))|${bareInitials})`,
  initialsFamily: `${dotted}\\s?(?:${particle}\\s?)?${word}(?:\\s(?:${particle}\\s)?${word})?${suffix}`,
  inverted: `${family},\\s${given}${suffix}`,
  full: `${word}(?:\\s\\p{Lu}\\.){0,3}(?:\\s(?:${particle}\\s?)?${word}){1,2}${suffix}`,
  capitals: `\\p{Lu}[\\p{Lu}'’-]+(?:\\s\\p{Lu}[\\p{Lu}'’-]+)?\\s(?:${dotted}|\\p{Lu}\\p{Ll}+(?:-\\p{Lu}\\p{Ll}+)?(?:\\s\\p{Lu}\\.?)?)`,
  han: '[\\p{sc=Han}]{2,4}(?:·[\\p{sc=Han}]{1,6})?(?![\\p{sc=Han}])',
} as const;
type Form = keyof typeof forms;

const patterns = Object.fromEntries(Object.entries(forms).map(([form, source]) => [form, new RegExp(source, 'uy')])) as { readonly [F in Form]: RegExp };

/** Which forms a style uses for the first name and for the others, and how likely it is before anything else is known. */
type Plan = { readonly first: readonly Form[]; readonly others: readonly Form[]; readonly prior: number };
const plans: readonly Plan[] = [
  { first: ['han'], others: ['han', 'familyInitials', 'capitals'], prior: 3 },
  { first: ['invertedInitials'], others: ['invertedInitials', 'initialsFamily', 'full'], prior: 1 },
  { first: ['familyInitials'], others: ['familyInitials', 'initialsFamily'], prior: 0.9 },
  { first: ['initialsFamily'], others: ['initialsFamily'], prior: 0.8 },
  { first: ['inverted'], others: ['full'], prior: 0.5 },
  { first: ['inverted', 'invertedInitials'], others: ['inverted', 'invertedInitials'], prior: 0.5 },
  { first: ['capitals'], others: ['capitals', 'familyInitials'], prior: 0.6 },
  { first: ['full', 'initialsFamily'], others: ['full', 'initialsFamily'], prior: -0.6 },
];

const separator = /(?:,?\s(?:&|and|und|et|y|и|ve|және|e|och|og|en|u\.)\s|\s?;\s?(?:(?:and|&|und|et)\s)?|,\s?(?:&\s|\. \. \. |… )?|\s?\/\s?|\s?[–—-]\s|、|，|\s&\s?)/uy;
const others = /[,.]?\s?(?:\(?et al\b\.?\)?|and others|и др\.?|\[и др\.\]|и соавт\.|және т\.б\.|[,，]?等|ve diğ\.|vd\.|u\. ?a\.|\[u\.\s?a\.\]|y otros)/uy;
const editorMark = /[,\s]{0,2}[([]?(?:\ue000[,;] ?)?(?:eds?\b\.?|Eds?\b\.?|Hrsg\.?|Hg\.?|hrsg\.|dir\.|dirs?\.|coord\.|coords?\.|Ed\(s\)\.?|ed\(s\)\.?|\(eds?\.?\)|yay\. haz\.|отв\. ред\.|сост\.|под ред\.|editors?|Herausgeber)[)\]]?/uy;

/** The names at the place `from` of a text in which marks stand for what was taken out; undefined when there are none. */
export function peopleAt(text: string, from = 0): People | undefined {
  let best: People | undefined;
  for (const plan of plans) {
    const people = readPlan(text, from, plan);
    if (people !== undefined && (best === undefined || people.score > best.score)) best = people;
  }
  return best ?? bodyAt(text, from);
}

const sticky = (pattern: RegExp, text: string, at: number): RegExpExecArray | null => {
  pattern.lastIndex = at;
  return pattern.exec(text);
};

function readPlan(text: string, from: number, plan: Plan): People | undefined {
  const names: Name[] = [];
  let best: People | undefined;
  for (let at = from; names.length < 60;) {
    const match = nameAt(text, at, names.length === 0 ? plan.first : plan.others);
    if (match === undefined) break;
    names.push(named(match));
    at += match.length;
    const ended = endOf(text, at);
    if (ended.weight > 0) {
      const score = plan.prior + ended.weight + Math.min(names.length, 6) * 0.7;
      if (best === undefined || score >= best.score) best = { names: [...names], ...ended, score };
    }
    const next = sticky(separator, text, at);
    if (next === null || ended.weight >= 4.5) break;
    at += next[0].length;
  }
  return best;
}

function nameAt(text: string, at: number, kinds: readonly Form[]): string | undefined {
  for (const kind of kinds) {
    const match = sticky(patterns[kind], text, at)?.[0];
    if (match !== undefined && !notNames.test(match)) return match;
  }
  return undefined;
}

const notNames = /(?:^|\s)(?:The|In|On|And|Of|Der|Die|Das|Ein|Eine|Les|Los|New|Democracy|Politics|Political|State|Law|War|Peace|Review|Journal|Press|University|Universität|Institute|Introduction|Handbook|History|Policy|Power|Voting|European|American|Zur|Zum|From|Is|Does|Why|How|What|When)(?:\s|$|,)/u;

const named = (text: string): Name => {
  const clean = text.replace(/\s+/gu, ' ');
  const glued = /^(\S.{1,60}) (\p{Lu}{1,4}(?:-\p{Lu})?(?: \p{Lu})?)$/u.exec(clean);
  const capital = /^(\p{Lu}[\p{Lu}'’ -]+) (\p{Lu}(?:\.|\p{Ll}).*)$/u.exec(clean);
  if (glued !== null && !clean.includes(',') && /\p{Ll}/u.test(glued[1] ?? '')) return readName(`${glued[1]}, ${glued[2]}`);
  return capital !== null && !clean.includes(',') ? readName(`${capital[1]}, ${capital[2]}`) : readName(clean);
};

type End = Pick<People, 'end' | 'editors' | 'incomplete'> & { readonly weight: number };

/** What stands behind a name: how well it ends a list of names, and where the list ends with it. */
function endOf(text: string, at: number): End {
  const more = sticky(others, text, at);
  const incomplete = more !== null;
  const behind = at + (more?.[0].length ?? 0);
  const role = sticky(editorMark, text, behind);
  const editors = role !== null && role[0].trim() !== '';
  const end = behind + (role?.[0].length ?? 0);
  const weight = terminator(text.slice(end, end + 12), text[end - 1] ?? '') + (editors ? 2 : 0) + (incomplete ? 1 : 0);
  return { end, editors, incomplete, weight };
}

function terminator(after: string, last: string): number {
  if (new RegExp(`^[.,:]?\\s?[(\\[]?${mark.year}`, 'u').test(after)) return 5;
  if (/^[.,:]?\s?["“„«‘]/u.test(after)) return 4;
  if (/^:\s/u.test(after)) return 3.2;
  if (/^[.．。]\s?[\p{Lu}\p{N}«\p{sc=Han}¿¡‘]/u.test(after)) return 3;
  if (last === '.' && /^\s[\p{Lu}\p{N}«]/u.test(after)) return 2.4;
  if (/^,\s[\p{Lu}\p{N}«]/u.test(after)) return 1.6;
  if (/^\s[-–—]\s/u.test(after)) return 1.8;
  return after.trim() === '' ? 1 : 0;
}

const organisation = new RegExp(`^([\\p{Lu}\\p{sc=Han}][^.${mark.year}${mark.locator}${mark.other}“"„«:()]{2,90}?)(?: \\([\\p{Lu}]{2,10}\\))?[.,]?\\s?(?:\\(?${mark.year})`, 'u');

/** A body (`World Bank. 2020.`) that stands before the year or before a full stop. */
function bodyAt(text: string, from: number): People | undefined {
  const match = organisation.exec(text.slice(from, from + 140));
  const name = match?.[1]?.trim() ?? '';
  const words = name.split(' ').length;
  if (match === null || words > 9 || (words > 3 && (name.match(/(?:^|\s)\p{Lu}/gu) ?? []).length * 2 < words)) return undefined;
  return { names: [{ literal: name }], end: from + match[0].length - 1, editors: false, incomplete: false, score: 1 };
}
