/** A page that no site, label or list tells is read all the same when it has a title, people with affiliations and a paragraph. */
import assert from 'node:assert/strict';
import { parsePaste } from '../../../src/core/parsing';
import { normalise } from '../../../src/core/parsing/normalise';
import { readLoneWork } from '../../../src/core/parsing/pages/alone/work';
import { forgetLines } from '../../../src/core/parsing/remembered';
import { directEngine } from '../../doubles/directEngine';
import { growsWithSize, repeated } from '../../doubles/growth';

const prose = 'Harbour towns answer to two masters, the ministry that owns the quay and the council that sweeps it. Drawing on council minutes from six ports, this paper shows that conflicts about cleaning are settled faster than conflicts about ownership.';
const title = 'Shared Quays: Overlapping Jurisdiction in Six Harbour Towns';
const people = 'Imke Vanderstel1, Rashid Olorun2\n1University of Antwerp, Belgium 2University of Ibadan, Nigeria';

const read = async (text: string) => (await parsePaste(text, { engine: directEngine })).records;
const only = async (text: string) => {
  const records = await read(text);
  assert.equal(records.length, 1, text);
  return records[0]!;
};
const families = ({ item }: { readonly item: { readonly author?: readonly { readonly family?: string }[] } }): readonly (string | undefined)[] => (item.author ?? []).map(({ family }) => family);

describe('A page of one work of which no label tells', () => {
  it('is read whatever short lines stand between its title and its people', async () => {
    const between = ['417', '#417', 'ID 417', 'P-S3.2', 'Oral', 'Accepted', 'Open access', 'Follow', 'bookmark_border', 'Regular paper', 'Aula B2', '14 May 2025', '10:20\n20m\nRoom 4.11', '★ Best poster nominee', 'Zaakceptowany', 'Устный доклад\nПринято', '已录用', ''];
    for (const lines of between) {
      const record = await only(`${title}\n${lines}\n${people}\n\n${prose}\n`);
      assert.deepEqual([record.item.title, families(record), record.item.abstract], [title, ['Vanderstel', 'Olorun'], prose], lines);
    }
  });

  it('is read with the people behind brackets, marks and commas, one a line or all on one', async () => {
    const printed = [
      'Imke Vanderstel (University of Antwerp), Rashid Olorun (University of Ibadan)', 'Imke Vanderstel ¹, Rashid Olorun ²\n¹ University of Antwerp ² University of Ibadan',
      'Imke Vanderstel a, Rashid Olorun b\na Universiteit Antwerpen\nb University of Ibadan', 'Imke Vanderstel (1), Rashid Olorun (2)\n(1) Université d’Anvers, (2) Université d’Ibadan',
      'Dr. Imke Vanderstel (Universität Antwerpen)\nMr Rashid Olorun (University of Ibadan)', 'Imke Vanderstel\nUniversidad de Amberes\nRashid Olorun\nUniversidad de Ibadán',
      'Imke Vanderstel, University of Antwerp\nFollow\nRashid Olorun, University of Ibadan\nFollow',
    ];
    for (const names of printed) assert.deepEqual(families(await only(`88\n${title}\nOral\n${names}\n${prose}`)), ['Vanderstel', 'Olorun'], names);
  });

  it('is read in Chinese characters', async () => {
    const record = await only('含糊的纪要：地方政府会议文书与政策执行\n编号 208\n已录用\n陈思远1，顾文岚2\n1. 华东政法大学；2. 南京师范大学\n地方政府的会议纪要常被视为例行文书。本文以华东三市的一千余份会议纪要为材料，考察纪要措辞与后续执行之间的关系。研究发现，措辞越含糊，执行越灵活，而问责越少。\n');
    assert.deepEqual([record.item.title, families(record)], ['含糊的纪要：地方政府会议文书与政策执行', ['陈', '顾']]);
  });

  it('has its people below the paragraph when a label says who speaks', async () => {
    for (const label of ['Speakers', 'Autores primarios', 'Докладчики', 'Prelegenci', 'Vortragende']) {
      const record = await only(`${title}\nFull paper\n${prose}\n\n${label}\nImke Vanderstel (University of Antwerp)\nRashid Olorun (University of Ibadan)\n`);
      assert.deepEqual([record.item.title, families(record)], [title, ['Vanderstel', 'Olorun']], label);
    }
  });

  it('is read in Japanese, where the number of the submission is no name', async () => {
    const record = await only('苦情から規則へ：灯台守と海軍省\n受付番号 88\n口頭発表\n山口 春香 1，石川 直樹 2\n1 京都大学 2 九州大学\n灯台守は領事よりも頻繁に海軍省へ手紙を書き、返事も早く受け取った。本報告は三つの海岸の灯台守による手紙を読み、苦情がどのように航行の規則になったかを追う。苦情から始まった規則は、計画から始まった規則よりも長く守られた。\n');
    assert.deepEqual([record.item.title, families(record)], ['苦情から規則へ：灯台守と海軍省', ['山口', '石川']]);
  });

  it('has the title and the paragraph whole where their lines were wrapped', async () => {
    const wrapped = 'Lighthouse keepers wrote to the admiralty more often than consuls did, and\nwere answered faster. We read 1,900 letters of keepers on three coasts and\ntrace how their complaints became rules of navigation. Rules that began as\ncomplaints were kept longer than rules that began as plans.';
    const { item } = await only(`From Complaint to Rule:\nLighthouse Keepers and the Admiralty\nVersion 3\nSolveig Tangvald\nDepartment of History, University of Bergen\n\n${wrapped}\n`);
    assert.deepEqual([item.title, item.abstract], ['From Complaint to Rule: Lighthouse Keepers and the Admiralty', wrapped.replace(/\n/gu, ' ')]);
  });

  it('names each person once', async () => {
    assert.deepEqual(families(await only(`${title}\nOral\nImke Vanderstel (University of Antwerp)\nPresented by\nImke Vanderstel (University of Antwerp)\n${prose}`)), ['Vanderstel']);
  });

  it('takes no path, day, badge or name of a gathering for its title', async () => {
    const above = ['Home > Programme > Papers', 'XVI Conference on Local Government', 'Thursday, 14 May 2025, 10:30', 'This version is not peer-reviewed', 'Volume 12, Issue 3', 'https://example.org/papers/88'];
    for (const line of above) {
      assert.equal((await only(`${line}\n${title}\n417\n${people}\n${prose}`)).item.title, title, line);
      assert.equal((await only(`${title}\n417\n${line}\n${people}\n${prose}`)).item.title, title, line);
    }
  });

  it('shows all that it took from it as unsure, and keeps the whole paste and the only DOI', async () => {
    const text = `\u00a0${title}\r\nOral\r\nP-12\r\n${people.replace('\n', '\r\n')}\r\n${prose}\r\nhttps://doi.org/10.5555/quays\r\n`;
    const record = await only(text);
    assert.deepEqual(Object.keys(record.item.custom?.['review'] ?? {}).sort(), ['abstract', 'author', 'title']);
    assert.deepEqual([record.item.DOI, record.pasted], ['10.5555/quays', text.trim()]);
    assert.equal(text.slice(record.span.start, record.span.end), record.pasted);
  });

  it('is read beside records when rules or empty lines part it from them', async () => {
    const records = await read(`@book{k, title = {Rivers}, author = {Doe, Jane}, year = 2001}\n\n\n\n${title}\n417\n${people}\n${prose}\n`);
    assert.deepEqual(records.map(({ item }) => item.title), ['Rivers', title]);
  });
});

describe('A text that is no source', () => {
  it('stays unknown, also with names, institutions and paragraphs', async () => {
    const texts = [
      `Dear colleagues,\n\n${prose}\n\nBest wishes,\nAnna Wiśniewska\nUniversity of Łódź, Poland\n`,
      `Workshop in May: rooms, speakers and coffee\n\n${prose}\n\nAnna Wiśniewska\nUniversity of Łódź, Poland\n`,
      `Minutes of the Meeting of the Department\nPresent\nJane Doe (University of Leeds)\n${prose}`,
      `Meeting of the whole Department in May\nPresent: Jane Doe, Rob Roe\nJane Doe (University of Leeds)\n${prose}`,
      `Протокол заседания кафедры политологии\nИванова Мария (Университет)\n${prose}`,
      `Notes on chapter 3: legitimacy and trust\nMargaret Levi (Stanford), Tom Tyler (Yale)\n${prose}`,
      `Grandmother's Plum Cake with Cinnamon\nServes 8\nIngredients\n200 g flour, 100 g butter\nBeat the butter and the sugar until they are pale. Add the eggs one after the other, then the flour, and fold in the plums at the end of it all.`,
      `const a = parse(text);\nfunction run() {\n  return a;\n}\nconst people = read(a);\n// Imke Vanderstel1, Rashid Olorun2\n// ${prose}`,
      'Home\nAbout\nPeople and Research of the House\nJane Doe, University of Leeds\nContact\n© 2025',
      `${prose}\n\n${prose.replace('Harbour', 'River')}`,
      `About the author\nJane Doe, University of Leeds\n${prose}`,
      `Members of the Working Group on Local Democracy\nJane Doe, University of Leeds\nRob Roe, University of York\n${prose}`,
      `Chair of Comparative Government and Public Policy\nProf. Dr. Heike Müller (Universität Halle)\n${prose}`,
      `Programme Committee\nJane Doe (University of Leeds)\nRob Roe (University of York)\n${prose}`,
      `Acknowledgements\nWe thank Jane Doe (University of Leeds) and Rob Roe (University of York). ${prose}`,
      `Council closes last swimming pool\nBy our own correspondent\n${prose}`,
      `Anna Kowalska and Jan Nowak\ninvite you to their wedding\n${prose}`,
      `Three Rieslings from the Upper Rhine\nTasted in May\n${prose}`,
    ];
    for (const text of texts) assert.deepEqual((await read(text)).map(({ item }) => item.title), [undefined], text.slice(0, 60));
  });

  it('is not one work when people of others stand below its paragraph', () => {
    const text = `${title}\n${people}\n${prose}\nRails without Water: A Second Title\nJane Doe (University of Leeds)\n${prose}`;
    assert.deepEqual(readLoneWork(text, { start: 0, end: text.length }), []);
  });

  it('is found to be none in time in proportion to its length', async () => {
    const pieces = ['Imke Vanderstel1, ', 'Imke Vanderstel1\n', 'A title of a thing here\n', `${prose} `, `${title}\n${people}\n`, 'a > b > ', '1,1,1,', '| • ', 'Univer ', '(((', 'A a, '];
    for (const piece of pieces) {
      await growsWithSize((length) => {
        forgetLines();
        const { text } = normalise(`${title}\n${repeated(piece, length)}\n${prose}`);
        return readLoneWork(text, { start: 0, end: text.length });
      }, 4000);
    }
  }).timeout(60_000);
});
