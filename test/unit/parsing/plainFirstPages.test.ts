/** First pages with little on them: a short abstract, the issue below the keywords. */
import assert from 'node:assert/strict';
import { parsePaste } from '../../../src/core/parsing';
import { directEngine } from '../../doubles/directEngine';

const only = async (text: string) => {
  const { records } = await parsePaste(text, { engine: directEngine });
  assert.equal(records.length, 1, JSON.stringify(records.map(({ item }) => item)));
  return records[0]?.item;
};
const placeOf = async (text: string) => {
  const item = await only(text);
  return [item?.type, item?.title, item?.['container-title'], item?.volume, item?.issue, item?.page, item?.issued?.['date-parts']?.[0]?.[0]];
};

describe('a first page whose issue stands below the keywords', () => {
  it('is that of an article, in whatever language', async () => {
    assert.deepEqual(await placeOf('Revista de Puertos y Sociedad\nLas juntas portuarias en la costa austral\nInés Carballeda\nUniversidad de la Costa\nResumen\nEste trabajo estudia las juntas portuarias de la costa austral desde 1990, con actas y entrevistas a sus miembros.\nPalabras clave: puertos, juntas, costa\nVol. 7, Núm. 2, 2016, pp. 31-58'),
      ['article-journal', 'Las juntas portuarias en la costa austral', 'Revista de Puertos y Sociedad', '7', '2', '31-58', 2016]);
    assert.deepEqual(await placeOf('Os conselhos do porto e a lei das águas\nTeresa Figueirinha\nUniversidade do Litoral\nResumo: O texto estuda os conselhos do porto e a lei das águas entre 1990 e 2010, com atas e entrevistas.\nPalavras-chave: portos, conselhos, águas\nCadernos do Litoral, v. 9, n. 1, 2014, p. 77-101'),
      ['article-journal', 'Os conselhos do porto e a lei das águas', 'Cadernos do Litoral', '9', '1', '77-101', 2014]);
    assert.deepEqual(await placeOf('Le comité du port et la loi sur les eaux\nMaël Quintric\nUniversité du Ponant\nRésumé\nCet article étudie le comité du port et la loi sur les eaux depuis 1990, à partir de procès-verbaux.\nMots-clés : ports, comités, eaux\nRevue des ports\nVol. 4, n° 3, 2012, p. 5-28'),
      ['article-journal', 'Le comité du port et la loi sur les eaux', 'Revue des ports', '4', '3', '5-28', 2012]);
  });

  it('has pages also in Indonesian', async () => {
    assert.deepEqual(await placeOf('Jurnal Pelabuhan\nVol. 3, No. 2, 2018, hlm. 12-30\nDewan pelabuhan dan undang-undang perairan\nSari Wulandari\nUniversitas Pesisir\nAbstrak\nArtikel ini membahas dewan pelabuhan dan undang-undang perairan sejak tahun 1990 berdasarkan wawancara.\nKata kunci: pelabuhan, dewan, perairan'),
      ['article-journal', 'Dewan pelabuhan dan undang-undang perairan', 'Jurnal Pelabuhan', '3', '2', '12-30', 2018]);
  });

  it('takes no sentence below the keywords for its issue', async () => {
    const item = await only('The harbour boards of the southern coast\nAda Quill\nUniversity of the Coast\nAbstract\nThe paper studies the harbour boards of the southern coast since 1990 with minutes and interviews.\nKeywords: ports, boards\nAs volume 3 of the 2016 report says on pp. 4-9, boards are small and their members old.');
    assert.deepEqual([item?.volume, item?.page], [undefined, undefined]);
  });
});

describe('a first page with a code and one short sentence under the label of its abstract', () => {
  it('is read with or without a line of the university', async () => {
    for (const place of ['Приморский государственный университет\n', '']) {
      const item = await only(`УДК 327.5\nТ. Р. Лебедянская\n${place}ПОРТОВЫЕ СОВЕТЫ ЮЖНОГО БЕРЕГА\nАннотация. О портовых советах.\nКлючевые слова: порты, советы.`);
      assert.deepEqual([item?.type, item?.title, item?.author?.[0]?.family, item?.abstract, item?.['keyword'], item?.publisher], ['article-journal', 'Портовые советы южного берега', 'Лебедянская', 'О портовых советах.', 'порты, советы', undefined]);
    }
  });

  it('tells a name with a degree behind it from the title', async () => {
    const item = await only('УДК 327.5\nЛебедянская Т. Р., канд. ист. наук, доцент\nПриморский государственный университет\nПортовые советы: опыт юга\nАннотация. О портовых советах.\nКлючевые слова: порты, советы.');
    assert.deepEqual([item?.title, item?.author], ['Портовые советы: опыт юга', [{ family: 'Лебедянская', given: 'Т. Р.' }]]);
  });
});
