/** One note in several versions made one, field by field; where both sides say otherwise, the other version is kept as a note beside it. */
import { textHash } from '../hash';
import { headingLine, readHeading, readNoteComment } from '../notes';
import { relations } from '../source';
import { withoutBlankLines } from './pieces';
import { choose, chooseMembers, chooseText, joinLines } from './threeWay';
import type { Versions } from './threeWay';

/** The lines of a note as they stand. `comment` is the machine’s, without its `<!-- note` and `-->`; its first word is the note’s id. */
type Parts = { readonly heading: string; readonly comment?: string; readonly quote?: string; readonly body: string };

/** What came of it. `other`: the version of the other side, as a note with a name of its own, where the two could not be made one. */
export type MergedNote = { readonly text: string; readonly other?: string };

/** Merge a note that both sides have, each otherwise. `moved`: they put it under different people, so that both versions stay in any case. */
export function mergeNote(texts: Versions<string>, moved = false): MergedNote {
  const parts = { known: texts.known, base: partsOf(texts.base), ours: partsOf(texts.ours), theirs: partsOf(texts.theirs) };
  const pick = <T>(take: (part: Parts) => T | undefined): Versions<T> =>
    ({ known: parts.known && parts.base !== undefined, base: parts.base && take(parts.base), ours: parts.ours && take(parts.ours), theirs: parts.theirs && take(parts.theirs) });
  const heading = mergeHeading(pick((part) => part.heading));
  const quote = chooseText(pick((part) => part.quote));
  const body = mergeBody(pick((part) => part.body));
  const comment = mergeComment(pick((part) => part.comment), quote.value !== parts.ours?.quote);
  const text = textOf({ heading: heading.value, ...(comment.value !== undefined && { comment: comment.value }), ...(quote.value !== undefined && { quote: quote.value }), body: body.value ?? '' });
  const clash = moved || [heading, quote, body, comment].some((one) => one.clash);
  return clash && parts.theirs !== undefined ? { text, other: otherVersion(parts.theirs, texts.theirs ?? '') } : { text };
}

function partsOf(text: string | undefined): Parts | undefined {
  if (text === undefined) return undefined;
  const [heading = '', ...rest] = text.split('\n');
  const [first = '', ...after] = fromFirstWord(rest);
  const isComment = readNoteComment(first) !== undefined;
  const lines = fromFirstWord(isComment ? after : rest);
  const end = lines.findIndex((line) => !line.startsWith('>'));
  const quote = lines.slice(0, end < 0 ? lines.length : end).join('\n');
  return {
    heading, ...(isComment && { comment: first.trim().slice('<!-- note '.length, -'-->'.length).trim() }), ...(quote !== '' && { quote }),
    body: withoutBlankLines(fromFirstWord(end < 0 ? [] : lines.slice(end)).join('\n')),
  };
}

const fromFirstWord = (lines: readonly string[]): readonly string[] => {
  const first = lines.findIndex((line) => line.trim() !== '');
  return first < 0 ? [] : lines.slice(first);
};

const textOf = ({ heading, comment, quote, body }: Parts): string =>
  [heading, comment === undefined ? '' : `<!-- note ${comment} -->`, quote ?? '', body].filter((part) => part !== '').join('\n\n');

/** Tags are a set; of place, stance and kind there is one each. */
function mergeHeading(texts: Versions<string>): { readonly value: string; readonly clash: boolean } {
  const whole = choose(texts);
  if (!whole.clash) return { value: whole.value ?? '##', clash: false };
  const read = (text: string | undefined): ReturnType<typeof readHeading> | undefined => (text === undefined ? undefined : readHeading(text.replace(/^##[ \t]*/, '')));
  const said = { known: texts.known, base: read(texts.base), ours: read(texts.ours), theirs: read(texts.theirs) };
  const of = <T>(take: (heading: ReturnType<typeof readHeading>) => T): Versions<T> => ({ known: said.known, base: said.base && take(said.base), ours: said.ours && take(said.ours), theirs: said.theirs && take(said.theirs) });
  const locator = choose(of((one) => one.locator), (a, b) => a?.label === b?.label && a?.value === b?.value);
  const [stance, kind] = [choose(of((one) => one.stance)), choose(of((one) => one.kind))];
  const heading = {
    tags: chooseMembers(of((one) => one.tags)),
    ...(locator.value !== undefined && { locator: locator.value }), ...(stance.value !== undefined && { stance: stance.value }), ...(kind.value !== undefined && { kind: kind.value }),
  };
  return { value: headingLine(heading, chooseMembers(of((one) => one.unclear))), clash: locator.clash || stance.clash || kind.clash };
}

function mergeBody(texts: Versions<string>): { readonly value: string | undefined; readonly clash: boolean } {
  const whole = chooseText(texts);
  if (!whole.clash || !texts.known) return whole;
  const joined = joinLines(texts.base ?? '', texts.ours ?? '', texts.theirs ?? '');
  return joined === undefined ? whole : { value: joined, clash: false };
}

const anchorWords = new Set(['at', 'before', 'after']);
/** Words of which one is enough: they follow from what else is kept. */
const derived = new Set([...anchorWords, 'created']);

/** Word by word; links to other notes are a set. The place of a passage goes with the side whose quotation is kept. */
function mergeComment(texts: Versions<string>, quoteOfTheirs: boolean): { readonly value: string | undefined; readonly clash: boolean } {
  const whole = choose(texts);
  if (!whole.clash && !quoteOfTheirs) return whole;
  const words = { known: texts.known, base: wordsOf(texts.base), ours: wordsOf(texts.ours), theirs: wordsOf(texts.theirs) };
  const names = new Set([...words.ours.keys(), ...words.theirs.keys()]);
  let clash = false;
  const kept = [...names].flatMap((name) => {
    const versions = { known: words.known, base: words.base.get(name), ours: words.ours.get(name), theirs: words.theirs.get(name) };
    if (relations.some((relation) => relation === name)) return chooseMembers(versions);
    if (quoteOfTheirs && anchorWords.has(name)) return versions.theirs ?? [];
    const choice = choose(versions, (a, b) => a.join(' ') === b.join(' '));
    clash ||= choice.clash && !derived.has(name);
    return choice.value ?? [];
  });
  const id = /^\S+/.exec(texts.ours ?? texts.theirs ?? '')?.[0] ?? '';
  return { value: [id, ...kept].join(' '), clash };
}

/** The words of a comment after its id, as they stand, by name. */
function wordsOf(comment: string | undefined): ReadonlyMap<string, readonly string[]> {
  const words = new Map<string, string[]>();
  for (const [word, name = ''] of (comment ?? '').replace(/^\S+/, '').matchAll(/([^\s="]+)(?:=(?:"(?:[^"\\]|\\.)*"|[^\s"]*))?/g)) {
    words.set(name, [...(words.get(name) ?? []), word]);
  }
  return words;
}

/** The same note under a name of its own, which says whose other version it is. The name follows from the text: a second merge makes it no second time. */
function otherVersion(parts: Parts, text: string): string {
  const id = /^\S+/.exec(parts.comment ?? '')?.[0] ?? '';
  const words = (parts.comment ?? '').slice(id.length).replace(/\stwin=\S+/, '');
  return textOf({ ...parts, comment: `n${textHash(text).slice(0, 8)}${words}${id === '' ? '' : ` twin=${id}`}` });
}
