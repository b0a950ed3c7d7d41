/** Neighbouring tokens of one field as one segment, and tokens of names as persons. */
import type { Labelled } from './labelling';

/** A stretch of the reference that is one field; places in UTF-16 code units, `sure` that of its least sure token. */
export type Segment = { readonly field: string; readonly start: number; readonly end: number; readonly sure: number };

/** A person as printed: the stretches of family and given names, or of the name of a body. */
export type Printed = { readonly family?: Segment; readonly given?: Segment; readonly literal?: Segment; readonly end: number };

/** The names that stand together at one place; `role` is `a` for authors and `e` for editors. */
export type People = { readonly role: 'a' | 'e'; readonly persons: readonly Printed[]; readonly start: number; readonly end: number; readonly sure: number };

const isName = (label: string): boolean => /^[ae][FGL,]/u.test(label);
const isSign = (label: string): boolean => label.startsWith('o:');

/** The fields of a reference in their order; parts of one field that only a sign or two divide are one. */
export function segmentsOf(tokens: readonly Labelled[]): readonly Segment[] {
  const segments: Segment[] = [];
  let gap = 9;
  for (const { label, start, end, sure } of tokens) {
    const last = segments.at(-1);
    if (isName(label)) gap = 9;
    else if (isSign(label)) gap++;
    else {
      if (last?.field === label && gap <= (label === 'title' || label === 'cont' ? 2 : 0)) segments[segments.length - 1] = { ...last, end, sure: Math.min(last.sure, sure) };
      else segments.push({ field: label, start, end, sure });
      gap = 0;
    }
  }
  return segments;
}

/** The groups of names of a reference in their order. */
export function peopleOf(tokens: readonly Labelled[]): readonly People[] {
  const groups: Labelled[][] = [];
  let role = '';
  for (const token of tokens) {
    const here = isName(token.label) ? token.label[0] ?? '' : '';
    if (here === '') role = isSign(token.label) && !/\p{L}/u.test(token.text) ? role : '';
    else if (here === role) groups.at(-1)?.push(token);
    else if (!token.label.endsWith(',')) {
      role = here;
      groups.push([token]);
    }
  }
  return groups.map(groupOf);
}

function groupOf(tokens: readonly Labelled[]): People {
  const persons: Printed[] = [];
  let person: Labelled[] = [];
  const close = (): void => {
    if (person.length > 0) persons.push(printedOf(person));
    person = [];
  };
  for (const token of tokens) {
    if (token.label.endsWith('+')) close();
    if (!token.label.endsWith(',')) person.push(token);
  }
  close();
  const named = tokens.filter(({ label }) => !label.endsWith(','));
  return { role: tokens[0]?.label.startsWith('e') === true ? 'e' : 'a', persons, start: tokens[0]?.start ?? 0, end: tokens.at(-1)?.end ?? 0, sure: named.reduce((least, { sure }) => Math.min(least, sure), 1) };
}

function printedOf(tokens: readonly Labelled[]): Printed {
  const part = (letter: string): Segment | undefined => {
    const own = tokens.filter(({ label }) => label[1] === letter);
    const [first, last] = [own[0], own.at(-1)];
    return first === undefined || last === undefined ? undefined : { field: letter, start: first.start, end: last.end, sure: own.reduce((least, { sure }) => Math.min(least, sure), 1) };
  };
  const [family, given, literal] = [part('F'), part('G'), part('L')];
  const end = tokens.at(-1)?.end ?? 0;
  return literal !== undefined && family === undefined ? { literal, end } : { ...(family === undefined ? {} : { family }), ...(given === undefined ? {} : { given }), end };
}
