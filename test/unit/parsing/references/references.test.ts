/** References in many styles and languages: a development set, and one set aside that nothing was fitted to. */
import assert from 'node:assert/strict';
import { readName } from '../../../../src/core/parsing/names';
import { aside, development, type Row } from './eastern';
import { printedAside, printedDevelopment, type Printed } from './printed';
import { fold, foldName, score, type Case } from './score';

const caseOfRow = ([text, authors, title, container, year, volume, issue, page, publisher, place]: Row): Case => ({ text, answer: {
  author: authors.split('; ').map((name) => foldName(readName(/^\p{sc=Han}/u.test(name) ? name : name.replace(/ (?=\p{Lu}\.|\p{L}+$)/u, ', ')))).join('|'),
  title: fold(title), 'container-title': fold(container), issued: year, volume, issue, page, publisher: fold(publisher), 'publisher-place': fold(place),
  DOI: fold(/10\.5555\/\S+/u.exec(text)?.[0] ?? ''),
} });
const caseOfPrinted = ([text, answer]: Printed): Case => ({ text, answer });

const sets = {
  'western references': { cases: printedDevelopment.map(caseOfPrinted), floor: 0.95 },
  'western references set aside': { cases: printedAside.map(caseOfPrinted), floor: 0.92 },
  'eastern references': { cases: development.map(caseOfRow), floor: 0.95 },
  'eastern references set aside': { cases: aside.map(caseOfRow), floor: 0.95 },
};

describe('references', () => {
  for (const [name, { cases, floor }] of Object.entries(sets)) {
    it(`${name} are read field by field`, () => {
      const { f1, wrong } = score(cases);
      console.log(`        ${name}: ${cases.length} references, F1 ${f1.toFixed(3)}`);
      if (process.env['WRONG'] !== undefined) console.log(wrong.join('\n'));
      assert.ok(f1 >= floor, `F1 ${f1.toFixed(3)} is below ${floor}`);
    }).timeout(30_000);
  }
});
