// Learns the weights of the reader of references, from invented works printed in hundreds of styles: `node scripts/references/train.mjs [references] [rounds]`.
import fs from 'node:fs';
import { chanceOf } from './chance.mjs';
import { admit, best, fieldOf, refresh, step, thin } from './crf.mjs';
import { mostFeatures, Words, forms, labels } from './parser.mjs';
import { samples } from './samples.mjs';
import { rowsOf, sequenceOf } from './sequence.mjs';
import { templatesOf } from './templates.mjs';
import { fileOf } from './weights.mjs';

const [count, rounds] = [Number(process.argv[2] ?? 30_000), Number(process.argv[3] ?? 5)];
const target = process.argv[4] ?? 'src/core/parsing/references/model/weights.json';
const made = templatesOf();
const chance = chanceOf(3);
const words = new Words();
/** Words as they are met the first time: one in twelve says nothing but its form, so that signs and places are learned too. */
const unmet = { of: (text) => { const word = words.of(text); return word.word !== 0 && /^\p{L}{4}/u.test(text) && chance.maybe(0.08) ? { ...word, word: 0, start: 0, end: chance.maybe(0.5) ? 0 : word.end, ending: 0 } : word; } };
const field = fieldOf(labels.length, forms.length);

function countFeatures() {
  const counts = new Uint16Array(1 << 24);
  for (const { line } of samples(1, Math.min(count, 20_000), { templates: made.seen, stock: made.stock })) {
    const { features } = sequenceOf(line, words);
    for (let token = 0; token < features.counts.length; token++) for (let at = 0; at < features.counts[token]; at++) { const id = features.ids[token * mostFeatures + at]; if (counts[id] < 60_000) counts[id]++; }
  }
  admit(field, counts, 8);
}

function learn(round) {
  let loss = 0;
  let index = 0;
  for (const { line } of samples(100 + round, count, { templates: made.seen, stock: made.stock })) {
    if (index++ % 8 === 0) refresh(field);
    const { gold, features } = sequenceOf(line, unmet);
    if (gold.length > 0) loss += step(field, rowsOf(field, features, chance, 0.1), features.forms, gold, [0.2, 0.15, 0.1, 0.08, 0.06, 0.1, 0.08][round] ?? 0.05);
  }
  return loss / count;
}

/** The share of right tokens among references of styles that were not learned from. */
function measure(name, options) {
  let [right, all] = [0, 0];
  const wrong = {};
  for (const { line } of samples(99, 400, { stock: made.stock, templates: made.unseen, ...options })) {
    const { gold, features } = sequenceOf(line, words);
    const found = best(field, rowsOf(field, features), features.forms);
    gold.forEach((label, at) => { all++; if (label === found[at]) right++; else { const pair = `${labels[label]}>${labels[found[at]]}`; wrong[pair] = (wrong[pair] ?? 0) + 1; } });
  }
  console.log(name, (right / all).toFixed(4), Object.entries(wrong).sort((a, b) => b[1] - a[1]).slice(0, 10).map((pair) => pair.join(' ')).join(', '));
}

function measures() {
  measure('unseen styles', { only: 'csl' });
  measure('German', { only: 'grammar', lang: 'de' });
  measure('GOST', { only: 'gost', lang: 'ru' });
  measure('GB/T', { only: 'gbt', lang: 'zh' });
}

countFeatures();
field.thrift = 0.006;
console.log(`${field.size} features`);
for (let round = 0; round < rounds; round++) {
  console.time('round');
  console.log(round, 'loss', learn(round).toFixed(3), field.weights.reduce((n, w) => n + (w !== 0), 0));
  console.timeEnd('round');
  measures();
}
field.thrift = 0;
console.log('kept from', thin(field, Number(process.argv[5] ?? 148_000)));
for (const round of [rounds, rounds + 1, rounds + 2]) learn(round);
measures();
fs.writeFileSync(target, fileOf(field));
