import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { formats, parsePaste, placesOf, type ReadRecord } from '../../../src/core/parsing';
import type { Item } from '../../../src/core/source';
import { directEngine } from '../../doubles/directEngine';

const folder = path.join('test', 'fixtures', 'pastes');
const samples = readdirSync(folder).filter((name) => name.endsWith('.txt')).map((name) => [name, readFileSync(path.join(folder, name), 'utf8')] as const);
const whole = (text: string) => ({ format: 'text', within: { start: 0, end: text.length } }) as const;
/** `field: text` for each place. */
const said = (item: object, text: string, format: ReadRecord['format'] = 'text'): string[] =>
  placesOf({ id: '', type: 'document', ...item } as Item, text, { ...whole(text), format }).map(({ field, span }) => `${field}: ${text.slice(span.start, span.end)}`);

describe('finding where in a paste a field stands', function () {
  this.timeout(20_000);

  it('finds values through markup, hyphens at line ends, escapes and TeX', () => {
    assert.deepEqual(said({ title: 'Hedging and the co-operation of “small” states' }, 'x\nHedging and the <i>co-\noperation</i> of &ldquo;small&rdquo;\nstates. y'), ['title: Hedging and the <i>co-\noperation</i> of &ldquo;small&rdquo;\nstates']);
    assert.deepEqual(said({ author: [{ family: 'Øster', given: 'Zoé' }] }, '@book{a, author = {{\\O}ster, Zo\\\'{e}}}', 'bibtex'), ["author: \\O}ster, Zo\\'{e"]);
    assert.deepEqual(said({ title: 'Čas a\nmoc' }, '{"title":"\\u010cas a\\nmoc"}', 'csl-json'), ['title: \\u010cas a\\nmoc']);
  });

  it('finds each author, however the name is turned, and years and shortened pages beside them', () => {
    const text = 'Lee, A. and B. Kim (2018) Hedging Explained. Journal of Votes 7(2), 388–95.';
    const item = { title: 'Hedging Explained', author: [{ family: 'Lee', given: 'Ann' }, { family: 'Kim', given: 'Bo' }], issued: { 'date-parts': [[2018]] }, 'container-title': 'Journal of Votes', volume: '7', issue: '2', page: '388-395' };
    assert.deepEqual(said(item, text), ['author: Lee, A', 'author: B. Kim', 'issued: 2018', 'title: Hedging Explained', 'container-title: Journal of Votes', 'volume: 7', 'issue: 2', 'page: 388–95']);
  });

  it('takes no number for a volume that stands alone somewhere, nor part of a word', () => {
    assert.deepEqual(said({ volume: '7' }, 'See figure\n7\n and 2017'), []);
    assert.deepEqual(said({ publisher: 'Ace' }, 'Peace\nPublisher: Ace'), ['publisher: Ace']);
  });

  it('prefers what stands behind the label of the field', () => {
    assert.deepEqual(said({ volume: '12', issue: '12' }, 'TY  - JOUR\nIS  - 12\nVL  - 12\n', 'ris'), ['issue: 12', 'volume: 12']);
  });

  it('finds most fields of every text beside these tests, each in the record that it is of', async () => {
    const missing: string[] = [];
    let [found, all] = [0, 0];
    for (const [name, text] of samples) {
      const { records } = await parsePaste(text, { engine: directEngine });
      for (const { item, certainty, format, span } of records) {
        const places = placesOf(item, text, { format, within: span, certainty });
        let at = 0;
        for (const place of places) {
          const isTold = certainty[place.field]?.span?.start === place.span.start;
          assert.ok(isTold || (place.span.start >= span.start && place.span.end <= span.end), `${name} ${place.field}`);
          assert.ok(place.span.start >= at, `${name} ${place.field}`);
          at = place.span.end;
        }
        for (const field of Object.keys(item).filter((one) => !['id', 'type', 'custom', 'language', 'tags'].includes(one))) {
          all += 1;
          if (places.some((place) => place.field === field)) found += 1;
          else missing.push(`${name} ${field} ${JSON.stringify(item[field]).slice(0, 60)}`);
        }
      }
    }
    if (process.env['SHOW']) console.log(missing.join('\n'));
    assert.ok(found / all > 0.95, `${found} of ${all}\n${missing.join('\n')}`);
  });

  it('gives places in order and apart for any item and any text', () => {
    const text = fc.array(fc.constantFrom('Hedging', ' ', '2018', '7', '\n', 'Lee', '&amp;', '\\"', '<i>', 'ß', '😀', '7(2)', 'vol. '), { maxLength: 30 }).map((parts) => parts.join(''));
    const item = fc.record({ title: text, volume: text, author: fc.array(fc.record({ family: text, given: text })), abstract: text, custom: fc.dictionary(fc.string(), fc.jsonValue()) }) as unknown as fc.Arbitrary<Item>;
    fc.assert(fc.property(item, text, fc.constantFrom(...formats), (one, raw, format) => {
      let at = 0;
      for (const { span } of placesOf(one, raw, { ...whole(raw), format })) {
        assert.ok(span.start >= at && span.end >= span.start && span.end <= raw.length);
        at = span.end;
      }
    }));
  });

  it('is done with a megabyte in a moment', () => {
    const line = 'The concept of hedging, 2018, vol. 7, and Lee once more.\n';
    const text = line.repeat(20_000);
    const begin = Date.now();
    said({ title: 'Of hedging once more', volume: '7', issued: { 'date-parts': [[2018]] }, author: Array.from({ length: 300 }, () => ({ family: 'Lee', given: 'A' })), abstract: line.repeat(200) }, text);
    assert.ok(Date.now() - begin < 4000, `${Date.now() - begin} ms`);
  });
});
