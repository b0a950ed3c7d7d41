// How well references are read: in styles not learned from, in German, Cyrillic and Chinese, alone and in lists. `npm run bench:references`.
import { answerOf, fields, Score } from './answers.mjs';
import { chanceOf } from './chance.mjs';
import { layouts } from './lists.mjs';
import { samples } from './samples.mjs';
import { templatesOf } from './templates.mjs';
import { bundled } from './reader.mjs';

const made = templatesOf();
const sets = {
  'unseen styles': { only: 'csl' }, 'unseen styles, clean': { only: 'csl', noise: false }, 'German': { only: 'grammar', lang: 'de' }, 'English': { only: 'grammar', lang: 'en' }, 'other Latin': { only: 'grammar', lang: 'fr' },
  'GOST': { only: 'gost', lang: 'ru' }, 'GB/T': { only: 'gbt', lang: 'zh' }, 'Russian, any style': { only: 'grammar', lang: 'ru' },
};
const size = Number(process.argv[2] ?? 300);
const { readReference, readReferences } = await bundled('list', 'reference');

for (const [name, options] of Object.entries(sets)) {
  const score = new Score();
  for (const { line } of samples(7001, size, { stock: made.stock, templates: made.unseen, ...options })) score.add(readReference(line.text).item, answerOf(line), line.text);
  console.log(name.padEnd(22), score.f1().toFixed(3), fields.map((field) => `${field} ${score.f1([field]).toFixed(2)}`).join(' '));
  if (process.argv[3] === name) console.log(score.wrong.join('\n'));
}

/** Lists of eight in one style each. */
const chance = chanceOf(5);
for (const [name, layout] of Object.entries(layouts)) {
  const score = new Score();
  let wrongCount = 0;
  for (let list = 0; list < size / 8; list++) {
    const style = chance.pick(['csl', 'csl', 'grammar', 'gost', 'gbt', 'grammar']);
    const lines = [...samples(8000 + list, 8, { stock: made.stock, templates: oneStyle(chance), noise: false, only: style, listed: true, lang: { gost: 'ru', gbt: 'zh' }[style] })].map(({ line }) => line);
    const text = layout(lines.map(({ text: entry }) => entry), chance);
    const found = readReferences(text, { start: 0, end: text.length });
    if (found.length !== lines.length) wrongCount++;
    let from = 0;
    lines.forEach((line) => {
      const place = placeOf(text, line.text, from);
      from = place + 1;
      score.add(found.find(({ start, end }) => start <= place + 12 && end > place + 12)?.item, answerOf(line), line.text);
    });
  }
  console.log(`lists, ${name}`.padEnd(28), score.f1().toFixed(3), `wrongly split ${wrongCount} of ${Math.ceil(size / 8)}`);
}

function oneStyle(chance) {
  const { style } = chance.pick(made.unseen);
  return made.unseen.filter((template) => template.style === style);
}
function placeOf(text, entry, from) {
  const at = text.indexOf(entry.slice(0, 20), from);
  return at < 0 ? from : at;
}
