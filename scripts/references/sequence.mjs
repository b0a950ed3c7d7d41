// A printed reference as the model sees it: tokens, features, and the number of the right label of each token.
import { tokensOf, featuresOf, labelNumber, signBehind, mostFeatures } from './parser.mjs';

/** `words` tells what a word is. */
export function sequenceOf(line, words) {
  const tokens = tokensOf(line.text).map((token) => ({ ...token, word: words.of(token.text) }));
  const gold = new Uint8Array(tokens.length);
  let before;
  tokens.forEach((token, index) => {
    let label = line.labels[/^(?:http|www|10\.)/u.test(token.text) ? token.end - 1 : token.start] ?? 'o';
    // A name begins at its first token, and only there.
    if (label === 'o' || labelNumber[label] === undefined) label = signBehind(before);
    else before = label;
    gold[index] = labelNumber[label];
  });
  return { tokens, gold, features: featuresOf(tokens) };
}

/** The rows of weights of each token. */
export function rowsOf(field, features, chance, dropped = 0) {
  const { ids, counts } = features;
  return Array.from(counts, (count, token) => {
    const rows = [];
    for (let at = token * mostFeatures; at < token * mostFeatures + count; at++) {
      const row = field.index[ids[at]];
      if (row >= 0 && (dropped === 0 || !chance.maybe(dropped))) rows.push(row);
    }
    return rows;
  });
}
