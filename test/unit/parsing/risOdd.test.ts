/** RIS as it is really pasted: odd spacing, lost types, numbers between records, pages without their dash. */
import assert from 'node:assert/strict';
import { parsePaste, type ReadRecord } from '../../../src/core/parsing';
import { directEngine } from '../../doubles/directEngine';

const read = async (text: string): Promise<readonly ReadRecord[]> => (await parsePaste(text, { engine: directEngine })).records;
const lines = ['TY  - JOUR', 'AU  - Doe, Jane', 'TI  - A title', 'JO  - A Journal', 'PY  - 2001', 'SP  - 5', 'EP  - 9', 'ER  - '];

describe('RIS of odd spacing', () => {
  it('is read as if it were regular', async () => {
    const clean = (await read(lines.join('\n')))[0]?.item;
    const spacings: readonly ((line: string) => string)[] = [
      (line) => line.replace('  - ', ' - '), (line) => line.replace('  - ', '  -'), (line) => line.replace('  - ', '- '), (line) => line.replace('  - ', ' – '), (line) => line.replace('  - ', '\t-\t'), (line) => line.replace('  - ', '      -   '),
    ];
    for (const spacing of spacings) assert.deepEqual((await read(lines.map(spacing).join('\n')))[0]?.item, clean, spacing('TY  - JOUR'));
  });

  it('does not take words with a hyphen for tags', async () => {
    const [record] = await read('TY  - JOUR\nTI  - A title\nAB  - Talks of the\nEU- and US-led\nkind. Of\nUN -wide rules\nER  - ');
    assert.equal(record?.item.abstract, 'Talks of the EU- and US-led kind. Of UN -wide rules');
  });

  it('leaves the numbers between records out of them', async () => {
    const records = await read('1.\nTY  - JOUR\nTI  - One\nPB  - P\n2.\nTY  - JOUR\nTI  - Two\nPB  - Q\n<3>\nTY  - JOUR\nTI  - Three\nER  - ');
    assert.deepEqual(records.map(({ item }) => [item.title, item.publisher]), [['One', 'P'], ['Two', 'Q'], ['Three', undefined]]);
  });
});

describe('RIS without a type', () => {
  it('is read, and its type is offered as unsure', async () => {
    const [record] = await read(lines.slice(1).join('\n'));
    assert.deepEqual([record?.format, record?.item.title, record?.item.page], ['ris', 'A title', '5-9']);
    assert.ok((record?.certainty['type']?.sure ?? 1) < 0.85);
  });

  it('stands between records that have theirs', async () => {
    const other = lines.slice(1).join('\n').replace('A title', 'Another');
    assert.deepEqual((await read(`${lines.join('\n')}\n\n${other}\n\n${lines.join('\n')}`)).map(({ item }) => item.title), ['A title', 'Another', 'A title']);
  });

  it('is not seen in records of PubMed, nor in a few lines of dialogue', async () => {
    const [record] = await read('PMID- 1\nOWN - NLM\nTI  - One.\nPG  - 1-2\nAU  - Doe J\nJT  - J\n');
    assert.equal(record?.format, 'nbib');
    for (const { format } of await read('TI  - hello\nUR  - hello to you\n')) assert.notEqual(format, 'ris');
  });
});

describe('Pages in RIS', () => {
  it('that lost their dash are taken apart, and the person is told', async () => {
    const [record] = await read('TY  - JOUR\nTI  - T\nJO  - J\nSP  - 93105\nER  - ');
    assert.equal(record?.item.page, '93-105');
    assert.equal(JSON.stringify(record?.item.custom).includes('93105'), true);
    assert.equal((await read('TY  - JOUR\nTI  - T\nJO  - J\nSP  - 93105\nEP  - 105\nER  - '))[0]?.item.page, '93-105');
  });

  it('that are single pages or numbers of articles stay as they are', async () => {
    for (const page of ['1234', '102345', 'e1204', '10432']) {
      assert.equal((await read(`TY  - JOUR\nTI  - T\nJO  - J\nSP  - ${page}\nER  - `))[0]?.item.page, page);
    }
  });
});

describe('A tag of RIS that says something else of a kind of work', () => {
  const itemOf = async (type: string, ...tags: readonly string[]) => (await read([`TY  - ${type}`, 'TI  - Quiet rivers', 'AU  - Okonjo, Ada', 'PY  - 2011', ...tags, 'ER  - '].join('\n')))[0]?.item;
  const unmapped = (item: Awaited<ReturnType<typeof itemOf>>): unknown => item?.custom?.['unmapped'];

  it('stays as it was written: the day an article went online, the length of a film, a picture described, the year a page was looked at', async () => {
    const article = await itemOf('JOUR', 'ET  - 2010/12/04', 'SE  - 177', 'NV  - quarterly', 'SP  - 77', 'EP  - 91');
    assert.deepEqual([article?.['edition'], article?.['section'], article?.['number-of-volumes'], article?.page], [undefined, undefined, undefined, '77-91']);
    assert.deepEqual(unmapped(article), { ET: '2010/12/04', SE: '177', NV: 'quarterly' });
    assert.deepEqual(unmapped(await itemOf('MPCT', 'SP  - 94 min')), { SP: '94 min' });
    assert.deepEqual(unmapped(await itemOf('ART', 'SP  - oil on panel', 'VL  - 2')), { SP: 'oil on panel' });
    assert.deepEqual(unmapped(await itemOf('BLOG', 'VL  - 2012')), { VL: '2012' });
    assert.deepEqual(unmapped(await itemOf('DBASE', 'SN  - Study 17')), { SN: 'Study 17' });
  });

  it('is taken where it has the form of what it is elsewhere', async () => {
    const article = await itemOf('JOUR', 'ET  - 2nd ed.', 'SE  - Letters', 'VL  - 2012');
    assert.deepEqual([article?.['edition'], article?.['section'], article?.['volume']], ['2nd ed.', 'Letters', '2012']);
    assert.equal((await itemOf('MAP', 'SP  - 4-5'))?.page, '4-5');
    assert.equal((await itemOf('BOOK', 'NV  - three', 'ET  - revised'))?.['number-of-volumes'], 'three');
  });

  it('names a patent by its number before that of its application, a case by its docket, the issue of a newspaper and the series number of a report', async () => {
    assert.equal((await itemOf('PAT', 'M1  - 09/123,456', 'SN  - US 7654321'))?.['number'], 'US 7654321');
    assert.equal((await itemOf('CASE', 'SV  - No. 12-34'))?.['number'], 'No. 12-34');
    const paper = await itemOf('NEWS', 'T2  - The River Post', 'M1  - 3', 'C2  - 118');
    assert.deepEqual([paper?.['issue'], unmapped(paper)], ['118', { M1: '3' }]);
    assert.equal((await itemOf('RPRT', 'T2  - River papers', 'NV  - 12'))?.['collection-number'], '12');
  });

  it('gives a report its ISBN, and the number only where it is no serial number', async () => {
    const [report, numbered] = [await itemOf('RPRT', 'M1  - 5', 'SN  - 978-90-386-4503-2'), await itemOf('RPRT', 'SN  - TR-88')];
    assert.deepEqual([report?.['number'], report?.['ISBN'], numbered?.['number'], numbered?.['ISBN']], ['5', '978-90-386-4503-2', 'TR-88', undefined]);
  });

  it('is the title where the record has no other than the short one', async () => {
    const [record] = await read('TY  - CHAP\nST  - Quiet rivers\nAU  - Okonjo, Ada\nT2  - Waters\nER  - ');
    assert.deepEqual([record?.item.title, record?.item['title-short']], ['Quiet rivers', undefined]);
  });
});
