import assert from 'node:assert/strict';
import fc from 'fast-check';
import { alternativesTo, chooseReading, readSourceFile, setFields, translationsOf, withFields } from '../../../src/core/library';
import { applyEdits } from '../../../src/core/edits';
import type { Item, JsonObject } from '../../../src/core/source';

const [russian, english, kyrgyz] = ['Молчание малых государств', 'Silences of Small States', 'Чакан мамлекеттердин унчукпоосу'];
const work: Item = {
  id: 'a', type: 'article-journal', title: russian, abstract: 'Малые государства молчат.', language: 'ru',
  custom: { panel: { code: 'A1' }, titles: { en: english, ky: kyrgyz }, abstracts: { en: 'Small states keep silent.' } },
};
const choose = (item: Item, field: string, text: string): Item => withFields(item, chooseReading(item, field, text));

describe('the title in another language', () => {
  it('is offered beside what other records say, with its language', () => {
    assert.deepEqual(alternativesTo(work, 'title'), [english, kyrgyz]);
    assert.deepEqual(translationsOf(work, 'title').map(({ language }) => language), ['en', 'ky']);
    assert.deepEqual(alternativesTo(work, 'abstract'), ['Small states keep silent.']);
    assert.deepEqual(alternativesTo(work, 'container-title'), []);
  });

  it('changes places with the one that stood there, and the abstract stays', () => {
    const chosen = choose(work, 'title', english);
    assert.equal(chosen.title, english);
    assert.deepEqual(chosen.custom?.['titles'], { ru: russian, ky: kyrgyz });
    assert.equal(chosen.abstract, work.abstract);
    assert.equal(chosen.language, 'ru', 'the work is written in Russian all the same');
  });

  it('gives the same record as before when the first one is taken again', () => {
    assert.deepEqual(choose(choose(work, 'title', english), 'title', russian), work);
    assert.deepEqual(choose(choose(choose(work, 'title', english), 'title', kyrgyz), 'title', russian).custom, work.custom);
    assert.deepEqual(choose(choose(work, 'abstract', 'Small states keep silent.'), 'abstract', work.abstract ?? ''), work);
  });

  it('is put beside a language that is not known when the work names none', () => {
    const { language: _, ...nameless } = work;
    const chosen = choose(nameless as Item, 'title', english);
    assert.deepEqual(chosen.custom?.['titles'], { und: russian, ky: kyrgyz });
    assert.deepEqual(translationsOf(chosen, 'title')[0], { text: russian });
    assert.deepEqual(choose(chosen, 'title', russian), nameless);
  });

  it('settles what was doubted of the title', () => {
    const doubted = { ...work, custom: { ...work.custom, review: { title: { why: 'Told by its place.' } } } };
    assert.equal(choose(doubted, 'title', english).custom?.['review'], undefined);
  });

  it('is found where formats keep it, and nothing is lost there either', () => {
    const unmapped: Item = { id: 'a', type: 'article-journal', title: 'Vom Schweigen', custom: { unmapped: { 'trans-title': ['On Silence', 'Du silence'], rights: 'free' } } };
    const chosen = choose(unmapped, 'title', 'Du silence');
    assert.deepEqual(chosen.custom, { unmapped: { 'trans-title': ['On Silence', 'Vom Schweigen'], rights: 'free' } });
    assert.deepEqual(choose(chosen, 'title', 'Vom Schweigen'), unmapped);
    const translated: Item = { id: 'a', type: 'article-journal', title: 'On silence.', 'original-title': 'Du silence.' };
    const own = choose(translated, 'title', 'Du silence.');
    assert.deepEqual([own.title, own['original-title'], own.custom?.['titles']], ['Du silence.', 'Du silence.', { und: 'On silence.' }]);
    assert.deepEqual(choose(own, 'title', 'On silence.'), translated);
  });

  it('fills a title that is missing', () => {
    const { title: _, ...untitled } = work;
    assert.deepEqual(choose(untitled as Item, 'title', english).custom?.['titles'], { ky: kyrgyz });
  });

  it('loses no title, in whatever order they are chosen', () => {
    const languages = fc.uniqueArray(fc.constantFrom('en', 'ru', 'es', 'und', 'und-2', 'Deutsch'), { maxLength: 5 });
    fc.assert(fc.property(languages, fc.option(fc.constantFrom('en', 'ru', 'de-AT', 'Russian')), fc.array(fc.nat(), { maxLength: 8 }), (names, language, picks) => {
      const titles = Object.fromEntries(names.map((name) => [name, `Title in ${name}`]));
      let item = { id: 'a', type: 'book', title: 'The first', custom: { titles }, ...(language !== null && { language }) } as Item;
      const all = (one: Item): unknown[] => [one.title, ...Object.values((one.custom?.['titles'] ?? {}) as JsonObject)].sort();
      const before = all(item);
      for (const pick of picks) {
        const offered = alternativesTo(item, 'title') as readonly string[];
        if (offered.length > 0) item = choose(item, 'title', offered[pick % offered.length] ?? '');
        assert.deepEqual(all(item), before);
      }
    }));
  });

  it('touches the title, the abstract and custom in the file, and no other byte', () => {
    const text = `---\nid: a\ntype: article-journal\ntitle: "${russian}"\nlanguage: ru\ncustom: {"titles":{"en":"${english}"},"abstracts":{"en":"Small states keep silent."}}\n---\n\n# Abstract\n\nМалые государства молчат.\n\n# Notes\n\nMine.\n`;
    const file = readSourceFile(text);
    const titled = applyEdits(text, setFields(file, chooseReading(file.item, 'title', english)));
    assert.equal(titled, text.replace(`title: "${russian}"`, `title: "${english}"`).replace('{"en":"Silences of Small States"}', `{"ru":"${russian}"}`).replace('silent."}}', 'silent."},"title-language":"en"}'));
    const both = readSourceFile(titled);
    const summed = applyEdits(titled, setFields(both, chooseReading(both.item, 'abstract', 'Small states keep silent.')));
    assert.match(summed, /# Abstract\n\nSmall states keep silent\.\n\n# Notes\n\nMine\.\n/u);
    const again = readSourceFile(summed);
    const back = applyEdits(summed, setFields(again, chooseReading(again.item, 'abstract', 'Малые государства молчат.')));
    assert.match(back, /# Abstract\n\nМалые государства молчат\.\n\n# Notes/u);
  });
});
