/** One family name or two: Spanish and Portuguese names of which a text gives the reading order alone, and neither their words nor the text tell where the family begins. */
import { fold } from '../fold';
import { fullName, reviewsOf } from '../source';
import type { Item, Json, Name, Review } from '../source';
import { trust, withReviews } from './certainty';
import type { Found } from './found';
import { isOneOrTwo, twoFamiliesFrom } from './iberianNames';
import { isBody } from './names';
import type { Certainty } from './reading';
import { textLanguage } from './textLanguage';

/** A name that could be divided otherwise, by its place among the others; its words from the one that may be a family on. */
type Contested = { readonly index: number; readonly words: readonly string[]; readonly other: Name };

/** Longer lists are not gone through name by name. */
const mostAsked = 12;
const sure = 0.75;
const fields = ['author', 'editor'] as const;

/** In a paste of more records nobody asks after Portuguese names in Portuguese, which libraries there file under the last word. */
const few = 3;

/**
 * The record, with names that may have one family or two as something to look at: what is filled in stays, the other way is offered. `text` holds
 * what it was read from, with as many `records` in it.
 */
export function askingForFamilies(found: Found, text: string, records: number): Found {
  let asked = found.format === 'bibtex' ? askingForBodies(found) : found;
  for (const field of fields) {
    const contested = contestedIn(found.item, field, records > few, found.format === 'bibtex');
    if (contested.length === 0 || contested.length > mostAsked) continue;
    const view = plainView(text.slice(found.start, found.end));
    const open = contested.filter(({ words }) => isOnlyInOrder(view, words));
    if (open.length > 0) asked = withQuestion(asked, field, open);
  }
  return asked;
}

/** Words of bodies in other languages, in front of what they are for. */
const otherBody = /^(?:Minist[eè]r(?:io|e|stwo)|Ministério|Comisión|Comissão|Commissione|Kommission|Komisja|Comité|Comitê|Comitato|Komitee|Banco|Banque|Universi(?:dad|dade|tà|té|tet|tät|teit)|Uniwersytet|Instituto|Istituto|Instytut|Fundación|Fundação|Fondation|Secretaría|Gobierno|Agencia|Agence)(?: \p{L}|$)/u;

/** `author = {World Bank}`: without braces of its own BibTeX reads a person, and so do we; that it is one body is offered. */
function askingForBodies(found: Found): Found {
  let asked = found;
  for (const field of fields) {
    const names = found.item[field] ?? [];
    const bodies = names.filter((name) => name.family !== undefined && name.given !== undefined && (isBody(fullName(name)) || otherBody.test(fullName(name))));
    if (bodies.length === 0 || bodies.length > mostAsked || reviewsOf(found.item).get(field)?.offer !== undefined) continue;
    const why = `A person or a body? ${bodies.slice(0, 3).map((name) => `“${fullName(name)}”`).join(', ')} stand${bodies.length === 1 ? 's' : ''} without braces, so that BibTeX takes the last word for a family name.`;
    const offer = names.map((name) => (bodies.includes(name) ? { literal: fullName(name) } : name)) as unknown as Json;
    asked = { ...asked, item: withReviews(asked.item, { [field]: { why, offer } }), certainty: { ...asked.certainty, [field]: { ...asked.certainty[field], why, sure: sure } } };
  }
  return asked;
}

/** `taken`: the last word was taken for the family whatever the words say, as BibTeX does. */
function contestedIn(item: Item, field: (typeof fields)[number], isList: boolean, taken: boolean): readonly Contested[] {
  const divisible = (item[field] ?? []).flatMap((name, index) => {
    const other = otherDivision(name);
    return other === undefined ? [] : [{ index, words: fullName(name).split(' '), other, isOne: name.family?.includes(' ') === false }];
  });
  if (divisible.length === 0) return [];
  const language = languageOf(item);
  return divisible.filter(({ words, isOne }) => !(isList && isOne && language === 'pt') && (isOneOrTwo(words, language) || (taken && isOne && words.length > 2 && twoFamiliesFrom(words) === words.length - 2)));
}

const languageOf = (item: Item): string | undefined => (typeof item['language'] === 'string' ? item['language'].slice(0, 2).toLowerCase() : textLanguage(`${item.title ?? ''} ${item.abstract ?? ''}`));

/** With one family name for two, or two for one. Undefined for names with more parts than a given name and a family. */
function otherDivision({ family = '', given = '', ...more }: Name): Name | undefined {
  if (family === '' || given === '' || Object.keys(more).length > 0) return undefined;
  const [words, families] = [given.split(' '), family.split(' ')];
  if (words.length + families.length > 4) return undefined;
  if (families.length === 1 && words.length > 1) return { family: `${words.at(-1)} ${family}`, given: words.slice(0, -1).join(' ') };
  return families.length === 2 ? { family: families[1] ?? '', given: `${given} ${families[0]}` } : undefined;
}

/** The beginning of a text with its letters folded, and single blanks, tabs and ends of lines. */
const plainView = (text: string): string => fold(text.slice(0, 200_000)).replace(/\s+/gu, (blanks) => (blanks.includes('\n') ? '\n' : blanks.includes('\t') ? '\t' : ' '));

/** Does the name stand in the text in reading order, and nothing else that tells its families: an index form, a citation, an address of mail? */
function isOnlyInOrder(view: string, words: readonly string[]): boolean {
  const name = words.map((word) => escaped(fold(word)));
  return new RegExp(`${startOfName}${name.join('\\s')}(?![\\p{L}-])`, 'u').test(view) && !tellsFamilies(view, name);
}

const startOfName = '(?<![\\p{L}\\p{N}-])';
const escaped = (word: string): string => word.replace(/[.*+?^${}()|[\]\\]/gu, '\\$&');

function tellsFamilies(view: string, name: readonly string[]): boolean {
  const [lead = '', ...rest] = name;
  const [between = '', last = ''] = rest.slice(-2);
  const given = `(?:${lead}|${lead.slice(0, 1)}[${rest.map((word) => word.slice(0, 1)).join('')}]{0,2})(?!\\p{L})`;
  const families = `(?:${between}[ -])?${last}`;
  // `Soto Vega, Ana`, `Soto Vega A.`; a byline goes on with other people behind a whole name.
  const turned = new RegExp(`(?<!\\p{L}[.]? ?)${families}(?:, ?| )${given}|(?:^|[^\\p{L}]) ?(?:and|y|e|et|&) ${families}(?:, ?| )${given}`, 'u');
  // A field or a cell of its own, a citation in the text, an address.
  const alone = new RegExp(`["“>|\\t]${families}["”<|\\t]|(?<!\\p{L} )${between}[ -]${last},? \\(?(?:19|20)\\d\\d|${startOfName}${between}-${last}(?!\\p{L})`, 'u');
  return turned.test(view) || alone.test(view) || mailTells(view, between, last);
}

/** `ana.soto@`, `avega@`: mail names one family or both. */
function mailTells(view: string, between: string, last: string): boolean {
  if (!view.includes('@')) return false;
  return [...view.matchAll(/([\p{L}\p{N}._-]{3,64})@/gu)].some(([, box = '']) => box.includes(between) || box.includes(last));
}

function withQuestion(found: Found, field: (typeof fields)[number], open: readonly Contested[]): Found {
  const names = found.item[field] ?? [];
  const offer = names.map((name, index) => open.find((one) => one.index === index)?.other ?? name) as unknown as Json;
  const before = found.certainty[field];
  const said = reviewsOf(found.item).get(field);
  if (said?.offer !== undefined) return found;
  const question = `One family name or two? ${open.slice(0, 3).map(({ words }) => `“${words.join(' ')}”`).join(', ')}${open.length > 3 ? ` and ${open.length - 3} more` : ''} stand${open.length === 1 ? 's' : ''} in reading order only.`;
  const isDoubted = said !== undefined || (before !== undefined && before.sure < trust.byPosition);
  const why = isDoubted ? `${said?.why ?? before?.why ?? ''} ${question}`.trim() : question;
  const review: Review = { ...said, why, offer };
  const certainty: Certainty = { ...before, why, sure: Math.min(before?.sure ?? sure, sure) };
  return { ...found, item: withReviews(found.item, { [field]: review }), certainty: { ...found.certainty, [field]: certainty } };
}
