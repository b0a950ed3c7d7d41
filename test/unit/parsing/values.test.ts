/** Names, dates, identifiers and abstracts as pages of many languages print them. */
import assert from 'node:assert/strict';
import { cleanDoi, doisIn, isoDate, readDate, readName, readNames } from '../../../src/core/parsing';
import { paragraphs, readAbstract } from '../../../src/core/parsing/abstract';
import { readPeople } from '../../../src/core/parsing/names';
import { normalise } from '../../../src/core/parsing/normalise';
import { shortName } from '../../../src/core/source';

const familyOf = (text: string): string => shortName(readName(text));

describe('A name', () => {
  const families: { readonly [text: string]: string } = {
    'Roman A. Yuneman': 'Yuneman', 'Yuneman, Roman A.': 'Yuneman', 'Pieter van der Linden': 'van der Linden', 'SARTORI Giovanni': 'Sartori',
    'WILSON Matthew Charles': 'Wilson', 'Юнеман Р.А.': 'Юнеман', 'Р.А. Юнеман': 'Юнеман', 'Иванов Иван Иванович': 'Иванов', 'Иван Иванович Иванов': 'Иванов',
    'Нұрлан Әбенов': 'Әбенов', '王毅': '王', '欧阳娜娜': '欧阳', 'Tomás Ó Briain': 'Ó Briain', 'Prof. Dr. Anna Maier': 'Maier', 'Ana-Maria da Silva': 'da Silva',
    'John Smith Jr.': 'Smith', 'Jean-Luc Moreau1,2*': 'Moreau', 'Bekzod': 'Bekzod', 'United Nations Committee': 'United Nations Committee', 'Mary Wollstonecraft ORCID iD icon': 'Wollstonecraft',
  };
  for (const [text, family] of Object.entries(families)) it(`${text} is filed under ${family}`, () => assert.equal(familyOf(text), family));

  it('keeps the given name, particle and suffix apart', () => {
    assert.deepEqual(readName('Pieter van der Linden'), { 'non-dropping-particle': 'van der', family: 'Linden', given: 'Pieter' });
    assert.deepEqual(readName('King, Martin Luther, Jr.'), { family: 'King', given: 'Martin Luther', suffix: 'Jr.' });
  });
});

describe('A byline', () => {
  const lists: { readonly [text: string]: readonly string[] } = {
    'Marta Kovalenko, Idris B. Tahir': ['Kovalenko', 'Tahir'], 'Kovalenko, M., Tahir, I. B.': ['Kovalenko', 'Tahir'],
    'Kovalenko, Marta and Tahir, Idris': ['Kovalenko', 'Tahir'], 'Kovalenko, Marta; Tahir, Idris': ['Kovalenko', 'Tahir'], 'Bakhtiyarova, Aigerim': ['Bakhtiyarova'],
    'Marta Kovalenko & Idris Tahir': ['Kovalenko', 'Tahir'], 'Анна Иванова и Пётр Ким': ['Иванова', 'Ким'], '王毅、李华': ['王', '李'],
    'A. Maier, B. Novak und C. Horvat': ['Maier', 'Novak', 'Horvat'], 'Martin King, Jr.': ['King'], 'By Anna Maier': ['Maier'],
  };
  for (const [text, families] of Object.entries(lists)) {
    it(`${text} has ${families.length}`, () => assert.deepEqual(readNames(text).names.map(shortName), families));
  }

  it('that ends in “et al.” is marked as incomplete', () => {
    for (const text of ['A. Maier et al.', 'Иванов И.И. и др.', 'Lin Mei 等', 'Anna Maier, Bo Lee, and others']) assert.equal(readNames(text).incomplete, true, text);
    assert.equal(readNames('Anna Maier').incomplete, false);
  });

  it('of a programme has affiliations in brackets that nest, with commas in them', () => {
    assert.deepEqual(readPeople('Dinara Seitkali (Institute (IWP), Tashkent) Pieter Linden (University of X)'), [
      { name: 'Dinara Seitkali', affiliation: 'Institute (IWP), Tashkent' }, { name: 'Pieter Linden', affiliation: 'University of X' },
    ]);
    assert.deepEqual(readPeople('Anna Maier'), [{ name: 'Anna Maier' }]);
    assert.deepEqual(readPeople('Anna Maier (open'), [{ name: 'Anna Maier', affiliation: 'open' }]);
  });
});

describe('A date', () => {
  const dates: { readonly [text: string]: string | undefined } = {
    'Sunday 9 June, 2024, -': '2024-06-09', 'June 9, 2024': '2024-06-09', '14/June/2023': '2023-06-14', '25/08/2022': '2022-08-25', '01 Apr 2021': '2021-04-01',
    '12 мая 2023 г.': '2023-05-12', '2023 ж. 12 мамыр': '2023-05-12', '2023年5月12日': '2023-05-12', '5 Mart 2022': '2022-03-05', '1er mars 2020': '2020-03-01',
    '03/04/2021': '2021', '2021-02-30': '2021-02', 'Thursday 6 June, -': undefined, 'mars 2019': '2019-03', 'no date at all': undefined, '12345': undefined, '3. Oktober 1990': '1990-10-03',
  };
  for (const [text, iso] of Object.entries(dates)) {
    it(`“${text}” is ${iso ?? 'none'}`, () => assert.equal(isoDate(readDate(text) ?? {}), iso));
  }

  it('that names a season has a season and no month', () => {
    assert.deepEqual(readDate('Spring 2020'), { 'date-parts': [[2020]], season: 1 });
    assert.deepEqual(readDate('осень 2019'), { 'date-parts': [[2019]], season: 3 });
  });
});

describe('A DOI', () => {
  it('is freed from addresses, labels, escapes and punctuation', () => {
    for (const text of ['10.5555/abc.12', 'https://doi.org/10.5555/abc.12', 'doi: 10.5555/abc.12.', 'http://dx.doi.org/10.5555%2Fabc.12', 'DOI：10.5555/abc.12)', '10.5555/abc\\.12'.replace('\\', '')]) {
      assert.equal(cleanDoi(text), '10.5555/abc.12', text);
    }
    assert.equal(cleanDoi('10.1016/S0032(98)00012-3'), '10.1016/S0032(98)00012-3');
    assert.equal(cleanDoi('https://doi.org/10.1234/jap.2019.45?utm_source=chatgpt.com'), '10.1234/jap.2019.45');
  });

  it('is not seen in dates, hours and rooms', () => {
    for (const text of ['10.11.2025', '10.15-11.30', 'Room 10.2040', '10.2040/12', '10.1/x']) assert.deepEqual(doisIn(text), [], text);
  });

  it('is found in running text once, whatever its case and what is glued to it', () => {
    assert.deepEqual(doisIn('see (10.5555/abc.12), 10.5555/ABC.12 and 10.5555/def.34Received 2 May'), ['10.5555/abc.12', '10.5555/def.34']);
  });
});

describe('An abstract', () => {
  const body = 'Small states bargain longer when a second buyer is in sight. ';

  it('loses its label, also a glued one, and the publisher’s tail', () => {
    for (const label of ['Abstract: ', 'ABSTRACT. ', 'Abstract\n', 'Аннотация. ', '摘 要：', 'Abstract']) assert.equal(readAbstract(label + body)?.text, body.trim(), label);
    assert.equal(readAbstract(`${body.repeat(5)}© 2021 The Author(s). Published by X.`)?.text, body.repeat(5).trim());
  });

  it('keeps a first sentence that begins with the word', () => {
    assert.match(readAbstract(`Abstraction is ${body}`)?.text ?? '', /^Abstraction is/);
  });

  it('that says that there is none, is none', () => {
    for (const text of ['No abstract available.', 'N/A', 'Аннотация отсутствует', '', '无摘要']) assert.equal(readAbstract(text), undefined, text);
  });

  it('that breaks off is known to', () => {
    assert.equal(readAbstract(`${body} and then …`)?.truncated, true);
    assert.equal(readAbstract(body)?.truncated, false);
  });

  it('joins hard-wrapped lines and keeps paragraphs', () => {
    const wrapped = ['Small states bargain longer when a second', 'buyer is in sight, since forums of many multi-', 'lateral kinds make the second buyer visi-', 'ble to all who care to look at it at all.', '', 'A second paragraph.'];
    assert.equal(paragraphs(wrapped), 'Small states bargain longer when a second buyer is in sight, since forums of many multi-lateral kinds make the second buyer visible to all who care to look at it at all.\n\nA second paragraph.');
    assert.equal(paragraphs(['One sentence stands here.', 'Another stands here, too.']), 'One sentence stands here.\n\nAnother stands here, too.');
  });
});

describe('The normalised view', () => {
  it('knows for every stretch where it stands in the raw text', () => {
    const raw = '\ufeffA\r\nB\u00a0C\u00adD \ufb01n\u2028E';
    const { text, rawSpan } = normalise(raw);
    assert.equal(text, 'A\nB CD fin\nE');
    for (const [part, whole] of [['A', '\ufeffA'], ['B C', 'B\u00a0C'], ['D', 'D'], ['fin', '\ufb01n'], ['E', 'E']] as const) {
      const start = text.indexOf(part);
      const span = rawSpan({ start, end: start + part.length });
      assert.equal(raw.slice(span.start, span.end).replace(/\u00ad/gu, ''), whole);
    }
  });

  it('keeps joiners where they carry meaning and drops them where they are litter', () => {
    assert.equal(normalise('می\u200cخواهم 👩\u200d🔬 co\u200cop').text, 'می\u200cخواهم 👩\u200d🔬 coop');
  });
});
