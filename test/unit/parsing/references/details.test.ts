/** Details of single references that once went wrong. */
import assert from 'node:assert/strict';
import { readReference } from '../../../../src/core/parsing/references/reference';
import { readReferences } from '../../../../src/core/parsing/references';
import { labelledTokens } from '../../../../src/core/parsing/references/model/labelling';

const item = (text: string) => readReference(text).item;

describe('a reference', () => {
  it('tells the order of a name by its comma', () => {
    assert.deepEqual(item('Torcal Vega, Mariano; Chueca, Elisa. La percepción de la corrupción. Revista Andina de Sociología. 2012, vol. 14, n.º 2, p. 7-32.').author,
      [{ family: 'Torcal Vega', given: 'Mariano' }, { family: 'Chueca', given: 'Elisa' }]);
    assert.deepEqual(item('Dannemann, Karl-Otto: Was heißt: aus Texten lernen? In: Merkurblätter 44 (1990), S. 233 - 241.').author, [{ family: 'Dannemann', given: 'Karl-Otto' }]);
  });

  it('keeps letters in front of pages, and leaves out the page of a book that somebody cited', () => {
    assert.equal(item('Hendry, D. F. and Krolz, H.-M. (2005). The properties of automatic modelling. Economic Journal, 115, C32–C61.').page?.replace('–', '-'), 'C32-C61');
    assert.equal(item('Barton, R. The Semiotic Challenge (Oxford: Blackwell, 1988), p. 45.').page, undefined);
  });

  it('takes what a full stop divides from the title of a book for its subtitle', () => {
    assert.equal(item('Sperling, Dieter (1987): Der Bürger als Kunde. Zur Ökonomie der Verwaltung, Frankfurt/New York.').title, 'Der Bürger als Kunde. Zur Ökonomie der Verwaltung');
  });

  it('is not seen in the remains of data', () => {
    const text = '"title": ["A broken record"], "volume": "12", "page": "1-20", "author": [{"family": "Okafor", "given": "N."}], "issued": {"date-parts": [[2019]]';
    assert.deepEqual(readReferences(text, { start: 0, end: text.length }), []);
  });

  it('has a share between 0 and 1 for the label of each of its tokens, whatever it holds', () => {
    for (const text of ['', '…', '\u{1f600}', '12', 'Müller/Łukasz (Hg.)', '王明', 'a'.repeat(3000), '((((', '10.1/', 'https://']) {
      for (const { sure, start, end } of labelledTokens(text)) assert.ok(sure >= 0 && sure <= 1 && start < end && end <= text.length, text);
    }
  });
});
