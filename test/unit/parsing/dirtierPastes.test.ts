/** Pastes with more dirt than usual: publishers where journals stand, wrapped lists, buttons, sessions beside a paper. */
import assert from 'node:assert/strict';
import { parsePaste } from '../../../src/core/parsing';
import { houseNamed } from '../../../src/core/parsing/houses';
import { isNoise } from '../../../src/core/parsing/noise';
import { readReference } from '../../../src/core/parsing/references/reference';
import type { Item } from '../../../src/core/source';
import { directEngine } from '../../doubles/directEngine';

const read = async (text: string): Promise<readonly Item[]> => (await parsePaste(text, { engine: directEngine })).records.map(({ item }) => item);
const item = (text: string): Item => readReference(text).item;

describe('The name of a publisher', () => {
  it('is told from that of a journal by its words, in many languages', () => {
    for (const house of ['Tsinandali Press', 'University of Mosul Press', 'Wydawnictwo Bocian', 'Издательство Ясень', 'Éditions du Hêtre', 'Presses universitaires de Lomé', 'Çınar Yayınları', 'Nyírfa Kiadó', 'Penerbit Melati', 'Dar al-Nakhil', 'Brill', '松江出版社']) assert.equal(houseNamed(house)?.publisher, house);
    for (const journal of ['Review of Press Freedom', 'Cahiers de l’Éditeur', 'The Daily Press', 'Press and Politics', 'Publishing Studies Quarterly', 'Party Politics', 'Dar es Salaam Law Journal', '出版研究', 'Books and Ballots Review']) assert.equal(houseNamed(journal), undefined, journal);
  });

  it('may have its place and year beside it', () => {
    assert.deepEqual(houseNamed('Leuven : Beukenhof Uitgeverij, 2015'), { publisher: 'Beukenhof Uitgeverij', place: 'Leuven', year: '2015' });
    assert.deepEqual(houseNamed('Banyan Press, Kuala Lumpur'), { publisher: 'Banyan Press', place: 'Kuala Lumpur' });
    assert.deepEqual(houseNamed('Batumi Books (2020)'), { publisher: 'Batumi Books', year: '2020' });
  });

  it('is no journal in a table, in what an assistant says, nor in a list', async () => {
    const told = ({ type, publisher, 'container-title': container }: Item): unknown => [type, publisher, container];
    const table = await read('Autor\tJahr\tTitel\tZeitschrift\tBand\tSeiten\nHolm, Ida\t2016\tDas stille Amt\tHeidekraut Verlag\t\t\nRoth, Eva\t2019\tRäte am Fluss\tZeitschrift für Ufer\t4\t11-29\n');
    assert.deepEqual(table.map(told), [['book', 'Heidekraut Verlag', undefined], ['article-journal', undefined, 'Zeitschrift für Ufer']]);
    const plain = await read('author,year,title,source\n"Lomidze, Nana",2018,The Quiet Ferry,"Tsinandali Press, Tbilisi"\n"Oduya, Kato",2020,Who Counts?,Lake Politics\n');
    assert.deepEqual(plain.map(told), [['book', 'Tsinandali Press', undefined], ['article-journal', undefined, 'Lake Politics']]);
    assert.deepEqual(told(item('**The Ferry Clerk** – Nana Lomidze (2018). *Tsinandali Press.*')), ['book', 'Tsinandali Press', undefined]);
  });
});

describe('A list of references that was wrapped', () => {
  it('has no record for the end of a line, an address alone, or the rest of a name of a journal', async () => {
    const list = `References

Aguirre, M. (2019). The clerks of the estuary: Permits and parties in Guayas. Pacific Politics, 4(1), 11–29. https://doi.org/10.5555/pp.2019.4
Bergström, L., & Yıldız, H. (2021). Ferries and votes: Turnout on small islands. Scandinavian Review of
Coastal Affairs, 12(3), 201–219.
https://doi.org/10.5555/srca.2021.12
Castel, N. (2014). What the harbour remembers. In O. Brandt & P. Lume (Eds.), Ports in politics: Essays on
trade (2nd ed., pp. 33–58). Quayside Press.
Dlamini, S. (2017). Sand and statutes. Dune Academic.`;
    assert.deepEqual((await read(list)).map(({ title, 'container-title': container, DOI }) => [title, container, DOI]), [
      ['The clerks of the estuary: Permits and parties in Guayas', 'Pacific Politics', '10.5555/pp.2019.4'],
      ['Ferries and votes: Turnout on small islands', 'Scandinavian Review of Coastal Affairs', '10.5555/srca.2021.12'],
      ['What the harbour remembers', 'Ports in politics: Essays on trade', undefined],
      ['Sand and statutes', undefined, undefined],
    ]);
  });

  it('begins a work anew at each line of dashes', async () => {
    const list = `Lindqvist, Greta. 2010. “Harbours of Doubt.” Northern Politics 4 (2): 17–39.
———. 2013. “Letters to the Port.” In Writing to Islands, edited by Moira Kask, 45–70. Cork: Blackwater.
———, and Taavi Rand. 2016. The Slow Boat: Waiting and Ruling. Vienna: Ring.`;
    assert.deepEqual((await read(list)).map(({ title, author = [] }) => [title, author.map(({ family }) => family)]), [
      ['Harbours of Doubt', ['Lindqvist']], ['Letters to the Port', ['Lindqvist']], ['The Slow Boat: Waiting and Ruling', ['Lindqvist', 'Rand']],
    ]);
  });
});

describe('A reference', () => {
  it('has as translators who stand before the word for it, and a meeting behind “[Conference presentation]”', () => {
    const translated = item('Silvestre, P. (2001). The mayor and the heron (J. Moss & T. Ueda, Trans.). Reed Press. (Original work published 1921)');
    assert.deepEqual([translated.translator, translated.editor], [[{ family: 'Moss', given: 'J.' }, { family: 'Ueda', given: 'T.' }], undefined]);
    const talk = item('Kõiv, M. (2022, May 4–6). Sledges to the polls [Paper presentation]. Baltic Politics Days, Narva, Estonia.');
    assert.deepEqual([talk.type, talk['event-title'], talk['event-place'], talk['container-title']], ['paper-conference', 'Baltic Politics Days', 'Narva, Estonia', undefined]);
    assert.equal(item('Amoah, K., & Brandt, L. (in press). Three ledgers. Coastal Fiscal Politics.')['container-title'], 'Coastal Fiscal Politics');
  });

  it('in Chinese keeps a year at the beginning of its title', () => {
    const { title, issued } = item('[2] 林向远, 白雪, 等. 1992年以来的渔港治理[J]. 湖区政治, 2017, 5(1): 11-28.');
    assert.deepEqual([title, issued], ['1992年以来的渔港治理', { 'date-parts': [[2017]] }]);
  });

  it('behind the words of a letter and before its record in BibTeX has no editors', async () => {
    const [only, ...more] = await read('Hi Tomasz, this is the one from Monday: Wójtowicz, P., & Ferrante, L. (2021). Lights out: Blackouts and ballots. Grid Politics, 3(2), 40–61. https://doi.org/10.5555/gp.2021.3 and the same again @article{w21, title={Lights out: Blackouts and ballots}, author={Wójtowicz, Paweł and Ferrante, Lia}, journal={Grid Politics}, volume={3}, number={2}, pages={40--61}, year={2021}, doi={10.5555/gp.2021.3}}\n');
    assert.deepEqual([more, only?.editor, only?.author?.[0]?.given], [[], undefined, 'Paweł']);
  });
});

describe('A page with a paper', () => {
  it('makes no record of the session in which it is given', async () => {
    const page = 'Programme\nSign in\nCounting Boats: Registers and Voters on the Lagoon\n412\nPilar Montcada1, Jonas Brandt2\n1University of Faro. 2Aarhus University\n\nRegisters of boats are older than registers of voters. Using 40 archives, we show that harbours which counted boats early also counted voters early, and that both lists served the same tax.\n\nSession\nPanel B2.7 States and Their Lists\nThursday, 12 June 2025, 09:00 - 10:30\nPowered by Oxford Abstracts\n';
    assert.deepEqual((await read(page)).map(({ title }) => title), ['Counting Boats: Registers and Voters on the Lagoon']);
  });

  it('has no title made of buttons and addresses, and nobody is called “Contact”', async () => {
    for (const buttons of ['PDF BibTex RIS Kaynak Göster', 'Share... Direct link: https://convention2.allacademic.com/one/x?id=7', 'Contact IPSA', 'Conference FAQs']) assert.ok(isNoise(buttons), buttons);
    const page = 'Southern Politics Association   44th Annual Conference\nIndividual Submission Summary\nShare... Direct link: https://convention2.allacademic.com/one/spa/spa23/index.php?paper=7\nWells and Wards:  Water in City Councils\n\nFri, January 13, 8:00 to 9:30am, Hotel Lagoon\n\nAbstract\n\nWho gets water in which ward? I compare four cities with wells of their own and show that councils move pipes before elections.\n\nAuthor(s)\n\nNomsa Khuzwayo, University of Durban\nContact SPA\n';
    const [paper] = await read(page);
    assert.deepEqual([paper?.title, paper?.author], ['Wells and Wards: Water in City Councils', [{ family: 'Khuzwayo', given: 'Nomsa' }]]);
  });

  it('has the day of the session below it, the office of nobody else among its authors, and no thanks among its keywords', async () => {
    const one = 'Programme\nSign in\nCounting Boats: Registers and Voters on the Lagoon\n412\nPilar Montcada1, Jonas Brandt2\n1University of Faro. 2Aarhus University\n\nRegisters of boats are older than registers of voters. Using 40 archives, we show that harbours which counted boats early also counted voters early, and that both lists served the same tax.\n\nSession\nPanel B2.7 States and Their Lists\nThursday, 12 June 2025, 09:00 - 10:30\nPowered by Oxford Abstracts\n';
    assert.deepEqual((await read(one))[0]?.issued, { 'date-parts': [[2025, 6, 12]] });
    const summary = 'Individual Submission Summary\nShare...\nDirect link:\nhttps://convention2.allacademic.com/one/x/x24/index.php?paper=8\nWho Owns the Well? Water and Wards in Puebla\nFri, September 6, 2:00 to 3:30pm, Hotel Lagoon, Room 4\n\nAbstract\nWells were public and are private again. I follow forty wells and their owners through three city councils and show who votes for pipes and when.\n\nAuthor(s)\nElena Ortega y Gasca, CIDE, Puebla\n\nChair: Paul J. Lume, Duke University\n\n©2024 All Academic, Inc.\n';
    assert.deepEqual((await read(summary))[0]?.author, [{ family: 'Ortega y Gasca', given: 'Elena' }]);
  });

  it('has the whole of a title in capitals that its own citation has whole', async () => {
    const page = 'DergiPark AKADEMİK\nGiriş\nKıyı Siyaseti Dergisi\nAraştırma Makalesi\nBibTex RIS Kaynak Göster\nLİMAN VE SANDIK:\nADALARDA 1950 SEÇİMİNİN\nBÜYÜK YANKISI\nYıl 2021, Cilt: 4 Sayı: 2, 11 - 29, 30.12.2021\nNermin Kocabaş\nÖz\nBu çalışma, 1950 seçiminin adalarda nasıl yaşandığını gazeteler ve belediye tutanakları üzerinden incelemekte, liman işçilerinin oyunun belirleyici olduğunu ileri sürmektedir.\n\nAnahtar Kelimeler\nSeçim, adalar, liman\nTeşekkür\nArşiv çalışanlarına teşekkür ederim.\nAyrıntılar\nBirincil Dil\tTürkçe\nKaynak Göster\nAPA\tKocabaş, N. (2021). Liman ve sandık: Adalarda 1950 seçiminin büyük yankısı. Kıyı Siyaseti Dergisi, 4(2), 11-29.\n';
    const [article] = await read(page);
    assert.deepEqual([article?.title?.toLocaleLowerCase('tr'), article?.keyword], ['liman ve sandık: adalarda 1950 seçiminin büyük yankısı', 'Seçim, adalar, liman']);
  });

  it('of a programme keeps the rest of its title and the association beside its meeting', async () => {
    const programme = 'ASSOCIATION FOR THE STUDY OF ESTUARIES        2023 WORLD CONVENTION        FINAL PROGRAM\n\nPANEL B2\nDeltas and Parties\nFRIDAY MAY 5 // SESSION IV // 9:00 AM-10:40 AM // Room 12\n\nCHAIR\nIda Holm (Lund U, Sweden)\nPARTICIPANTS\nOmar Haddad (American U of Beirut, Lebanon)\nDykes, Dams, Districts: How Engineers Drew the\nElectoral Map\nLea Brunner (U of Bern, Switzerland)\nThe Ferryman’s Vote\nDISCUSSANT\nPeter Lume (Tartu U, Estonia)\n';
    assert.deepEqual((await read(programme)).map(({ title, 'event-title': event }) => [title, event]), [
      ['Dykes, Dams, Districts: How Engineers Drew the Electoral Map', 'Association for the Study of Estuaries 2023 World Convention'], ['The Ferryman’s Vote', 'Association for the Study of Estuaries 2023 World Convention'],
    ]);
  });
});
