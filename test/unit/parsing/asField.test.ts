import assert from 'node:assert/strict';
import fc from 'fast-check';
import { usableFields, type UsableField } from '../../../src/core/fieldNames';
import { valueAs } from '../../../src/core/parsing';

describe('a text used as a field', () => {
  const cases: readonly (readonly [UsableField, string, unknown])[] = [
    ['title', ' “Hedging\nexplained” ', 'Hedging explained'],
    ['title', 'Hedging explained.', 'Hedging explained'],
    ['title', 'What next …', 'What next …'],
    ['author', 'Ann Lee, Bo van der Kim', [{ family: 'Lee', given: 'Ann' }, { 'non-dropping-particle': 'van der', family: 'Kim', given: 'Bo' }]],
    ['author', 'Ann Lee\nUniversity of Nowhere', [{ family: 'Lee', given: 'Ann' }, { literal: 'University of Nowhere' }]],
    ['abstract', 'Small states co-\noperate and\nhedge.\n\nOthers do not.', 'Small states cooperate and hedge.\n\nOthers do not.'],
    ['issued', 'published 12 March 2019', { 'date-parts': [[2019, 3, 12]] }],
    ['issued', 'soon', undefined],
    ['volume', 'Vol. 7,', '7'],
    ['issue', '№ 2', '2'],
    ['page', 'pp. 388–95', '388-395'],
    ['DOI', 'https://doi.org/10.5555/abc.12.', '10.5555/abc.12'],
    ['DOI', 'no number', undefined],
    ['keyword', 'Keywords: hedging; voting.', 'hedging, voting'],
    ['ISBN', 'ISBN 978-0-306-40615-7 (print)', '978-0-306-40615-7'],
    ['URL', 'javascript:alert(1)', undefined],
    ['publisher', '   ', undefined],
  ];
  for (const [field, text, value] of cases) it(`reads ${JSON.stringify(text)} as ${field}`, () => assert.deepEqual(valueAs(field, text), value));

  it('never throws, and gives no blank value', () => {
    fc.assert(fc.property(fc.constantFrom(...Object.keys(usableFields) as UsableField[]), fc.string({ unit: 'binary' }), (field, text) => {
      const value = valueAs(field, text);
      assert.ok(value === undefined || (typeof value === 'string' ? value.trim() !== '' : Object.keys(value as object).length > 0));
    }));
  });
});
