/** References whose form leaves no doubt what is what. */
import assert from 'node:assert/strict';
import { readReferences } from '../../../../src/core/parsing/references';
import { readReference } from '../../../../src/core/parsing/references/reference';

const item = (text: string) => readReference(text).item;
const year = (text: string) => item(text).issued?.['date-parts']?.[0]?.[0];

describe('the form of a reference', () => {
  it('tells a subtitle and a town where a book of German historians has no publisher', () => {
    const one = item('Sandvoß, Nils (1996): Die Stadt im Nebel. Bildnis eines Hafens, Rostock.');
    assert.deepEqual([one.type, one.title, one['container-title'], one['publisher-place']], ['book', 'Die Stadt im Nebel. Bildnis eines Hafens', undefined, 'Rostock']);
    const two = item('Ahrend, Ina/Wuttke, Tom (1988), Inseln ohne Rat. Von der Kunst des Abwartens, Frankfurt a.M./New York.');
    assert.deepEqual([two.title, two.editor, two['publisher-place']], ['Inseln ohne Rat. Von der Kunst des Abwartens', undefined, 'Frankfurt a.M./New York']);
    const part = item('Sandvoß, Nils (1996): Die Fähren im 19. Jahrhundert, in: Ina Wuttke (Hg.): Der Norden im 20. Jahrhundert, Rostock, S. 45–72.');
    assert.deepEqual([part['container-title'], part['publisher-place'], part.page], ['Der Norden im 20. Jahrhundert', 'Rostock', '45-72']);
  });

  it('tells a series behind an equals sign, and a numbered one before a publisher', () => {
    const one = item('Wuttke, Ina (2001), Häfen und Räte (=Beiträge zur Inselkunde, Bd. 8), Rostock.');
    assert.deepEqual([one.title, one['collection-title'], one['collection-number'], one['publisher-place']], ['Häfen und Räte', 'Beiträge zur Inselkunde', '8', 'Rostock']);
    const two = item('Reimers, Eva (1985): Stilles Wissen. Edition Inselkunde, 543, Frankfurt am Main: Nordverlag.');
    assert.deepEqual([two.type, two['collection-title'], two['collection-number'], two.volume], ['book', 'Edition Inselkunde', '543', undefined]);
  });

  it('keeps in a title the names, years, brackets and slashes that it holds', () => {
    assert.deepEqual([item('Reimers, Eva (2005): Stille Ufer. Zum Raum in B.K. Thorwalds Prosa, Rostock/Wismar.')].map(({ title, editor }) => [title, editor]), [['Stille Ufer. Zum Raum in B.K. Thorwalds Prosa', undefined]]);
    assert.equal(item('Brookner, L. (2011): Quiet Harbours: Councils of the north, 1492-1900, 2nd edn, Leeds: Quay Press.').title, 'Quiet Harbours: Councils of the north, 1492-1900');
    assert.equal(item('Sandvoß, Nils (1998), »Aus einem Brief (an die alten Fährleute)«, Inselkunde, Jg. 27, H. 1, S. 28–33.').title, 'Aus einem Brief (an die alten Fährleute)');
    assert.equal(item('Ferris, K. (1995), “Ferries and the Value of Control”, Northern School of Business, Working Paper 16.').title, 'Ferries and the Value of Control');
  });

  it('tells who edited a work and who translated it', () => {
    const part = item('Ahrend, Tom (1985): Von den Inseln, in: Gesammelte Schriften, hg. v. Nils Sandvoß, Bd. 2, Rostock, 31-44.');
    assert.deepEqual([part.editor, part.translator], [[{ family: 'Sandvoß', given: 'Nils' }], undefined]);
    const whole = item('Седых Г. В., Рогов Л. А. (ред.). Острова и власть: сборник. М.: Причал, 1997.');
    assert.deepEqual([whole.author, whole.editor?.map(({ family }) => family)], [undefined, ['Седых', 'Рогов']]);
    const turned = item('Okker, P (1973). The hedge and the parish, (H. J. Ferris, Trans.). Evanston, IL: Quay University Press.');
    assert.deepEqual([turned.editor, turned.translator], [undefined, [{ family: 'Ferris', given: 'H. J.' }]]);
  });

  it('tells people apart whose names stand in two orders', () => {
    assert.deepEqual(item('Wuttke-Berg, Ina, Tom Ahrend, Nils Sandvoß und Eva Reimers (2003): Wer lenkt die Fähre? Rostock: Nordverlag.').author?.map(({ family }) => family), ['Wuttke-Berg', 'Ahrend', 'Sandvoß', 'Reimers']);
    assert.deepEqual(item('Brookner-Hale, L. & K. Ferris (1984) Ferry matters. Rowley, Mass.: Quay House.').author, [{ family: 'Brookner-Hale', given: 'L.' }, { family: 'Ferris', given: 'K.' }]);
  });

  it('keeps a town with its state, and the issue before a year', () => {
    assert.equal(item('Brookner, L. (1978). Quiet harbours: Boats in late northern society. Princeton, New Jersey: Quay University Press.')['publisher-place'], 'Princeton, New Jersey');
    const article = item('Lang, Tom-Olaf (2006): Fähren ohne Kompass. Die Inseln suchen ihren Kurs. In: Inselkunde, 56. Jg. 11-12/2006, S. 81 - 92.');
    assert.deepEqual([article.volume, article.issue, article.page], ['56', '11-12', '81-92']);
  });

  it('tells behind the slashes of a Russian reference the editors, the series of a journal, and the author’s own book', () => {
    const part = item('Седых Г. В. О паромах // Рогов Л. А., Пайков Д. (ред.). Причалы. Реки. Каналы: Сборник статей. СПб.: Причал, 2014. С. 52—63.');
    assert.deepEqual([part['container-title'], part.editor?.map(({ family }) => family)], ['Причалы. Реки. Каналы: Сборник статей', ['Рогов', 'Пайков']]);
    const article = item('Седых Г. В. О паромах // Вестн. Помор. ун-та. Сер. 9. Филология. 1982. № 5. С. 51—59.');
    assert.deepEqual([article['container-title'], article.volume, article.issue], ['Вестн. Помор. ун-та. Сер. 9. Филология', undefined, '5']);
    const own = item('Седых Г. В. О паромах и причалах // Седых Г. В. Избранные работы. М.: Причал, 1985. С. 17—36.');
    assert.deepEqual([own['container-title'], own.editor], ['Избранные работы', undefined]);
    assert.equal(item('Рогов Л. А. Словарь причалов в 2 т. М.: Причал, 1980.').title, 'Словарь причалов');
  });

  it('tells by the marks of Chinese titles what stands in what', () => {
    const part = item('何平：《海岛》，王立、李芳主编：《岛屿论丛》，北京：远航出版社，1999年，第24—66页。');
    assert.deepEqual([part.type, part.title, part['container-title'], part.editor?.length, part.publisher, part.page], ['chapter', '海岛', '岛屿论丛', 2, '远航出版社', '24-66']);
    const article = item('周航：《论海岛的治理》，《社会研究》（兰州）1992年第5期。');
    assert.deepEqual([article['container-title'], article.issue, article['publisher-place']], ['社会研究', '5', undefined]);
    const book = item('藤井健太：《近代港口史》，王立、李芳译，上海：东海出版社，1985年。');
    assert.deepEqual([book.editor, book.translator?.length, book.publisher], [undefined, 2, '东海出版社']);
    const paper = '《各岛联合会致省政府电》，《江海日报》（上海）1926年9月3日，第2版。';
    assert.deepEqual(readReferences(paper, { start: 0, end: paper.length }).map(({ item: one }) => [one['container-title'], one.page]), [['江海日报', '2']]);
  });

  it('tells the year of a Chinese article behind its mark, and the body that wrote a report', () => {
    assert.equal(year('周航. 2017年海岛渡口调查报告[J]. 岛屿研究, 2018(4): 1-17.'), 2018);
    assert.deepEqual(item('周航, 何平. 渡口结构[M]. 王立, 李芳, 译. 2版. 北京: 远航出版社, 2012.').editor, undefined);
    const report = 'WORLD HARBOUR ORGANIZATION. Harbours in figures 2023: ferries and piers[R]. Geneva: Quay Office, 2023.';
    assert.deepEqual(readReferences(report, { start: 0, end: report.length }).map(({ item: one }) => [one.author, one.title]), [[[{ literal: 'WORLD HARBOUR ORGANIZATION' }], 'Harbours in figures 2023: ferries and piers']]);
  });
});
