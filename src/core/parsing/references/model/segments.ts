/** Neighbouring tokens of one field as one segment, and tokens of names as persons. */
import type { Labelled } from './labelling';
import { labels } from './labels';

/** A stretch of the reference that is one field; places in UTF-16 code units, `sure` that of its least sure token. */
export type Segment = { readonly field: string; readonly start: number; readonly end: number; readonly sure: number };

/** A person as printed: the stretches of family and given names and of a particle behind them (`Berg, P. van der`), or of the name of a body. */
export type Printed = { readonly family?: Segment; readonly given?: Segment; readonly literal?: Segment; readonly particle?: Segment; readonly end: number };

/** The names that stand together at one place; `role` is `a` for authors and `e` for editors. */
export type People = { readonly role: 'a' | 'e'; readonly persons: readonly Printed[]; readonly start: number; readonly end: number; readonly sure: number };

const nameLabels: ReadonlySet<string> = new Set(labels.filter((label) => /^[ae][FGL,]/u.test(label)));
const signLabels: ReadonlySet<string> = new Set(labels.filter((label) => label.startsWith('o:')));
const isName = (label: string): boolean => nameLabels.has(label);
const isSign = (label: string): boolean => signLabels.has(label);

/** The fields of a reference in their order; parts of one field that only a sign or two divide are one. */
export function segmentsOf(tokens: readonly Labelled[]): readonly Segment[] {
  const segments: { -readonly [K in keyof Segment]: Segment[K] }[] = [];
  let gap = 9;
  let opened = false;
  for (const { label, start, end, sure, text } of tokens) {
    const last = segments.at(-1);
    if (isName(label)) gap = 9;
    else if (isSign(label)) {
      if (gap === 0) opened = text === '(';
      gap++;
    } else {
      // A bracket that the part closes was part of it from where it opened.
      if (last?.field === label && (gap <= (label === 'title' || label === 'cont' ? 2 : 0) || (text === ')' && opened && gap < 9))) [last.end, last.sure] = [end, Math.min(last.sure, sure)];
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
    if (here === '') role = role !== '' && isSign(token.label) && !/\p{L}/u.test(token.text) ? role : '';
    else if (here === role) groups.at(-1)?.push(token);
    else if (!token.label.endsWith(',')) {
      role = here;
      groups.push([token]);
    }
  }
  return groups.map(groupOf);
}

const andSigns: ReadonlySet<string> = new Set(['&', 'and', 'und', 'et', 'y', 'e', 'и', 've']);

/** Has a person but one name, and that of a person? */
const isLone = ({ family, given, literal }: Printed): boolean => literal === undefined && (family === undefined) !== (given === undefined);

/** Is here a family name and an initial or a given name? */
const isWhole = (tokens: readonly Labelled[]): boolean => ['F', 'G'].every((part) => tokens.some(({ label }) => label[1] === part));

function groupOf(tokens: readonly Labelled[]): People {
  const persons: Printed[] = [];
  let person: Labelled[] = [];
  const close = (): void => {
    const last = person.findLastIndex(({ label }) => !label.endsWith(','));
    if (last >= 0) persons.push(printedOf(person.slice(0, last + 1)));
    person = [];
  };
  tokens.forEach((token, at) => {
    if (token.label.endsWith('+') || (andSigns.has(tokens[at - 1]?.text ?? '') && isWhole(person) && isWhole(tokens.slice(at, at + 6)))) close();
    person.push(token);
  });
  close();
  const [first, second] = persons;
  // `Sandvoss, Nils, Tom Ahrend und Ina Wuttke`: the first name is turned, the others are not.
  if (first !== undefined && second !== undefined && persons.length > 2 && isLone(first) && isLone(second) && persons.slice(2).every(({ family, given }) => family !== undefined && given !== undefined)) {
    persons.splice(0, 2, inOrder(tokens.filter(({ end }) => end <= first.end), tokens.filter(({ start, end, label }) => start >= first.end && end <= second.end && !label.endsWith(',')), []));
  }
  const named = tokens.filter(({ label }) => !label.endsWith(','));
  return { role: tokens[0]?.label.startsWith('e') === true ? 'e' : 'a', persons, start: tokens[0]?.start ?? 0, end: tokens.at(-1)?.end ?? 0, sure: named.reduce((least, { sure }) => Math.min(least, sure), 1) };
}

type Run = { readonly letter: string; readonly start: number; readonly end: number; readonly sure: number };

/** Neighbouring tokens of one part of a name. */
function runsOf(tokens: readonly Labelled[]): readonly Run[] {
  const runs: Run[] = [];
  for (const { label, start, end, sure } of tokens) {
    const letter = label[1] ?? '';
    const last = runs.at(-1);
    if (last?.letter === letter) runs[runs.length - 1] = { ...last, end, sure: Math.min(last.sure, sure) };
    else runs.push({ letter, start, end, sure });
  }
  return runs;
}

/** A comma behind the family name tells the order (`García Luna, Ana`), whatever the parts look like. */
function printedOf(tokens: readonly Labelled[]): Printed {
  const comma = tokens.findIndex(({ text }) => text === ',');
  const named = tokens.filter(({ label }) => !label.endsWith(','));
  if (comma > 0 && tokens[comma - 1]?.label[1] === 'F' && named.every(({ label }) => label[1] !== 'L')) {
    const [family, given] = [named.filter(({ start }) => start < (tokens[comma]?.start ?? 0)), named.filter(({ start }) => start > (tokens[comma]?.start ?? 0))];
    const particle = given.findIndex(({ label, text }, index) => index > 0 && label[1] === 'F' && /^\p{Ll}/u.test(text));
    return inOrder(family, particle > 0 ? given.slice(0, particle) : given, particle > 0 ? given.slice(particle) : []);
  }
  return printedByLabels(named);
}

const whole = (field: string, tokens: readonly Labelled[]): Segment | undefined => {
  const [first, last] = [tokens[0], tokens.at(-1)];
  return first === undefined || last === undefined ? undefined : { field, start: first.start, end: last.end, sure: tokens.reduce((least, { sure }) => Math.min(least, sure), 1) };
};

function inOrder(familyTokens: readonly Labelled[], givenTokens: readonly Labelled[], particleTokens: readonly Labelled[]): Printed {
  const [family, given, particle] = [whole('F', familyTokens), whole('G', givenTokens), whole('F', particleTokens)];
  return {
    ...(family === undefined ? {} : { family }), ...(given === undefined ? {} : { given }), ...(particle === undefined ? {} : { particle }),
    end: (particle ?? given ?? family)?.end ?? 0,
  };
}

/** A name whose parts stand crosswise (`F G F`) is one in reading order: the last part is the family name. */
function printedByLabels(tokens: readonly Labelled[]): Printed {
  const runs = runsOf(tokens);
  const end = tokens.at(-1)?.end ?? 0;
  const segment = (field: string, from: Run | undefined, to: Run | undefined): Segment | undefined =>
    (from === undefined || to === undefined ? undefined : { field, start: from.start, end: to.end, sure: Math.min(from.sure, to.sure) });
  const literal = runs.find(({ letter }) => letter === 'L');
  const families = runs.filter(({ letter }) => letter === 'F');
  if (literal !== undefined && families.length === 0) return { literal: { ...literal, field: 'L' }, end };
  const particle = families.length > 1 && tokens.every(({ label, text, start }) => label[1] !== 'F' || start < (families.at(-1)?.start ?? 0) || /^\p{Ll}/u.test(text)) ? families.pop() : undefined;
  const crossed = families.length > 1;
  const family = families.at(-1);
  const others = runs.filter((run) => run !== family && run !== particle && (crossed || run.letter === 'G'));
  const [last, first] = [segment('F', family, family), segment('G', others[0], crossed || others.every(({ start }) => start > (family?.start ?? 0)) ? others.at(-1) : others[0])];
  return { ...(last === undefined ? {} : { family: last }), ...(first === undefined ? {} : { given: first }), ...(particle === undefined ? {} : { particle: { ...particle, field: 'F' } }), end };
}
