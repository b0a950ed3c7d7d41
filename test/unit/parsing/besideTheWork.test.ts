/** What stands beside a work on a page, and may neither become part of it nor hide a part of it. */
import assert from 'node:assert/strict';
import { fullName, type Item } from '../../../src/core/source';
import { parsePaste } from '../../../src/core/parsing';
import { directEngine } from '../../doubles/directEngine';

const read = async (...lines: readonly string[]): Promise<readonly Item[]> => (await parsePaste(lines.join('\n'), { engine: directEngine })).records.map(({ item }) => item);
const names = ({ author = [] }: Item): readonly string[] => author.map(fullName);

describe('A programme with two lines below each clock', () => {
  const slots = (namesFirst: boolean): readonly string[] => ([['09:00', 'Ada Lorne and Bo Tane', 'Why harbours vote'], ['09:30', 'Eva Köhl', 'The pier as a stage: a case study']] as const)
    .flatMap(([clock, people, title]) => [clock, ...(namesFirst ? [people, title] : [title, people]), '']);
  const head = ['HARBOUR 2021: FIRST WORKSHOP ON PORTS', 'PROGRAM FOR MONDAY, MAY 3RD', '09:00-10:00 Session 1: Votes', 'LOCATION: Hall'];
  it('has its people where the names stand, in front of the titles or below them', async () => {
    for (const namesFirst of [true, false]) assert.deepEqual((await read(...head, ...slots(namesFirst), 'Powered by EasyChair Smart Program')).map((item) => [item.title, names(item)]), [['Why harbours vote', ['Ada Lorne', 'Bo Tane']], ['The pier as a stage: a case study', ['Eva Köhl']]]);
  });
});
