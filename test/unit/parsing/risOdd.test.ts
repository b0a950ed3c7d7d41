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
