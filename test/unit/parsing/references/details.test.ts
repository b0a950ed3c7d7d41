/** Details of single references that once went wrong. */
import assert from 'node:assert/strict';
import { readReference } from '../../../../src/core/parsing/references/reference';
import { readReferences } from '../../../../src/core/parsing/references';
import { labelledTokens } from '../../../../src/core/parsing/references/model/labelling';

const item = (text: string) => readReference(text).item;

describe('a reference', () => {
  it('has the edition, the imprint and the number of a report wherever other languages put them', () => {
    assert.equal(item('Kocabaş, Nermin. Kasabada Seçim. İzmir: Körfez Yayınları, 3. Baskı, 2016.').edition, '3');
    const chapter = item('PRADO, Nélio Dias do. Os fiscais da feira. In: LOBATO, Iracy (org.). Cidades pequenas. Belém: Igarapé, 2011. p. 101-119.');
    assert.deepEqual([chapter.publisher, chapter['publisher-place'], chapter.page], ['Igarapé', 'Belém', '101-119']);
    const report = item('Baltic Election Forum. (2019). Counting twice: Recounts in nine countries (Report No. 14). https://bef.example/recounts');
    assert.deepEqual([report.type, report.number, report['collection-number']], ['report', '14', undefined]);
  });

  it('in Chinese has people with families and given names of two characters, and its title with wide signs', () => {
    const article = item('[3] 欧阳静, 上官若兰. 渡口与选票：湖区的“早晨”政治[J]. 湖区研究, 2018, 4(2): 31-58.');
    assert.deepEqual([article.title, article.author], ['渡口与选票：湖区的“早晨”政治', [{ family: '欧阳', given: '静' }, { family: '上官', given: '若兰' }]]);
    assert.equal(item('王小渡. 码头: 一部历史[M]. 武汉: 江汉人民出版社, 2014.').title, '码头: 一部历史');
    assert.deepEqual(item('陆平. 渡口议事会[C]//司马舟. 湖区论丛. 武汉: 江汉人民出版社, 2012: 20-33.').editor, [{ family: '司马', given: '舟' }]);
  });

  it('keeps what tells sons from fathers between the halves of a name, and a saint whole', () => {
    assert.deepEqual(item('MACEDO JR., Cícero; LINS, Dalva. A feira e o voto. Revista do Sertão, v. 3, n. 1, p. 5-19, 2018.').author, [{ family: 'Macedo', given: 'Cícero', suffix: 'Jr.' }, { family: 'Lins', given: 'Dalva' }]);
    assert.deepEqual(item('Horvat, Nives. 2019. “Ferry Politics.” In Island Assemblies, edited by Ante Perić and Louise St. Aubin, 44–61. Leeds: Harbour Press.').editor, [{ family: 'Perić', given: 'Ante' }, { family: 'St. Aubin', given: 'Louise' }]);
  });

  it('has no author called Forthcoming, no place of publication where a meeting was, and no pages of a book that were cited', () => {
    assert.deepEqual(readReference('———. Forthcoming. “Harbours without Mayors in Dalmatia.” Island Review.', [{ family: 'Horvat', given: 'Nives' }]).item.author, [{ family: 'Horvat', given: 'Nives' }]);
    const talk = item('Lam, P. (2019, October 3–5). Who guards the gate? Border votes in Laos [Conference presentation]. Mekong Elections Workshop, Hanoi, Viet Nam.');
    assert.deepEqual([talk['event-title'], talk['publisher-place']], ['Mekong Elections Workshop', undefined]);
    assert.equal(item('孙立平.河岸的治理[M].武汉:江汉人民出版社,2014:88-93.').page, undefined);
  });

  it('gives each name the role that is said of it, and none that is not', () => {
    const book = item('Etxeberria, Ane. El puerto y el pacto. Translated by Unai Goikoetxea. 2nd ed. Bilbao: Itsaso, 2006.');
    assert.deepEqual([book.editor, book.translator], [undefined, [{ family: 'Goikoetxea', given: 'Unai' }]]);
    const above = [{ family: 'Norrback', given: 'Siv' }];
    const edited = readReference('———, ed. Quiet Chambers: Councils of the Northern Isles. Aberdeen: Skerry Press, 2014.', above).item;
    assert.deepEqual([edited.author, edited.editor, edited.title], [undefined, above, 'Quiet Chambers: Councils of the Northern Isles']);
    const both = readReference('———. Quiet Chambers: Councils of the Northern Isles. Aberdeen: Skerry Press, 2014.', above).item;
    assert.deepEqual([both.author, both.editor], [above, undefined]);
    const thesis = item('Дорошенко-Вільна І. М. Громада і річка : дис. … канд. політ. наук : 23.00.02 / Дорошенко-Вільна Ірина Миколаївна ; Прибузький нац. ун-т. Вінниця, 2017. 201 с.');
    assert.equal(thesis.editor, undefined);
  });

  it('knows Chinese families of two characters, the pages of newspapers, and no editor where none is called so', () => {
    const chapter = item('[5] 濮阳舟. 海岛议会的程序之争[C]//尉迟岚. 比较议会论丛: 第3辑. 北京: 远航出版社, 2020: 101-119.');
    assert.deepEqual(chapter.author, [{ family: '濮阳', given: '舟' }]);
    const paper = item('［6］司徒雯.河上的选票［N］.江南晚报,2019-10-06(4).');
    assert.deepEqual([paper.author, paper.page, paper.issue], [[{ family: '司徒', given: '雯' }], '4', undefined]);
    const article = item('［1］闻人舒,卓玛央金.草原村庄的轮值[J].边地治理,2016,8(1):21-35.');
    assert.deepEqual([article.editor, article.author?.length], [undefined, 2]);
  });

  it('tells the order of a name by its comma', () => {
    assert.deepEqual(item('Torcal Vega, Mariano; Chueca, Elisa. La percepción de la corrupción. Revista Andina de Sociología. 2012, vol. 14, n.º 2, p. 7-32.').author,
      [{ family: 'Torcal Vega', given: 'Mariano' }, { family: 'Chueca', given: 'Elisa' }]);
    assert.deepEqual(item('Dannemann, Karl-Otto: Was heißt: aus Texten lernen? In: Merkurblätter 44 (1990), S. 233 - 241.').author, [{ family: 'Dannemann', given: 'Karl-Otto' }]);
  });

  it('keeps letters in front of pages, and leaves out the page of a book that somebody cited', () => {
    assert.equal(item('Hendry, D. F. and Krolz, H.-M. (2005). The properties of automatic modelling. Economic Journal, 115, C32–C61.').page?.replace('–', '-'), 'C32-C61');
    assert.equal(item('Barton, R. The Semiotic Challenge (Oxford: Blackwell, 1988), p. 45.').page, undefined);
  });

  it('takes what a full stop divides from the title of a book for its subtitle', () => {
    assert.equal(item('Sperling, Dieter (1987): Der Bürger als Kunde. Zur Ökonomie der Verwaltung, Frankfurt/New York.').title, 'Der Bürger als Kunde. Zur Ökonomie der Verwaltung');
  });

  it('is seen when it is all that was pasted, however little it says', () => {
    const alone = [
      'Benavente, L. (Ed.). (2018). Clientelism in the Andes: A handbook (2nd ed.). University of Puno Press.',
      'P. S. Moore, The Rise and Fall of the Common Market (Oxford: Harbour Press, 1979).',
      'World Bank. (2020). World development report 2020: Trading for development in the age of global value chains.',
      'Carroll, M. J., van der Meer, H., & O’Brien-Katz, S. (in press). Counting coalitions. Party Politics Quarterly.',
      'Гринев С. П. Малые государства в международных организациях. – М.: Аспект Пресс, 2016. – 288 с.',
      '陈晓东.小国外交的逻辑[M].北京:世界知识出版社,2017.',
    ];
    for (const text of alone) assert.equal(readReferences(text, { start: 0, end: text.length }).length, 1, text);
  });

  it('is not seen in a sentence, a title or a greeting', () => {
    const prose = [
      'In 2019 the ministries of Ghana, Senegal and Benin agreed on a common price for cocoa, which lasted four seasons.',
      'Sanctions as statecraft of the weak: consumer boycotts in the Gulf', 'Dear Maria, thank you for the draft of 12 May 2021, I will read it on Sunday.',
      'Смена руководства в 2016 году вернула стране многовекторность не как доктрину, а как привычку.',
      'As Okafor (2011) has shown, borders bend where customs officers are paid by the piece.',
    ];
    for (const text of prose) assert.deepEqual(readReferences(text, { start: 0, end: text.length }), [], text);
  });

  it('is each of the works that one footnote names; interviews and short notes are none', () => {
    const text = [
      '1 See Henrike Vollmer, Coalition Agreements as Contracts (Oxford: Oxford University Press, 2019), 44–51; and Stefano Brambilla, ‘Breach and Silence’, West European Politics 43, no. 2 (2020): 301–25.',
      '2 Ibid., 305.', '3 Interview with a former minister, Vienna, 12 May 2018.', '4 Vollmer, Coalition Agreements, 60.', '5 Cf. the discussion in Vollmer and Brambilla, “Silence,” 199.',
    ].join('\n');
    assert.deepEqual(readReferences(text, { start: 0, end: text.length }).map((found) => found.item.title), ['Coalition Agreements as Contracts', 'Breach and Silence']);
  });

  it('has one title in quotation marks, whatever signs and marks stand within', () => {
    assert.equal(item('Dossier, Fredrik. 2017. “Strategic Culture, Domestic Politics, and Foreign Policy: Finland’s Decision to Refrain.” Foreign Policy Analysis 13 (3): 741–59.').title,
      'Strategic Culture, Domestic Politics, and Foreign Policy: Finland’s Decision to Refrain');
    assert.equal(item('Baylor, A.J.K. and Thorsen, B. (2016) ‘Alliance theory and alliance “shelter”: the complexities of small state alliance behaviour’, Third World Thematics, 1(1), pp. 9–26.').title,
      'Alliance theory and alliance “shelter”: the complexities of small state alliance behaviour');
    assert.equal(item('Gnedova, Elena. “‘Multi-Vector’ Foreign Policies in Europe: Balancing, Bandwagoning or Bargaining?” Europe-Asia Studies 67, no. 7 (2015): 1007–29.')['container-title'], 'Europe-Asia Studies');
  });

  it('says of a number what the word before it says', () => {
    const { volume, issue, page } = item('Brandt, Sebastian/Rausch, Katja (2021): Zwischen allen Stühlen? Kasachstans Außenpolitik nach 2014, in: Osteuropa, 71. Jg., H. 8–9, S. 45–62.');
    assert.deepEqual([volume, issue, page], ['71', '8–9', '45-62']);
    assert.equal(item('Allmann, J. (2011): Bildungsarmut und Demokratie. Aus Politik und Zeitgeschichte 45/2011, S. 12–18.').issue, '45');
  });

  it('knows sons from fathers, and a work that is on its way', () => {
    assert.deepEqual(item('Keegan, Robert O., and Joseph S. Nyland Jr. 1977. Power and Interdependence. Boston: Little, Brown.').author,
      [{ family: 'Keegan', given: 'Robert O.' }, { family: 'Nyland', given: 'Joseph S.', suffix: 'Jr.' }]);
    const forthcoming = item('van der Velde, M. (forthcoming). Hedging without rivals. European Journal of International Relations. Advance online publication.');
    assert.deepEqual([forthcoming.publisher, forthcoming.author?.[0]?.family], [undefined, 'Velde']);
  });

  it('is not seen in the remains of data', () => {
    const text = '"title": ["A broken record"], "volume": "12", "page": "1-20", "author": [{"family": "Okafor", "given": "N."}], "issued": {"date-parts": [[2019]]';
    assert.deepEqual(readReferences(text, { start: 0, end: text.length }), []);
  });

  it('has a share between 0 and 1 for the label of each of its tokens, whatever it holds', () => {
    for (const text of ['', '…', '\u{1f600}', '12', 'Müller/Łukasz (Hg.)', '王明', 'a'.repeat(3000), '((((', '10.1/', 'https://']) {
      for (const { sure, start, end } of labelledTokens(text)) assert.ok(sure >= 0 && sure <= 1 && start < end && end <= text.length, text);
    }
  });

  it('is read without what a note says before it, and without the works that it only points back at', () => {
    const notes = `1 Ada Lorne, The Ferry and the Fief: Villages in Greece, 1950–1974 (Athens: Kedros, 1993), 88–91.
2 For the wider debate, Piet Okker, Hedges of Navarre, 2nd ed. (Pamplona: Pamiela, 2001); and Lorne, “Ferry and Fief,” 81–84.
3 Ibid., 93.
4 Lorne, Ferry and Fief, 80; Okker to author, 12 June 2019.`;
    const found = readReferences(notes, { start: 0, end: notes.length }).map(({ item: one }) => one);
    assert.deepEqual(found.map(({ title }) => title), ['The Ferry and the Fief: Villages in Greece, 1950–1974', 'Hedges of Navarre']);
    assert.deepEqual(found.map(({ author, publisher, issued, ...one }) => [author?.[0]?.family, one['publisher-place'], publisher, issued?.['date-parts']?.[0]?.[0]]), [['Lorne', 'Athens', 'Kedros', 1993], ['Okker', 'Pamplona', 'Pamiela', 2001]]);
  });

  it('is by the body in front of its year, and brought out by nobody else where the author is', () => {
    const report = item('Freie Universität Bozen. (2018). Bericht zur Autonomie in Europa. Bozen: Selbstverlag.');
    assert.deepEqual(report.author, [{ literal: 'Freie Universität Bozen' }]);
    assert.equal(item('World Ferry Institute. (2019). Rotating captains: Principles and pitfalls (Working Paper No. 33). Washington, DC: Author.').publisher, undefined);
  });

  it('is of the first day of a conference', () => {
    const talk = item('Tokayeva, S. (2023, June 8–10). Rotation as punishment: Evidence from careers [Conference presentation]. CESS Regional Conference, Bishkek, Kyrgyzstan.');
    assert.deepEqual(talk.issued, { 'date-parts': [[2023, 6, 8]] });
  });
});
