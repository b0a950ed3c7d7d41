import assert from 'node:assert/strict';
import type { Library, Source } from '../../../src/core/library';
import type { TagEntry } from '../../../src/core/notes';
import { contrast, keyPhrases, palette, readableOn, similarTags, suggestTags, tagTree } from '../../../src/core/tagging';
import { growsWithSize } from '../../doubles/growth';

const source = (key: string, fields: Partial<Source['item']>, tags: readonly (readonly string[])[] = []): Source =>
  ({ handle: key, item: { id: key, type: 'book', ...fields }, notes: tags.map((own) => ({ tags: own, text: '' })), path: `sources/${key}.md` });
const library = (sources: readonly Source[], entries: { readonly [tag: string]: TagEntry } = {}): Library =>
  ({ sources: new Map(sources.map((one) => [one.handle, one])), codebook: { team: [], tags: new Map(Object.entries(entries)) } });

function similar(tags: readonly string[], entries: { readonly [tag: string]: TagEntry } = {}): readonly string[] {
  const made = library([source('one', {}, [tags])], entries);
  return similarTags(tagTree(made), made.codebook).map(({ from, to, why }) => `${from} > ${to}: ${why}`);
}

describe('similar tags', () => {
  it('are sure when only case, marks and hyphens differ', () => {
    assert.deepEqual(similar(['multi-vectorism', 'Multivectorism', 'autonomia', 'autonomía'], { 'multi-vectorism': {} }),
      ['autonomía > autonomia: letters', 'Multivectorism > multi-vectorism: letters']);
  });

  it('are a guess when the words agree without endings and fillers', () => {
    assert.deepEqual(similar(['multi-vectorism', 'multi-vector-policy', 'un-votes', 'un-voting', 'elites-preferences', 'elite-preference'], { 'multi-vectorism': {}, 'un-voting': {} }),
      ['elites-preferences > elite-preference: words', 'multi-vector-policy > multi-vectorism: words', 'un-votes > un-voting: words']);
    assert.deepEqual(similar(['санкция', 'санкции']), ['санкция > санкции: words']);
  });

  it('are found across languages by labels alone', () => {
    assert.deepEqual(similar(['многовекторность', 'нейтралитет'], { 'multi-vectorism': { label: { ru: 'Многовекторность' } }, 'foreign-policy/neutrality': { label: { ru: 'нейтралитет' } } }),
      ['нейтралитет > foreign-policy/neutrality: label', 'многовекторность > multi-vectorism: label']);
  });

  it('are not those that only look alike', () => {
    assert.deepEqual(similar(['soft-balancing', 'hard-balancing', 'bilateralism', 'multilateralism', 'power', 'powersharing', 'china', 'china/elites', 'russia/elites', 'norms', 'north']), []);
  });

  it('offer each tag once, and never a circle', () => {
    const found = similar(['hedging', 'hedge', 'Hedging', 'hedges', 'strategic-hedging']);
    assert.equal(new Set(found.map((one) => one.split(' > ')[0])).size, found.length);
    assert.ok(found.every((one) => one.includes('> hedge:') || one.includes('> hedging:') || one.includes('> Hedging:') || one.includes('> hedges:')));
    assert.equal(new Set(found.map((one) => /> ([^:]+)/.exec(one)?.[1])).size, 1, found.join('; '));
  });
});

const abstract = `The concept of multi-vector policy underlies the diplomacy of the state. We argue that voting cohesion in the UN General Assembly contradicts the alliance reading:
small states with relational power abstain. Voting cohesion falls, and unequal relationships persist. UN General Assembly votes tell us little about hedging.`;

describe('suggested tags', () => {
  const entries = { 'multi-vectorism': { aliases: ['multi-vector-policy'] }, 'strategy/hedging': {}, sanctions: {}, 'un-voting': { label: { ru: 'голосование в ООН' } } };
  const own = source('yuneman2023', { title: 'Multi-Vector Foreign Policy of a Steppe State', abstract });
  const made = library([own,
    source('a', { title: 'Votes of a Steppe State' }, [['votes-of-steppe'], ['un-voting']]), source('b', { title: 'Another matter' }, [['gender']]),
  ], entries);

  it('are tags that the text names by any spelling, tags of similar sources, terms and phrases', () => {
    const found = suggestTags(own, made);
    const of = (ground: string): readonly string[] => found.filter((one) => one.ground === ground).map(({ tag }) => tag);
    assert.deepEqual([...of('text')].sort(), ['multi-vectorism', 'strategy/hedging']);
    assert.deepEqual([...of('similar')].sort(), ['un-voting', 'votes-of-steppe']);
    assert.ok(of('term').includes('voting-cohesion') && of('term').includes('relational-power') && of('term').includes('small-states'), of('term').join());
    assert.ok(found.every(({ tag }) => tag !== 'gender' && tag !== 'sanctions'));
    assert.ok(found.findIndex(({ known }) => !known) > found.findLastIndex(({ known }) => known));
  });

  it('begin with what the passage names, and leave out what the source has when there is none', () => {
    assert.equal(suggestTags(own, made, 'This is hedging by another name')[0]?.tag, 'strategy/hedging');
    const tagged = { ...own, notes: [{ tags: ['multi-vector-policy'], text: '' }] };
    assert.ok(!suggestTags(tagged, made).some(({ tag }) => tag === 'multi-vectorism'));
    assert.ok(suggestTags(tagged, made, 'of multi-vector policy').some(({ tag }) => tag === 'multi-vectorism'));
  });

  it('are found in scripts with and without spaces', () => {
    const russian = source('r', { abstract: 'В статье рассматривается голосование в ООН и внешняя политика средних держав. Средние державы воздерживаются.' });
    assert.ok(suggestTags(russian, library([russian, ...made.sources.values()], entries)).some(({ tag }) => tag === 'un-voting'));
    const chinese = source('c', { abstract: '真正的对冲是少数国家的奢侈品' });
    assert.deepEqual(suggestTags(chinese, library([chinese], { hedging: { aliases: ['对冲'] } })).map(({ tag }) => tag), ['hedging']);
    assert.deepEqual(suggestTags(source('d', {}), library([])), []);
  });

  it('have key phrases of what stands together, without the words of every paper', () => {
    const phrases = keyPhrases(abstract).map(({ words }) => words);
    assert.ok(phrases.indexOf('voting cohesion') < 4 && phrases.indexOf('voting cohesion') >= 0, phrases.join());
    assert.ok(phrases.includes('relational power') && phrases.includes('unequal relationships'), phrases.join('; '));
    assert.ok(phrases.every((phrase) => !/\b(?:we|argue|the|tell)\b/.test(phrase)), phrases.join('; '));
  });

  it('take time in proportion to the library and to the text', async () => {
    const grown = new Map([250, 2000].map((size) => [size, library(Array.from({ length: size }, (_, at) => source(`s${at}`, { title: `Hedging in state number${at % 97}`, abstract: abstract.repeat(2) }, [[`tag-${at % 60}`]])))]));
    await growsWithSize((size) => {
      const whole = grown.get(size) as Library;
      suggestTags(source('new', { title: 'Hedging in a state', abstract }), { ...whole });
    }, 250);
    await growsWithSize((size) => keyPhrases(abstract.repeat(size)), 20);
  });
});

describe('the palette', () => {
  it('stands out from a light and a dark ground, as is or made readable', () => {
    for (const [name, colour] of Object.entries(palette)) assert.ok(contrast(colour, '#ffffff') >= 3 && contrast(colour, '#1e1e1e') >= 3, `${name} ${contrast(colour, '#ffffff')} ${contrast(colour, '#1e1e1e')}`);
    for (const colour of ['#000000', '#ffffff', '#ffff00', '#00008b']) for (const ground of ['#ffffff', '#1e1e1e']) assert.ok(contrast(readableOn(ground, colour), ground) >= 3);
  });
});
