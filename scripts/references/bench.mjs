// npm run bench:references [-- NAME]: how well references are read, in styles that were not learned from, written by hand, in German, Cyrillic and
// Chinese, alone and in lists. With NAME (of a row) what was wrong is printed, but not for what is kept aside; without it the table of
// test/bench/READING.md between <!-- references --> and <!-- /references --> is written anew.
import fs from 'node:fs';
import { inRoot } from '../paths.mjs';
import { answerOf, Score } from './answers.mjs';
import { chanceOf } from './chance.mjs';
import { layouts } from './lists.mjs';
import { bundled } from './reader.mjs';
import { samples } from './samples.mjs';
import { templatesOf } from './templates.mjs';
import { written } from './written.mjs';

const made = templatesOf();
const { readReferences } = await bundled('list');
const report = inRoot('test', 'bench', 'READING.md');
const size = 400;
const sets = {
  'citation styles not learned from': { only: 'csl' }, 'the same, clean': { only: 'csl', noise: false }, 'German, styles by chance': { only: 'grammar', lang: 'de' }, 'English, styles by chance': { only: 'grammar', lang: 'en' },
  'French, styles by chance': { only: 'grammar', lang: 'fr' }, 'Russian, GOST': { only: 'gost', lang: 'ru' }, 'Russian, styles by chance': { only: 'grammar', lang: 'ru' }, 'Chinese, GB/T 7714': { only: 'gbt', lang: 'zh' },
};

/** What becomes of a reference that is pasted by itself: what is not taken for one is missing. */
const pasted = (text) => readReferences(text, { start: 0, end: text.length })[0]?.item;

function* alone() {
  for (const [name, options] of Object.entries(sets)) {
    const score = new Score();
    for (const { line, type } of samples(7001, size, { stock: made.stock, templates: made.unseen, ...options })) score.add(pasted(line.text), answerOf(line, type), line.text);
    yield { name, count: size, score };
  }
}

function* byHand() {
  const scores = {};
  for (const { name, aside, line } of written()) {
    const row = (scores[`by hand, ${name}${aside ? ', aside' : ''}`] ??= { count: 0, score: new Score() });
    row.count++;
    row.score.add(pasted(line.text), answerOf(line), line.text);
  }
  for (const [name, row] of Object.entries(scores)) yield { name, ...row };
}

function* inLists() {
  for (const [name, layout] of Object.entries(layouts)) {
    const chance = chanceOf(5);
    const score = new Score();
    for (let list = 0; list < size / 8; list++) addList(score, listOf(chance, list), layout, chance);
    yield { name: `lists of eight, ${name}`, count: size, score };
  }
}

function listOf(chance, list) {
  const only = chance.pick(['csl', 'csl', 'grammar', 'gost', 'gbt', 'grammar']);
  const { style } = chance.pick(made.unseen);
  const templates = made.unseen.filter((template) => template.style === style);
  return [...samples(8000 + list, 8, { stock: made.stock, templates, noise: false, only, listed: true, lang: { gost: 'ru', gbt: 'zh' }[only] })].map(({ line }) => unnumbered(line));
}

/** A style prints its number before each reference, and here each is the first. */
function unnumbered({ text, labels }) {
  const length = /^(?:\[\d+\]|\d+[.)]?)\s*/u.exec(text)?.[0].length ?? 0;
  return { text: text.slice(length), labels: labels.slice(length) };
}

function addList(score, lines, layout, chance) {
  const text = layout(lines.map((line) => line.text), chance);
  const found = readReferences(text, { start: 0, end: text.length });
  let from = 0;
  for (const line of lines) {
    const place = Math.max(text.indexOf(line.text.slice(0, 18), from), from);
    from = place + 1;
    score.add(found.find(({ start, end }) => start <= place + 10 && end > place + 10)?.item, answerOf(line), line.text);
  }
}

const three = (value) => value.toFixed(3);
const columns = { author: ['author'], editor: ['editor'], title: ['title'], 'in': ['container-title'], 'volume, issue, pages': ['volume', 'issue', 'page'], 'publisher, place': ['publisher', 'publisher-place'], type: ['type'] };

function tableOf(rows) {
  return [
    `| references | number | F1 | ${Object.keys(columns).join(' | ')} |`, `| --- | ---: | ---: | ${Object.keys(columns).map(() => '---:').join(' | ')} |`,
    ...rows.map(({ name, count, score }) => `| ${name} | ${count} | ${three(score.f1())} | ${Object.values(columns).map((names) => score.asked(names) ? three(score.f1(names)) : '').join(' | ')} |`),
  ].join('\n');
}

function write(rows) {
  const text = fs.existsSync(report) ? fs.readFileSync(report, 'utf8') : '# How well pastes are read\n';
  const section = `<!-- references -->\n\n${intro}\n\n${tableOf(rows)}\n\n<!-- /references -->`;
  const place = /<!-- references -->[^]*<!-- \/references -->/u;
  fs.writeFileSync(report, place.test(text) ? text.replace(place, () => section) : `${text.trimEnd()}\n\n${section}\n`);
}

const intro = `**References**

Written by \`npm run bench:references\`. F1 is over author, editor, title, container, year, volume, issue, pages, publisher, place, edition, DOI, URL and series; an invented value costs as much as a missing
one. Names count only when all of them are right. Works and people are invented: printed by citeproc in styles that the weights were not learned from, by styles drawn by chance, after GOST and GB/T, with what copying
does to them; and written by hand (\`references/\`, every third aside). The weights are learned by \`npm run train:references\`, which prints other works in other styles.`;


const rows = [...alone(), ...byHand(), ...inLists()];
const wanted = process.argv[2];
if (wanted === undefined) write(rows);
else for (const { name, score } of rows) if (name.includes(wanted) && !name.endsWith('aside')) console.log(score.wrong.join('\n'));
for (const { name, score } of rows) console.log(name.padEnd(40), three(score.f1()));
