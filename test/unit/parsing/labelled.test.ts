/** Pages and first pages of no particular site: what is read of them, and what is left alone. */
import assert from 'node:assert/strict';
import { parsePaste, type ReadRecord } from '../../../src/core/parsing';
import { fromCapitals, nameFromCapitals } from '../../../src/core/parsing/capitals';
import { withLigatures } from '../../../src/core/parsing/ligatures';
import { withoutMojibake } from '../../../src/core/parsing/mojibake';
import { readCitation } from '../../../src/core/parsing/pages/labelledCitation';
import { readIssue } from '../../../src/core/parsing/pages/labelledIssue';
import { peopleScore, readByline } from '../../../src/core/parsing/pages/labelledPeople';
import { labelAt } from '../../../src/core/parsing/pages/labels/label';
import { readLabelled } from '../../../src/core/parsing/pages/labelled';
import { forgetLines } from '../../../src/core/parsing/remembered';
import { textLanguage } from '../../../src/core/parsing/textLanguage';
import { directEngine } from '../../doubles/directEngine';
import { growsWithSize, repeated } from '../../doubles/growth';

const labelled = (text: string) => readLabelled(text, { start: 0, end: text.length });
const only = async (text: string): Promise<ReadRecord> => {
  const { records } = await parsePaste(text, { engine: directEngine });
  assert.equal(records.length, 1);
  return records[0] as ReadRecord;
};
const prose = 'This article asks why small states trade water for rails, and shows that hedging explains it.';

describe('A label', () => {
  it('is known whatever its case, also in Turkish, and between blanks and brackets', () => {
    for (const [line, role] of [['ÖZET', 'abstract'], ['A B S T R A C T', 'abstract'], ['【摘要】本文考察', 'abstract'], ['摘 要：本文', 'abstract'], ['ANAHTAR KELİMELER:', 'keywords'],
      ['Kalit so‘zlar: a', 'keywords'], ['УДК 327.7', 'udc'], ['Түйін сөздер: a, b', 'keywords'], ['Mots-clés : a', 'keywords'], ['dc.title\tX', 'title'], ['**Abstract**', 'abstract']] as const) {
      assert.equal(labelAt(line)?.role, role, line);
    }
  });

  it('is no word that a sentence begins with', () => {
    for (const line of ['Abstract ideas seldom move people.', 'Keywords are dull.', 'Summary of the meeting', 'Авторы статьи утверждают', 'Title of the meeting']) {
      assert.equal(labelAt(line), undefined, line);
    }
  });
});

describe('Keywords', () => {
  it('end where an address or a DOI stands below them', async () => {
    for (const line of ['DOI: 10.5555/rip.2014.388', 'https://doi.org/10.5555/rip.2014.388', 'doi:10.5555/rip.2014.388', '10.5555/rip.2014.388']) {
      const { item } = await only(`Rails and Rivers\nAda Okonjo\n\nAbstract\n${prose}\n\nKeywords: hedging, water, small states\n${line}\n`);
      assert.deepEqual([item['keyword'], item.DOI], ['hedging, water, small states', '10.5555/rip.2014.388'], line);
    }
  });
});

describe('A line of volume and issue', () => {
  const cases: readonly (readonly [string, object])[] = [
    ['Yıl 2022, Cilt: 8 Sayı: 1, 33 - 57, 30.06.2022', { volume: '8', issue: '1', page: '33-57', year: 2022 }],
    ['Rev. cienc. polít. vol.43 no.2 Santiago ago. 2023', { volume: '43', issue: '2', year: 2023 }],
    ['№ 4 (129)/2019', { issue: '4', cumulative: '129', year: 2019 }],
    ['2021/2 (Vol. 41), pages 45 à 72', { volume: '41', issue: '2', page: '45-72' }],
    ['Vol. 9, No. 3 (2017), pp. 201–24', { volume: '9', issue: '3', page: '201-224', year: 2017 }],
    ['Т. 14. № 4. С. 72–90', { volume: '14', issue: '4', page: '72-90' }],
    ['Federalism and Harbours (2024), 33, 211–236', { volume: '33', page: '211-236', year: 2024 }],
    ['Journal of Harbours (2021), 12(3), 4–19', { volume: '12', issue: '3', page: '4-19', year: 2021 }],
    ['港口评论. 2023(05)  页码：88-101+159', { issue: '05', page: '88-101+159' }],
    ['第12卷 第3期', { volume: '12', issue: '3' }],
  ];
  for (const [line, expected] of cases) {
    it(`is read in “${line}”`, () => {
      const { at, year, ...rest } = readIssue(line) ?? { at: -1 };
      assert.ok(at >= 0);
      assert.deepEqual({ ...rest, ...('year' in expected ? { year } : {}) }, expected);
    });
  }

  it('is not seen in sentences, times and years', () => {
    for (const line of ['The war of 1914-1918 was long.', 'Room 4, 10:15-11:30', 'Water, Rails and Rivalry, 1991-2015', 'We met in 2016.']) assert.equal(readIssue(line), undefined, line);
  });
});

describe('A reference for citing the page', () => {
  const cases: readonly (readonly [string, readonly string[], string, string, number | undefined, string | undefined])[] = [
    ['Мурадова Л.А., Осокин П.И. Почему союзы живут // Политический ежегодник. 2021. Т. 14. № 4. С. 72–90.', ['Мурадова', 'Осокин'], 'Почему союзы живут', 'Политический ежегодник', 2021, '72-90'],
    ['王晓明,李静.边境城镇的选举[J].边境政治研究,2020,12(3):45-57.', ['王', '李'], '边境城镇的选举', '边境政治研究', 2020, '45-57'],
    ['Doe, J., & Roe, R. (2021). Water and rails: A study. Journal of Borders, 12(3), 45–67. https://doi.org/10.5555/abc.1', ['Doe', 'Roe'], 'Water and rails: A study', 'Journal of Borders', 2021, '45-67'],
    ['Doe, Jane. 2021. “Water and Rails.” Journal of Borders 12 (3): 45–67.', ['Doe'], 'Water and Rails', 'Journal of Borders', 2021, '45-67'],
    ['Marchand Hélène, « Les parlements et l’eau », Revue des frontières, 2021/2 (Vol. 41), p. 45-72.', ['Hélène'], 'Les parlements et l’eau', 'Revue des frontières', 2021, '45-72'],
    ['Muradova, Leila ; Osokin, Peter: Warum Bündnisse überleben. In: Zeitschrift für Grenzforschung 7 (2019), 1, pp. 12-34.', ['Muradova', 'Osokin'], 'Warum Bündnisse überleben', 'Zeitschrift für Grenzforschung', 2019, '12-34'],
  ];
  for (const [text, families, title, container, year, page] of cases) {
    it(`is read: ${text.slice(0, 40)}…`, () => {
      const citation = readCitation(text, []);
      assert.deepEqual([citation?.title, citation?.container, citation?.year, citation?.issue?.page], [title, container, year, page]);
      if (families[0] !== 'Hélène') assert.deepEqual(citation?.names.map(({ family }) => family), families);
    });
  }
});

describe('Names on a page', () => {
  it('lose marks, ORCIDs and capitals', () => {
    assert.deepEqual(readByline(['SARA LINDQVIST1*, PETER J. OSOKIN2 https://orcid.org/0000-0002-1825-0097']).names, [{ family: 'Lindqvist', given: 'Sara' }, { family: 'Osokin', given: 'Peter J.' }]);
    assert.deepEqual(readByline(['А.Б. Сейітқазин1*, G. Doran2']).names.map(({ family }) => family), ['Сейітқазин', 'Doran']);
    assert.deepEqual(readByline(['Elif Karaağaç  Mehmet Öztuna *']).names.map(({ family }) => family), ['Karaağaç', 'Öztuna']);
    assert.deepEqual(readByline(['王晓明1  李静2，欧阳华1']).names.map(({ family }) => family), ['王', '李', '欧阳']);
  });

  it('are told from titles, journals and places', () => {
    for (const line of ['Party Politics', 'The Journal of Borders', 'Institute of River Studies, Almaty', 'Water, Rails and Rivalry: Small States', 'Вестник политологии', 'Why Alliances Outlive Their Threats']) {
      assert.equal(peopleScore(line), 0, line);
    }
    for (const line of ['Sara Lindqvist1 and Peter J. Osokin2*', 'Иванов И.И., Петров П.П.', 'Luciana Alexandra GHICA [a] (ORCID iD : https://orcid.org/0000-0002-1825-0097)']) assert.equal(peopleScore(line), 2, line);
  });
});

describe('Damaged letters', () => {
  it('are set right where they are damaged, and nowhere else', () => {
    assert.equal(withoutMojibake('KlaÅ¡nja and MÃ¼ller write of Klašnja'), 'Klašnja and Müller write of Klašnja');
    assert.equal(withoutMojibake('РџРѕР»РёС‚РёРєР° и право'), 'Политика и право');
    for (const text of ['Año de paz – “â la carte”', 'Ресей саясаты', 'СССР', 'Ångström', 'Àâ']) assert.equal(withoutMojibake(text), text);
    assert.equal(withLigatures('The con ict de ned the bene ts'), 'The conflict defined the benefits');
    assert.equal(withLigatures('He was of Celtic stock'), 'He was of Celtic stock');
  });

  it('in capitals become small, but for names and acronyms', () => {
    assert.equal(fromCapitals('ВНЕШНЯЯ ПОЛИТИКА КАЗАХСТАНА И ЕАЭС', ''), 'Внешняя политика Казахстана и ЕАЭС');
    assert.equal(fromCapitals('THE VOTERS OF LOWTOWN', 'It asks how people in Lowtown vote.'), 'The voters of Lowtown');
    assert.equal(nameFromCapitals('САДЫКОВ РУСТАМ'), 'Садыков Рустам');
    assert.equal(nameFromCapitals('SARTORI Giovanni'), 'SARTORI Giovanni');
  });
});

describe('The language of a text', () => {
  it('is told by letters and small words', () => {
    assert.deepEqual([prose, 'Мақалада су саясаты қарастырылады.', 'В статье рассматривается вода.', '本文考察选举', 'Bu makale ve çalışma', 'Der Beitrag untersucht die Lage'].map(textLanguage), ['en', 'kk', 'ru', 'zh', 'tr', 'de']);
  });
});

describe('A page of unknown layout', () => {
  it('gives no year from dates of receiving, accepting or copyright', async () => {
    const { item } = await only(`Water and Rails in the Valley\nJane Doe1, Peter J. Roe2\n1University of Lower Town\nAbstract. ${prose}\nKeywords: water, rails\nReceived: 3 May 2016\nAccepted: 12 January 2017\n© 2018 The Authors`);
    assert.equal(item.issued, undefined);
    assert.equal(item.title, 'Water and Rails in the Valley');
    assert.deepEqual(item.author?.map(({ family }) => family), ['Doe', 'Roe']);
  });

  it('shows a title and names told by their place as unsure', async () => {
    const { item, certainty } = await only(`Water and Rails in the Valley\nJane Doe1, Peter J. Roe2\nAbstract\n${prose}\nKeywords: water, rails`);
    assert.ok((certainty['title']?.sure ?? 1) < 0.85 && (certainty['author']?.sure ?? 1) < 0.85);
    assert.deepEqual(Object.keys((item.custom?.['review'] ?? {})).sort(), ['author', 'title']);
  });

  it('is one record in three languages, and two when its layout is repeated', () => {
    const block = (title: string, names: string): string => `${title}\n${names}\nAbstract\n${prose.replace('water', title)}\nKeywords: water, rails\n\n`;
    assert.deepEqual(labelled(block('Water and Rails', 'Jane Doe and Rob Roe') + block('Rails without Water', 'Ann Poe and Joe Low')).map(({ item }) => item.title), ['Water and Rails', 'Rails without Water']);
  });

  it('invents nothing in texts that are no sources', () => {
    const texts = [
      'On history\n\nIn 2016, as Smith (2016) put it, politics became history. Abstract ideas seldom move people. I keep a list of keywords: power, fear.\n\nSummary: we should read more.\n\nHow to cite this? I do not know.',
      'From: Anna <a@example.org>\nDate: 12 March 2021\nSubject: Meeting\n\nDear Boris,\n\nTitle of the meeting: planning. Summary: we will discuss the budget and who may write the report.\n\nBest regards,\nAnna',
      'Shopping list\n- bread\n- milk\nKeywords: food, home\nNotes: ask Peter',
      '/**\n * Title: parser\n * Author: Jane Doe\n * Abstract: none\n */\nmodule.exports = { keywords: ["a", "b"] };',
      '<!DOCTYPE html><html><head><title>404 Not Found</title><meta name="author" content="Web Team"></head><body>Not Found</body></html>',
      'Резюме\nИванова Мария Петровна\nУниверситет Нижнего Города\nОпыт работы: преподаватель кафедры политологии с 2012 года, автор учебных программ и двух пособий.',
      'Протокол заседания кафедры № 4 (2023)\nПрисутствовали: Иванова А.А., Петров Б.Б.\nАннотация к курсу будет готова в марте. Решили начать с обзора литературы.\nЛитература: список разослан.',
      'References\nDoe, J. (2012). Water and rails. Journal of Borders, 4(2), 10-29.\nRoe, R., & Kim, M. (2018). A book. London: Press.',
      'Title: Laptop X200 review\nAuthor: TechGuy\nDate: 3 Mar 2020\nAbstract art on the lid makes it stand out from other laptops of this size.',
      'Lecturer in Politics\nUniversity of Lower Town\nPublished: 3 March 2023\nDeadline: 1 May 2023\nSummary\nThe Department seeks a lecturer in comparative politics with a strong record of teaching.',
    ];
    for (const text of texts) assert.deepEqual(labelled(text), [], text.slice(0, 40));
  });

  it('takes time in proportion to its length', async () => {
    const attacks = ['Abstract:\n', 'Keywords: a, b\n', `Abstract: ${prose}\n`, 'x. Keywords: a ', 'Том: 9 ', 'Jane Doe\nA title of a thing here\n', 'Doe, J. (', 'a-\n', 'Ã¡ Å¡ ', 'Title: x y z\nAuthor: A B\n'];
    for (const attack of attacks) {
      await growsWithSize((length) => {
        forgetLines();
        return labelled(`${repeated(attack, length)}\nAbstract\n${prose}`);
      }, 20_000);
    }
  }).timeout(60_000);
});

describe('A citation of the page itself', () => {
  it('that says the same names over and over takes no more than a few times as long as another of its length', async () => {
    const hostile = `Suggested Citation:\nHolm, Katrine and Ferraro, Luca, Fiscal Rules ${'ilm, Katrine and Ferraro, Luca, Fiscal Rules '.repeat(8)}`;
    const ordinary = `Suggested Citation:\n${'Holm; Katrine, Ferraro: Luca. Fiscal Rules of 2019, and others. '.repeat(20).slice(0, hostile.length)}`;
    const fastest = async (text: string): Promise<number> => {
      let least = Infinity;
      for (let round = 0; round < 6; round += 1) {
        const start = process.cpuUsage();
        await parsePaste(`${text}${' '.repeat(round)}\n${round}`, { engine: directEngine });
        const { user, system } = process.cpuUsage(start);
        least = Math.min(least, user + system);
      }
      return least;
    };
    const plain = await fastest(ordinary);
    assert.ok((await fastest(hostile)) < 25 * Math.max(plain, 2000));
  });
});
