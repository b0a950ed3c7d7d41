/** The people of a line in a list of works: alone, behind a word for authors, or before what the line says about the work. */
import type { Name } from '../../source';
import { withoutEnd } from '../lines';
import { readNames } from '../names';
import { isPeople } from '../pages/paperHead';
import { looksLikeName, looksLikeNames, readPage, type NamesKind } from '../pages/profile/names';
import { factsOf, type Facts } from './facts';

/** `sure`: the line can hardly be anything else. `facts`: what the line says behind the names. `labelled`: a word for authors stands before them. */
export type Byline = { readonly names: readonly Name[]; readonly affiliations: { readonly [name: string]: string }; readonly sure: boolean; readonly labelled: boolean; /** The form of the line says so by itself: a word for authors, facts behind the names, initials, affiliations. */ readonly formal: boolean; readonly facts?: Facts; /** What else than authors they are. */ readonly role?: 'editor' | 'translator' };

const label = /^(?:by|par|von|от|por|di|written by|(?:(?:presenting|lead|corresponding|first|co-?) ?)?(?:authors?|presenters?|speakers?)(?:\(s\))?|contributors?|creators?|автор(?:ы|\(ы\))?|yazar(?:lar)?|autor(?:es|as|en|in|a)?|auteurs?|autori|авторлар|作者)(?:\s?[:：]\s?| (?=\p{Lu}))/iu;
const otherRoles: readonly (readonly ['editor' | 'translator', RegExp])[] = [
  ['editor', /^(?:(?:volume )?editors?: |edited by |herausgegeben von |hrsg\. von |sous la direction de |dirigé par |(?:a )?cura di |editado por |(?:ed|coord)\. |coordinado por |organizado por |pod redakcją |под ред(?:акцией|\.) )(?=\p{Lu})/iu],
  ['translator', /^(?:translated(?: from the \p{L}{3,15})? by |translators?: |(?:aus dem \p{L}{3,20} )?übersetzt von |traduit (?:de l[’']\p{L}{3,15} |du \p{L}{3,15} )?par |traducido por |traducción de |tradotto da |traduzione di |перевод(?: с \p{L}{3,20})?:? )(?=\p{Lu})/iu],
];

const initials = /^(?:\p{Lu}[\p{L}’'ʻ-]{1,30},? (?:\p{Lu}\p{Ll}?\. ?){1,3}|(?:\p{Lu}\p{Ll}?\. ?){1,3}(?:(?:van|von|de|der|den|da|di|del|la) ){0,2}\p{Lu}[\p{L}’'ʻ-]{1,30})(?:(?:[,;]| and| и| және| y| &) ?(?:\p{Lu}[\p{L}’'ʻ-]{1,30},? (?:\p{Lu}\p{Ll}?\. ?){1,3}|(?:\p{Lu}\p{Ll}?\. ?){1,3}(?:(?:van|von|de|der|den|da|di|del|la) ){0,2}\p{Lu}[\p{L}’'ʻ-]{1,30})){0,12}(?: и др\.?| et al\.?)?$/u;
const scholarName = String.raw`(?:\p{Lu}{1,3} (?:(?:de|van|von|der|den|da|di|del|la|Da|De|Van) ){0,2}\p{Lu}[\p{L}’'-]{0,25}\p{Ll})`;
const scholar = new RegExp(String.raw`^${scholarName}(?:, ${scholarName}){0,9}(?:,? ?(?:…|\.\.\.))?$`, 'u');
const inverted = /^\p{Lu}[\p{L}’' -]{1,40}, \p{Lu}[\p{L}.’' -]{0,40}(?:; ?\p{Lu}[\p{L}’' -]{1,40}, \p{Lu}[\p{L}.’' -]{0,40}){0,12}$/u;
const notNames = /[?!:"“”«»\d]|\s[-–—]\s|(?<!\p{L})(?:the|of|in|for|on|as|with|from|at|to|des|les|für|und die|для|как|об|über|The|THE|OF|FOR|About|ABOUT)(?!\p{L})/u;

/** The people of a line; undefined when it is not one of people. */
export function bylineOf(line: string): Byline | undefined {
  if (line.length > 600 || (line.length < 4 && !/^\p{sc=Han}{2,3}$/u.test(line))) return undefined;
  for (const [role, words] of otherRoles) {
    const names = words.test(line) ? namesIn(line.replace(words, '')) : undefined;
    if (names !== undefined) return { ...names, sure: true, labelled: true, formal: true, role };
  }
  const labelled = label.exec(line)?.[0];
  const text = labelled === undefined ? line : line.slice(labelled.length);
  const whole = namesIn(text);
  if (whole !== undefined) return { ...whole, sure: whole.sure || labelled !== undefined, labelled: labelled !== undefined, formal: whole.formal || labelled !== undefined };
  return beforeFacts(text, labelled !== undefined);
}

type Names = Pick<Byline, 'names' | 'affiliations' | 'sure' | 'formal'>;

/** The names of a text that holds nothing else. */
function namesIn(printed: string): Names | undefined {
  const bare = withoutEnd(printed.replace(/ {2,9}(?=[,;])/gu, ''), ' ,;.');
  const text = printed.trimEnd().endsWith('.') && /(?:^|[. ])\p{Lu}$/u.test(bare) ? `${bare}.` : bare;
  if (scholar.test(text)) return read(text, 'names by initials', true, true);
  if (initials.test(text)) return { names: readNames(text).names, affiliations: {}, sure: true, formal: true };
  if (/\((?:[^()]{1,120}, )?(?:1[5-9]|20)\d\d(?:-\d\d){0,2}\)$/u.test(text)) return undefined;
  if (text.includes('(')) return isPeople(text) && !notNames.test(text.replace(/\([^()]{0,300}\)/gu, '')) && /\([^)]{3,}/u.test(text) ? read(text, 'names (affiliation)', true, true) : undefined;
  if (notNames.test(text)) return undefined;
  const turned = inverted.test(text) && isTurned(text) ? read(text, 'names, all inverted', text.includes(';'), text.includes(';')) : undefined;
  if (turned !== undefined) return turned;
  if (/^[\p{sc=Han}、，,;； ]{2,40}$/u.test(text)) return hanNames(text);
  const plain = text.replace(/ (?:et|und|ve|и|y|e) (?=\p{Lu})/gu, ' and ');
  if (!looksLikeNames(plain)) return undefined;
  return read(plain, 'names', /,|;| and | & /u.test(plain) || /(?:^| )\p{Lu}\.(?: |$)/u.test(plain));
}

/** `Doe, Jane; Lu, Yi`, not `Jane Doe, Yi Lu`. */
const isTurned = (text: string): boolean => text.includes(';') || text.split(', ').length === 2 && (text.split(', ').every((half) => !half.includes(' ')) || !text.split(', ').every((half) => looksLikeName(half)));

function hanNames(text: string): Names | undefined {
  const names = text.split(/[、，,;； ]+/u).filter((name) => name !== '');
  return names.length > 0 && names.every((name) => /^\p{sc=Han}{2,4}$/u.test(name)) ? { names: readNames(names.join('; ')).names, affiliations: {}, sure: names.length > 1, formal: false } : undefined;
}

function read(text: string, kind: NamesKind, sure: boolean, formal = false): Names | undefined {
  const people = readPage([text], kind);
  return people === undefined || people.names.some(({ literal }) => literal !== undefined) ? undefined : { names: people.names, affiliations: people.affiliations, sure, formal };
}

/** What may part the names of a line from what it says about the work. */
const parting = / ?[|·•] ?| [–—-] | in (?=\p{Lu})| \((?=[^)]{2,120}\)$)|, (?=(?:1[5-9]|20)\d\d(?:$|[ ,.]))|\. (?=\p{Lu})/gu;

/** `A B, C D in Acta Politica`, `By A B | 14 March 2023`, `A Doe - Governance, 2023 - host`, `Doe, A (University, 2019)`. */
function beforeFacts(text: string, labelled: boolean): Byline | undefined {
  for (const { index, 0: mark } of [...text.matchAll(parting)].slice(0, 4)) {
    const names = namesIn(text.slice(0, index));
    const facts = names === undefined ? undefined : factsBehind(text.slice(index + mark.length, mark.includes('(') ? -1 : undefined), mark);
    if (names === undefined || facts === undefined) continue;
    return { ...names, sure: names.sure || labelled || facts.marks.length > 0, labelled, formal: facts.marks.length > 0, facts };
  }
  return undefined;
}

/** Facts behind names: they name a date, a volume or pages, or a single title of a journal stands behind “in”. */
function factsBehind(text: string, mark: string): Facts | undefined {
  const facts = factsOf(text);
  if (facts === undefined || (facts.marks.length === 0 && mark !== ' in ')) return undefined;
  return facts.rest.length > 120 || /[?!]/u.test(facts.rest) ? undefined : facts;
}
