/** Each term of a query as a question to a note or to a source. */
import { relationsIn } from '../library';
import type { Library, Source } from '../library';
import { resolveTag } from '../notes';
import { kindOf, yearOf } from '../source';
import type { Note, Relation } from '../source';
import { holds, inNote, inSource, namesPerson, wantedText } from './comparing';
import { isOfType } from './fields';
import type { Having, RelationValue } from './fields';
import type { FieldQuery, Query, QueryField } from './query';

/** What else is known: which drafts (their paths) cite a key. Without it nothing is cited. */
export type QueryContext = { readonly citedIn?: (key: string) => readonly string[] };

/** Asks a note of its source. */
export type NoteTest = (note: Note, source: Source) => boolean;
/** Asks a source, whatever its notes are. */
export type SourceTest = (source: Source) => boolean;

/**
 * A term that can be asked. `note` asks one note; without it the term is about sources alone, and true of each note of one. `source`
 * asks whether the source as a whole has it, `absent` whether nothing of the source has it.
 */
export type Term = { readonly note?: NoteTest; readonly source: SourceTest; readonly absent: SourceTest };

type Knowledge = { readonly library: Library; readonly context: QueryContext };

/** A term about notes: a source as a whole never has it, and lacks it when none of its notes has it. */
const aboutNotes = (note: NoteTest): Term =>
  ({ note, source: () => false, absent: (source) => !source.notes.some((one) => note(one, source)) });

/** Notes of a source are asked one after the other: what was said of their source is not asked again. */
function remembered(test: SourceTest): SourceTest {
  let last: Source | undefined;
  let answer = false;
  return (source) => {
    if (source !== last) answer = test(last = source);
    return answer;
  };
}

function aboutSource(test: SourceTest): Term {
  const source = remembered(test);
  return { source, absent: (one) => !source(one) };
}

// --- tags --------------------------------------------------------------------------------------------------------

/** Does a tag, whatever its spelling, mean this one or (unless `only`) a child of it? Asked once for each spelling. */
function tagTest({ tag, only }: { readonly tag: string; readonly only: boolean }, { codebook }: Library): (tag: string) => boolean {
  const wanted = resolveTag(tag, codebook).toLowerCase();
  const known = new Map<string, boolean>();
  const means = (spelled: string): boolean => {
    const meant = resolveTag(spelled, codebook).toLowerCase();
    return meant === wanted || (!only && meant.startsWith(`${wanted}/`));
  };
  return (spelled) => {
    let is = known.get(spelled);
    if (is === undefined) known.set(spelled, is = means(spelled));
    return is;
  };
}

/** A source has a tag of its own beside those of its notes; it lacks one when neither it nor any note has it. */
function tagTerm(query: Extract<Query, { readonly kind: 'tag' }>, { library }: Knowledge): Term {
  const is = tagTest(query, library);
  const note: NoteTest = ({ tags }) => tags.some(is);
  const source: SourceTest = ({ item }) => item.tags?.some(is) === true;
  return { note, source, absent: (one) => !source(one) && !one.notes.some((each) => note(each, one)) };
}

// --- words -------------------------------------------------------------------------------------------------------

/** Words are looked for in a note and its reference; of a source as a whole in everything, its abstract and all notes included. */
function wordsTerm({ text, exact }: Extract<Query, { readonly kind: 'words' }>): Term {
  const wanted = wantedText(text, exact);
  const noted = (note: Note): boolean => inNote.all(note, wanted);
  const recorded = remembered(({ item }) => inSource.record(item, wanted) || (!exact && namesPerson(item, wanted)));
  const source: SourceTest = (one) => recorded(one) || inSource.abstract(one.item, wanted) || one.notes.some(noted);
  return { note: (note, one) => recorded(one) || noted(note), source, absent: (one) => !source(one) };
}

// --- fields ------------------------------------------------------------------------------------------------------

/** Is a value (a year, an ISO date) what is asked for? Dates are compared as far as the asked one goes. */
function inOrder({ is, value }: FieldQuery): (found: string | undefined) => boolean {
  const compare = (found: string): number => {
    const asFar = found.slice(0, value.length);
    return asFar === value ? 0 : asFar < value ? -1 : 1;
  };
  switch (is) {
    case '=': return (found) => found !== undefined && compare(found) === 0;
    case '<': return (found) => found !== undefined && compare(found) < 0;
    case '>': return (found) => found !== undefined && compare(found) > 0;
    case '<=': return (found) => found !== undefined && compare(found) <= 0;
    case '>=': return (found) => found !== undefined && compare(found) >= 0;
  }
}

function inYears({ is, value }: FieldQuery): (year: number | undefined) => boolean {
  const [from = '', to = from] = value.split('..');
  const [low, high] = [from === '' ? -Infinity : Number(from), to === '' ? Infinity : Number(to)];
  switch (is) {
    case '=': return (year) => year !== undefined && year >= low && year <= high;
    case '<': return (year) => year !== undefined && year < low;
    case '>': return (year) => year !== undefined && year > low;
    case '<=': return (year) => year !== undefined && year <= low;
    case '>=': return (year) => year !== undefined && year >= low;
  }
}

const outgoing: { readonly [V in RelationValue]?: Relation } = { supports: 'supports', attacks: 'attacks', qualifies: 'qualifies' };
const incoming: { readonly [V in RelationValue]?: Relation } = { supported: 'supports', attacked: 'attacks', qualified: 'qualifies' };

function relationTest(value: RelationValue, library: Library): NoteTest {
  const pointing = relationsIn(library).incoming;
  const pointedAt = (note: Note, source: Source): readonly { readonly relation: Relation }[] => (note.id === undefined ? [] : pointing.get(`${source.item.id}#${note.id}`) ?? []);
  if (value === 'any') return (note, source) => (note.links ?? []).length > 0 || pointedAt(note, source).length > 0;
  const [own, others] = [outgoing[value], incoming[value]];
  return (note, source) => (own !== undefined && note.links?.some(({ relation }) => relation === own) === true)
    || (others !== undefined && pointedAt(note, source).some(({ relation }) => relation === others));
}

/** What may be there, by its name. */
const having: { readonly [H in Having]: (library: Library) => Term } = {
  quote: () => aboutNotes((note) => note.quote !== undefined),
  page: () => aboutNotes((note) => note.locator !== undefined),
  text: () => aboutNotes((note) => note.text.trim() !== ''),
  tags: () => aboutNotes((note) => note.tags.length > 0),
  stance: () => aboutNotes((note) => note.stance !== undefined),
  relation: (library) => aboutNotes(relationTest('any', library)),
  notes: () => aboutSource((source) => source.notes.length > 0),
  abstract: () => aboutSource(({ item }) => (item.abstract ?? '').trim() !== ''),
  doi: () => aboutSource(({ item }) => (item.DOI ?? '') !== ''),
  url: () => aboutSource(({ item }) => (item.URL ?? '') !== ''),
  author: () => aboutSource(({ item }) => (item.author ?? []).length > 0),
  year: () => aboutSource(({ item }) => yearOf(item) !== undefined),
  container: () => aboutSource(({ item }) => (item['container-title'] ?? '') !== ''),
};

function citedTest(value: string, { citedIn = () => [] }: QueryContext): SourceTest {
  const answer = value.toLowerCase();
  if (answer === 'yes' || answer === 'no') return ({ item }) => (citedIn(item.id).length > 0) === (answer === 'yes');
  const wanted = wantedText(value, false);
  const paths = new Map<string, boolean>();
  const isIt = (path: string): boolean => {
    if (!paths.has(path)) paths.set(path, holds(` ${wantedText(path, false).whole} `, wanted));
    return paths.get(path) === true;
  };
  return ({ item }) => citedIn(item.id).some(isIt);
}

/** A question to the text of a note. */
const asksNotes = (...texts: readonly (keyof typeof inNote)[]) => ({ value, exact }: FieldQuery): Term => {
  const wanted = wantedText(value, exact);
  return aboutNotes((note) => texts.some((text) => inNote[text](note, wanted)));
};

/** A question to a text of the record. */
const asksSources = (text: keyof typeof inSource) => ({ value, exact }: FieldQuery): Term => {
  const wanted = wantedText(value, exact);
  return aboutSource(({ item }) => inSource[text](item, wanted));
};

const fields: { readonly [F in QueryField]: (query: FieldQuery, knowledge: Knowledge) => Term } = {
  stance: ({ value }) => aboutNotes((note) => (note.stance ?? 'none') === value),
  kind: ({ value }) => aboutNotes((note) => kindOf(note) === value),
  quote: asksNotes('quote'),
  note: asksNotes('own'),
  text: asksNotes('quote', 'own'),
  coder: ({ value, exact }) => { const wanted = wantedText(value, exact); return aboutNotes(({ author }) => author !== undefined && holds(` ${wantedText(author, false).whole} `, wanted)); },
  created: (query) => { const test = inOrder(query); return aboutNotes(({ created }) => test(created)); },
  relation: ({ value }, { library }) => aboutNotes(relationTest(value as RelationValue, library)),
  has: ({ value }, { library }) => having[value as Having](library),
  author: ({ value, exact }) => { const wanted = wantedText(value, exact); return aboutSource(({ item }) => namesPerson(item, wanted)); },
  title: asksSources('title'),
  year: (query) => { const test = inYears(query); return aboutSource(({ item }) => test(yearOf(item))); },
  container: asksSources('container'),
  type: ({ value }) => aboutSource(({ item }) => isOfType(item.type, value)),
  key: ({ value, exact }) => aboutSource(({ item }) => (exact ? item.id === value : item.id.toLowerCase().includes(value.toLowerCase()))),
  source: asksSources('record'),
  abstract: asksSources('abstract'),
  keyword: ({ value }, { library }) => { const is = tagTest({ tag: value.replace(/^#/, '').replace(/ /g, '-'), only: false }, library); return aboutSource(({ item }) => item.tags?.some(is) === true); },
  cited: ({ value }, { context }) => aboutSource(citedTest(value, context)),
};

/** A term made ready to be asked. */
export function termOf(query: Extract<Query, { readonly kind: 'tag' | 'words' | 'field' }>, library: Library, context: QueryContext): Term {
  switch (query.kind) {
    case 'tag': return tagTerm(query, { library, context });
    case 'words': return wordsTerm(query);
    case 'field': return fields[query.field](query, { library, context });
  }
}
