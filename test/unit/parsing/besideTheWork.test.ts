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

describe('The words around a work', () => {
  it('on a page of a think tank leave it its day, not that of a related publication', async () => {
    const [item] = await read('Home > Publications', 'Policy Brief No. 12 | 3 March 2021', 'Rivers without Treaties: Sharing the Vardan', 'by Ada Lorne and Bo Tane', 'Download PDF', 'Summary', 'Two canals were dug upstream, and no treaty speaks of them. This brief recommends a joint office that measures the water.', 'Related publications', 'Dams: A Primer', '7 June 2019', '© Lakeside Policy Forum 2021');
    assert.deepEqual([item?.type, item?.title, item?.issued?.['date-parts']], ['report', 'Rivers without Treaties: Sharing the Vardan', [[2021, 3, 3]]]);
  });
  it('between two authors on lines of their own cost neither of them', async () => {
    const [item] = await read('In: Harbour Studies', 'Authors:', 'Ada Lorne', '  Search for other papers by Ada Lorne in', 'Current site', 'Google Scholar', 'PubMed', 'Close', 'and', 'Bo Tane', '  Search for other papers by Bo Tane in', 'Current site', 'Google Scholar', 'PubMed', 'Close', 'Online Publication Date:', '    29 Nov 2020', 'Title: The Pier as a Stage, 1959–1990', 'Volume/Issue: Volume 3: Issue 2', 'Page Range: 18–41', 'DOI: https://doi.org/10.1163/22105018-00340199');
    assert.deepEqual(item === undefined ? [] : names(item), ['Ada Lorne', 'Bo Tane']);
  });
  it('in Chinese are no people, though they are as short as names', async () => {
    const [item] = await read('首页 检索 会员', '期刊 博硕 报纸 图书', '地方治理研究 . 2021 ,(03) 查看该刊数据库收录来源', '村级议事会与公共预算的公开程度', '沈若兰1 蒋志平2', '1. 湘江大学公共管理学院 2. 南湖大学政治学系', '摘要：村级议事会影响公共预算的公开程度。本文基于对三省二十个村的调研，考察议事会在预算审查中的角色变化及其条件。', '关键词：议事会；预算；', 'DOI：10.16666/j.cnki.dfzl.2021.03.002');
    assert.deepEqual([item?.title, item?.author?.map(({ family, given }) => [family, given])], ['村级议事会与公共预算的公开程度', [['沈', '若兰'], ['蒋', '志平']]]);
  });
  it('above a panel may name its papers too', async () => {
    const [first, ...more] = await read('Accepted Papers', 'Paper short abstract Paper long abstract', 'Have any questions?', 'Login', 'Panel H07', 'Harbours after the state', 'Convenors:', 'Ada Lorne (University of Exmoor)', 'Sessions:', 'Thursday 27 June, 2019, -', 'Accepted papers:', 'Session 1 Thursday 27 June, 2019, -', '', 'Who repairs the pier', 'Bo Tane (Institute of Coasts)', 'Paper long abstract:', 'The paper follows the people who repair a pier, and asks who pays them when the state is far away and the sea is near.', 'Boats as offices', 'Eva Köhl (University of Halberstadt)', 'Paper long abstract:', 'Officials of the port work on boats. The paper describes a week on one of them and what is written down there.');
    assert.deepEqual([first?.title, first === undefined ? [] : names(first), more.map(({ title }) => title)], ['Who repairs the pier', ['Bo Tane'], ['Boats as offices']]);
  });
  it('at the foot of a list of books name no publisher and year of the last book', async () => {
    const items = await read('New books', '', 'Piers and Power', 'Ada Lorne', 'Hardback | 9781800771214', 'Add to basket', '', 'Why Harbours Vote', 'Bo Tane', 'Paperback | 9781800771337', 'Add to basket', '', '© Lakeside University Press 2024');
    assert.deepEqual(items.map(({ title, issued }) => [title, issued]), [['Piers and Power', undefined], ['Why Harbours Vote', undefined]]);
    assert.ok(items.every(({ publisher }) => publisher === undefined || !publisher.startsWith('©')));
  });
  it('in Chinese are neither buttons that become people nor tabs whose lists become works', async () => {
    const items = await read('首页 检索', '湖区研究 . 2020 ,(02) 查看该刊数据库收录来源', '渡口与选票：湖区村庄的投票组织', '沈若兰1 蒋志平2', '1. 湘江大学公共管理学院 2. 南湖大学政治学系', '引用 收藏 打印 关注期刊 笔记', '摘要：渡口决定湖区村庄怎样组织投票。本文基于对三个湖区二十个村的调研，考察渡口的时刻与投票之间的关系。', '关键词：渡口；投票；', 'DOI：10.16666/j.cnki.hqyj.2020.02.003', '', '参考文献 二级参考文献 同被引文献', '[1]湖上的村庄[J]. 何小舟,陆平. 湖区研究. 2011(03)');
    assert.deepEqual(items.map(({ title, author }) => [title, author?.map(({ family, given }) => [family, given])]), [['渡口与选票：湖区村庄的投票组织', [['沈', '若兰'], ['蒋', '志平']]]]);
  });
});
