/** What stands in the place of a year, and the last of several authors. */
import assert from 'node:assert/strict';
import { readReferences } from '../../../../src/core/parsing/references';

const read = (line: string) => readReferences(line, { start: 0, end: line.length })[0]?.item;

describe('In the place of a year', () => {
  const unpublished: { readonly [line: string]: readonly [title: string, status: string | undefined] } = {
    'Okafor, Adaeze, and Min Lee. In press. “Hedging in the Delta.” Journal of Crossings.': ['Hedging in the Delta', 'in press'],
    'Okafor, Adaeze, and Min Lee. Forthcoming. Rivers and Rivalry. London: North Press.': ['Rivers and Rivalry', 'forthcoming'],
    'Okafor, A., & Lee, M. (in press). Hedging in the delta. Journal of Crossings.': ['Hedging in the delta', 'in press'],
    'Okafor, A., & Lee, M. (im Erscheinen). Die Flüsse im Delta. Berlin: Nordverlag.': ['Die Flüsse im Delta', 'im Erscheinen'],
    'Okafor, Adaeze, Ana Diaz, and Min Lee. N.d. Rivers and Rivalry. London: North Press.': ['Rivers and Rivalry', undefined],
  };
  for (const [line, [title, status]] of Object.entries(unpublished)) {
    it(`a word says how far the work has come: ${line}`, () => {
      const item = read(line);
      assert.deepEqual([item?.title, item?.['status'], item?.issued, item?.author?.at(-1)?.family], [title, status, undefined, 'Lee']);
    });
  }

  it('a word behind the journal is no publisher', () => {
    const item = read('Okafor, Adaeze. 2024. “Hedging in the Delta.” Journal of Crossings, forthcoming.');
    assert.deepEqual([item?.['container-title'], item?.publisher, item?.['status'], item?.issued?.['date-parts']], ['Journal of Crossings', undefined, 'forthcoming', [[2024]]]);
  });

  for (const years of ['1835/2000', '[1835] 2000', '2000 [1835]']) {
    it(`the year of a new edition stands beside that of the work: ${years}`, () => {
      const item = read(`Tocqueville, Alexis de. ${years}. Democracy in America. Chicago: University of Chicago Press.`);
      assert.deepEqual([item?.title, item?.issued?.['date-parts'], item?.['original-date']?.['date-parts']], ['Democracy in America', [[2000]], [[1835]]]);
    });
  }

  it('nothing stands where a title ends with such words, behind the year', () => {
    for (const [line, title] of [
      ['Okafor, Adaeze. 2001. Freedom in Press. London: North Press.', 'Freedom in Press'],
      ['Okafor, A. (2011). Sovereignty under review. Journal of Crossings, 3(1), 3–9.', 'Sovereignty under review'],
    ] as const) assert.deepEqual([read(line)?.title, read(line)?.['status']], [title, undefined]);
  });

  it('the number of an act is no year of a work', () => {
    for (const line of ['European Commission. 2013. Regulation No. 1407/2013. Brussels: European Commission.', 'European Commission. Regulation No. 1407/2013. Brussels: European Commission, 2013.']) assert.equal(read(line)?.['original-date'], undefined, line);
  });

  it('two years that follow each other are one issue', () => {
    assert.equal(read('Okafor, A. (2019/2020). Two winters. Journal of Crossings, 3(1), 3–9.')?.['original-date'], undefined);
  });
});

describe('The authors of a reference', () => {
  it('end with a person behind “and”', () => {
    assert.deepEqual(read('Lim, Darren J., and Zack Cooper. 2015. “Rivers in Doubt.” Journal of Crossings 24 (4): 96–127.')?.author, [{ family: 'Lim', given: 'Darren J.' }, { family: 'Cooper', given: 'Zack' }]);
  });

  it('have family names of two words that are joined', () => {
    assert.deepEqual(read('Sá e Silva, Michelle. 2019. Learning in the Delta. London: North Press.')?.author, [{ family: 'Sá e Silva', given: 'Michelle' }]);
  });
});
