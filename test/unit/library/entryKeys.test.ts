import assert from 'node:assert/strict';
import { applyEdits } from '../../../src/core/edits';
import { keySpans, renamedKeys } from '../../../src/core/library';
import { growsWithSize } from '../../doubles/growth';

const names = new Map([['okafor2019', 'okafor2020'], ['čapek:war', 'capek1922'], ['lee', 'lee2018']]);
const renamed = (path: string, text: string): string => applyEdits(text, renamedKeys(path, text, names));

describe('Keys in bibliographies', () => {
  it('are renamed at the head of an entry and where others refer to it, and nowhere else', () => {
    const text = '@string{lee = "Lee, Ada"}\n@article{okafor2019,\n  title = {Of okafor2019, lee},\n  crossref = {čapek:war},\n  related = {x, lee ,okafor2019,\n    lee2}}\n@BOOK ( čapek:war ,\n note = {lee}, Xdata = "lee")\n@misc{lee,}\n';
    assert.equal(renamed('a/refs.bib', text), '@string{lee = "Lee, Ada"}\n@article{okafor2020,\n  title = {Of okafor2019, lee},\n  crossref = {capek1922},\n  related = {x, lee2018 ,okafor2020,\n    lee2}}\n@BOOK ( capek1922 ,\n note = {lee}, Xdata = "lee2018")\n@misc{lee2018,}\n');
  });

  it('are renamed in CSL JSON and YAML and in RIS, however they are written there', () => {
    assert.equal(renamed('x.json', '[{"id": "lee", "title": "lee"}, {"id":"\\u010dapek:war"}, {"citation-key" : "okafor2019"}]'), '[{"id": "lee2018", "title": "lee"}, {"id":"capek1922"}, {"citation-key" : "okafor2020"}]');
    assert.equal(renamed('x.yaml', 'references:\n- id: lee\n  title: lee\n- id: "čapek:war"\r\n  id: lee and more\n'), 'references:\n- id: lee2018\n  title: lee\n- id: "capek1922"\r\n  id: lee and more\n');
    assert.equal(renamed('x.ris', 'TY  - JOUR\nID  - lee\nTI  - lee\nER  - \nID  - lee2\n'), 'TY  - JOUR\nID  - lee2018\nTI  - lee\nER  - \nID  - lee2\n');
    assert.equal(renamed('x.txt', '@misc{lee,}'), '@misc{lee,}');
  });

  it('are renamed among the second keys of an entry', () => {
    assert.equal(renamed('x.bib', '@misc{x,\n ids = {older, lee ,čapek:war},\n kids = 2}\n'), '@misc{x,\n ids = {older, lee2018 ,capek1922},\n kids = 2}\n');
  });

  it('are found one by one as well', () => {
    assert.deepEqual(keySpans('x.bib', '@misc{lee,}\n@misc{leer,}\n@misc{x, xref={lee}}', 'lee'), [{ start: 6, end: 9 }, { start: 40, end: 43 }]);
  });

  it('trade names in one step', () => {
    assert.equal(applyEdits('@misc{a,}\n@misc{b,}', renamedKeys('x.bib', '@misc{a,}\n@misc{b,}', new Map([['a', 'b'], ['b', 'a']]))), '@misc{b,}\n@misc{a,}');
  });

  it('take time in proportion, however many are renamed', async () => {
    const entries = (size: number): string => Array.from({ length: size }, (_, at) => `@article{k${at},\n  title = {A Title},\n  related = {k${at + 1}, k${at + 2}}\n}\n`).join('');
    const [text, many] = [new Map<number, string>(), new Map<number, ReadonlyMap<string, string>>()];
    for (const size of [600, 4800]) {
      text.set(size, entries(size));
      many.set(size, new Map(Array.from({ length: size }, (_, at) => [`k${at}`, `n${at}`])));
    }
    await growsWithSize((size) => renamedKeys('x.bib', text.get(size) as string, many.get(size) as ReadonlyMap<string, string>), 600);
    await growsWithSize((size) => renamedKeys('x.bib', `${'@article{ '.repeat(size)}${'crossref = {a, '.repeat(size)}${'@a{b{@'.repeat(size)}`, new Map([['a', 'b']])), 2000);
  });
});
