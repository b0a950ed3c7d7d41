/** Key phrases of a text: two or three words that stand together and say what it is about. Offline, without a model, linear. */
import { stopWords } from './fieldWords';

/** A phrase as it is written, in lower case, and how often it stands in the text. */
export type Phrase = { readonly words: string; readonly times: number };

const mostWords = 3;
/** Endings of words that are neither things nor what they are like. */
const passing = /(?:ly|ed|ement)$/;

/**
 * The phrases of a text, those that stand there most often first, then in the order of the text. Three words count as one where
 * they stand together more than once; the pairs in them are left out when they stand nowhere else. Only scripts that set words apart by spaces and have cases give any.
 */
export function keyPhrases(text: string): readonly Phrase[] {
  const counts = new Map<string, number>();
  for (const run of runsOf(text)) for (const phrase of within(run)) counts.set(phrase, (counts.get(phrase) ?? 0) + 1);
  for (const [phrase, times] of counts) if (times === 1 && sizeOf(phrase) === mostWords) counts.delete(phrase);
  const longer = [...counts.keys()].filter((phrase) => sizeOf(phrase) === mostWords);
  const inLonger = new Set(longer.flatMap((phrase) => parts(phrase).filter((part) => counts.get(part) === counts.get(phrase))));
  return [...counts].filter(([words]) => !inLonger.has(words)).map(([words, times]) => ({ words, times })).sort((a, b) => b.times - a.times);
}

const sizeOf = (phrase: string): number => phrase.split(' ').length;

/** The two pairs of words in three. */
function parts(phrase: string): string[] {
  const [one = '', two = '', three = ''] = phrase.split(' ');
  return [`${one} ${two}`, `${two} ${three}`];
}

/** Runs of words with nothing between them but a space or a hyphen, without words that never make a tag. */
function* runsOf(text: string): Iterable<readonly string[]> {
  for (const stretch of text.normalize('NFC').split(/[^\p{L}\p{M}\p{N}\s’'-]+|\n\s*\n/u)) {
    let run: string[] = [];
    for (const word of stretch.split(/\s+/)) {
      const bare = word.toLowerCase().replace(/^[’'-]+/, '').replace(/(?:['’]s)$/, '');
      if (telling(bare)) run.push(bare);
      else { if (run.length > 1) yield run; run = []; }
    }
    if (run.length > 1) yield run;
  }
}

const letters = /^[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}\p{M}’'-]{3,40}$/u;
const telling = (word: string): boolean => letters.test(word) && !stopWords.has(word) && !passing.test(word) && !/['’-]$/.test(word);

function* within(run: readonly string[]): Iterable<string> {
  for (let size = 2; size <= mostWords; size += 1) {
    for (let at = 0; at + size <= run.length; at += 1) yield run.slice(at, at + size).join(' ');
  }
}
