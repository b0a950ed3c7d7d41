/** Libraries of any size, with sources, notes, tags and relations by chance. */
import fc from 'fast-check';
import type { Library, Source } from '../../../src/core/library/library';
import { kinds, relations, stances } from '../../../src/core/source';
import type { Item, Note } from '../../../src/core/source';

export const tagNames = ['a', 'a/b', 'a/b/c', 'a/d', 'hedging', 'Hedging', 'хеджирование', 'e-f', 'g/h', 'көпвекторлылық'] as const;
const abstract = 'Middle powers abstain where they could assent, and hedge where they could choose.';

/** The library of these sources: by key, its codebook with one alias. */
export const libraryOf = (sources: readonly Source[]): Library => ({
  sources: new Map(sources.map((source) => [source.handle, source])),
  codebook: { team: [], tags: new Map([['hedging', { aliases: ['хеджирование', 'hedge'] }]]) },
});

export const sourceOf = (id: string, notes: readonly Note[], fields: Partial<Item> = {}): Source =>
  ({ handle: id, item: { id, type: 'book', ...fields } as Item, notes });

const quotes = fc.tuple(fc.nat(abstract.length - 1), fc.integer({ min: 1, max: 30 })).map(([at, length]) => {
  const quote = abstract.slice(at, at + length);
  return quote.trim() === '' ? {} : { quote, anchor: { at, before: '', after: '' } };
});
const note = fc.record({
  id: fc.option(fc.stringMatching(/^n[0-9a-z]{3}$/), { nil: undefined }), tags: fc.array(fc.constantFrom(...tagNames), { maxLength: 4 }),
  stance: fc.option(fc.constantFrom(...stances), { nil: undefined }), kind: fc.option(fc.constantFrom(...kinds), { nil: undefined }),
  placed: fc.option(quotes, { nil: undefined }),
  links: fc.array(fc.record({ relation: fc.constantFrom(...relations), target: fc.stringMatching(/^(s[0-5])?#n[0-9a-z]{1,3}$/) }), { maxLength: 2 }),
}).map(({ id, tags, stance, kind, placed, links }): Note =>
  ({ tags, text: '', ...placed, ...(id !== undefined && { id }), ...(stance !== undefined && { stance }), ...(kind !== undefined && { kind }), links }));
const item = fc.record({
  year: fc.option(fc.integer({ min: 1990, max: 1996 }), { nil: undefined }), type: fc.constantFrom('book' as const, 'article-journal' as const, 'report' as const),
  title: fc.option(fc.string(), { nil: undefined }), families: fc.array(fc.constantFrom('Lee', 'Kim', 'Çapan', 'Нұрлан'), { maxLength: 3 }),
}).map(({ year, title, families, type }): Partial<Item> => ({
  type, abstract, ...(year !== undefined && { issued: { 'date-parts': [[year]] } }), ...(title !== undefined && { title }), author: [...new Set(families)].map((family) => ({ family })),
}));

export const libraries = fc.array(fc.tuple(item, fc.array(note, { maxLength: 5 })), { maxLength: 8 })
  .map((all) => libraryOf(all.map(([fields, notes], index) => sourceOf(`s${index}`, notes, fields))));
