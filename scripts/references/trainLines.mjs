// Learns which lines of a list begin an entry, from lists broken in many ways: `node scripts/references/trainLines.mjs [lists]`.
import fs from 'node:fs';
import { inRoot } from '../paths.mjs';
import { chanceOf } from './chance.mjs';
import { wrapped } from './lists.mjs';
import { bundled } from './reader.mjs';
import { samples } from './samples.mjs';
import { templatesOf } from './templates.mjs';

const { after, begun, blockOf, lineFeatures } = await bundled('lineFeatures');
const made = templatesOf();
const target = inRoot('src', 'core', 'parsing', 'references', 'lineStarts.json');
const step = 0.04;

/** A list of references in one style: its lines, and which of them begin an entry. */
function listOf(chance, seed, templates) {
  const source = chance.weighed({ csl: 4, grammar: 4, gost: 1.4, gbt: 1 });
  const { style } = chance.pick(templates);
  const lang = { gost: chance.pick(['ru', 'ru', 'uk', 'kk']), gbt: 'zh' }[source];
  const texts = [...samples(seed, chance.maybe(0.15) ? 1 : chance.from(2, 10), { stock: made.stock, templates: templates.filter((template) => template.style === style), noise: chance.maybe(0.15), only: source, listed: true, lang })]
    .map(({ line }) => line.text.replace(/^(?:\[\d+\]|\d+[.)]?)\s+/u, '').trim()).filter((text) => text !== '');
  if (chance.maybe(0.5)) texts.sort();
  const width = chance.weighed({ none: 3, narrow: 2, middle: 4, broad: 2, drawn: 1 });
  const size = { none: 99_999, narrow: chance.from(38, 55), middle: chance.from(56, 90), broad: chance.from(90, 130), drawn: chance.from(50, 100) }[width];
  const lines = texts.flatMap((text) => wrapped(text, lang === 'zh' && size < 999 ? Math.floor(size / 2) : size, '', () => chance.maybe(0.3)).split('\n').map((line, index) => ({ line: line.trim(), starts: index === 0 })));
  return lang === 'zh' && size < 999 ? lines.flatMap(({ line, starts }) => (line.match(new RegExp(`.{1,${Math.floor(size / 2)}}`, 'gu')) ?? []).map((piece, index) => ({ line: piece, starts: starts && index === 0 }))) : lines;
}

/** Gives each line after the first with its features to `use`; how the entry before began is known. */
function walk(list, use) {
  const block = blockOf(list.map(({ line }) => line));
  let since = begun(list[0].line);
  for (let at = 1; at < list.length; at++) {
    use(lineFeatures(block, at, since).map((feature) => feature & 0xffffff), list[at].starts);
    since = list[at].starts ? begun(list[at].line) : after(since, list[at].line);
  }
}

const [weights, squares, counts] = [new Float32Array(1 << 24), new Float32Array(1 << 24), new Uint16Array(1 << 24)];
const total = (features) => features.reduce((sum, feature) => sum + weights[feature], 0);

function learn(features, starts) {
  const wrong = 1 / (1 + Math.exp(-total(features))) - (starts ? 1 : 0);
  if (Math.abs(wrong) < 0.005) return;
  for (const feature of features) {
    if (counts[feature] < 60_000) counts[feature]++;
    squares[feature] += wrong * wrong;
    const pace = 0.15 / Math.sqrt(squares[feature] + 0.01);
    const weight = weights[feature] - pace * wrong;
    const pull = pace * 0.004;
    weights[feature] = weight > pull ? weight - pull : weight < -pull ? weight + pull : 0;
  }
}

function measure(count) {
  const chance = chanceOf(77);
  let [right, all, whole] = [0, 0, 0];
  for (let at = 0; at < count; at++) {
    let good = true;
    walk(listOf(chance, 900_000 + at, made.unseen), (features, starts) => { all++; if (total(features) > 0 === starts) right++; else good = false; });
    if (good) whole++;
  }
  console.log(`lines right ${(right / all).toFixed(4)}, lists whole ${(whole / count).toFixed(3)}`);
}

const chance = chanceOf(6);
const lists = Number(process.argv[2] ?? 8000);
for (let at = 0; at < lists; at++) {
  const list = listOf(chance, 500_000 + at, made.seen);
  if (list.length > 1) walk(list, learn);
  if ((at + 1) % 2000 === 0) measure(200);
}
const bytes = [];
weights.forEach((weight, key) => {
  const small = Math.max(-127, Math.min(127, Math.round(weight / step)));
  if (small !== 0 && Math.abs(weight) > 0.08 && counts[key] > 1) bytes.push(key >> 16, (key >> 8) & 255, key & 255, small & 255);
});
fs.writeFileSync(target, `${JSON.stringify({ step, weights: Buffer.from(bytes).toString('base64') })}\n`);
console.log(`${bytes.length / 4} features`);
